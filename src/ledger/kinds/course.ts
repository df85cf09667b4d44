import * as v from 'valibot';
import { type CourseRecord, emptyCourse, type Struck } from '../../domain/course-records.ts';
import type { ActivityId, PersonId } from '../../domain/ids.ts';
import type { Signed } from '../../domain/records.ts';
import { type Subject, subjectOf } from '../../domain/subject.ts';
import type { Fact, Folds } from '../kind.ts';
import { instant, recordingId } from '../schemas.ts';
import type { VoidCode } from '../verdict.ts';

/** What kinds about the course of an activity share: their entries are about the activity and fold into its course. */

interface OfActivity {
  readonly activity: ActivityId;
}

export const ofActivity = ({
  body,
  payload,
}: {
  readonly body: OfActivity;
  readonly payload: { readonly subject: string };
}): VoidCode | null => (payload.subject === `activity:${body.activity}` ? null : 'subject-unfit');

export const touchesCourse = ({ activity }: OfActivity): readonly Subject[] => [subjectOf('course', activity)];

/** Folds one act into the course, which begins with the first of them. */
export const intoCourse = <B extends OfActivity, D>(
  change: (course: CourseRecord, fact: Fact<B, D>) => CourseRecord,
): Folds<B, D> => ({
  course: (record, fact) => change(record ?? emptyCourse(fact.body.activity), fact),
});

export const standing = (signed: Signed): Struck => ({ signed, withdrawnBy: null });

export const personOf = ({ by }: Signed): PersonId | null => (by.kind === 'person' ? by.person : null);

/** A place in a recording. A day of footage in one file is longer than any camera makes. */
export const footageMoment = v.strictObject({
  recording: recordingId,
  sec: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(86_400)),
});

export const part = v.pipe(
  v.strictObject({ from: instant, to: instant }),
  v.check(({ from, to }) => from < to),
);
