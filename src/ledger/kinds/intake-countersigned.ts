import * as v from 'valibot';
import type { BatchId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { id, recordingId } from '../schemas.ts';
import { custody } from './custody.ts';

const body = v.strictObject({
  batch: id<BatchId>(),
  /** Those of the batch this countersigning covers, so that each recording's chain shows it. */
  recordings: v.pipe(v.array(recordingId), v.maxLength(1000)),
});

/** The officer who took the footage in puts a name under what the station signed. `refs` are the station's entries. */
export const intakeCountersigned: Kind<v.InferOutput<typeof body>, never> = {
  kind: 'intake-countersigned',
  body,
  details: null,
  author: 'person',
  roles: ['officer', 'custodian'],
  touches: (b) => b.recordings.map((recording) => subjectOf('recording', recording)),
  judge: ({ body: b, payload, signed }, { record }) => {
    const batch = record('batch', b.batch);
    if (batch === null || payload.subject !== `batch:${b.batch}`) return 'reference-unfit';
    if (!batch.entries.every((entry) => payload.refs.includes(entry))) return 'reference-unfit';
    return signed.by.kind === 'person' && signed.by.person === batch.takenInBy ? null : 'duties-not-separate';
  },
  folds: {
    batch: (record, { signed }) => record && { ...record, countersigned: record.countersigned ?? signed },
    recording: (record, { signed }) =>
      record && { ...record, custody: [...record.custody, custody('countersigned', signed)] },
  },
};
