import type { KeyId } from '../../domain/ids.ts';
import type { Missing } from '../exchange.ts';
import type { KeyHead } from '../ports.ts';
import { waitingFor } from '../verdict.ts';
import type { Held, WorkingSet } from './working-set.ts';

export interface Decided {
  readonly key: KeyId;
  readonly seq: number;
  /** The compact JWS that stands at this place from now on. */
  readonly kept: string;
}

export interface Switched {
  readonly givenUp: readonly Held[];
  /** Entries that were given up before and stand again, not judged yet. */
  readonly restored: readonly Held[];
  /** null: nothing of the key's chain is left. */
  readonly head: KeyHead | null;
  /** null: what stands there now was here already. */
  readonly missing: Missing | null;
}

/** Brings a key's chain onto the branch that was decided for. null where it is on it, or has not come so far. */
export async function switchBranch(
  work: WorkingSet,
  { key, seq, kept }: Decided,
  head: KeyHead | null,
): Promise<Switched | null> {
  const chain = await work.ofKey(key, seq);
  if (chain[0]?.entry.jws === kept) return null;
  const before = seq === 0 ? null : ((await work.ofKey(key, seq - 1, 1))[0] ?? null);
  const branches = await work.branchesOf(key);
  const givenUp = chain.map((held) => work.giveUp(held));
  const restored = branchFrom(branches, before, seq, kept).map((held) => work.put(held, standing(held)));
  if (givenUp.length === 0 && restored.length === 0) return null;
  const start = headAt(before, head, givenUp);
  const next = restored.reduce<KeyHead | null>(advanced, start);
  return { givenUp, restored, head: next, missing: restored.length > 0 ? null : { key, fromSeq: seq } };
}

/** What it was before it was given up: early or wrong by its clock, or still to be judged. */
const standing = ({ stored }: Held) => ({
  verdict: stored.waitsFor === null ? ({ kind: 'void', code: 'clock-wrong' } as const) : waitingFor(stored.waitsFor),
});

function branchFrom(branches: readonly Held[], before: Held | null, seq: number, kept: string): readonly Held[] {
  const run: Held[] = [];
  for (let prev = before?.id ?? null, at = seq; ; at++) {
    const next = branches.find(
      ({ entry }) => entry.payload.seq === at && entry.payload.prev === prev && (at !== seq || entry.jws === kept),
    );
    if (next === undefined) return run;
    run.push(next);
    prev = next.id;
  }
}

/** The head as it was before the entries that were given up. */
function headAt(before: Held | null, head: KeyHead | null, givenUp: readonly Held[]): KeyHead | null {
  if (before === null) return null;
  const slots: Record<string, number> = { ...head?.slots };
  for (const { stored } of [...givenUp].reverse()) slots[stored.shard] = stored.slot;
  const { keyId, seq, id, lc } = before.stored;
  return { keyId, seq, id, lc, slots };
}

export function advanced(head: KeyHead | null, { stored }: Pick<Held, 'stored'>): KeyHead {
  const { keyId, seq, id, lc, shard, slot } = stored;
  return { keyId, seq, id, lc, slots: { ...head?.slots, [shard]: slot + 1 } };
}
