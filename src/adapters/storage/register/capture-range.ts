import { beijingDate, fromBeijing, type Instant, plusMs, toInstant } from '../../../domain/time.ts';

/** From the first instant to before the second. */
export interface CaptureRange {
  readonly from: Instant;
  readonly before: Instant;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DAY_MS = 86_400_000;
const EARLIEST = toInstant(Date.UTC(0, 0, 1));
const LATEST = toInstant(Date.UTC(9999, 11, 31));

/** Days in Beijing, both included. null where neither is given. Throws RangeError on a text that is no date. */
export function captureRange(from: string | null, to: string | null): CaptureRange | null {
  if (from === null && to === null) return null;
  return { from: from === null ? EARLIEST : startOf(from, 0), before: to === null ? LATEST : startOf(to, 1) };
}

function startOf(date: string, plusDays: number): Instant {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (day === undefined) throw new RangeError('not a date');
  const start = fromBeijing({ year: Number(year), month: Number(month), day: Number(day) });
  // 31 February would be some day in March.
  if (beijingDate(start) !== date) throw new RangeError('not a date');
  return plusMs(start, plusDays * DAY_MS);
}
