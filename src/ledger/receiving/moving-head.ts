import type { Entry } from '../entry.ts';
import type { KeyHead } from '../ports.ts';

export interface MovingHead extends KeyHead {
  readonly slots: Record<string, number>;
}

/** The head of a key that has moved in this batch already is ours alone: a key may write in thousands of carriers. */
export function advanced(moved: MovingHead | undefined, before: KeyHead | null, entry: Entry): MovingHead {
  if (moved === undefined) return headWith(before, entry);
  const { seq, lc, shard, slot } = entry.payload;
  moved.slots[shard] = slot + 1;
  return { ...moved, seq, id: entry.id, lc };
}

export function headWith(head: KeyHead | null, { id, keyId, payload }: Entry): MovingHead {
  const { seq, lc, shard, slot } = payload;
  return { keyId, seq, id, lc, slots: { ...head?.slots, [shard]: slot + 1 } };
}
