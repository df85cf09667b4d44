import { beijingDateTime, fromBeijing, type Instant } from '../../domain/time.ts';
import { readTypedDate } from '../../text/typed.ts';

/** A date and time as people type it, in Beijing; undefined where it is none. See `readTypedDate` for the forms it may have. */
export function readMoment(text: string): Instant | undefined {
  const read = readTypedDate(text, 'minute');
  if (read === undefined) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = read.split(/[- :]/).map(Number);
  return fromBeijing({ year, month, day, hour, minute });
}

/** `2026-03-05 14:30`, as a field of moments holds it. */
export const momentText = (at: Instant): string => beijingDateTime(at);

/**
 * A typed minute as a moment not before `earliest`, where both are of the same minute: what happened within the minute that was
 * typed is not taken for something that happened before it.
 */
export function readMomentFrom(text: string, earliest: Instant): Instant | undefined {
  const at = readMoment(text);
  if (at === undefined) return undefined;
  return at < earliest && momentText(at) === momentText(earliest) ? earliest : at;
}
