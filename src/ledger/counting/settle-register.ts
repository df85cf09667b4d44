import type { BureauId, EntryId, KeyId } from '../../domain/ids.ts';
import type { Missing } from '../exchange.ts';
import { REGISTER_KINDS } from '../kinds.ts';
import { byPlace } from '../place.ts';
import type { KeyHead } from '../ports.ts';
import { type Decisions, decisionsIn } from './branch.ts';
import type { Judged } from './judge.ts';
import { switchBranch } from './switch-branch.ts';
import { countRegister, type Timeline } from './timeline.ts';
import { type Held, isGivenUp, type WorkingSet } from './working-set.ts';

/** The register of members as the book holds it in memory: small, and every verdict rests on it. */
export interface Register {
  /** Its entries on chains, early ones too, in order. */
  readonly entries: readonly Held[];
  readonly timeline: Timeline;
  readonly decisions: Decisions;
}

export interface SettledRegister {
  readonly register: Register;
  readonly judged: ReadonlyMap<EntryId, Judged>;
  readonly givenUp: readonly Held[];
  readonly restored: readonly Held[];
  /** Heads that branches moved; null: nothing of the chain is left. */
  readonly heads: ReadonlyMap<KeyId, KeyHead | null>;
  readonly missing: readonly Missing[];
}

export const isOfRegister = ({ entry }: Pick<Held, 'entry'>): boolean => REGISTER_KINDS.has(entry.payload.kind);

/** Two colluding stations that fork their own chains about one another could go round for ever. */
const MOST_ROUNDS = 8;

/**
 * Counts the register anew where one of its entries came or changed, and brings chains onto the branches it decides for.
 * A branch may hold entries of the register itself: round again until nothing moves.
 */
export async function settleRegister(
  work: WorkingSet,
  old: { readonly bureau: BureauId; readonly root: EntryId; readonly register: Register },
  touched: readonly Held[],
  heads: ReadonlyMap<KeyId, KeyHead>,
): Promise<SettledRegister> {
  const moved: Moved = { givenUp: [], restored: [], heads: new Map(), missing: new Map() };
  const entries = new Map(old.register.entries.map((held) => [held.id, held]));
  for (const held of touched) if (isOfRegister(held)) entries.set(held.id, held);
  if (!touched.some(isOfRegister)) return { ...outcome(moved), register: old.register, judged: new Map() };
  for (let round = 0; ; round++) {
    const standing = [...entries.values()]
      .map((held) => work.now(held))
      .filter((held) => !isGivenUp(held))
      .sort(byPlace);
    const sound = standing.filter(({ stored }) => stored.clock === 'sound');
    const counted = countRegister(sound, old.bureau, old.root);
    const { timeline, judged } = counted;
    const decisions = decisionsIn(sound, counted, old.root);
    const register = { entries: standing, timeline, decisions };
    const switched =
      round < MOST_ROUNDS && (await followDecisions(work, old.register.decisions, decisions, moved, heads));
    if (!switched) return { ...outcome(moved), register, judged };
    for (const held of moved.restored) if (isOfRegister(held)) entries.set(held.id, held);
  }
}

interface Moved {
  readonly givenUp: Held[];
  readonly restored: Held[];
  readonly heads: Map<KeyId, KeyHead | null>;
  readonly missing: Map<KeyId, Missing>;
}

const outcome = ({ givenUp, restored, heads, missing }: Moved) => ({
  givenUp,
  restored,
  heads,
  missing: [...missing.values()],
});

async function followDecisions(
  work: WorkingSet,
  old: Decisions,
  decisions: Decisions,
  moved: Moved,
  heads: ReadonlyMap<KeyId, KeyHead>,
): Promise<boolean> {
  let any = false;
  for (const [key, places] of decisions) {
    for (const [seq, kept] of [...places].sort(([a], [b]) => a - b)) {
      if (old.get(key)?.get(seq) === kept && !moved.heads.has(key)) continue;
      const head = moved.heads.has(key) ? moved.heads.get(key) : heads.get(key);
      const switched = await switchBranch(work, { key, seq, kept }, head ?? null);
      if (switched === null) continue;
      any = true;
      moved.givenUp.push(...switched.givenUp);
      moved.restored.push(...switched.restored);
      moved.heads.set(key, switched.head);
      if (switched.missing !== null) moved.missing.set(key, switched.missing);
      else moved.missing.delete(key);
    }
  }
  return any;
}
