import { type ActivityId, asId, type DeviceId, type RecordingId } from '../../../domain/ids.ts';
import type { ActivityRecord, AnyRecord, DeviceRecord, RecordingRecord } from '../../../domain/records.ts';
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
  const shown = folded.filter(({ type }) => type === 'activity' || type === 'device');
  // Together: a question at a time costs a round trip each, and a chunk of a first sync has hundreds.
  const before = shown.length === 0 ? [] : await tables.records.bulkGet(shown.map(({ subject }) => subject));
  const activities: ActivityId[] = [];
  const devices: DeviceId[] = [];
  for (const each of folded) {
    const parsed = parseSubject(each.subject);
    if (each.type === 'recording' && parsed !== null) ids.add(asId<RecordingId>(parsed.id));
  }
  for (const [i, each] of shown.entries()) {
    const parsed = parseSubject(each.subject);
    const old = before[i]?.record ?? null;
    if (parsed === null) continue;
    // The row of a subject holds a record of its type.
    if (each.type === 'activity' && !sameForLines.activity(old as ActivityRecord | null, each.record))
      activities.push(asId<ActivityId>(parsed.id));
    if (each.type === 'device' && !sameForLines.device(old as DeviceRecord | null, each.record))
      devices.push(asId<DeviceId>(parsed.id));
  }
  // Nearly no commit changes either, and a question about nothing opens a cursor all the same.
  const showing = (index: 'row.activity' | 'row.device', of: readonly string[]): PromiseLike<readonly RecordingId[]> =>
    of.length === 0 ? Promise.resolve([]) : tables.register.where(index).anyOf(of).primaryKeys();
  const found = await Promise.all([showing('row.activity', activities), showing('row.device', devices)]);
  return [...new Set([...ids, ...found.flat()])];
}

/** Writes the lines anew from the records as they now stand. Inside the commit's transaction, after the records are put. */
export async function deriveLines(
  tables: BureauTables,
  ids: readonly RecordingId[],
  folded: readonly FoldedRecord[],
  revision: number,
): Promise<void> {
  const atHand = new Map<Subject, AnyRecord | null>(folded.map(({ subject, record }) => [subject, record]));
  for (let from = 0; from < ids.length; from += PART) {
    await derivePart(tables, ids.slice(from, from + PART), atHand, revision);
  }
}

type AtHand = ReadonlyMap<Subject, AnyRecord | null>;

async function derivePart(
  tables: BureauTables,
  ids: readonly RecordingId[],
  atHand: AtHand,
  revision: number,
): Promise<void> {
  const before = await tables.register.bulkGet([...ids]);
  const lines = await linesOf(tables, ids, atHand);
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
  atHand: AtHand,
): Promise<ReadonlyMap<RecordingId, RegisterLine>> {
  const found = await recordsOf<RecordingRecord>(
    tables,
    ids.map((id) => subjectOf('recording', id)),
    atHand,
  );
  const recordings = found.filter((record) => record !== null);
  const activities = await recordsOf<ActivityRecord>(
    tables,
    recordings.map(({ activity }) => activity && subjectOf('activity', activity)),
    atHand,
  );
  const devices = await recordsOf<DeviceRecord>(
    tables,
    recordings.map(({ sources }) => (sources[0]?.device ? subjectOf('device', sources[0].device) : null)),
    atHand,
  );
  const lines = new Map<RecordingId, RegisterLine>();
  for (const [i, recording] of recordings.entries()) {
    const line = toRegisterLine(recording, activities[i] ?? null, devices[i] ?? null);
    if (line !== null) lines.set(recording.id, line);
  }
  return lines;
}

/** One answer per question; each record is read once, and not at all where the commit has just put it. */
async function recordsOf<R>(
  tables: BureauTables,
  subjects: readonly (Subject | null)[],
  atHand: AtHand,
): Promise<readonly (R | null)[]> {
  const wanted = [...new Set(subjects)].filter((subject) => subject !== null && !atHand.has(subject)) as Subject[];
  const rows = wanted.length === 0 ? [] : await tables.records.bulkGet(wanted);
  const found = new Map<Subject, AnyRecord | null>(atHand);
  for (const [i, subject] of wanted.entries()) found.set(subject, rows[i]?.record ?? null);
  return subjects.map((subject) => ((subject && found.get(subject)) ?? null) as R | null);
}
