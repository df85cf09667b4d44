import type { Transaction } from 'dexie';
import type { CourseRecord, Resumption } from '../../../domain/course-records.ts';
import type { ActivityId, DeviceId, EntryId, KeyId, PersonId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { type Subject, subjectOf } from '../../../domain/subject.ts';
import { readEntry } from '../../../ledger/entry.ts';
import { isBefore, type Place } from '../../../ledger/place.ts';
import type { EntryRow } from '../book/entry-row.ts';
import type { RecordRow } from './rows.ts';

const AT_ONCE = 500;

interface Said extends Place {
  readonly course: Subject;
  readonly resumption: Resumption;
}

/**
 * Until now a course kept of 恢复记录 only which interruption it ended. What was signed where nothing was open may end one that is
 * marked under another number of the same activity, so each course names them all.
 */
export async function toVersion6(tx: Transaction): Promise<void> {
  const owners = await ownersOfKeys(tx);
  const said: Said[] = [];
  // Few of a book's entries touch a course, and nobody waits while all the others are read.
  const touching = tx.table('entries').where('touched').between('course:', 'course;');
  const ids = (await touching.distinct().primaryKeys()) as EntryId[];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = (await tx.table('entries').bulkGet(ids.slice(from, from + AT_ONCE))) as EntryRow[];
    said.push(...some.filter(isResumption).flatMap((entry) => saidIn(entry, owners)));
  }
  const courses = new Map<Subject, Said[]>();
  for (const one of said.sort((a, b) => (isBefore(a, b) ? -1 : 1))) {
    courses.set(one.course, [...(courses.get(one.course) ?? []), one]);
  }
  for (const [course, all] of courses) await nameIn(tx, course, all);
}

const isResumption = ({ kind, verdict }: EntryRow): boolean =>
  kind === 'recording-resumed' && verdict.kind === 'in-force';

async function ownersOfKeys(tx: Transaction): Promise<ReadonlyMap<KeyId, PersonId>> {
  const rows = (await tx.table('records').where('subject').between('person:', 'person;').toArray()) as RecordRow[];
  const persons = rows.flatMap(({ record }) => (record === null ? [] : [record as PersonRecord]));
  return new Map(persons.flatMap(({ id, keys }) => keys.map(({ key }) => [key, id] as const)));
}

function saidIn({ id, lc, jws, keyId }: EntryRow, owners: ReadonlyMap<KeyId, PersonId>): readonly Said[] {
  const person = owners.get(keyId);
  // Only persons sign this kind, and what is in force of a person's key makes a record of the person.
  if (person === undefined) return [];
  const { body, at } = readEntry(id, jws).payload;
  const { activity, device } = body as { readonly activity: ActivityId; readonly device: DeviceId | null };
  const signed = { entry: id, at, key: keyId, by: { kind: 'person', person } } as const;
  return [{ id, lc, course: subjectOf('course', activity), resumption: { signed, device } }];
}

async function nameIn(tx: Transaction, course: Subject, said: readonly Said[]): Promise<void> {
  const row = (await tx.table('records').get(course)) as RecordRow | undefined;
  const record = (row?.record ?? null) as CourseRecord | null;
  if (row === undefined || record === null) return;
  const resumptions = said.map(({ resumption }) => resumption);
  await tx.table('records').put({ ...row, record: { ...record, resumptions } });
}
