import type { CaptureClaim } from './capture-claim.ts';
import { fromBeijing, type Instant, isInstant, toInstant } from './time.ts';

/** Clocks that fell back to their factory date say nothing (trap 10: 1970, 2010, 2015). */
const RESET_DAYS = new Set(['1970-01-01', '1980-01-01', '1904-01-01', '2000-01-01', '2010-01-01', '2015-01-01']);
const PARTS = /^(\d{4})[-:/年]?(\d\d)[-:/月]?(\d\d)日?[T _-]?(\d\d)[:-]?(\d\d)[:-]?(\d\d)/;

/** The claim's digits as wall-clock parts; null where the text is no date and time. */
function wallClock(
  text: string,
): { year: number; month: number; day: number; hour: number; minute: number; second: number } | null {
  const found = PARTS.exec(text.trim());
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const fits = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59 && second <= 60;
  return fits ? { year, month, day, hour, minute, second } : null;
}

/**
 * The moments a capture claim may mean, likeliest first. A claim marked UTC by a container may be local time in
 * disguise (many recorders do that), so both readings are given; a reset clock gives none.
 */
export function captureReadings(claim: CaptureClaim): readonly Instant[] {
  const { text, zone } = claim;
  if (isInstant(text) && claim.source === 'mtime') return isReset(text) ? [] : [text];
  const zoned = /[+-]\d\d:?\d\d$/.test(text.trim());
  if (zoned) {
    const [read] = readable(() => toInstant(Date.parse(text)));
    if (read !== undefined) return withoutResets([read]);
  }
  const wall = wallClock(text);
  if (wall === null) return [];
  const local = readable(() => fromBeijing(wall));
  const utc = readable(() =>
    toInstant(Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)),
  );
  if (zone === 'local') return withoutResets(local);
  return withoutResets(
    zone === 'utc' || /Z$/.test(text) || claim.source === 'container' ? [...utc, ...local] : [...local, ...utc],
  );
}

/** Nothing where the digits lead past the years that have a name: files may claim any. */
function readable(read: () => Instant): readonly Instant[] {
  try {
    return [read()];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const isReset = (instant: Instant): boolean => RESET_DAYS.has(instant.slice(0, 10));
const withoutResets = (instants: readonly Instant[]): readonly Instant[] =>
  instants.filter((instant) => !isReset(instant));

/** The likeliest reading, for sorting; null where the claim says nothing usable. */
export const capturedAt = (claim: CaptureClaim | null): Instant | null =>
  claim === null ? null : (captureReadings(claim)[0] ?? null);
