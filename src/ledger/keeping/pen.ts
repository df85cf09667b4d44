import type { BureauId, EntryId, KeyId } from '../../domain/ids.ts';
import { openEntry, subjectsOf } from '../counting/judge.ts';
import { type Decisions, decisionAt, partingOf } from '../counting/proofs.ts';
import { type Recounted, recount } from '../counting/recount.ts';
import { parseShown } from '../counting/shown-details.ts';
import type { Held } from '../counting/working-set.ts';
import { decodeForm } from '../entry.ts';
import type { Exchange, Missing } from '../exchange.ts';
import type { Fork } from '../fork.ts';
import type { BookStore, EntryVerifier, KeyHead, StoredEntry } from '../ports.ts';
import type { Arrival } from '../receiving/receive.ts';
import type { Admitted } from '../receiving/threshold.ts';
import { voided } from '../verdict.ts';
import { type BookState, loadState, stateAfter } from './book-state.ts';

/** The one hand that writes in a book: what is at hand of it, and how a change becomes durable. */
export interface Pen {
  readonly root: () => EntryId | null;
  readonly state: () => BookState;
  /** One writer at a time within this tab; what another tab wrote in between is read first. */
  readonly alone: <T>(act: () => Promise<T>) => Promise<T>;
  readonly reload: () => Promise<void>;
  /** What the book would be with this; nothing is written. */
  readonly count: (arrival: Arrival, root: EntryId) => Promise<Recounted>;
  readonly commit: (arrival: Arrival, counted: Recounted, root: EntryId) => Promise<void>;
  /** Counts and commits. Answers with what is found to be missing. */
  readonly keep: (arrival: Arrival) => Promise<readonly Missing[]>;
  readonly onAppended: Exchange['onAppended'];
}

export async function takePen(
  bureau: BureauId,
  root: EntryId | null,
  { store, verifier }: { readonly store: BookStore; readonly verifier: EntryVerifier },
): Promise<Pen> {
  const listeners = new Set<(entries: readonly StoredEntry[]) => void>();
  let pinned = root;
  let state = await loadState(bureau, root, store, verifier);
  let queue: Promise<unknown> = Promise.resolve();

  const reload = async (): Promise<void> => {
    state = await loadState(bureau, pinned, store, verifier);
  };

  const count = (arrival: Arrival, pin: EntryId): Promise<Recounted> => {
    const heads = new Map([...state.heads, ...arrival.heads]);
    const { register, memory, forked, continued } = state;
    const { details, forgotten = new Set<EntryId>() } = arrival;
    const change = { fresh: arrival.admitted.map(toHeld), details, forgotten };
    return recount(change, { bureau, root: pin, register, forked, continued, heads, memory }, store);
  };

  const commit = async (arrival: Arrival, counted: Recounted, pin: EntryId): Promise<void> => {
    state = await written(arrival, counted, state, store);
    // After that: whoever is told of the commit reads the book at once, and would find it as it was.
    state = { ...state, count: await store.count() };
    pinned = pin;
    const came = new Set(arrival.admitted.map(({ entry }) => entry.id));
    const added = counted.entries.filter(({ id }) => came.has(id));
    if (added.length > 0) for (const listener of listeners) listener(added);
  };

  return {
    root: () => pinned,
    state: () => state,
    alone: (act) => {
      const result = queue.then(async () => {
        if ((await store.count()) !== state.count) await reload();
        return act();
      });
      queue = result.catch(() => undefined);
      return result;
    },
    reload,
    count,
    commit,
    keep: async (arrival) => {
      if (pinned === null) throw new Error('nothing can be received before the bureau is known');
      const counted = await count(arrival, pinned);
      await commit(arrival, counted, pinned);
      return counted.missing;
    },
    onAppended: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One durable commit. Answers with the state after it, but for the count of entries. */
async function written(arrival: Arrival, counted: Recounted, state: BookState, store: BookStore): Promise<BookState> {
  const { moved, headless, heads } = headsAfter(state.heads, arrival.heads, counted.heads);
  const { decisions } = counted.register;
  const asked = decisions === state.register.decisions && arrival.forks.length === 0 ? [] : await store.forks();
  const settled = asked.filter((fork) => isDecided(fork, decisions));
  await store.commit({
    entries: counted.entries,
    details: [...arrival.details.values()],
    ...(arrival.forgotten === undefined ? {} : { forgotten: [...arrival.forgotten] }),
    heads: moved,
    records: counted.records,
    ...(counted.branches.length > 0 ? { branches: counted.branches } : {}),
    growth: counted.growth,
    headless,
    forks: lowest(
      arrival.forks.filter((fork) => !isDecided(fork, decisions)),
      asked.filter((fork) => !settled.includes(fork)),
    ),
    settled: settled.map(({ key }) => key),
  });
  for (const { key } of arrival.forks) state.forked.add(key);
  return stateAfter(state, counted, heads, state.count);
}

function toHeld({ entry, details, givenUp }: Admitted): Held {
  const opened = openEntry(entry, details === null ? null : parseShown(details.json));
  const { seq, shard, slot, lc, kind } = entry.payload;
  const stored: StoredEntry = {
    id: entry.id,
    jws: entry.jws,
    keyId: entry.keyId,
    seq,
    shard,
    slot,
    lc,
    kind,
    subjects: subjectsOf(opened),
    // Until it is counted it counts for nothing.
    verdict: voided(givenUp ? 'forked' : 'clock-wrong'),
    clock: 'early',
    waitsFor: null,
    reads: [],
  };
  return { ...opened, stored, from: 'new' };
}

function headsAfter(
  before: ReadonlyMap<KeyId, KeyHead>,
  arrived: ReadonlyMap<KeyId, KeyHead>,
  switched: ReadonlyMap<KeyId, KeyHead | null>,
): { readonly moved: readonly KeyHead[]; readonly headless: readonly KeyId[]; readonly heads: Map<KeyId, KeyHead> } {
  const changes = new Map<KeyId, KeyHead | null>([...arrived, ...switched]);
  const heads = new Map(before);
  for (const [key, head] of changes) {
    if (head === null) heads.delete(key);
    else heads.set(key, head);
  }
  return {
    moved: [...changes.values()].filter((head) => head !== null),
    headless: [...changes].flatMap(([key, head]) => (head === null ? [key] : [])),
    heads,
  };
}

function isDecided({ kept }: Fork, decisions: Decisions): boolean {
  const form = decodeForm(kept);
  return form.ok && decisionAt(decisions, partingOf(form.value)) !== undefined;
}

/** Of the forks of one key the earliest is worth a proof: what follows on the other branch goes with it. */
const lowest = (met: readonly Fork[], known: readonly Fork[]): readonly Fork[] =>
  met.filter(({ key, seq }) => !known.some((fork) => fork.key === key && fork.seq <= seq));
