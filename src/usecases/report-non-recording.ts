import { refused } from '../base/outcome.ts';
import type { CourseRecord } from '../domain/course-records.ts';
import type { NonRecordingGround } from '../domain/course-words.ts';
import type { PersonId } from '../domain/ids.ts';
import type { ActivityRecord } from '../domain/records.ts';
import type { Part } from '../domain/time.ts';
import type { Desk, Seat } from './desk.ts';
import { type CourseSigned, signCourse, typed } from './sign-course.ts';
import { homeOf } from './whole-activity.ts';

/** Art. 7 on site: nothing, or this part, is recorded on this ground. The work record follows after the end. */
export const declareNonRecording = (
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  ground: NonRecordingGround,
  part: Part | null,
): CourseSigned =>
  signCourse(desk, seat, activity, {
    kind: 'non-recording-declared',
    body: { activity: activity.id, ground, part: part && { ...part } },
    details: null,
  });

export interface NonRecordingDraft {
  readonly ground: NonRecordingGround;
  readonly part: Part | null;
  /** The supervising leader. */
  readonly to: PersonId;
  readonly reason: string;
  readonly basis: string;
  readonly alternative: string | null;
}

/** Art. 7, form F5: after the end, with reason and basis, to the supervising leader. Until both are there it stays a draft. */
export async function reportNonRecording(
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  draft: NonRecordingDraft,
): CourseSigned {
  if (activity.finished === null) return refused({ code: 'not-finished' });
  const reason = typed(draft.reason);
  const basis = typed(draft.basis);
  if (reason === null) return refused({ code: 'reason-missing' });
  if (basis === null) return refused({ code: 'basis-missing' });
  return signCourse(desk, seat, activity, {
    kind: 'non-recording-reported',
    body: { activity: activity.id, ground: draft.ground, part: draft.part && { ...draft.part }, to: draft.to },
    details: { reason, basis, alternative: typed(draft.alternative) },
  });
}

/** 主管领导阅知. An insufficient ground needs a remark, and keeps the finding open. */
export async function acknowledgeNonRecording(
  desk: Desk,
  seat: Seat,
  whole: ActivityRecord,
  course: CourseRecord,
  word: { readonly sufficient: boolean; readonly remark: string | null },
): CourseSigned {
  const report = course.nonRecordingReport;
  if (report === null) return refused({ code: 'not-reported' });
  const remark = typed(word.remark);
  if (!word.sufficient && remark === null) return refused({ code: 'reason-missing' });
  const activity = await homeOf(desk.records, whole, report.signed.entry);
  return signCourse(desk, seat, activity, {
    kind: 'non-recording-acknowledged',
    body: { activity: activity.id, sufficient: word.sufficient },
    details: { remark },
    refs: [report.signed.entry],
  });
}
