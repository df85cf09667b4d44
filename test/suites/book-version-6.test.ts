import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { toRow } from '../../src/adapters/storage/book/entry-row.ts';
import { databaseNameOf, openBureauStorage } from '../../src/adapters/storage/bureau-storage.ts';
import { openDatabase } from '../../src/adapters/storage/database/open-database.ts';
import { BUREAU_VERSIONS } from '../../src/adapters/storage/database/versions.ts';
import { markInterruption, markResumed } from '../../src/usecases/explain-gap.ts';
import { markArrived } from '../../src/usecases/mark-activity.ts';
import { wholeBook } from '../doubles/books.ts';
import { type Field, field } from '../doubles/field-scene.ts';
import { type FoundedOffice, must } from '../doubles/office-desk.ts';

/** Stopped and gone on with by two officers, and gone on with where nothing was open. */
async function stoppedTwice(): Promise<Field> {
  const scene = await field();
  const { desk, zhang, li, read, device, clock } = scene;
  await must(markArrived(desk, zhang, await read()));
  for (const seat of [zhang, li]) {
    await must(markInterruption(desk, seat, await read(), { device: null, cause: 'lowBattery', unresumable: false }));
    clock.advance(60_000);
    await must(markResumed(desk, seat, await read(), device));
  }
  await must(markResumed(desk, zhang, await read(), null));
  return scene;
}

/** What version 5 kept: of each 恢复记录 only the interruption that it ended. */
async function writeVersion5({ memory, bureau }: FoundedOffice): Promise<void> {
  const entries = await wholeBook(memory);
  const folded = await memory.book.folded(entries.flatMap(({ subjects }) => subjects));
  const { dexie, close } = await openDatabase(databaseNameOf(bureau), BUREAU_VERSIONS.slice(0, 5));
  await dexie.table('entries').bulkPut(entries.map(toRow));
  await dexie.table('heads').bulkPut([...(await memory.book.heads())]);
  await dexie.table('records').bulkPut(
    folded.map(({ subject, type, record, upTo }) => {
      const { resumptions: _, ...rest } = (record ?? {}) as Record<string, unknown>;
      return { subject, type, record: record === null ? null : rest, upTo, revision: 1 };
    }),
  );
  close();
}

test('what went on before version 6 is named as what goes on today', async () => {
  const { office, activity } = await stoppedTwice();
  const { memory, bureau } = office;
  await writeVersion5(office);
  const storage = await openBureauStorage(bureau);
  const entries = await wholeBook(memory);
  expect(await wholeBook({ ...memory, book: storage.book })).toEqual(entries);
  const subjects = entries.flatMap((entry) => entry.subjects);
  expect(await storage.book.folded(subjects)).toEqual(await memory.book.folded(subjects));
  expect((await storage.model.get('course', activity))?.resumptions).toHaveLength(3);
  storage.close();
  await Dexie.delete(databaseNameOf(bureau));
});
