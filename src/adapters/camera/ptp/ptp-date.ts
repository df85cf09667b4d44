import { fromBeijing, type Instant, toInstant } from '../../../domain/time.ts';

const FORM = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * `YYYYMMDDThhmmss[.s][Z|±hhmm]`. Cameras leave the zone out and mean their own wall clock, which is Beijing's; null
 * where it is no time of the calendar.
 */
export function decodeDate(text: string): Instant | null {
  const found = FORM.exec(text.trim());
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  // The 31st of April would carry over into May.
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const ms = Math.floor(Number(`0.${found[7] ?? 0}`) * 1000);
  const zone = found[8];
  try {
    if (zone === undefined) {
      return toInstant(Date.parse(fromBeijing({ year, month, day, hour, minute, second })) + ms);
    }
    const sign = zone.startsWith('-') ? -1 : 1;
    const offset = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
    const utc = new Date(0);
    utc.setUTCFullYear(year, month - 1, day);
    utc.setUTCHours(hour, minute, second, ms);
    return toInstant(utc.getTime() - offset * 60_000);
  } catch {
    return null;
  }
}
