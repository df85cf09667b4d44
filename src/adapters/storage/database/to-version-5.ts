import type { Transaction } from 'dexie';
import type { ActivityId } from '../../../domain/ids.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { type Subject, subjectOf } from '../../../domain/subject.ts';
import { readEntry } from '../../../ledger/entry.ts';
import { isBefore, type Place } from '../../../ledger/place.ts';
import type { StoredEntry } from '../../../ledger/ports.ts';
import { type EntryRow, fromRow, toRow } from '../book/entry-row.ts';
import type { RecordRow } from './rows.ts';

const AT_ONCE = 500;

interface Merge {
  readonly of: Subject;
  readonly into: Subject;
  readonly place: Place;
}

/**
 * Until now a merge of two activities touched only the one that was given up. The one that is kept names what was merged into it: without
 * that, marks made under the other number are lost to it, and an examination finds the record other than the entries make it.
 */
export async function toVersion5(tx: Transaction): Promise<void> {
  const inForce: Merge[] = [];
  const ids = (await tx.table('entries').toCollection().primaryKeys()) as string[];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = (await tx.table('entries').bulkGet(ids.slice(from, from + AT_ONCE))) as EntryRow[];
    const merges = some.filter(isMerge).map(fromRow);
    await tx.table('entries').bulkPut(merges.map((entry) => toRow(touchingBoth(entry))));
    inForce.push(...merges.filter(({ verdict }) => verdict.kind === 'in-force').map(mergeIn));
  }
  const branches = (await tx.table('branches').toArray()) as StoredEntry[];
  await tx.table('branches').bulkPut(branches.filter(isMerge).map(touchingBoth));
  for (const merge of inForce.sort((a, b) => (isBefore(a.place, b.place) ? -1 : 1))) await nameIn(tx, merge);
}

const isMerge = ({ kind }: Pick<StoredEntry, 'kind'>): boolean => kind === 'activities-merged';

function mergeIn({ id, lc, jws }: StoredEntry): Merge {
  const { activity, into } = readEntry(id, jws).payload.body as Record<'activity' | 'into', ActivityId>;
  return { of: subjectOf('activity', activity), into: subjectOf('activity', into), place: { lc, id } };
}

const touchingBoth = (entry: StoredEntry): StoredEntry => ({
  ...entry,
  subjects: [...new Set([...entry.subjects, mergeIn(entry).into])],
});

async function nameIn(tx: Transaction, { of, into, place }: Merge): Promise<void> {
  const row = (await tx.table('records').get(into)) as RecordRow | undefined;
  const record = (row?.record ?? null) as ActivityRecord | null;
  if (row === undefined || record === null) return;
  const mergedFrom = [...(record.mergedFrom ?? []), of.slice(of.indexOf(':') + 1)];
  const upTo = row.upTo === null || isBefore(row.upTo, place) ? place : row.upTo;
  await tx.table('records').put({ ...row, record: { ...record, mergedFrom }, upTo });
}
