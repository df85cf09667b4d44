import { type ActivityId, asId, type DeviceId, type RecordingId } from '../../../domain/ids.ts';
import type { ActivityRecord, DeviceRecord, RecordingRecord } from '../../../domain/records.ts';
import { parseSubject, type Subject, subjectOf } from '../../../domain/subject.ts';
import type { FoldedRecord } from '../../../ledger/ports.ts';
import { addToMeta, type BureauTables, readMeta } from '../database/bureau-tables.ts';
import type { RegisterIndexRow } from '../database/rows.ts';
import { type RegisterLine, sameForLines, toRegisterLine } from '../register-row.ts';
import { LINES_PER_BLOCK, type LineChange, writeLines } from './search-blocks.ts';
import { toSearchLine } from './search-line.ts';

/** A device used for years has tens of thousands of recordings; they are read in parts. */
const PART = 500;

/**
 * Recordings whose lines a commit changes: those refolded, and those of an activity or device of which a line shows something
 * that has changed. Inside the commit's transaction, before the new records are put.
 */
export async function staleLines(
  tables: BureauTables,
  folded: readonly FoldedRecord[],
): Promise<readonly RecordingId[]> {
  const ids = new Set<RecordingId>();
  const activities: ActivityId[] = [];
  const devices: DeviceId[] = [];
  for (const each of folded) {
    const parsed = parseSubject(each.subject);
    if (parsed === null) continue;
    if (each.type === 'recording') ids.add(asId<RecordingId>(parsed.id));
    if (each.type === 'activity' && !sameForLines.activity(await activityOf(tables, each.subject), each.record)) {
      activities.push(asId<ActivityId>(parsed.id));
    }
    if (each.type === 'device' && !sameForLines.device(await deviceOf(tables, each.subject), each.record)) {
      devices.push(asId<DeviceId>(parsed.id));
    }
  }
  for (const id of await tables.register.where('row.activity').anyOf(activities).primaryKeys()) ids.add(id);
  for (const id of await tables.register.where('row.device').anyOf(devices).primaryKeys()) ids.add(id);
  return [...ids];
}

/** Writes the lines anew from the records as they now stand. Inside the commit's transaction, after the records are put. */
export async function deriveLines(tables: BureauTables, ids: readonly RecordingId[], revision: number): Promise<void> {
  for (let from = 0; from < ids.length; from += PART) await derivePart(tables, ids.slice(from, from + PART), revision);
}

async function derivePart(tables: BureauTables, ids: readonly RecordingId[], revision: number): Promise<void> {
  const before = await tables.register.bulkGet([...ids]);
  const lines = await linesOf(tables, ids);
  let placed = await readMeta(tables, 'placed');
  const from = placed;
  const changes: LineChange[] = [];
  const rows: RegisterIndexRow[] = [];
  for (const [i, id] of ids.entries()) {
    const line = lines.get(id);
    const known = before[i];
    if (line === undefined && known === undefined) continue;
    const block = known?.block ?? Math.floor(placed++ / LINES_PER_BLOCK);
    changes.push({ id, block, line: line === undefined ? null : toSearchLine(line) });
    if (line !== undefined) rows.push({ id, block, noKey: line.noKey, durationKey: line.durationKey, row: line.row });
  }
  await tables.register.bulkPut(rows);
  await tables.register.bulkDelete(ids.filter((id) => !lines.has(id)));
  await writeLines(tables, changes, revision);
  await addToMeta(tables, 'placed', placed - from);
  await addToMeta(tables, 'recordings', lines.size - before.filter((row) => row !== undefined).length);
}

async function linesOf(
  tables: BureauTables,
  ids: readonly RecordingId[],
): Promise<ReadonlyMap<RecordingId, RegisterLine>> {
  const rows = await tables.records.bulkGet(ids.map((id) => subjectOf('recording', id)));
  // The table holds a recording's record under a recording's subject: both are put together, by the commit.
  const recordings = rows.flatMap((row) => (row?.record ? [row.record as RecordingRecord] : []));
  const activities = await recordsOf<ActivityRecord>(
    tables,
    recordings.map(({ activity }) => activity && subjectOf('activity', activity)),
  );
  const devices = await recordsOf<DeviceRecord>(
    tables,
    recordings.map(({ sources }) => (sources[0]?.device ? subjectOf('device', sources[0].device) : null)),
  );
  const lines = new Map<RecordingId, RegisterLine>();
  for (const [i, recording] of recordings.entries()) {
    const line = toRegisterLine(recording, activities[i] ?? null, devices[i] ?? null);
    if (line !== null) lines.set(recording.id, line);
  }
  return lines;
}

/** One answer per question; each record is read once. */
async function recordsOf<R>(
  tables: BureauTables,
  subjects: readonly (Subject | null)[],
): Promise<readonly (R | null)[]> {
  const wanted = [...new Set(subjects)].filter((subject) => subject !== null);
  const rows = await tables.records.bulkGet(wanted);
  const found = new Map(wanted.map((subject, i) => [subject, rows[i]?.record]));
  return subjects.map((subject) => ((subject && found.get(subject)) ?? null) as R | null);
}

const activityOf = async (tables: BureauTables, subject: Subject): Promise<ActivityRecord | null> =>
  ((await tables.records.get(subject))?.record ?? null) as ActivityRecord | null;

const deviceOf = async (tables: BureauTables, subject: Subject): Promise<DeviceRecord | null> =>
  ((await tables.records.get(subject))?.record ?? null) as DeviceRecord | null;
