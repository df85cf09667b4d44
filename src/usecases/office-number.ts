import type { NumberKind, OfficeNumber } from '../domain/numbering.ts';
import { type Instant, toBeijing } from '../domain/time.ts';

/** The next number of a kind at this station this year, given those in use. Numbers of other stations do not matter. */
export function nextNumber(
  used: readonly OfficeNumber[],
  station: string,
  kind: NumberKind,
  at: Instant,
): OfficeNumber {
  const { year } = toBeijing(at);
  const mine = used.filter((no) => no.station === station && no.kind === kind && no.year === year);
  return { station, year, kind, serial: 1 + Math.max(0, ...mine.map((no) => no.serial)) };
}
