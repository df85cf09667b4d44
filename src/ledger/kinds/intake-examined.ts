import * as v from 'valibot';
import type { ExaminationRecord } from '../../domain/course-records.ts';
import { FILE_TRACES } from '../../domain/course-words.ts';
import { asId, type BatchId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { count, id, recordingId } from '../schemas.ts';
import { personOf } from './course.ts';

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(-4_000_000_000), v.maxValue(4_000_000_000));
const examinedBody = v.strictObject({
  batch: id<BatchId>(),
  /** Files the card's own index lists, and how many of them are on the card; null: it has none that can be read. */
  index: v.nullable(v.strictObject({ listed: count, present: count })),
  clockProofs: v.pipe(
    v.array(v.strictObject({ offsetSec: offset, by: v.picklist(['filmedQr', 'comparison']) })),
    v.maxLength(20),
  ),
  files: v.pipe(
    v.array(v.strictObject({ recording: recordingId, traces: v.array(v.picklist(FILE_TRACES)) })),
    v.maxLength(200),
  ),
});
const acknowledgedBody = v.strictObject({ batch: id<BatchId>() });

const touches = ({ batch }: { readonly batch: BatchId }) => [subjectOf('examination', batch)];

const before = (record: ExaminationRecord | null, batch: string): ExaminationRecord =>
  record ?? { id: asId<BatchId>(batch), acknowledged: null, index: null, clockProofs: [], traces: {} };

/** What the station saw inside an intake's files and on its card: clocks, counters, traces of editing. Facts, no judgement. */
export const intakeExamined: Kind<v.InferOutput<typeof examinedBody>, never> = {
  kind: 'intake-examined',
  body: examinedBody,
  details: null,
  author: 'station',
  roles: [],
  touches,
  judge: ({ body: b, payload }) => (payload.subject === `batch:${b.batch}` ? null : 'subject-unfit'),
  folds: {
    examination: (record, { body: b }, batch) => {
      const known = before(record, batch);
      const traces = Object.fromEntries(b.files.map((file) => [file.recording, file.traces]));
      return {
        ...known,
        index: b.index ?? known.index,
        clockProofs: [...known.clockProofs, ...b.clockProofs],
        traces: { ...known.traces, ...traces },
      };
    },
  },
};

/** Art. 2: the department head has read why footage comes from a device that is not in the register. Not by who took it in. */
export const foreignSourceAcknowledged: Kind<v.InferOutput<typeof acknowledgedBody>, never> = {
  kind: 'foreign-source-acknowledged',
  body: acknowledgedBody,
  details: null,
  author: 'person',
  roles: ['departmentHead'],
  touches,
  judges: ({ batch }) => [subjectOf('batch', batch)],
  judge: ({ body: b, payload, signed }, { record }) => {
    const intake = record('batch', b.batch);
    if (payload.subject !== `batch:${b.batch}` || intake === null || intake.device !== null) return 'reference-unfit';
    return intake.takenInBy === personOf(signed) ? 'duties-not-separate' : null;
  },
  folds: {
    examination: (record, { signed }, batch) => {
      const known = before(record, batch);
      return { ...known, acknowledged: known.acknowledged ?? signed };
    },
  },
};
