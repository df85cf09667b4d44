import type { BureauId, EntryId, KeyId } from '../../domain/ids.ts';
import { type Decisions, decisionsIn } from '../counting/branch.ts';
import type { KnownClock } from '../counting/clock.ts';
import { NO_RULINGS } from '../counting/departures.ts';
import type { Recounted } from '../counting/recount.ts';
import type { Register } from '../counting/settle-register.ts';
import { countRegister } from '../counting/timeline.ts';
import { type BookMemory, makeWorkingSet } from '../counting/working-set.ts';
import { type Entry, readEntry } from '../entry.ts';
import { REGISTER_KINDS } from '../kinds.ts';
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
  /** Keys known to have signed two entries for one place, decided or not. */
  readonly forked: Set<KeyId>;
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
  const [stored, heads, newest, waited, forks, count] = await Promise.all([
    store.register(),
    store.heads(),
    store.newest(),
    store.waitedFor(),
    store.forks(),
    store.count(),
  ]);
  const clocks = makeClockMemory();
  const awaited = new Set(waited);
  const memory = { clocks, awaited: (id: EntryId) => awaited.has(id), newest };
  const entries = [...(await makeWorkingSet(store, memory, new Map()).open(stored))].sort(byPlace);
  const sound = entries.filter((held) => held.stored.clock === 'sound');
  const counted =
    root === null
      ? { timeline: { bureau, steps: [], rulings: NO_RULINGS }, judged: new Map() }
      : countRegister(sound, bureau, root);
  const { timeline } = counted;
  const decisions: Decisions = root === null ? new Map() : decisionsIn(sound, counted, root);
  const forked = new Set([...forks.map(({ key }) => key), ...decisions.keys()]);
  const keys: NamedKeys = new Map();
  for (const { entry } of [...entries, ...(await registerBranches(forked, store))]) {
    for (const [key, jwk] of await namedKeys(entry, verifier)) keys.set(key, jwk);
  }
  return {
    register: { entries, timeline, decisions },
    heads: new Map(heads.map((head) => [head.keyId, head])),
    keys,
    memory,
    awaited,
    forked,
    count,
  };
}

/** Keys are named on branches that were given up, too; who was admitted there may have signed in good faith. */
export async function registerBranches(
  forked: ReadonlySet<KeyId>,
  store: Pick<BookStore, 'branchesOf'>,
): Promise<readonly { readonly entry: Entry }[]> {
  const branches = await Promise.all([...forked].map((key) => store.branchesOf(key)));
  const named = branches.flat().filter(({ kind }) => REGISTER_KINDS.has(kind));
  return named.map(({ id, jws }) => ({ entry: readEntry(id, jws) }));
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
  for (const key of counted.register.decisions.keys()) state.forked.add(key);
  return { ...state, register: counted.register, heads, memory: { ...memory, newest }, count };
}

const later = (newest: Place | null, { id, lc, clock }: StoredEntry): Place | null =>
  clock === 'sound' && (newest === null || isBefore(newest, { id, lc })) ? { id, lc } : newest;
