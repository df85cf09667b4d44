import type { BureauId, EntryId, KeyId } from '../../domain/ids.ts';
import type { Fork } from '../fork.ts';
import { REGISTER_KINDS } from '../kinds.ts';
import { byPlace } from '../place.ts';
import type { KeyHead } from '../ports.ts';
import type { Judged } from './judge.ts';
import { type Moved, moveBranches, NOTHING_MOVED } from './move-branches.ts';
import type { Decisions, Proof } from './proofs.ts';
import { type ReadRegister, readBranching } from './read-branching.ts';
import { type SettledForks, settleForks } from './settle-forks.ts';
import type { Timeline } from './timeline.ts';
import { type Held, isGivenUp, type WorkingSet } from './working-set.ts';

/** The register of members as the book holds it in memory: small, and every verdict rests on it. */
export interface Register {
  /** Its entries on chains, early ones too, in order. */
  readonly entries: readonly Held[];
  readonly timeline: Timeline;
  readonly decisions: Decisions;
  /** Forks that entries here show, those of branches too, and about which nothing is decided. */
  readonly open: readonly Fork[];
  readonly proofs: readonly Proof[];
}

/** What the book has at hand when its register is counted. */
export interface RegisterState {
  readonly bureau: BureauId;
  readonly root: EntryId;
  readonly register: Register;
  /** Keys that signed twice, as far as that is known, and those that branches here belong to. */
  readonly forked: ReadonlySet<KeyId>;
  /** What given-up entries follow: where a chain comes to one of these, it may go on with what is here. */
  readonly continued: ReadonlySet<EntryId>;
}

export interface SettledRegister extends Moved {
  readonly register: Register;
  readonly judged: ReadonlyMap<EntryId, Judged>;
}

export const isOfRegister = ({ entry }: Pick<Held, 'entry'>): boolean => REGISTER_KINDS.has(entry.payload.kind);

/** Counts the register anew where one of its entries came or changed, or a branch came, and brings chains onto their paths. */
export async function settleRegister(
  work: WorkingSet,
  old: RegisterState,
  touched: readonly Held[],
  heads: ReadonlyMap<KeyId, KeyHead>,
): Promise<SettledRegister> {
  const branched = touched.filter(isGivenUp);
  const goesOn = touched.some(({ id }) => old.continued.has(id));
  if (branched.length === 0 && !goesOn && !touched.some(isOfRegister)) {
    return { ...NOTHING_MOVED, register: old.register, judged: new Map() };
  }
  const entries = new Map(old.register.entries.map((held) => [held.id, held]));
  for (const held of touched) if (isOfRegister(held) && !isGivenUp(held)) entries.set(held.id, held);
  const chained = [...entries.values()].map((held) => work.now(held));
  const suspects = [...old.forked, ...branched.map(({ stored }) => stored.keyId)];
  const { read, settled } = await countWithForks(work, old, chained, suspects, heads);
  const moved = await moveBranches(work, read, settled.paths, heads);
  const register = registerOf(work, [...chained, ...moved.restored], read, settled);
  return { ...moved, register, judged: settled.register.judged };
}

export async function countWithForks(
  work: WorkingSet,
  { bureau, root }: Pick<RegisterState, 'bureau' | 'root'>,
  chained: readonly Held[],
  suspects: Iterable<KeyId>,
  heads: ReadonlyMap<KeyId, KeyHead>,
): Promise<{ readonly read: ReadRegister; readonly settled: SettledForks }> {
  const read = await readBranching(work, chained, suspects, heads, isOfRegister);
  return { read, settled: settleForks({ bureau, root, ...read }) };
}

export function registerOf(
  work: WorkingSet,
  entries: readonly Held[],
  { branching }: ReadRegister,
  { decisions, paths, register }: SettledForks,
): Register {
  const standing = entries.map((held) => work.now(held)).filter((held) => isOfRegister(held) && !isGivenUp(held));
  return {
    entries: standing.sort(byPlace),
    timeline: register.timeline,
    decisions,
    open: [...paths.values()].flatMap(({ open }) => open),
    proofs: branching.proofs,
  };
}
