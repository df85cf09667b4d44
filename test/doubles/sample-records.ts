import { toSha256, toSm3, toTreeSha256 } from '../../src/domain/digest.ts';
import {
  type ActivityId,
  asId,
  type BatchId,
  type DeviceId,
  type DivisionId,
  type EntryId,
  type HandoverId,
  type KeyId,
  type PersonId,
  type RecordingId,
  type StationId,
} from '../../src/domain/ids.ts';
import type {
  ActivityRecord,
  BatchRecord,
  DeviceRecord,
  HandoverRecord,
  PersonRecord,
  RecordingRecord,
  Signed,
} from '../../src/domain/records.ts';
import { fromBeijing, type Instant } from '../../src/domain/time.ts';

/** Records as folds would make them, for tests of pure functions. All names are fictional. */

/** Beijing time in March 2026. */
export const march = (day: number, hour = 0, minute = 0, second = 0): Instant =>
  fromBeijing({ year: 2026, month: 3, day, hour, minute, second });

const padded = (name: string, length: number): string => name.padEnd(length, '0');

export const personId = (name: string): PersonId => asId<PersonId>(padded(name, 22));
export const deviceId = (name: string): DeviceId => asId<DeviceId>(padded(name, 22));
export const activityId = (name: string): ActivityId => asId<ActivityId>(padded(name, 22));
export const entryId = (name: string): EntryId => asId<EntryId>(padded(name, 43));
export const DIVISION = asId<DivisionId>(padded('division', 22));
export const OTHER_DIVISION = asId<DivisionId>(padded('otherdivision', 22));
export const STATION = asId<StationId>(padded('station', 22));
const KEY = asId<KeyId>(padded('key', 43));

export const ZHANG = personId('zhang');
export const LI = personId('li');
export const WANG = personId('wang');
export const CAMERA_3 = deviceId('camera3');
export const CAMERA_7 = deviceId('camera7');

export const signedBy = (person: PersonId, at: Instant, entry = `${person.slice(0, 4)}${at.slice(5, 19)}`): Signed => ({
  entry: entryId(entry.replace(/[^A-Za-z0-9]/g, '')),
  at,
  key: KEY,
  by: { kind: 'person', person },
});

export const signedByStation = (at: Instant): Signed => ({
  entry: entryId(`station${at.slice(5, 19)}`.replace(/[^A-Za-z0-9]/g, '')),
  at,
  key: KEY,
  by: { kind: 'station', station: STATION },
});

export const makePerson = (over: Partial<PersonRecord> & Pick<PersonRecord, 'id'>): PersonRecord => ({
  division: DIVISION,
  roles: ['officer'],
  keys: [],
  name: '张建国',
  officerNo: null,
  certificateNo: 'HN-0001',
  certificateValid: { from: '2022-01-01', to: '2027-12-31' },
  admitted: signedBy(over.id, march(1)),
  roleEntry: entryId('role'),
  keyRequests: [],
  forks: [],
  ...over,
});

export const makeDevice = (over: Partial<DeviceRecord> & Pick<DeviceRecord, 'id'>): DeviceRecord => ({
  carrier: 'bodyCamera',
  division: DIVISION,
  assignedTo: null,
  inService: true,
  label: '记录仪 03',
  assetNo: null,
  brand: null,
  model: null,
  serialNo: null,
  fileNameMark: null,
  registered: signedBy(WANG, march(1)),
  ...over,
});

export const makeActivity = (over: Partial<ActivityRecord> = {}): ActivityRecord => ({
  id: activityId('activity37'),
  no: { station: 'A', year: 2026, kind: 'record', serial: 37 },
  type: 'dailyInspection',
  matters: [1],
  officers: [ZHANG, LI],
  devices: [CAMERA_3, CAMERA_7],
  division: DIVISION,
  plannedAt: march(5, 9),
  title: '伊河龙门段河道采砂现场检查',
  place: '伊河龙门段',
  party: '豫河砂石经营部',
  caseNo: null,
  note: null,
  created: signedBy(ZHANG, march(4, 16)),
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
  ...over,
});

export const recordingId = (name: string): RecordingId => asId<RecordingId>(digest(name));

/** Any name as 64 hexadecimal digits. */
const digest = (name: string): string =>
  padded([...name].map((sign) => (sign.codePointAt(0) ?? 0).toString(16)).join(''), 64).slice(0, 64);

export const makeRecording = (
  name: string,
  device: DeviceId | null,
  takenInAt: Instant,
  over: Partial<RecordingRecord> = {},
): RecordingRecord => ({
  id: recordingId(name),
  digests: { sha256: toSha256(digest(name)), sm3: toSm3(digest(name)), treeSha256: toTreeSha256(digest(name)) },
  sizeBytes: 1_000_000,
  mediaType: 'video',
  container: 'mp4',
  durationMs: 300_000,
  no: null,
  activity: activityId('activity37'),
  unlinkedReason: null,
  sources: [
    {
      batch: asId<BatchId>(padded('batch', 22)),
      entry: entryId(`entry${name}`),
      device,
      station: STATION,
      takenInBy: ZHANG,
      takenInAt,
      capturedAtRaw: null,
      originalName: `${name}.MP4`,
      originalPath: `DCIM/${name}.MP4`,
    },
  ],
  copies: [],
  buffered: true,
  handover: null,
  state: 'buffered',
  custody: [],
  ...over,
});

export const makeBatch = (over: Partial<BatchRecord> = {}): BatchRecord => ({
  id: asId<BatchId>(padded('batch', 22)),
  device: CAMERA_3,
  station: STATION,
  takenInBy: ZHANG,
  startedAt: march(5, 16),
  completedAt: march(5, 16, 30),
  recordings: [recordingId('a'), recordingId('b')],
  entries: [entryId('batchentry')],
  countersigned: null,
  sourceLabel: null,
  unregisteredExplanation: null,
  ...over,
});

export const makeHandover = (over: Partial<HandoverRecord> = {}): HandoverRecord => ({
  id: asId<HandoverId>(padded('handover', 22)),
  no: { station: 'A', year: 2026, kind: 'handover', serial: 13 },
  from: ZHANG,
  to: WANG,
  recordings: [recordingId('a'), recordingId('b')],
  given: signedBy(ZHANG, march(4, 17, 20)),
  accepted: null,
  withdrawn: null,
  remark: null,
  ...over,
});
