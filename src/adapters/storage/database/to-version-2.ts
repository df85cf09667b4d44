import type { Transaction } from 'dexie';
import type { RecordingRecord } from '../../../domain/records.ts';
import { type Subject, subjectOf } from '../../../domain/subject.ts';
import { readEntry } from '../../../ledger/entry.ts';
import { kindOf } from '../../../ledger/kinds.ts';
import { isBefore, type Place } from '../../../ledger/place.ts';
import type { StoredEntry } from '../../../ledger/ports.ts';
import { toRow } from '../book/entry-row.ts';
import type { RecordRow } from './rows.ts';

type FirstEntry = Omit<StoredEntry, 'clock' | 'waitsFor' | 'reads'>;

const AT_ONCE = 500;

/**
 * Until now every entry was made here and judged before it was kept: all are sound and in force, and nothing waits. What their
 * judgements looked at was not kept; everything they could have looked at stands for it.
 */
export async function toVersion2(tx: Transaction): Promise<void> {
  const upTo = new Map<Subject, Place>();
  const ids = (await tx.table('entries').toCollection().primaryKeys()) as string[];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = (await tx.table('entries').bulkGet(ids.slice(from, from + AT_ONCE))) as FirstEntry[];
    const rows: unknown[] = [];
    for (const entry of some) {
      const reads = await readBy(tx, entry);
      rows.push(toRow({ ...entry, clock: 'sound', waitsFor: null, reads }));
      for (const subject of entry.subjects) {
        const last = upTo.get(subject);
        if (last === undefined || isBefore(last, entry)) upTo.set(subject, { lc: entry.lc, id: entry.id });
      }
    }
    await tx.table('entries').bulkPut(rows);
  }
  await widenRecords(tx, upTo);
}

async function readBy(tx: Transaction, entry: FirstEntry): Promise<readonly Subject[]> {
  const { payload } = readEntry(entry.id, entry.jws);
  const reading = kindOf(entry.kind)?.read(payload, null);
  const near = [...entry.subjects, ...(reading?.judges ?? [])];
  return [...new Set([...near, ...(entry.kind === 'handover-accepted' ? await activitiesOf(tx, near) : [])])];
}

/** Whether a custodian takes over own footage depends on the activities of the recordings. */
async function activitiesOf(tx: Transaction, subjects: readonly Subject[]): Promise<readonly Subject[]> {
  const recordings = subjects.filter((subject) => subject.startsWith('recording:'));
  const rows = (await tx.table('records').bulkGet([...recordings])) as (RecordRow | undefined)[];
  return rows.flatMap((row) => {
    const activity = (row?.record as RecordingRecord | undefined)?.activity ?? null;
    return activity === null ? [] : [subjectOf('activity', activity)];
  });
}

/** Records say how far they are folded; those of persons and stations have room for what comes with other stations. */
async function widenRecords(tx: Transaction, upTo: ReadonlyMap<Subject, Place>): Promise<void> {
  const rows = (await tx.table('records').toArray()) as RecordRow[];
  const more = { person: { keyRequests: [], forks: [] }, station: { forks: [] } } as Record<string, object | undefined>;
  const known = new Set(rows.map(({ subject }) => subject));
  await tx.table('records').bulkPut(
    rows.map((row) => ({
      ...row,
      record: { ...more[row.type], ...row.record },
      upTo: upTo.get(row.subject) ?? null,
    })),
  );
  await tx.table('records').bulkPut(
    [...upTo]
      .filter(([subject]) => !known.has(subject))
      .map(([subject, place]) => ({
        subject,
        type: subject.slice(0, subject.indexOf(':')),
        record: null,
        upTo: place,
      })),
  );
}
