import * as v from 'valibot';
import { type CourseRecord, goesOnWith, type Struck } from '../../domain/course-records.ts';
import { GAP_CAUSES, NOTICE_EXCEPTIONS } from '../../domain/course-words.ts';
import type { ActivityId, DeviceId, EntryId, PersonId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Fact, JudgeContext, Kind } from '../kind.ts';
import { id, optionalText } from '../schemas.ts';
import type { VoidCode } from '../verdict.ts';
import { footageMoment, intoCourse, ofActivity, personOf, standing, touchesCourse } from './course.ts';

const interruptionBody = v.strictObject({
  activity: id<ActivityId>(),
  /** null: every device. */
  device: v.nullable(id<DeviceId>()),
  cause: v.picklist(GAP_CAUSES),
  /** 确实无法继续记录. */
  unresumable: v.boolean(),
});

/** Art. 11, on site: recording stops now, for this cause. */
export const interruptionMarked: Kind<v.InferOutput<typeof interruptionBody>, never> = {
  kind: 'interruption-marked',
  body: interruptionBody,
  details: null,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ofActivity,
  folds: intoCourse((course, { body: { activity: _, ...b }, signed }) => ({
    ...course,
    interruptions: [...course.interruptions, { ...standing(signed), ...b, resumed: null }],
  })),
};

const resumedBody = v.strictObject({ activity: id<ActivityId>(), device: v.nullable(id<DeviceId>()) });

/** Art. 11, on site: recording goes on. Ends the open interruptions of the device, or all of them. */
export const recordingResumed: Kind<v.InferOutput<typeof resumedBody>, never> = {
  kind: 'recording-resumed',
  body: resumedBody,
  details: null,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ofActivity,
  folds: intoCourse((course, { body: { device }, signed }) => {
    const resumption = { signed, device };
    return {
      ...course,
      interruptions: course.interruptions.map((one) =>
        one.resumed === null && goesOnWith(resumption, one) ? { ...one, resumed: signed } : one,
      ),
      resumptions: [...(course.resumptions ?? []), resumption],
    };
  }),
};

const voiceBody = v.strictObject({ activity: id<ActivityId>(), footage: footageMoment });

/** Art. 11: here in the footage, after the restart, the reason is spoken. */
export const voiceExplanationLocated: Kind<v.InferOutput<typeof voiceBody>, never> = {
  kind: 'voice-explanation-located',
  body: voiceBody,
  details: null,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ofActivity,
  folds: intoCourse((course, { body: b, signed }) => ({
    ...course,
    voiceMarks: [...course.voiceMarks, { ...standing(signed), footage: b.footage }],
  })),
};

const locatedBody = v.strictObject({
  activity: id<ActivityId>(),
  officers: v.pipe(v.array(id<PersonId>()), v.minLength(1), v.maxLength(20)),
  footage: footageMoment,
});

/** Art. 8: here in the footage the party is told, by these officers. */
export const noticeLocated: Kind<v.InferOutput<typeof locatedBody>, never> = {
  kind: 'notice-located',
  body: locatedBody,
  details: null,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ofActivity,
  folds: intoCourse((course, { body: b, signed }) => ({
    ...course,
    locatedNotices: [...course.locatedNotices, { ...standing(signed), officers: b.officers, footage: b.footage }],
  })),
};

const exceptedBody = v.strictObject({ activity: id<ActivityId>(), ground: v.picklist(NOTICE_EXCEPTIONS) });
const exceptedDetails = v.strictObject({ text: optionalText(300) });

/** Art. 8: why the party was not told. The last word counts. */
export const noticeExcepted: Kind<v.InferOutput<typeof exceptedBody>, v.InferOutput<typeof exceptedDetails>> = {
  kind: 'notice-excepted',
  body: exceptedBody,
  details: exceptedDetails,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ofActivity,
  folds: intoCourse((course, { body: b, details: d, signed }) => ({
    ...course,
    noticeException: { ...signed, ground: b.ground, text: d?.text ?? null },
  })),
};

const withdrawnBody = v.strictObject({ activity: id<ActivityId>() });
type Withdrawal = Fact<v.InferOutput<typeof withdrawnBody>, never>;

const LISTS = ['steps', 'interruptions', 'gapReports', 'gapStatements', 'voiceMarks', 'locatedNotices'] as const;

/** Only one's own mark, and only one that stands. */
function judgeWithdrawal(fact: Withdrawal, { record }: JudgeContext): VoidCode | null {
  const [target] = fact.payload.refs;
  const course = record('course', fact.body.activity);
  const marks = course === null ? [] : LISTS.flatMap((list): readonly Struck[] => course[list]);
  const mark = marks.find(({ signed }) => signed.entry === target);
  if (ofActivity(fact) !== null || fact.payload.refs.length !== 1 || mark === undefined) return 'reference-unfit';
  return personOf(mark.signed) === personOf(fact.signed) ? null : 'duties-not-separate';
}

const struck = <M extends Struck>(marks: readonly M[], target: EntryId, by: EntryId): readonly M[] =>
  marks.map((mark) => (mark.signed.entry === target ? { ...mark, withdrawnBy: by } : mark));

/** Strikes out one mark of the course (the only ref); it stays in the book and in the list. */
export const courseMarkWithdrawn: Kind<v.InferOutput<typeof withdrawnBody>, never> = {
  kind: 'course-mark-withdrawn',
  body: withdrawnBody,
  details: null,
  author: 'person',
  roles: ['officer', 'departmentHead'],
  touches: touchesCourse,
  judges: ({ activity }) => [subjectOf('course', activity)],
  judge: judgeWithdrawal,
  folds: intoCourse((course, { payload, signed }): CourseRecord => {
    const [target] = payload.refs;
    if (target === undefined) return course;
    return {
      ...course,
      steps: struck(course.steps, target, signed.entry),
      interruptions: struck(course.interruptions, target, signed.entry),
      gapReports: struck(course.gapReports, target, signed.entry),
      gapStatements: struck(course.gapStatements, target, signed.entry),
      voiceMarks: struck(course.voiceMarks, target, signed.entry),
      locatedNotices: struck(course.locatedNotices, target, signed.entry),
    };
  }),
};
