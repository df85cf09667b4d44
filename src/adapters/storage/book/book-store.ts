import { Dexie } from 'dexie';
import type { EntryId } from '../../../domain/ids.ts';
import type { BookStore, FoldedRecord, StoredEntry } from '../../../ledger/ports.ts';
import { addToMeta, type BureauTables, readMeta } from '../database/bureau-tables.ts';
import { guarded } from '../database/storage-fault.ts';
import { deriveLines, staleLines } from '../register/derive-register.ts';

/** The book's tables in IndexedDB. Two entries of one key and place are never both kept: the unique index refuses the second. */
export function makeBookStore(tables: BureauTables): BookStore {
  const { entries, details, heads } = tables;
  return {
    commit: (write) => guarded(() => commit(tables, write)),
    head: (keyId) => guarded(async () => (await heads.get(keyId)) ?? null),
    newest: () =>
      guarded(async () => {
        const last = await entries.orderBy('[lc+id]').last();
        return last === undefined ? null : { id: last.id, lc: last.lc };
      }),
    byId: (ids) => guarded(async () => present(await entries.bulkGet([...new Set(ids)]))),
    bySubjects: (subjects) =>
      guarded(() =>
        entries
          .where('subjects')
          .anyOf([...subjects])
          .distinct()
          .toArray(),
      ),
    byShard: (shard) =>
      guarded(() =>
        entries.where('[shard+keyId+slot]').between([shard, Dexie.minKey], [shard, Dexie.maxKey]).toArray(),
      ),
    detailsOf: (ids) => guarded(async () => present(await details.bulkGet([...new Set(ids)]))),
    all: (pageSize) => pages(tables, pageSize),
    count: () => guarded(() => readMeta(tables, 'entries')),
  };
}

const present = <T>(rows: readonly (T | undefined)[]): readonly T[] => rows.filter((row) => row !== undefined);

function commit(tables: BureauTables, write: Parameters<BookStore['commit']>[0]): PromiseLike<void> {
  const { dexie, entries, details, heads, records, register, searchBlocks, meta } = tables;
  const touched = [entries, details, heads, records, register, searchBlocks, meta];
  return dexie.transaction('rw', touched, async () => {
    const revision = await addToMeta(tables, 'revision', 1);
    const known = await entries
      .where('id')
      .anyOf(write.entries.map(({ id }) => id))
      .count();
    await entries.bulkPut([...write.entries]);
    await details.bulkPut([...write.details]);
    await heads.bulkPut([...write.heads]);
    const stale = await staleLines(tables, write.records);
    await putRecords(tables, write.records);
    await deriveLines(tables, stale, revision);
    await addToMeta(tables, 'entries', write.entries.length - known);
  });
}

async function putRecords({ records }: BureauTables, folded: readonly FoldedRecord[]): Promise<void> {
  await records.bulkPut(
    folded.flatMap(({ subject, type, record }) => (record === null ? [] : [{ subject, type, record }])),
  );
  await records.bulkDelete(folded.filter(({ record }) => record === null).map(({ subject }) => subject));
}

/** Each page is a transaction of its own: a reader of the whole book must not hold up its writers. */
async function* pages({ entries }: BureauTables, pageSize: number): AsyncGenerator<readonly StoredEntry[]> {
  let after: readonly [number, EntryId] | null = null;
  for (;;) {
    const from: readonly unknown[] | null = after;
    const page: readonly StoredEntry[] = await guarded(() =>
      (from === null ? entries.orderBy('[lc+id]') : entries.where('[lc+id]').above(from)).limit(pageSize).toArray(),
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = [last.lc, last.id];
  }
}
