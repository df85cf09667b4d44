import { Dexie } from 'dexie';
import type { EntryId, KeyId } from '../../../domain/ids.ts';
import type { BookStore, BookWrite, FoldedRecord, StoredEntry } from '../../../ledger/ports.ts';
import { type BureauTables, readMeta } from '../database/bureau-tables.ts';
import { guarded } from '../database/storage-fault.ts';
import { deriveLines, staleLines } from '../register/derive-register.ts';
import { type EntryRow, fromRow, laterThan, toRow, wholeOf } from './entry-row.ts';

/** IndexedDB counts in 32 bits and throws on more (`unsigned long` of Web IDL); "all" must not be asked for by a greater number. */
const MOST_ROWS = 2 ** 32 - 1;

/** The book's tables in IndexedDB. Two entries of one key and place are never both kept: the unique index refuses the second. */
export function makeBookStore(tables: BureauTables): BookStore {
  const { details, heads, forks } = tables;
  return {
    commit: (write) => guarded(() => commit(tables, write)),
    head: (keyId) => guarded(async () => (await heads.get(keyId)) ?? null),
    heads: () => guarded(() => heads.toArray()),
    ...entryReaders(tables),
    ...waitingReaders(tables),
    folded: (subjects) =>
      guarded(async () => {
        const rows = await tables.records.bulkGet([...new Set(subjects)]);
        // A row's record is of its type: the commit puts both together.
        return rows.flatMap((row) => {
          if (row === undefined) return [];
          const { subject, type, record, upTo } = row;
          return [{ subject, type, record, upTo } as FoldedRecord];
        });
      }),
    detailsOf: (ids) => guarded(async () => present(await details.bulkGet([...new Set(ids)]))),
    forks: () => guarded(() => forks.toArray()),
    all: (pageSize) => pages(tables, pageSize),
    count: () => guarded(() => readMeta(tables, 'entries')),
  };
}

const present = <T>(rows: readonly (T | undefined)[]): readonly T[] => rows.filter((row) => row !== undefined);

type EntryReaders = Pick<
  BookStore,
  'newest' | 'byId' | 'bySubjects' | 'readers' | 'byShard' | 'ofKey' | 'branchesOf' | 'branchedKeys' | 'register'
>;

function entryReaders({ entries, branches }: BureauTables): EntryReaders {
  const read = (query: () => PromiseLike<readonly EntryRow[]>): Promise<readonly StoredEntry[]> =>
    guarded(async () => (await query()).map(fromRow));
  return {
    newest: () =>
      guarded(async () => {
        const sound = (row: EntryRow): boolean => row.clock === 'sound';
        const last = await entries.orderBy('[lc+id]').reverse().filter(sound).first();
        return last === undefined ? null : { id: last.id, lc: last.lc };
      }),
    byId: (ids) => guarded(() => entriesById([...new Set(ids)], entries, branches)),
    bySubjects: (subjects) =>
      read(() =>
        entries
          .where('touched')
          .inAnyRange(disjoint(subjects.map(wholeOf)))
          .distinct()
          .toArray(),
      ),
    readers: async (subject, after) => {
      const [from, to] = laterThan(subject, after);
      return read(() => entries.where('read').between(from, to, false, true).toArray());
    },
    byShard: (shard) =>
      read(() => entries.where('[shard+keyId+slot]').between([shard, Dexie.minKey], [shard, Dexie.maxKey]).toArray()),
    ofKey: (key, fromSeq, most) =>
      read(() =>
        entries
          .where('[keyId+seq]')
          .between([key, fromSeq], [key, Dexie.maxKey])
          .limit(Math.min(most, MOST_ROWS))
          .toArray(),
      ),
    branchesOf: (key) => guarded(() => branches.where('keyId').equals(key).toArray()),
    branchedKeys: () => guarded(async () => (await branches.orderBy('keyId').uniqueKeys()) as KeyId[]),
    register: () => read(() => entries.where('register').equals(1).toArray()),
  };
}

/** Who is early, and for what; entries of branches tell clocks too. */
function waitingReaders({ entries, branches }: BureauTables): Pick<BookStore, 'waiters' | 'waitedFor'> {
  return {
    waiters: (ids) =>
      guarded(async () => [
        ...(
          await entries
            .where('waitsFor')
            .anyOf([...ids])
            .toArray()
        ).map(fromRow),
        ...(await branches
          .where('waitsFor')
          .anyOf([...ids])
          .toArray()),
      ]),
    waitedFor: () =>
      guarded(async () => {
        const named = await Promise.all([entries, branches].map((table) => table.orderBy('waitsFor').uniqueKeys()));
        return [...new Set(named.flat())] as EntryId[];
      }),
  };
}

/** Most ids name entries that stand; only the rest are looked for among branches, of which most books have none. */
async function entriesById(
  ids: readonly EntryId[],
  entries: BureauTables['entries'],
  branches: BureauTables['branches'],
): Promise<readonly StoredEntry[]> {
  const found = present(await entries.bulkGet([...ids]));
  if (found.length === ids.length) return found.map(fromRow);
  if ((await branches.count()) === 0) return found.map(fromRow);
  const here = new Set(found.map(({ id }) => id));
  return [...found.map(fromRow), ...present(await branches.bulkGet(ids.filter((id) => !here.has(id))))];
}

/** Ranges in order, each once: Dexie refuses lists that overlap. */
const disjoint = (ranges: readonly (readonly [string, string])[]): [string, string][] =>
  [...new Map(ranges.map(([from, to]) => [from, [from, to] as [string, string]])).values()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );

function commit(tables: BureauTables, write: BookWrite): PromiseLike<void> {
  const { dexie, entries, details, heads, records, register, searchBlocks, branches, forks, meta } = tables;
  const touched = [entries, details, heads, records, register, searchBlocks, branches, forks, meta];
  return dexie.transaction('rw', touched, async () => {
    const [counted, growth] = await Promise.all([meta.bulkGet(['revision', 'entries']), growthIn(tables, write)]);
    const [revision, count] = [(counted[0]?.value ?? 0) + 1, (counted[1]?.value ?? 0) + growth];
    // Branches first: the place a branch gives up may be taken by another entry of this very commit.
    const given = (write.branches ?? []).map(({ id }) => id);
    if (given.length > 0) await entries.bulkDelete(given);
    // Together, because each question waited for by itself costs a way to the disk's process and back.
    const [stale] = await Promise.all([
      staleLines(tables, write.records),
      moveBranches(tables, write),
      entries.bulkPut(write.entries.map(toRow)),
      details.bulkPut([...write.details]).then(() => details.bulkDelete([...(write.forgotten ?? [])])),
      heads.bulkPut([...write.heads]).then(() => heads.bulkDelete([...(write.headless ?? [])])),
      forks.bulkPut([...(write.forks ?? [])]).then(() => forks.bulkDelete([...(write.settled ?? [])])),
    ]);
    await Promise.all([
      putRecords(tables, write.records, revision),
      deriveLines(tables, stale, write.records, revision),
      meta.bulkPut([
        { name: 'revision', value: revision },
        { name: 'entries', value: count },
      ]),
    ]);
  });
}

const growthIn = async (tables: BureauTables, write: BookWrite): Promise<number> =>
  write.growth ?? growthOf(tables, write);

async function growthOf({ entries }: BureauTables, write: BookWrite): Promise<number> {
  const given = (write.branches ?? []).map(({ id }) => id);
  const left = [...write.entries.map(({ id }) => id), ...given];
  return write.entries.length - (await entries.where('id').anyOf(left).count());
}

/** A table that is nearly always empty: it is asked for its size before 500 ids are looked for in it. */
async function moveBranches({ branches }: BureauTables, write: BookWrite): Promise<void> {
  if ((await branches.count()) > 0) await branches.bulkDelete(write.entries.map(({ id }) => id));
  if (write.branches !== undefined) await branches.bulkPut([...write.branches]);
}

async function putRecords(
  { records, meta }: BureauTables,
  folded: readonly FoldedRecord[],
  revision: number,
): Promise<void> {
  const rows = folded.map(({ subject, type, record, upTo = null }) => ({ subject, type, record, upTo, revision }));
  const isEmpty = ({ record, upTo }: (typeof rows)[number]): boolean => record === null && upTo === null;
  await records.bulkPut(rows.filter((row) => !isEmpty(row)));
  const gone = rows.filter(isEmpty).map(({ subject }) => subject);
  if (gone.length === 0) return;
  await records.bulkDelete(gone);
  await meta.put({ name: 'dropped', value: revision });
}

/** Each page is a transaction of its own: a reader of the whole book must not hold up its writers. */
async function* pages({ entries }: BureauTables, pageSize: number): AsyncGenerator<readonly StoredEntry[]> {
  let after: readonly [number, EntryId] | null = null;
  for (;;) {
    const from: readonly unknown[] | null = after;
    const page: readonly EntryRow[] = await guarded(() =>
      (from === null ? entries.orderBy('[lc+id]') : entries.where('[lc+id]').above(from)).limit(pageSize).toArray(),
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map(fromRow);
    after = [last.lc, last.id];
  }
}
