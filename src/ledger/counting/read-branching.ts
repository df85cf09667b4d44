import type { EntryId, KeyId } from '../../domain/ids.ts';
import { byPlace } from '../place.ts';
import type { KeyHead } from '../ports.ts';
import { type Proof, proofIn, proofsIn } from './proofs.ts';
import type { BranchedRegister } from './settle-forks.ts';
import { Branching, type Strand } from './strands.ts';
import type { Held, WorkingSet } from './working-set.ts';

/** The register with all its branches, as the book holds them: chains by their partings, branches that were given up entry by entry. */
export interface ReadRegister extends Pick<BranchedRegister, 'entries' | 'branching' | 'strandOf'> {
  /** Of branches that were given up, by id. */
  readonly beside: ReadonlyMap<EntryId, Held>;
}

/**
 * `chained`: entries of the register on chains. Of a chain only the entries at its partings are looked at; it may be long, and is
 * read anew whenever the register is counted.
 */
export async function readBranching(
  work: WorkingSet,
  chained: readonly Held[],
  suspects: Iterable<KeyId>,
  heads: ReadonlyMap<KeyId, KeyHead>,
  isOfRegister: (held: Held) => boolean,
): Promise<ReadRegister> {
  const beside = new Map<EntryId, Held>();
  const keys = new Set<KeyId>();
  const open = [...suspects, ...proofsIn(chained).map(({ key }) => key)];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (keys.has(key)) continue;
    keys.add(key);
    for (const held of await work.branchesOf(key)) {
      beside.set(held.id, held);
      const proof = proofIn(held.entry);
      if (proof !== null) open.push(proof.key);
    }
  }
  const register = [...chained, ...[...beside.values()].filter(isOfRegister)].sort(byPlace);
  const proofs = proofsIn(register);
  const misplaced = await misplacedIn(work, [...beside.values()], heads);
  const branches = [...beside.values()].filter((held) => !misplaced.has(held)).map(strandAlone);
  const chains = new Map<KeyId, readonly Strand[]>();
  for (const key of keys) chains.set(key, await chainStrands(work, key, heads.get(key) ?? null, { branches, proofs }));
  const alone = new Map(branches.map((strand) => [strand.id, strand]));
  return {
    entries: register.filter(({ stored }) => stored.clock === 'sound'),
    branching: new Branching(keys, [...[...chains.values()].flat(), ...branches], proofs),
    strandOf: ({ id, entry: { keyId, payload } }) =>
      beside.has(id)
        ? (alone.get(id) ?? null)
        : ((chains.get(keyId) ?? []).find(({ seq, to }) => seq <= payload.seq && payload.seq <= to) ?? null),
    beside,
  };
}

export const strandAlone = ({ entry: { id, jws, keyId, payload } }: StrandEntry): Strand => ({
  key: keyId,
  seq: payload.seq,
  prev: payload.prev,
  id,
  jws,
  to: payload.seq,
  last: id,
  stands: false,
});

/**
 * Entries of branches in a slot that is not the next after what they follow. The door lets none onto a chain, so none may come to
 * stand there by being decided for. Where what one follows is not here nobody can tell, and no path leads to it.
 */
async function misplacedIn(
  work: WorkingSet,
  beside: readonly Held[],
  heads: ReadonlyMap<KeyId, KeyHead>,
): Promise<ReadonlySet<Held>> {
  const misplaced = new Set<Held>();
  const slotsAfter = new Map<EntryId, KeyHead['slots'] | null>();
  for (const held of [...beside].sort((a, b) => a.stored.seq - b.stored.seq)) {
    const { keyId, payload } = held.entry;
    const { prev, shard, slot } = payload;
    if (prev !== null && !slotsAfter.has(prev))
      slotsAfter.set(prev, await slotsOnChain(work, keyId, payload.seq - 1, prev, heads.get(keyId) ?? null));
    const slots = prev === null ? {} : (slotsAfter.get(prev) ?? null);
    if (slots !== null && slot !== (slots[shard] ?? 0)) misplaced.add(held);
    slotsAfter.set(held.id, slots && { ...slots, [shard]: slot + 1 });
  }
  return misplaced;
}

/** Next slots of a key after the entry at this place of its chain; null where another one stands there. */
async function slotsOnChain(
  work: WorkingSet,
  key: KeyId,
  seq: number,
  id: EntryId,
  head: KeyHead | null,
): Promise<KeyHead['slots'] | null> {
  if (head === null || seq < 0 || seq > head.seq) return null;
  const [here, ...later] = await work.ofKey(key, seq);
  if (here?.id !== id) return null;
  const slots: Record<string, number> = { ...head.slots };
  for (const { stored } of [...later].reverse()) slots[stored.shard] = stored.slot;
  return slots;
}

interface StrandEntry {
  readonly entry: {
    readonly id: EntryId;
    readonly jws: string;
    readonly keyId: KeyId;
    readonly payload: { readonly seq: number; readonly prev: EntryId | null };
  };
}

/** The chain that stands, cut wherever a branch leaves it or a proof says that one does. */
async function chainStrands(
  work: WorkingSet,
  key: KeyId,
  head: KeyHead | null,
  { branches, proofs }: { readonly branches: readonly Strand[]; readonly proofs: readonly Proof[] },
): Promise<readonly Strand[]> {
  if (head === null) return [];
  const besides = new Set(branches.map(({ id }) => id));
  const leaving = branches.filter((each) => each.key === key && (each.prev === null || !besides.has(each.prev)));
  const cuts = [...leaving, ...proofs.filter((proof) => proof.key === key)].map(({ seq }) => seq);
  const firsts: Held[] = [];
  for (const seq of [...new Set([0, ...cuts])].sort((a, b) => a - b)) {
    const [first] = seq > head.seq ? [] : await work.ofKey(key, seq, 1);
    if (first !== undefined) firsts.push(first);
  }
  return firsts.map((first, i): Strand => {
    const next = firsts[i + 1]?.entry.payload;
    const { seq: to, id: last } = next === undefined ? head : { seq: next.seq - 1, id: next.prev ?? first.id };
    return { ...strandAlone(first), to, last, stands: true };
  });
}
