import * as v from 'valibot';
import type { CourseRecord } from '../../domain/course-records.ts';
import { GAP_CAUSES, REPORT_METHODS } from '../../domain/course-words.ts';
import type { ActivityId, EntryId, PersonId } from '../../domain/ids.ts';
import type { Signed } from '../../domain/records.ts';
import type { Kind } from '../kind.ts';
import { id, instant, text } from '../schemas.ts';
import { intoCourse, ofActivity, personOf, standing, touchesCourse } from './course.ts';

const reportedBody = v.strictObject({
  activity: id<ActivityId>(),
  /** When recording stopped. */
  from: instant,
  reportedAt: instant,
  method: v.picklist(REPORT_METHODS),
  /** The department head, not the supervising leader: that is Art. 7's. */
  to: id<PersonId>(),
});

/** Art. 11: 应当立即向所属部门负责人报告. `reportedAt` is when it was said, the signature may come later. */
export const gapReported: Kind<v.InferOutput<typeof reportedBody>, never> = {
  kind: 'gap-reported',
  body: reportedBody,
  details: null,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ({ body: b, payload, signed }, { rolesOf }) => {
    if (ofActivity({ body: b, payload }) !== null) return 'subject-unfit';
    if (b.reportedAt < b.from || b.reportedAt > payload.at) return 'body-malformed';
    if (personOf(signed) === b.to) return 'duties-not-separate';
    return rolesOf(b.to)?.includes('departmentHead') ? null : 'role-missing';
  },
  folds: intoCourse((course, { body: { activity: _, ...b }, signed }) => ({
    ...course,
    gapReports: [...course.gapReports, { ...standing(signed), ...b, acknowledged: null }],
  })),
};

const statedBody = v.pipe(
  v.strictObject({
    activity: id<ActivityId>(),
    from: instant,
    /** null: never resumed. */
    to: v.nullable(instant),
    cause: v.picklist(GAP_CAUSES),
  }),
  v.check(({ from, to }) => to === null || from < to),
);
const statedDetails = v.strictObject({ text: v.pipe(text(2000), v.trim(), v.minLength(1)) });

/** Art. 11, form F6: the written statement of one interruption. */
export const gapStated: Kind<v.InferOutput<typeof statedBody>, v.InferOutput<typeof statedDetails>> = {
  kind: 'gap-stated',
  body: statedBody,
  details: statedDetails,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ofActivity,
  folds: intoCourse((course, { body: { activity: _, ...b }, details: d, signed }) => ({
    ...course,
    gapStatements: [...course.gapStatements, { ...standing(signed), ...b, text: d?.text ?? null, acknowledged: null }],
  })),
};

const acknowledgedBody = v.strictObject({ activity: id<ActivityId>() });

const findAct = (course: CourseRecord | null, target: EntryId | undefined) =>
  [...(course?.gapReports ?? []), ...(course?.gapStatements ?? [])].find(({ signed }) => signed.entry === target);

const seen = <M extends { readonly signed: Signed; readonly acknowledged: Signed | null }>(
  acts: readonly M[],
  target: EntryId | undefined,
  by: Signed,
): readonly M[] =>
  acts.map((act) => (act.signed.entry === target ? { ...act, acknowledged: act.acknowledged ?? by } : act));

/** 部门负责人阅知: a report or a statement (the only ref), never one's own. */
export const gapAcknowledged: Kind<v.InferOutput<typeof acknowledgedBody>, never> = {
  kind: 'gap-acknowledged',
  body: acknowledgedBody,
  details: null,
  author: 'person',
  roles: ['departmentHead'],
  touches: touchesCourse,
  judges: touchesCourse,
  judge: (fact, { record }) => {
    const act = findAct(record('course', fact.body.activity), fact.payload.refs[0]);
    if (ofActivity(fact) !== null || fact.payload.refs.length !== 1 || act === undefined) return 'reference-unfit';
    return personOf(act.signed) === personOf(fact.signed) ? 'duties-not-separate' : null;
  },
  folds: intoCourse((course, { payload, signed }) => ({
    ...course,
    gapReports: seen(course.gapReports, payload.refs[0], signed),
    gapStatements: seen(course.gapStatements, payload.refs[0], signed),
  })),
};
