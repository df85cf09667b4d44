import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { type BureauStorage, databaseNameOf, openBureauStorage } from '../../src/adapters/storage/bureau-storage.ts';
import { openDatabase } from '../../src/adapters/storage/database/open-database.ts';
import { BUREAU_VERSIONS } from '../../src/adapters/storage/database/versions.ts';
import type { BureauId } from '../../src/domain/ids.ts';
import { toInstant } from '../../src/domain/time.ts';
import { openBook } from '../../src/ledger/book.ts';
import { makeDemonstration } from '../../src/main/demonstration/make-demonstration.ts';
import { makeMemoryBuffer, makeMemoryMedia } from '../doubles/footage.ts';
import { random, verifier } from '../doubles/office-desk.ts';

const NOW = toInstant(Date.UTC(2026, 3, 20, 2));
/** So many acts fill every table that a day at a station fills. */
const ACTS = 40;

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** The beginning of the demonstration, in tables of the present version. */
async function filled(): Promise<BureauId> {
  const own = new AbortController();
  const opened: { readonly bureau: BureauId; readonly storage: BureauStorage }[] = [];
  const playing = makeDemonstration(
    {
      open: async (bureau) => {
        const storage = await openBureauStorage(bureau);
        opened.push({ bureau, storage });
        return storage;
      },
      verifier,
      random,
      origin: 'http://localhost',
      buffer: makeMemoryBuffer().buffer,
      media: makeMemoryMedia().media,
      now: NOW,
    },
    { signal: own.signal, report: ({ done }) => done === ACTS && own.abort() },
  );
  await expect(playing).rejects.toThrow('aborted');
  const [only] = opened;
  if (only === undefined) throw new Error('nothing was opened');
  await only.storage.local.putSettings({ theme: 'dark', fontSize: 'large', idleLockMinutes: 7, numberStyle: 'plain' });
  only.storage.close();
  return only.bureau;
}

async function rowsOf(bureau: BureauId, versions = BUREAU_VERSIONS): Promise<Rows> {
  const { dexie, close } = await openDatabase(databaseNameOf(bureau), versions);
  const rows = await Promise.all(dexie.tables.map(async (table) => [table.name, await table.toArray()] as const));
  close();
  return Object.fromEntries(rows);
}

/** The same rows as version 3 kept them: it did not number its records. */
async function writeVersion3(bureau: BureauId, rows: Rows): Promise<Rows> {
  const before = {
    ...rows,
    records: (rows.records ?? []).map(({ revision: _, ...row }) => row),
    meta: (rows.meta ?? []).filter(({ name }) => name !== 'dropped'),
  };
  await Dexie.delete(databaseNameOf(bureau));
  const { dexie, close } = await openDatabase(databaseNameOf(bureau), BUREAU_VERSIONS.slice(0, 3));
  for (const [name, some] of Object.entries(before)) await dexie.table(name).bulkPut([...some]);
  close();
  return before;
}

test('a database of version 3 opens with every row, and goes on', async () => {
  const bureau = await filled();
  const before = await writeVersion3(bureau, await rowsOf(bureau));
  for (const name of [
    'entries',
    'details',
    'heads',
    'records',
    'register',
    'searchBlocks',
    'meta',
    'local',
    'personKeys',
    'stationKeys',
  ])
    expect(before[name], name).not.toEqual([]);

  const storage = await openBureauStorage(bureau);
  expect(await storage.local.settings()).toMatchObject({ theme: 'dark', idleLockMinutes: 7 });
  const root = await storage.book.bySubjects([`bureau:${bureau}`]);
  const book = await openBook(bureau, root[0]?.id ?? null, { store: storage.book, verifier, random, now: () => NOW });
  // Everybody's, three stations' and the one on paper.
  expect(book.membership().keys.size).toBe((before.personKeys?.length ?? 0) + 3 + 1);
  // Rows from before bear no number: whoever asks what changed reads all once.
  const unchanged = await storage.model.changes(null);
  expect(unchanged.subjects).toBeNull();
  expect((await storage.model.changes(unchanged.revision)).subjects).toEqual([]);
  storage.close();

  expect(await rowsOf(bureau)).toEqual(before);
  await Dexie.delete(databaseNameOf(bureau));
});
