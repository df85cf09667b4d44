import * as v from 'valibot';
import {
  type ActivityId,
  type BatchId,
  type DeviceId,
  type PersonId,
  type RecordingId,
  recordingIdOf,
  type StationId,
} from '../../domain/ids.ts';
import type { RecordingRecord, RecordingSource } from '../../domain/records.ts';
import { type Subject, subjectOf } from '../../domain/subject.ts';
import type { Fact, Kind } from '../kind.ts';
import { count, digests, id, instant, officeNumber, optionalText, text } from '../schemas.ts';
import { custody } from './custody.ts';

export const MAX_BATCH_FILES = 200;

const file = v.strictObject({
  ...digests,
  sizeBytes: count,
  mediaType: v.picklist(['video', 'audio', 'photo', 'sidecar', 'other']),
  container: optionalText(20),
  durationMs: v.nullable(count),
  capturedAtRaw: v.nullable(
    v.strictObject({
      text: text(60),
      source: v.picklist(['container', 'exif', 'file-name', 'mtime']),
      zone: v.picklist(['utc', 'local', 'unknown']),
    }),
  ),
  activity: v.nullable(id<ActivityId>()),
  no: v.nullable(v.strictObject({ activity: officeNumber, item: v.pipe(count, v.minValue(1)) })),
  unlinkedReason: v.nullable(v.picklist(['deviceTest', 'accidental', 'irrelevant', 'pending'])),
});

const body = v.strictObject({
  batch: id<BatchId>(),
  station: id<StationId>(),
  takenInBy: id<PersonId>(),
  /** null: not a device of the register; then the details explain it (Art. 2). */
  device: v.nullable(id<DeviceId>()),
  startedAt: instant,
  /** When the last read-back agreed: Art. 13's clock stops here. */
  completedAt: instant,
  /** Every byte was read back from the buffer and compared; the system's page cache is not excluded. */
  readBack: v.literal('verified-cache-not-excluded'),
  files: v.pipe(v.array(file), v.minLength(1), v.maxLength(MAX_BATCH_FILES)),
});

const details = v.strictObject({
  sourceLabel: text(200),
  unregisteredExplanation: optionalText(500),
  /** In the order of the body's files. */
  files: v.array(v.strictObject({ name: text(300), path: text(1200), modifiedAt: v.nullable(instant) })),
});

export type FootageTakenInBody = v.InferOutput<typeof body>;
export type FootageTakenInDetails = v.InferOutput<typeof details>;
type TakenIn = Fact<FootageTakenInBody, FootageTakenInDetails>;

const recordings = (b: FootageTakenInBody): RecordingId[] => [...new Set(b.files.map((f) => recordingIdOf(f.sha256)))];
const activities = (b: FootageTakenInBody): ActivityId[] => [
  ...new Set(b.files.flatMap((f) => (f.activity === null ? [] : [f.activity]))),
];

function sourcesOf({ body: b, details: d, signed }: TakenIn, recording: string): RecordingSource[] {
  return b.files.flatMap((f, i) =>
    f.sha256 !== recording
      ? []
      : [
          {
            batch: b.batch,
            entry: signed.entry,
            device: b.device,
            station: b.station,
            takenInBy: b.takenInBy,
            takenInAt: b.completedAt,
            capturedAtRaw: f.capturedAtRaw,
            originalName: d?.files[i]?.name ?? null,
            originalPath: d?.files[i]?.path ?? null,
          },
        ],
  );
}

function foldRecording(record: RecordingRecord | null, fact: TakenIn, recording: string): RecordingRecord | null {
  const f = fact.body.files.find((candidate) => candidate.sha256 === recording);
  if (f === undefined) return record;
  const sources = sourcesOf(fact, recording);
  const event = custody('taken-in', fact.signed, { from: fact.body.takenInBy });
  if (record !== null) {
    return { ...record, sources: [...record.sources, ...sources], custody: [...record.custody, event] };
  }
  return {
    id: recordingIdOf(f.sha256),
    digests: { sha256: f.sha256, sm3: f.sm3, treeSha256: f.treeSha256 },
    sizeBytes: f.sizeBytes,
    mediaType: f.mediaType,
    container: f.container,
    durationMs: f.durationMs,
    no: f.no,
    activity: f.activity,
    unlinkedReason: f.activity === null ? (f.unlinkedReason ?? 'pending') : null,
    sources,
    copies: [],
    buffered: true,
    handover: null,
    state: 'buffered',
    custody: [event],
  };
}

/**
 * Art. 12 and 13: footage copied from its source, digested, read back and found equal. Signed by the station, because
 * it goes on while nobody sits there; the officer countersigns. One entry for at most 200 files.
 */
export const footageTakenIn: Kind<FootageTakenInBody, FootageTakenInDetails> = {
  kind: 'footage-taken-in',
  body,
  details,
  author: 'station',
  roles: [],
  touches: (b): Subject[] => [
    ...recordings(b).map((recording) => subjectOf('recording', recording)),
    ...activities(b).map((activity) => subjectOf('activity', activity)),
  ],
  judge: ({ body: b, payload, signed }) => {
    if (payload.subject !== `batch:${b.batch}`) return 'subject-unfit';
    return signed.by.kind === 'station' && signed.by.station === b.station ? null : 'subject-unfit';
  },
  folds: {
    recording: foldRecording,
    batch: (record, { body: b, details: d, signed }) => ({
      id: b.batch,
      device: b.device,
      station: b.station,
      takenInBy: b.takenInBy,
      startedAt: record?.startedAt ?? b.startedAt,
      completedAt: b.completedAt,
      recordings: [...new Set([...(record?.recordings ?? []), ...recordings(b)])],
      entries: [...(record?.entries ?? []), signed.entry],
      countersigned: null,
      sourceLabel: d?.sourceLabel ?? record?.sourceLabel ?? null,
      unregisteredExplanation: d?.unregisteredExplanation ?? record?.unregisteredExplanation ?? null,
    }),
    activity: (record, { body: b }, activity) => {
      if (record === null) return null;
      const mine = b.files.filter((f) => f.activity === activity).map((f) => recordingIdOf(f.sha256));
      const devices = b.device === null ? record.devicesTakenIn : [...new Set([...record.devicesTakenIn, b.device])];
      return {
        ...record,
        recordings: [...new Set([...record.recordings, ...mine])],
        firstTakenInAt: record.firstTakenInAt ?? b.completedAt,
        lastTakenInAt: b.completedAt,
        devicesTakenIn: devices,
      };
    },
  },
};
