import type { EntryId, KeyId } from '../../domain/ids.ts';
import type { Subject } from '../../domain/subject.ts';
import { readEntry } from '../entry.ts';
import { byPlace, firstFrom, insertByPlace, isBefore, type Place } from '../place.ts';
import type { BookStore, StoredDetails, StoredEntry } from '../ports.ts';
import { voided } from '../verdict.ts';
import type { KnownClock } from './clock.ts';
import { type Opened, openEntry } from './judge.ts';
import { parsedDetails } from './shown-details.ts';

/** An entry open for counting, and as it will be stored. */
export interface Held extends Opened {
  readonly stored: StoredEntry;
  /** Whether it is new, or where it stood before. */
  readonly from: 'new' | 'chain' | 'branch';
}

export type Change = Partial<Pick<StoredEntry, 'verdict' | 'clock' | 'waitsFor' | 'reach' | 'reads'>>;

/** What the book remembers between commits, so that the store is asked only what it alone knows. */
export interface BookMemory {
  /** Clocks met lately; only those that are sound, which they stay. */
  readonly clocks: {
    readonly get: (id: EntryId) => KnownClock | undefined;
    readonly set: (id: EntryId, clock: KnownClock) => void;
  };
  /** Whether a stored entry may be early for this one. */
  readonly awaited: (id: EntryId) => boolean;
  /** The last stored entry whose clock is sound: nothing that has been judged stands after it. */
  readonly newest: Place | null;
}

/** The book as it will be after the commit under way: the stored one, with the changes on top. */
export interface WorkingSet {
  readonly changed: () => readonly StoredEntry[];
  readonly branches: () => readonly StoredEntry[];
  /** How many more entries there are on chains. */
  readonly growth: () => number;
  readonly put: (held: Held, change?: Change) => Held;
  /** Takes an entry from its chain, for another branch; `put` with another verdict brings it back. */
  readonly giveUp: (held: Held) => Held;
  readonly now: (held: Held) => Held;
  readonly open: (stored: readonly StoredEntry[]) => Promise<readonly Held[]>;
  readonly clocks: (ids: readonly EntryId[]) => Promise<ReadonlyMap<EntryId, KnownClock>>;
  readonly waiters: (id: EntryId) => Promise<readonly Held[]>;
  /** false: nothing is early for this one. */
  readonly mayBeWaitedFor: (id: EntryId) => boolean;
  /** The same as `readers` where the store need not be asked; else null. */
  readonly readersAtHand: (subject: Subject, after: Place) => readonly Held[] | null;
  readonly readers: (subject: Subject, after: Place) => Promise<readonly Held[]>;
  readonly ofKey: (key: KeyId, fromSeq: number, most?: number) => Promise<readonly Held[]>;
  readonly branchesOf: (key: KeyId) => Promise<readonly Held[]>;
  /** Changed entries of chains that touch the subject, in order. */
  readonly changedTouching: (subject: Subject) => readonly Held[];
  /** All entries of chains that touch the subject, in order. */
  readonly touching: (subject: Subject) => Promise<readonly Held[]>;
}

const isForked = ({ verdict }: Pick<StoredEntry, 'verdict'>): boolean =>
  verdict.kind === 'void' && verdict.code === 'forked';

export const isGivenUp = ({ stored }: Pick<Held, 'stored'>): boolean => isForked(stored);

export function makeWorkingSet(
  store: BookStore,
  memory: BookMemory,
  freshDetails: ReadonlyMap<EntryId, StoredDetails>,
  forgotten: ReadonlySet<EntryId> = new Set(),
): WorkingSet {
  const all = new Map<EntryId, Held>();
  const opened = new Map<EntryId, Held>();
  const indexes: Indexes = { touched: makeIndex(), read: makeIndex(), waiting: makeIndex() };

  const put = (held: Held, change: Change = {}): Held => {
    const next: Held = { ...held, stored: { ...held.stored, ...change } };
    const { subjects, reads, waitsFor } = next.stored;
    const onChain = !isGivenUp(next);
    all.set(next.id, next);
    indexes.touched.put(next, onChain ? subjects : []);
    indexes.read.put(next, onChain ? reads : []);
    indexes.waiting.put(next, waitsFor === null ? [] : [waitsFor]);
    return next;
  };

  const open = async (stored: readonly StoredEntry[]): Promise<readonly Held[]> => {
    const fresh = stored.filter(({ id }) => !all.has(id) && !opened.has(id));
    const shown = await parsedDetails(store, fresh, freshDetails, forgotten);
    for (const each of fresh) {
      const open = openEntry(readEntry(each.id, each.jws), shown.get(each.id) ?? null);
      opened.set(each.id, { ...open, stored: each, from: isForked(each) ? 'branch' : 'chain' });
    }
    return stored.flatMap(({ id }) => all.get(id) ?? opened.get(id) ?? []);
  };

  return {
    changed: () => chained([...all.values()]).map(({ stored }) => stored),
    branches: () => [...all.values()].filter(isGivenUp).map(({ stored }) => stored),
    growth: () =>
      [...all.values()].reduce((sum, held) => sum + (isGivenUp(held) ? 0 : 1) - (held.from === 'chain' ? 1 : 0), 0),
    put,
    giveUp: (held) => put(held, { verdict: voided('forked'), reads: [] }),
    now: (held) => all.get(held.id) ?? held,
    open,
    clocks: (ids) => clocksOf(ids, all, memory, store),
    ...queries(store, memory, all, indexes, open),
  };
}

interface Indexes {
  readonly touched: Index<Subject>;
  readonly read: Index<Subject>;
  readonly waiting: Index<EntryId>;
}

const chained = (list: readonly Held[]): readonly Held[] => list.filter((held) => !isGivenUp(held));

async function clocksOf(
  ids: readonly EntryId[],
  all: ReadonlyMap<EntryId, Held>,
  { clocks }: BookMemory,
  store: BookStore,
): Promise<ReadonlyMap<EntryId, KnownClock>> {
  const found = new Map<EntryId, KnownClock>();
  const asked: EntryId[] = [];
  for (const id of ids) {
    const held = all.get(id);
    const known = held === undefined ? clocks.get(id) : held.stored;
    if (known === undefined) asked.push(id);
    else found.set(id, known);
  }
  for (const entry of asked.length === 0 ? [] : await store.byId(asked)) {
    const { id, lc, clock } = entry;
    found.set(id, entry);
    if (clock === 'sound') clocks.set(id, { lc, clock });
  }
  return found;
}

/** Questions answered from the store and the changes together: of an entry that is in both, the changed one. */
function queries(
  store: BookStore,
  memory: BookMemory,
  all: ReadonlyMap<EntryId, Held>,
  { touched, read, waiting }: Indexes,
  open: WorkingSet['open'],
): Pick<
  WorkingSet,
  'waiters' | 'mayBeWaitedFor' | 'readersAtHand' | 'readers' | 'ofKey' | 'branchesOf' | 'changedTouching' | 'touching'
> {
  const merged = async (stored: readonly StoredEntry[], mine: readonly Held[]): Promise<readonly Held[]> => {
    if (stored.length === 0) return mine;
    const found = new Map([...(await open(stored)), ...mine].map((held) => [held.id, held]));
    return [...found.values()].sort(byPlace);
  };
  // Nothing that has been judged stands after the newest.
  const noneStored = (after: Place): boolean => memory.newest === null || !isBefore(after, memory.newest);
  const readersIn = (found: readonly Held[], subject: Subject): readonly Held[] =>
    chained(found).filter(({ stored }) => stored.reads.includes(subject));
  const laterReaders = (subject: Subject, after: Place): readonly Held[] =>
    read.of(subject).filter((held) => isBefore(after, held));
  return {
    mayBeWaitedFor: (id) => memory.awaited(id) || waiting.of(id).length > 0,
    readersAtHand: (subject, after) => (noneStored(after) ? readersIn(laterReaders(subject, after), subject) : null),
    waiters: async (id) => {
      const theirs = memory.awaited(id) ? await store.waiters([id]) : [];
      return (await merged(theirs, waiting.of(id))).filter(({ stored }) => stored.waitsFor === id);
    },
    readers: async (subject, after) => {
      const stored = noneStored(after) ? [] : await store.readers(subject, after);
      return readersIn(await merged(stored, laterReaders(subject, after)), subject);
    },
    ofKey: async (key, fromSeq, most = Number.MAX_SAFE_INTEGER) => {
      const mine = [...all.values()].filter(({ stored }) => stored.keyId === key && stored.seq >= fromSeq);
      const found = chained(await merged(await store.ofKey(key, fromSeq, most), mine));
      return [...found].sort((a, b) => a.stored.seq - b.stored.seq).slice(0, most);
    },
    branchesOf: async (key) => {
      const mine = [...all.values()].filter(({ stored }) => stored.keyId === key);
      return (await merged(await store.branchesOf(key), mine)).filter(isGivenUp);
    },
    changedTouching: (subject) => touched.of(subject),
    touching: async (subject) => chained(await merged(await store.bySubjects([subject]), touched.of(subject))),
  };
}

interface Index<K> {
  readonly put: (held: Held, keys: readonly K[]) => void;
  /** In (lc, id) order. */
  readonly of: (key: K) => readonly Held[];
}

function makeIndex<K>(): Index<K> {
  const lists = new Map<K, Held[]>();
  const under = new Map<EntryId, readonly K[]>();
  return {
    put: (held, keys) => {
      const before = under.get(held.id);
      if (before === undefined && keys.length === 0) return;
      for (const key of before ?? []) {
        if (keys.includes(key)) continue;
        const list = lists.get(key) ?? [];
        const at = firstFrom(list, held);
        if (list[at]?.id === held.id) list.splice(at, 1);
      }
      for (const key of keys) {
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [held]);
        else insertByPlace(list, held);
      }
      under.set(held.id, keys);
    },
    of: (key) => lists.get(key) ?? [],
  };
}
