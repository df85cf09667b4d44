import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { databaseNameOf, openBureauStorage } from '../../src/adapters/storage/bureau-storage.ts';
import { openDatabase } from '../../src/adapters/storage/database/open-database.ts';
import { BUREAU_VERSIONS } from '../../src/adapters/storage/database/versions.ts';
import { openBook } from '../../src/ledger/book.ts';
import { createActivity } from '../../src/usecases/create-activity.ts';
import { markArrived } from '../../src/usecases/mark-activity.ts';
import { wholeBook } from '../doubles/books.ts';
import { type FoundedOffice, foundOffice, must, random, verifier } from '../doubles/office-desk.ts';

async function busyOffice(): Promise<FoundedOffice> {
  const office = await foundOffice();
  const officer = await office.admit('张建国', ['officer']);
  await office.device();
  await office.medium();
  const plan = {
    type: 'dailyInspection',
    matters: [1],
    officers: [officer.person],
    devices: [],
    division: office.division,
    plannedAt: null,
    title: '检查',
    place: '伊河',
    party: null,
    caseNo: null,
    note: null,
  } as const;
  const activity = await must(createActivity(office.desk, officer, plan));
  const record = await office.desk.records.get('activity', activity);
  if (record !== null) await must(markArrived(office.desk, officer, record));
  return office;
}

/** What version 1 kept: no clocks, no reads, nothing about how far a record is folded. */
async function writeVersion1({ memory, bureau }: FoundedOffice): Promise<void> {
  const entries = await wholeBook(memory);
  const { dexie, close } = await openDatabase(databaseNameOf(bureau), BUREAU_VERSIONS.slice(0, 1));
  await dexie.table('entries').bulkPut(entries.map(({ clock: _, waitsFor: __, reads: ___, ...entry }) => entry));
  await dexie.table('details').bulkPut([...(await memory.book.detailsOf(entries.map(({ id }) => id)))]);
  await dexie.table('heads').bulkPut([...(await memory.book.heads())]);
  const folded = await memory.book.folded(entries.flatMap(({ subjects }) => subjects));
  await dexie.table('records').bulkPut(
    folded.flatMap(({ subject, type, record }) => {
      if (record === null) return [];
      const { keyRequests: _, forks: __, ...first } = record as unknown as Record<string, unknown>;
      return [{ subject, type, record: first }];
    }),
  );
  await dexie.table('meta').put({ name: 'entries', value: entries.length });
  close();
}

test('a book of version 1 is the same book in version 2, and goes on', async () => {
  const office = await busyOffice();
  const { memory, bureau, desk, custodian } = office;
  await writeVersion1(office);
  const storage = await openBureauStorage(bureau);
  const [before, after] = [await wholeBook(memory), await wholeBook({ ...memory, book: storage.book })];
  const plain = (list: typeof before) => list.map(({ reads: _, ...entry }) => entry);
  expect(plain(after)).toEqual(plain(before));
  for (const [i, { reads }] of before.entries()) expect(after[i]?.reads).toEqual(expect.arrayContaining([...reads]));
  const subjects = before.flatMap((entry) => entry.subjects);
  expect(await storage.book.folded(subjects)).toEqual(await memory.book.folded(subjects));
  expect(await storage.book.detailsOf(before.map(({ id }) => id))).toHaveLength(5);
  const ports = { store: storage.book, verifier, random, now: desk.now };
  const book = await openBook(bureau, desk.station.root, ports);
  expect(book.membership()).toEqual(desk.book.membership());
  const act = {
    kind: 'book-exported',
    subject: `bureau:${bureau}`,
    body: { entries: 1, details: 0, recordings: 0, bookSha256: '0'.repeat(64) },
    details: null,
  } as const;
  await must(book.append(custodian.signer, act));
  expect(await storage.book.count()).toBe(before.length + 1);
  storage.close();
  await Dexie.delete(databaseNameOf(bureau));
});
