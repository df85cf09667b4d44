import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { toRow } from '../../src/adapters/storage/book/entry-row.ts';
import { databaseNameOf, openBureauStorage } from '../../src/adapters/storage/bureau-storage.ts';
import { openDatabase } from '../../src/adapters/storage/database/open-database.ts';
import { BUREAU_VERSIONS } from '../../src/adapters/storage/database/versions.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { isBefore } from '../../src/ledger/place.ts';
import { createActivity } from '../../src/usecases/create-activity.ts';
import { markArrived } from '../../src/usecases/mark-activity.ts';
import { mergeActivities } from '../../src/usecases/merge-activities.ts';
import { wholeBook } from '../doubles/books.ts';
import { type FoundedOffice, foundOffice, must } from '../doubles/office-desk.ts';

/** Three activities made one: two merged into the first, which is marked between and after, or not at all. */
async function merged(marks: boolean) {
  const office = await foundOffice();
  const { desk } = office;
  const officer = await office.admit('张建国', ['officer']);
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
  const create = () => must(createActivity(desk, officer, plan));
  const [kept, second, third] = [await create(), await create(), await create()];
  await must(mergeActivities(desk, officer, second, kept));
  await must(mergeActivities(desk, officer, third, kept));
  const record = await desk.records.get('activity', kept);
  if (marks && record !== null) await must(markArrived(desk, officer, record));
  return { office, kept, from: [second, third] };
}

/** What version 4 kept: a merge touched the activity that was given up, and nothing else. */
async function writeVersion4({ memory, bureau }: FoundedOffice): Promise<void> {
  const entries = await wholeBook(memory);
  const folded = await memory.book.folded(entries.flatMap(({ subjects }) => subjects));
  const isMerge = ({ kind }: (typeof entries)[number]): boolean => kind === 'activities-merged';
  const then = entries.map((entry) => (isMerge(entry) ? { ...entry, subjects: entry.subjects.slice(0, 1) } : entry));
  const { dexie, close } = await openDatabase(databaseNameOf(bureau), BUREAU_VERSIONS.slice(0, 4));
  await dexie.table('entries').bulkPut(then.map(toRow));
  await dexie.table('heads').bulkPut([...(await memory.book.heads())]);
  await dexie.table('records').bulkPut(
    folded.map(({ subject, type, record, upTo }) => {
      const { mergedFrom: _, ...rest } = (record ?? {}) as Record<string, unknown>;
      const touching = then.filter(({ subjects }) => subjects.includes(subject));
      const last = touching.reduce(
        (a, b) => (isBefore(a, b) ? b : a),
        touching[0] ?? entries[0] ?? { lc: 0, id: '' as never },
      );
      return {
        subject,
        type,
        record: record === null ? null : rest,
        upTo: upTo && { lc: last.lc, id: last.id },
        revision: 1,
      };
    }),
  );
  close();
}

test.each([{ marks: false }, { marks: true }])(
  'activities merged before version 5 are the same as merged today; marked afterwards: $marks',
  async ({ marks }) => {
    const { office, kept, from } = await merged(marks);
    const { memory, bureau } = office;
    await writeVersion4(office);
    const storage = await openBureauStorage(bureau);
    const before = await wholeBook(memory);
    expect(await wholeBook({ ...memory, book: storage.book })).toEqual(before);
    const subjects = before.flatMap((entry) => entry.subjects);
    expect(await storage.book.folded(subjects)).toEqual(await memory.book.folded(subjects));
    expect(await storage.model.get('activity', kept)).toMatchObject({ mergedFrom: from });
    expect(await storage.book.bySubjects([subjectOf('activity', kept)])).toEqual(
      await memory.book.bySubjects([subjectOf('activity', kept)]),
    );
    storage.close();
    await Dexie.delete(databaseNameOf(bureau));
  },
);
