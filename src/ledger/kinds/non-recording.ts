import * as v from 'valibot';
import { NON_RECORDING_GROUNDS } from '../../domain/course-words.ts';
import type { ActivityId, PersonId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { id, optionalText, text } from '../schemas.ts';
import { intoCourse, ofActivity, part, personOf, touchesCourse } from './course.ts';

const declaredBody = v.strictObject({
  activity: id<ActivityId>(),
  ground: v.picklist(NON_RECORDING_GROUNDS),
  /** null: the whole activity. */
  part: v.nullable(part),
});

/** Art. 7, on site: nothing is recorded, on this ground. The work record follows. */
export const nonRecordingDeclared: Kind<v.InferOutput<typeof declaredBody>, never> = {
  kind: 'non-recording-declared',
  body: declaredBody,
  details: null,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ofActivity,
  folds: intoCourse((course, { body: b, signed }) => ({
    ...course,
    notRecorded: { signed, ground: b.ground, part: b.part },
  })),
};

const reportedBody = v.strictObject({ ...declaredBody.entries, to: id<PersonId>() });
const filled = (max: number) => v.pipe(text(max), v.trim(), v.minLength(1));
const reportedDetails = v.strictObject({
  /** 原因 and 依据 are two fields, both required. */
  reason: filled(2000),
  basis: filled(1000),
  /** 采取的替代记录. */
  alternative: optionalText(1000),
});

/** Art. 7, form F5: the work record, reported to the supervising leader. A report, no application: it needs no consent. */
export const nonRecordingReported: Kind<v.InferOutput<typeof reportedBody>, v.InferOutput<typeof reportedDetails>> = {
  kind: 'non-recording-reported',
  body: reportedBody,
  details: reportedDetails,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ({ body: b, payload, signed }, { rolesOf }) => {
    if (ofActivity({ body: b, payload }) !== null) return 'subject-unfit';
    if (personOf(signed) === b.to) return 'duties-not-separate';
    return rolesOf(b.to)?.includes('supervisingLeader') ? null : 'role-missing';
  },
  folds: intoCourse((course, { body: b, details: d, signed }) => ({
    ...course,
    notRecorded: course.notRecorded ?? { signed, ground: b.ground, part: b.part },
    nonRecordingReport: {
      signed,
      ground: b.ground,
      part: b.part,
      to: b.to,
      reason: d?.reason ?? null,
      basis: d?.basis ?? null,
      alternative: d?.alternative ?? null,
      acknowledged: null,
    },
  })),
};

const acknowledgedBody = v.strictObject({ activity: id<ActivityId>(), sufficient: v.boolean() });
const acknowledgedDetails = v.strictObject({ remark: optionalText(500) });

/** 主管领导阅知, by the leader it was reported to (the report is the only ref); an insufficient ground keeps the finding open. */
export const nonRecordingAcknowledged: Kind<
  v.InferOutput<typeof acknowledgedBody>,
  v.InferOutput<typeof acknowledgedDetails>
> = {
  kind: 'non-recording-acknowledged',
  body: acknowledgedBody,
  details: acknowledgedDetails,
  author: 'person',
  roles: ['supervisingLeader'],
  touches: touchesCourse,
  judges: touchesCourse,
  judge: (fact, { record }) => {
    const report = record('course', fact.body.activity)?.nonRecordingReport ?? null;
    const [target] = fact.payload.refs;
    if (ofActivity(fact) !== null || report === null || report.signed.entry !== target) return 'reference-unfit';
    return personOf(fact.signed) === report.to ? null : 'duties-not-separate';
  },
  folds: intoCourse((course, { body: b, details: d, signed, payload }) => {
    const report = course.nonRecordingReport;
    if (report === null || report.signed.entry !== payload.refs[0]) return course;
    const acknowledged = { ...signed, sufficient: b.sufficient, remark: d?.remark ?? null };
    return { ...course, nonRecordingReport: { ...report, acknowledged } };
  }),
};
