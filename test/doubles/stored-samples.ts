import { toSha256, toSm3, toTreeSha256 } from '../../src/domain/digest.ts';
import {
  type ActivityId,
  asId,
  type BatchId,
  type DeviceId,
  type DivisionId,
  type EntryId,
  type KeyId,
  type PersonId,
  type RecordingId,
  recordingIdOf,
  type StationId,
} from '../../src/domain/ids.ts';
import type {
  ActivityRecord,
  DeviceRecord,
  RecordingRecord,
  RecordingSource,
  Signed,
} from '../../src/domain/records.ts';
import { type Subject, subjectOf } from '../../src/domain/subject.ts';
import { type Instant, toInstant } from '../../src/domain/time.ts';
import type { FoldedRecord, KeyHead, StoredEntry } from '../../src/ledger/ports.ts';
import { IN_FORCE } from '../../src/ledger/verdict.ts';

/** Ids that can be read in a failing test: `name` and dots up to the length of the kind. */
const padded = (name: string, length: number): string => name.padEnd(length, '_');
export const personId = (name: string): PersonId => asId<PersonId>(padded(name, 22));
export const deviceId = (name: string): DeviceId => asId<DeviceId>(padded(name, 22));
export const activityId = (name: string): ActivityId => asId<ActivityId>(padded(name, 22));
export const keyId = (name: string): KeyId => asId<KeyId>(padded(name, 43));
export const entryId = (name: string): EntryId => asId<EntryId>(padded(name, 43));
export const recordingId = (n: number): RecordingId => recordingIdOf(toSha256(n.toString(16).padStart(64, '0')));

const DIVISION = asId<DivisionId>(padded('division', 22));
const STATION = asId<StationId>(padded('station', 22));
export const AT: Instant = toInstant(Date.UTC(2026, 2, 5, 6, 30));

export const signed = (at: Instant = AT): Signed => ({
  entry: entryId('entry'),
  at,
  key: keyId('station'),
  by: { kind: 'station', station: STATION },
});

export const sampleSource = (change: Partial<RecordingSource> = {}): RecordingSource => ({
  batch: asId<BatchId>(padded('batch', 22)),
  entry: entryId('taken-in'),
  device: null,
  station: STATION,
  takenInBy: personId('li'),
  takenInAt: AT,
  capturedAtRaw: null,
  originalName: null,
  originalPath: null,
  ...change,
});

export function sampleRecording(n: number, change: Partial<RecordingRecord> = {}): RecordingRecord {
  const hex = n.toString(16).padStart(64, '0');
  return {
    id: recordingId(n),
    digests: { sha256: toSha256(hex), sm3: toSm3(hex), treeSha256: toTreeSha256(hex) },
    sizeBytes: 1_000 + n,
    mediaType: 'video',
    container: 'mp4',
    durationMs: null,
    no: null,
    activity: null,
    unlinkedReason: 'pending',
    sources: [sampleSource()],
    copies: [],
    buffered: true,
    handover: null,
    state: 'buffered',
    custody: [],
    ...change,
  };
}

export const sampleActivity = (name: string, change: Partial<ActivityRecord> = {}): ActivityRecord => ({
  id: activityId(name),
  no: { station: 'A', year: 2026, kind: 'record', serial: 37 },
  type: 'dailyInspection',
  matters: [1],
  officers: [personId('li'), personId('wang')],
  devices: [],
  division: DIVISION,
  plannedAt: null,
  title: null,
  place: null,
  party: null,
  caseNo: null,
  note: null,
  created: signed(),
  arrived: null,
  noticed: null,
  finished: null,
  away: null,
  returned: null,
  marks: [],
  recordings: [],
  firstTakenInAt: null,
  lastTakenInAt: null,
  devicesTakenIn: [],
  regrouped: false,
  ...change,
});

export const sampleDevice = (name: string, change: Partial<DeviceRecord> = {}): DeviceRecord => ({
  id: deviceId(name),
  carrier: 'bodyCamera',
  division: DIVISION,
  assignedTo: null,
  inService: true,
  label: null,
  assetNo: null,
  brand: null,
  model: null,
  serialNo: null,
  fileNameMark: null,
  registered: signed(),
  ...change,
});

export const foldedRecording = (record: RecordingRecord): FoldedRecord => ({
  subject: subjectOf('recording', record.id),
  type: 'recording',
  record,
});
export const foldedActivity = (record: ActivityRecord): FoldedRecord => ({
  subject: subjectOf('activity', record.id),
  type: 'activity',
  record,
});
export const foldedDevice = (record: DeviceRecord): FoldedRecord => ({
  subject: subjectOf('device', record.id),
  type: 'device',
  record,
});

export const sampleEntry = (name: string, change: Partial<StoredEntry> = {}): StoredEntry => ({
  id: entryId(name),
  jws: `head.${name}.signature`,
  keyId: keyId('li'),
  seq: 0,
  shard: 'bureau',
  slot: 0,
  lc: 1,
  kind: 'activity-created',
  subjects: [subjectOf('activity', activityId('one'))] as readonly Subject[],
  verdict: IN_FORCE,
  clock: 'sound',
  waitsFor: null,
  reads: [],
  ...change,
});

export const sampleHead = (change: Partial<KeyHead> = {}): KeyHead => ({
  keyId: keyId('li'),
  seq: 0,
  id: entryId('first'),
  lc: 1,
  slots: { bureau: 1 },
  ...change,
});
