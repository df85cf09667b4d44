import { fromBeijing, type Instant, plusMs, toInstant } from './time.ts';

/** What the file or the device claims about when it was shot; never corrected in place. */
export interface CaptureClaim {
  readonly text: string;
  readonly source: 'container' | 'exif' | 'file-name' | 'mtime';
  readonly zone: 'utc' | 'local' | 'unknown';
}

/**
 * Capture times as files, names and devices claim them. A claim is kept as it was found: cameras reset to 2010 when a battery
 * dies and stay a claim all the same. Offsets and corrections are other records' business.
 */

const FORM = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millis: number;
  readonly suffix: string | null;
}

/**
 * Reads the text of a `CaptureClaim`: ISO 8601 with seconds, `Z` or an offset only where the source itself writes one.
 * null unless it names a second of the calendar between 1900 and 2199; anything else is a broken field, not a time.
 */
function toWall(text: string): Wall | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (year < 1900 || year > 2199) return null;
  // Date.UTC rolls 31 February over into March; the round trip tells.
  const roundTrip = toInstant(Date.UTC(year, month - 1, day, hour, minute, second)).slice(0, 19);
  if (roundTrip !== text.slice(0, 19)) return null;
  const millis = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  return { year, month, day, hour, minute, second, millis, suffix: match[8] ?? null };
}

export const isClaimText = (text: string): boolean => toWall(text) !== null;

/**
 * The moments a claim can mean. One where the zone is known. Where it is not, the digits read as Beijing time, then as UTC:
 * many recorders write local time into the UTC field of MP4 and MOV. Empty if the text is no time.
 */
export function claimedInstants(claim: Pick<CaptureClaim, 'text' | 'zone'>): readonly Instant[] {
  const wall = toWall(claim.text);
  if (wall === null) return [];
  const asUtc = toInstant(
    Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second) + wall.millis,
  );
  if (wall.suffix !== null && wall.suffix !== 'Z') return [plusMs(asUtc, -offsetMs(wall.suffix))];
  const asBeijing = plusMs(fromBeijing(wall), wall.millis);
  switch (claim.zone) {
    case 'utc':
      return [asUtc];
    case 'local':
      return [asBeijing];
    case 'unknown':
      return [asBeijing, asUtc];
  }
}

function offsetMs(suffix: string): number {
  const minutes = Number(suffix.slice(1, 3)) * 60 + Number(suffix.slice(4, 6));
  return (suffix.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** A claim, or null where the text names no time: a field of zeros or blanks is a device without a clock. */
export function toClaim(
  text: string | null | undefined,
  source: CaptureClaim['source'],
  zone: CaptureClaim['zone'],
): CaptureClaim | null {
  return typeof text === 'string' && isClaimText(text) ? { text, source, zone } : null;
}
