import type { BureauId, EntryId, KeyId } from '../../domain/ids.ts';
import type { KnownClock } from '../counting/clock.ts';
import { NO_RULINGS } from '../counting/departures.ts';
import type { Recounted } from '../counting/recount.ts';
import { countWithForks, type Register, registerOf } from '../counting/settle-register.ts';
import { type BookMemory, type Held, makeWorkingSet, type WorkingSet } from '../counting/working-set.ts';
import { type Entry, readEntry } from '../entry.ts';
import { byPlace, isBefore, type Place } from '../place.ts';
import type { BookStore, EntryVerifier, KeyHead, StoredEntry } from '../ports.ts';
import { type NamedKeys, namedKeys } from '../receiving/signature-checks.ts';

/**
 * What the book holds in memory: the register of members, a head per key, and the end of the order. The rest of 100,000 entries
 * stays on the disk until it is asked for.
 */
export interface BookState {
  readonly register: Register;
  readonly heads: ReadonlyMap<KeyId, KeyHead>;
  readonly keys: NamedKeys;
  readonly memory: BookMemory;
  /** Ids that entries wait for; may hold some that have come. */
  readonly awaited: Set<EntryId>;
  /** Keys known to have signed two entries for one place, decided or not, and those that branches here belong to. */
  readonly forked: Set<KeyId>;
  /** What the entries of branches follow. */
  readonly continued: Set<EntryId>;
  /** Entries in the store when this was read or last written. */
  readonly count: number;
}

const CLOCKS_KEPT = 50_000;

function makeClockMemory(): BookMemory['clocks'] {
  const clocks = new Map<EntryId, KnownClock>();
  return {
    get: (id) => clocks.get(id),
    set: (id, clock) => {
      clocks.set(id, clock);
      const oldest = clocks.size > CLOCKS_KEPT ? clocks.keys().next() : null;
      if (oldest?.done === false) clocks.delete(oldest.value);
    },
  };
}

export async function loadState(
  bureau: BureauId,
  root: EntryId | null,
  store: BookStore,
  verifier: EntryVerifier,
): Promise<BookState> {
  const [stored, listed, newest, waited, forks, branched, count] = await Promise.all([
    store.register(),
    store.heads(),
    store.newest(),
    store.waitedFor(),
    store.forks(),
    store.branchedKeys(),
    store.count(),
  ]);
  const clocks = makeClockMemory();
  const awaited = new Set(waited);
  const memory = { clocks, awaited: (id: EntryId) => awaited.has(id), newest };
  const work = makeWorkingSet(store, memory, new Map());
  const entries = [...(await work.open(stored))].sort(byPlace);
  const heads = new Map(listed.map((head) => [head.keyId, head]));
  const register =
    root === null ? noRegister(bureau) : await readRegister(work, { bureau, root }, entries, { branched, heads });
  const forked = new Set([...forks.map(({ key }) => key), ...branched, ...register.proofs.map(({ key }) => key)]);
  const branches = await branchEntries(branched, store);
  const keys: NamedKeys = new Map();
  for (const { entry } of [...entries, ...branches]) {
    for (const [key, jwk] of await namedKeys(entry, verifier)) keys.set(key, jwk);
  }
  return {
    register,
    heads,
    keys,
    memory,
    awaited,
    forked,
    continued: new Set(branches.flatMap(({ entry }) => entry.payload.prev ?? [])),
    count,
  };
}

const noRegister = (bureau: BureauId): Register => ({
  entries: [],
  timeline: { bureau, steps: [], rulings: NO_RULINGS },
  decisions: new Map(),
  open: [],
  proofs: [],
});

async function readRegister(
  work: WorkingSet,
  bureau: { readonly bureau: BureauId; readonly root: EntryId },
  entries: readonly Held[],
  { branched, heads }: { readonly branched: readonly KeyId[]; readonly heads: ReadonlyMap<KeyId, KeyHead> },
): Promise<Register> {
  const { read, settled } = await countWithForks(work, bureau, entries, branched, heads);
  return registerOf(work, entries, read, settled);
}

/** Keys are named on branches that were given up, too; who was admitted there may have signed in good faith. */
export async function branchEntries(
  keys: Iterable<KeyId>,
  store: Pick<BookStore, 'branchesOf'>,
): Promise<readonly { readonly entry: Entry }[]> {
  const branches = await Promise.all([...keys].map((key) => store.branchesOf(key)));
  return branches.flat().map(({ id, jws }) => ({ entry: readEntry(id, jws) }));
}

/** The state after a commit. */
export function stateAfter(
  state: BookState,
  counted: Recounted,
  heads: ReadonlyMap<KeyId, KeyHead>,
  count: number,
): BookState {
  const { memory, awaited } = state;
  let newest = memory.newest;
  for (const { id, lc, clock, waitsFor } of [...counted.entries, ...counted.branches]) {
    if (waitsFor !== null) awaited.add(waitsFor);
    if (clock !== 'early') awaited.delete(id);
    if (clock === 'sound') memory.clocks.set(id, { lc, clock });
  }
  for (const entry of counted.entries) newest = later(newest, entry);
  for (const { key } of counted.register.proofs) state.forked.add(key);
  for (const { keyId, id, jws } of counted.branches) {
    state.forked.add(keyId);
    const { prev } = readEntry(id, jws).payload;
    if (prev !== null) state.continued.add(prev);
  }
  return { ...state, register: counted.register, heads, memory: { ...memory, newest }, count };
}

const later = (newest: Place | null, { id, lc, clock }: StoredEntry): Place | null =>
  clock === 'sound' && (newest === null || isBefore(newest, { id, lc })) ? { id, lc } : newest;
