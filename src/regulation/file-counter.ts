/** The number a camera gives its files, read from their names: `FILE0012` is number 12 of the series `FILE`. */
export interface FileCounter {
  readonly series: string;
  readonly no: number;
  readonly width: number;
}

const EXTENSION = /\.[^.]{1,8}$/;
/** Dates and times inside a name change from file to file; the series is what stays. */
const LONG_DIGITS = /\d{6,}/g;

/** Names are read again with each intake of their device; what was read of them is kept. */
const read = new Map<string, FileCounter | null>();
const MOST_READ = 20_000;

/** null for names that end in a time or in no number: they have no counter. */
export function fileCounter(name: string): FileCounter | null {
  const known = read.get(name);
  if (known !== undefined) return known;
  if (read.size >= MOST_READ) read.clear();
  const counter = readCounter(name);
  read.set(name, counter);
  return counter;
}

function readCounter(name: string): FileCounter | null {
  const stem = name.replace(EXTENSION, '');
  const found = /^(.*?\D|)(\d{3,5})$/s.exec(stem);
  const digits = found?.[2];
  if (found === null || digits === undefined) return null;
  return { series: (found[1] ?? '').replace(LONG_DIGITS, '#'), no: Number(digits), width: digits.length };
}

const seriesOf = (names: readonly string[]): ReadonlyMap<string, readonly FileCounter[]> => {
  const out = new Map<string, FileCounter[]>();
  for (const name of names) {
    const counter = fileCounter(name);
    if (counter === null) continue;
    const same = out.get(counter.series);
    if (same === undefined) out.set(counter.series, [counter]);
    else same.push(counter);
  }
  return out;
};

/**
 * Names that should be there and are not: holes in the counter between the first and the last file, and between what was taken in
 * before and now. A counter that begins anew after formatting, or runs over from 9999, is no hole.
 */
export function absentNames(names: readonly string[], earlier: readonly string[]): readonly string[] {
  const own = seriesOf(names);
  if (own.size === 0) return [];
  const before = seriesOf(earlier);
  return [...own].flatMap(([series, counters]) => {
    const width = Math.max(...counters.map((counter) => counter.width));
    const numbers = [...new Set(counters.map(({ no }) => no))].sort((a, b) => a - b);
    const known = new Set((before.get(series) ?? []).map(({ no }) => no));
    const first = numbers[0] ?? 0;
    const last = Math.max(...[...known].filter((no) => no < first), Number.NEGATIVE_INFINITY);
    const begunAnew = [...known].some((no) => no >= first);
    const chain = Number.isFinite(last) && !begunAnew ? [last, ...numbers] : numbers;
    return holesIn(chain, 10 ** width / 2)
      .filter((no) => !known.has(no))
      .map((no) => `${series}${String(no).padStart(width, '0')}`);
  });
}

/** A step of half the counter's range is the counter running over, not a thousand deleted files. */
const holesIn = (numbers: readonly number[], runOver: number): readonly number[] =>
  numbers.flatMap((no, i) => {
    const next = numbers[i + 1];
    if (next === undefined || next - no <= 1 || next - no >= runOver) return [];
    return Array.from({ length: next - no - 1 }, (_, k) => no + 1 + k);
  });
