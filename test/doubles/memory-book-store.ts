import { Fault } from '../../src/base/fault.ts';
import type { EntryId, KeyId } from '../../src/domain/ids.ts';
import type { ReadModel } from '../../src/domain/ports/read-model.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { type Subject, subjectOf } from '../../src/domain/subject.ts';
import type { Fork } from '../../src/ledger/fork.ts';
import { REGISTER_KINDS } from '../../src/ledger/kinds.ts';
import { byPlace } from '../../src/ledger/place.ts';
import type {
  BookStore,
  BookWrite,
  FoldedRecord,
  KeyHead,
  StoredDetails,
  StoredEntry,
} from '../../src/ledger/ports.ts';
import { registerPage } from './memory-register.ts';

export interface MemoryBook {
  readonly book: BookStore;
  readonly model: ReadModel;
  /** The next commit throws this, and writes nothing. */
  readonly failNext: (fault: Fault<'storage-full' | 'storage-failed'>) => void;
}

/**
 * Book and read model over maps: the same answers as the database, nothing kept. It copies what it is handed, as a database
 * does, unless a bench asks for the ledger's own work alone.
 */
export function makeMemoryBook({ copies = true }: { readonly copies?: boolean } = {}): MemoryBook {
  const entries = new Map<EntryId, StoredEntry>();
  const details = new Map<EntryId, StoredDetails>();
  const heads = new Map<KeyId, KeyHead>();
  const branches = new Map<EntryId, StoredEntry>();
  /** Which entry stands at a place of a key's chain. */
  const places = new Map<string, EntryId>();
  const forks = new Map<KeyId, Fork>();
  const records = new Map<Subject, FoldedRecord>();
  const log: RecordLog = { revision: 0, dropped: 0, written: new Map() };
  const watchers = new Set<() => void>();
  let planned: Fault | null = null;

  const inOrder = (list: readonly StoredEntry[]): readonly StoredEntry[] => [...list].sort(byPlace);
  const select = (passes: (entry: StoredEntry) => boolean): readonly StoredEntry[] =>
    [...entries.values()].filter(passes);

  function refuse({ entries: fresh, branches: given = [] }: BookWrite): void {
    const fault = planned;
    planned = null;
    if (fault !== null) throw fault;
    const leaving = new Set(given.map(({ id }) => id));
    const taken = new Map<string, EntryId>();
    for (const { keyId, seq, id } of fresh) {
      const place = `${keyId} ${seq}`;
      const there = taken.get(place) ?? places.get(place) ?? id;
      if (there !== id && !leaving.has(there)) throw new Fault('storage-failed', { error: 'ConstraintError' });
      taken.set(place, id);
    }
  }

  const book: BookStore = {
    commit: async (write) => {
      refuse(write);
      const {
        entries: fresh,
        branches: given = [],
        forks: met = [],
        ...rest
      } = copies ? structuredClone(write) : write;
      for (const entry of given) {
        entries.delete(entry.id);
        places.delete(`${entry.keyId} ${entry.seq}`);
      }
      for (const entry of fresh) places.set(`${entry.keyId} ${entry.seq}`, entry.id);
      for (const entry of given) branches.set(entry.id, entry);
      for (const entry of fresh) entries.set(entry.id, entry);
      for (const entry of fresh) branches.delete(entry.id);
      for (const row of rest.details) details.set(row.entry, row);
      for (const id of rest.forgotten ?? []) details.delete(id);
      for (const head of rest.heads) heads.set(head.keyId, head);
      for (const key of rest.headless ?? []) heads.delete(key);
      for (const fork of met) forks.set(fork.key, fork);
      for (const key of rest.settled ?? []) forks.delete(key);
      log.revision++;
      for (const row of rest.records) {
        const gone = row.record === null && !row.upTo;
        if (gone) records.delete(row.subject);
        else records.set(row.subject, row);
        if (gone) log.dropped = log.revision;
        log.written.set(row.subject, log.revision);
      }
      for (const watcher of [...watchers]) watcher();
    },
    head: async (keyId) => heads.get(keyId) ?? null,
    heads: async () => [...heads.values()],
    newest: async () => {
      const last = inOrder(select((entry) => entry.clock === 'sound')).at(-1);
      return last === undefined ? null : { id: last.id, lc: last.lc };
    },
    byId: async (ids) => [...new Set(ids)].flatMap((id) => entries.get(id) ?? branches.get(id) ?? []),
    bySubjects: async (subjects) => select((entry) => entry.subjects.some((subject) => subjects.includes(subject))),
    readers: async (subject, after) =>
      inOrder(select((entry) => entry.reads.includes(subject) && byPlace(after, entry) < 0)),
    waiters: async (ids) =>
      [...entries.values(), ...branches.values()].filter(({ waitsFor }) => waitsFor !== null && ids.includes(waitsFor)),
    waitedFor: async () => [
      ...new Set([...entries.values(), ...branches.values()].flatMap(({ waitsFor }) => waitsFor ?? [])),
    ],
    byShard: async (shard) =>
      select((entry) => entry.shard === shard).toSorted((a, b) =>
        a.keyId === b.keyId ? a.slot - b.slot : a.keyId < b.keyId ? -1 : 1,
      ),
    ofKey: async (key, fromSeq, most) =>
      select((entry) => entry.keyId === key && entry.seq >= fromSeq)
        .toSorted((a, b) => a.seq - b.seq)
        .slice(0, most),
    branchedKeys: async () => [...new Set([...branches.values()].map(({ keyId }) => keyId))],
    branchesOf: async (key) => [...branches.values()].filter(({ keyId }) => keyId === key),
    register: async () => select((entry) => REGISTER_KINDS.has(entry.kind)),
    folded: async (subjects) => [...new Set(subjects)].flatMap((subject) => records.get(subject) ?? []),
    detailsOf: async (ids) => [...new Set(ids)].flatMap((id) => details.get(id) ?? []),
    forks: async () => [...forks.values()],
    all: async function* (pageSize) {
      for (let at = 0; at < entries.size; at += pageSize) yield inOrder([...entries.values()]).slice(at, at + pageSize);
    },
    count: async () => entries.size,
  };
  return {
    book,
    model: makeMemoryModel(records, watchers, log),
    failNext: (fault) => {
      planned = fault;
    },
  };
}

/** Which commit last wrote each record, and which took one away. */
interface RecordLog {
  revision: number;
  dropped: number;
  readonly written: Map<Subject, number>;
}

function makeMemoryModel(
  records: ReadonlyMap<Subject, FoldedRecord>,
  watchers: Set<() => void>,
  log: RecordLog,
): ReadModel {
  const at = (subject: Subject): AnyRecord | null => records.get(subject)?.record ?? null;
  // Each row's record is of its type, which a lookup by subject cannot show the compiler.
  const model: ReadModel = {
    get: async (type, id) => at(subjectOf(type, id)) as never,
    getMany: async (type, ids) => [...new Set(ids)].flatMap((id) => at(subjectOf(type, id)) ?? []) as never,
    all: async (type) =>
      [...records.values()].flatMap((row) => (row.type === type && row.record !== null ? [row.record] : [])) as never,
    register: async (query, window) => registerPage(records, query, window),
    changes: async (since) => ({
      revision: log.revision,
      subjects:
        since === null || since < log.dropped
          ? null
          : [...log.written].flatMap(([subject, revision]) => (revision > since ? [subject] : [])),
    }),
    watch: (read, onValue, onFault) => {
      let last: Promise<unknown> = Promise.resolve();
      let stopped = false;
      const refresh = (): void => {
        last = last.then(async () => {
          try {
            const value = stopped ? null : await read(model);
            if (!stopped) onValue(value as Awaited<ReturnType<typeof read>>);
          } catch (error) {
            if (!stopped) onFault(error);
          }
        });
      };
      watchers.add(refresh);
      refresh();
      return () => {
        stopped = true;
        watchers.delete(refresh);
      };
    },
  };
  return model;
}
