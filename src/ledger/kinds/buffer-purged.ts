import * as v from 'valibot';
import type { StationId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { id, recordingId } from '../schemas.ts';
import { custody } from './custody.ts';

const body = v.strictObject({
  station: id<StationId>(),
  recordings: v.pipe(v.array(recordingId), v.minLength(1), v.maxLength(200)),
});

/** The intake buffer let go of originals that a registered medium holds, verified. Void for any that has no copy. */
export const bufferPurged: Kind<v.InferOutput<typeof body>, never> = {
  kind: 'buffer-purged',
  body,
  details: null,
  author: 'station',
  roles: [],
  touches: (b) => b.recordings.map((recording) => subjectOf('recording', recording)),
  judge: ({ body: b, payload, signed }, { record }) => {
    if (payload.subject !== `station:${b.station}`) return 'subject-unfit';
    if (signed.by.kind !== 'station' || signed.by.station !== b.station) return 'subject-unfit';
    return b.recordings.every((recording) => (record('recording', recording)?.copies.length ?? 0) > 0)
      ? null
      : 'reference-unfit';
  },
  folds: {
    recording: (record, { signed }) =>
      record && { ...record, buffered: false, custody: [...record.custody, custody('buffer-purged', signed)] },
  },
};
