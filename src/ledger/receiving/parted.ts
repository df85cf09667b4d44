import type { KeyId } from '../../domain/ids.ts';
import type { Missing } from '../exchange.ts';

/** Entries of other branches, by key; `open` while it has not been seen where the branches part. */
export type Parted = Map<KeyId, { readonly lowest: number; readonly count: number; readonly open: boolean }>;

const LEAST_STEP_BACK = 16;

/** Each answer that still does not reach down to where the branches part is followed by a question twice as wide. */
export const questionsBelow = (parted: Parted): readonly Missing[] =>
  [...parted].flatMap(([key, { lowest, count, open }]) =>
    open ? { key, fromSeq: Math.max(0, lowest - Math.max(LEAST_STEP_BACK, 2 * count)) } : [],
  );

export function partedAt(key: KeyId, seq: number, open: boolean, parted: Parted): void {
  const before = parted.get(key);
  const lowest = before === undefined || seq < before.lowest;
  parted.set(key, {
    lowest: lowest ? seq : before.lowest,
    count: (before?.count ?? 0) + 1,
    open: lowest ? open : before.open,
  });
}
