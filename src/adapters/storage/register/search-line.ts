import type { DeviceId, PersonId, RecordingId } from '../../../domain/ids.ts';
import type { RegisterQuery } from '../../../domain/ports/read-model.ts';
import type { RecordingState } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import type { RegisterLine } from '../register-row.ts';
import { type CaptureRange, captureRange } from './capture-range.ts';
import { hasWords, wordsOf } from './search-text.ts';

/** What one recording is selected and ordered by. A tuple: 100,000 of them are read at once, and member names would double the bytes. */
export type SearchLine = readonly [
  id: RecordingId,
  capturedAt: Instant,
  takenInAt: Instant,
  noKey: string,
  sizeBytes: number,
  durationKey: number,
  officers: readonly PersonId[],
  matters: readonly number[],
  device: DeviceId | null,
  state: RecordingState,
  text: string,
];

export const toSearchLine = ({ row, noKey, durationKey, searchText }: RegisterLine): SearchLine => [
  row.id,
  row.capturedAt,
  row.takenInAt,
  noKey,
  row.sizeBytes,
  durationKey,
  row.officers,
  row.matters,
  row.device,
  row.state,
  searchText,
];

const PLACE = { capturedAt: 1, takenInAt: 2, no: 3, sizeBytes: 4, durationMs: 5 } as const satisfies Record<
  RegisterQuery['sort'],
  number
>;

/** Whether the query selects at all; throws RangeError on dates that are none. */
export interface Selection {
  readonly range: CaptureRange | null;
  readonly words: readonly string[];
  readonly all: boolean;
}

export function selectionOf({ from, to, text, officer, matter, device, state }: RegisterQuery): Selection {
  const range = captureRange(from, to);
  const words = wordsOf(text);
  const conditions = [range, officer, matter, device, state];
  return { range, words, all: words.length === 0 && conditions.every((condition) => condition === null) };
}

/** Ids of the lines that pass, ascending in the query's order; ids break ties, as an index does. */
export function matchingIds(
  lines: readonly SearchLine[],
  query: RegisterQuery,
  { range, words }: Selection,
): readonly RecordingId[] {
  const { officer, matter, device, state, sort } = query;
  const passed = lines.filter(
    ([, capturedAt, , , , , officers, matters, lineDevice, lineState, text]) =>
      (state === null || lineState === state) &&
      (device === null || lineDevice === device) &&
      (range === null || (capturedAt >= range.from && capturedAt < range.before)) &&
      (officer === null || officers.includes(officer)) &&
      (matter === null || matters.includes(matter)) &&
      hasWords(text, words),
  );
  const at = PLACE[sort];
  return passed.sort((a, b) => compare(a[at], b[at]) || compare(a[0], b[0])).map(([id]) => id);
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
