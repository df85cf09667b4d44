import * as v from 'valibot';
import type { MediumId, RecordingId, SpillId, StationId } from '../../domain/ids.ts';
import type { CustodyEvent, RecordingRecord } from '../../domain/records.ts';
import type { SpillRecord } from '../../domain/spill-record.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { JudgeContext, Kind } from '../kind.ts';
import { id, recordingId } from '../schemas.ts';
import { custody } from './custody.ts';
import { restate } from './recording-state.ts';

const recordings = v.pipe(v.array(recordingId), v.maxLength(200));
const body = v.strictObject({
  spill: id<SpillId>(),
  station: id<StationId>(),
  /** null: the station's own intake buffer, thumbnails and lists; then it speaks of all the order names. */
  medium: v.nullable(id<MediumId>()),
  deleted: recordings,
  /** Looked for and not found. */
  missing: recordings,
});

export type FootageDeletedBody = v.InferOutput<typeof body>;

const named = (b: FootageDeletedBody): readonly RecordingId[] => [...b.deleted, ...b.missing];

function isFit(b: FootageDeletedBody, spill: SpillRecord, record: JudgeContext['record']): boolean {
  const ids = named(b);
  if (new Set(ids).size !== ids.length || !ids.every((one) => spill.recordings.includes(one))) return false;
  const { medium } = b;
  if (medium !== null)
    return (
      ids.length > 0 && ids.every((one) => record('recording', one)?.copies.some((copy) => copy.medium === medium))
    );
  const hasSaid = (spill.files ?? []).some((one) => one.medium === null && one.station === b.station);
  return hasSaid ? b.deleted.length > 0 : ids.length === spill.recordings.length;
}

/** Whether every station that ever took it in has said that nothing of it is left there. */
function isNowhereBuffered({ sources }: RecordingRecord, events: readonly CustodyEvent[]): boolean {
  const said = new Set(
    events.flatMap(({ kind, medium, signed: { by } }) =>
      kind === 'deleted' && medium === null && by.kind === 'station' ? [by.station] : [],
    ),
  );
  return sources.every(({ station }) => said.has(station));
}

/**
 * 误录: a station deleted files an order of two names, from itself or from one medium, and says so afterwards. What the book says of the
 * original stays: digests, numbers, who took it in.
 */
export const footageDeleted: Kind<FootageDeletedBody, never> = {
  kind: 'footage-deleted',
  body,
  details: null,
  author: 'station',
  roles: [],
  touches: (b) => named(b).map((recording) => subjectOf('recording', recording)),
  judges: (b) => [subjectOf('spill', b.spill)],
  judge: ({ body: b, payload, signed }, { record }) => {
    const own = signed.by.kind === 'station' && signed.by.station === b.station;
    if (!own || payload.subject !== `spill:${b.spill}`) return 'subject-unfit';
    const spill = record('spill', b.spill);
    const names = spill !== null && payload.refs.length === 1 && payload.refs[0] === spill.ordered.entry;
    return names && isFit(b, spill, record) ? null : 'reference-unfit';
  },
  folds: {
    spill: (record, { body: b, signed }) =>
      record && {
        ...record,
        files: [
          ...(record.files ?? []),
          { signed, station: b.station, medium: b.medium, deleted: b.deleted, missing: b.missing },
        ],
      },
    recording: (record, { body: b, signed }) => {
      if (record === null) return null;
      const events = [...record.custody, custody('deleted', signed, { medium: b.medium })];
      const next: RecordingRecord = {
        ...record,
        copies: b.medium === null ? record.copies : record.copies.filter(({ medium }) => medium !== b.medium),
        buffered: record.buffered && !isNowhereBuffered(record, events),
        custody: events,
      };
      return { ...next, state: next.copies.length === 0 && !next.buffered ? 'removed' : restate(next) };
    },
  },
};
