import * as v from 'valibot';
import { SEED_FORM } from '../../domain/draw-sample.ts';
import type { DivisionId } from '../../domain/ids.ts';
import { SAMPLE_ROLES, sampleId } from '../../domain/office-records.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { count, id, recordingId } from '../schemas.ts';
import { personOf } from './course.ts';

const body = v.strictObject({
  month: v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)),
  role: v.picklist(SAMPLE_ROLES),
  /** The unit of a department head; null: the whole bureau. */
  division: v.nullable(id<DivisionId>()),
  seed: v.pipe(v.string(), v.regex(SEED_FORM)),
  /** How many it was drawn from. */
  of: count,
  recordings: v.pipe(v.array(recordingId), v.minLength(1), v.maxLength(200)),
});
type Body = v.InferOutput<typeof body>;

const idOf = ({ month, role, division }: Body): string => sampleId(month, role, division);

/**
 * 抽查: recordings of a month drawn for review. One draw counts per month, role and unit, so that nobody draws until it pleases. What
 * is drawn is still looked at under Art. 16 only.
 */
export const sampleDrawn: Kind<Body, never> = {
  kind: 'sample-drawn',
  body,
  details: null,
  author: 'person',
  roles: [...SAMPLE_ROLES],
  touches: (b) => [subjectOf('reviewSample', idOf(b))],
  judge: ({ body: b, payload, signed }, { record, rolesOf }) => {
    if (payload.subject !== subjectOf('reviewSample', idOf(b))) return 'subject-unfit';
    const by = personOf(signed);
    if (by === null || !(rolesOf(by)?.includes(b.role) ?? false)) return 'role-missing';
    const whole = b.role === 'legalAffairsOffice';
    if ((b.division === null) !== whole || b.recordings.length > b.of) return 'subject-unfit';
    return record('reviewSample', idOf(b)) === null ? null : 'reference-unfit';
  },
  folds: {
    reviewSample: (record, { body: b, signed }, sample) =>
      record ?? {
        id: sample,
        drawn: signed,
        month: b.month,
        role: b.role,
        seed: b.seed,
        of: b.of,
        recordings: b.recordings,
      },
  },
};
