import type { EntryId, KeyId } from '../../domain/ids.ts';
import type { Missing } from '../exchange.ts';
import type { KeyHead } from '../ports.ts';
import { waitingFor } from '../verdict.ts';
import type { Branching, Path, Strand } from './strands.ts';
import type { Held, WorkingSet } from './working-set.ts';

export interface Moved {
  readonly givenUp: readonly Held[];
  /** Entries that were given up before and stand again, not judged yet. */
  readonly restored: readonly Held[];
  /** Heads that branches moved; null: nothing of the chain is left. */
  readonly heads: ReadonlyMap<KeyId, KeyHead | null>;
  readonly missing: readonly Missing[];
}

export const NOTHING_MOVED: Moved = { givenUp: [], restored: [], heads: new Map(), missing: [] };

/** Brings the chains that stand in this book onto their paths. */
export async function moveBranches(
  work: WorkingSet,
  { branching, beside }: { readonly branching: Branching; readonly beside: ReadonlyMap<EntryId, Held> },
  paths: ReadonlyMap<KeyId, Path>,
  heads: ReadonlyMap<KeyId, KeyHead>,
): Promise<Moved> {
  const [givenUp, restored]: [Held[], Held[]] = [[], []];
  const moved = new Map<KeyId, KeyHead | null>();
  const missing: Missing[] = [];
  for (const [key, { strands, lacks }] of paths) {
    const back = strands.flatMap(({ id }) => beside.get(id) ?? []);
    const from = firstLeft(branching.chainOf(key), strands);
    const gone = from === null ? [] : await work.ofKey(key, from);
    if (gone.length === 0 && back.length === 0) continue;
    const before = from === null || from === 0 ? null : ((await work.ofKey(key, from - 1, 1))[0] ?? null);
    const head = heads.get(key) ?? null;
    const start = from === null ? head : headAt(before, head, gone);
    for (const held of gone) givenUp.push(work.giveUp(held));
    for (const held of back) restored.push(work.put(held, standing(held)));
    moved.set(key, back.reduce<KeyHead | null>(advanced, start));
    if (lacks !== null) missing.push(lacks);
  }
  return { givenUp, restored, heads: moved, missing };
}

/** The first place of the chain that is on the path no more. */
function firstLeft(chain: readonly Strand[], path: readonly Strand[]): number | null {
  const kept = new Set(path);
  const left = chain.filter((strand) => !kept.has(strand)).map(({ seq }) => seq);
  return left.length === 0 ? null : Math.min(...left);
}

/** What it was before it was given up: early or wrong by its clock, or still to be judged. */
const standing = ({ stored }: Held) => ({
  verdict: stored.waitsFor === null ? ({ kind: 'void', code: 'clock-wrong' } as const) : waitingFor(stored.waitsFor),
});

/** The head as it was before the entries that were given up. */
function headAt(before: Held | null, head: KeyHead | null, givenUp: readonly Held[]): KeyHead | null {
  if (before === null) return null;
  const slots: Record<string, number> = { ...head?.slots };
  for (const { stored } of [...givenUp].reverse()) slots[stored.shard] = stored.slot;
  const { keyId, seq, id, lc } = before.stored;
  return { keyId, seq, id, lc, slots };
}

function advanced(head: KeyHead | null, { stored }: Pick<Held, 'stored'>): KeyHead {
  const { keyId, seq, id, lc, shard, slot } = stored;
  return { keyId, seq, id, lc, slots: { ...head?.slots, [shard]: slot + 1 } };
}
