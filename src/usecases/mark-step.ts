import { refused } from '../base/outcome.ts';
import type { FootageMoment, Struck } from '../domain/course-records.ts';
import type { StepState } from '../domain/course-words.ts';
import { type OffListPlace, readOffListStep } from '../domain/off-list-step.ts';
import type { ActivityRecord } from '../domain/records.ts';
import { canShow } from '../regulation/matter-state.ts';
import { stepById } from '../regulation/steps.ts';
import type { Desk, Seat } from './desk.ts';
import { type CourseSigned, signCourse, typed } from './sign-course.ts';
import { homeOf } from './whole-activity.ts';

export interface StepDraft {
  readonly step: string;
  readonly state: StepState;
  /** Number on the list of preserved evidence (row 4). */
  readonly item: string | null;
  /** null on site. */
  readonly footage: FootageMoment | null;
  /** Why it did not happen, or why it comes later. */
  readonly reason: string | null;
}

/** Marks one step, on site or in the footage: of the list, or of what the bureau added to it. What did not happen needs a reason. */
export async function markStep(desk: Desk, seat: Seat, activity: ActivityRecord, draft: StepDraft): CourseSigned {
  const offList = readOffListStep(draft.step);
  if (offList !== null) return markOffList(desk, seat, activity, draft, offList);
  const step = stepById(draft.step);
  if (step === undefined) return refused({ code: 'step-unknown' });
  if (!activity.matters.includes(step.row)) return refused({ code: 'row-not-chosen' });
  if (draft.state === 'deferred' && !step.deferred) return refused({ code: 'not-deferrable' });
  const reason = typed(draft.reason);
  if (draft.state === 'notHappened' && reason === null) return refused({ code: 'reason-missing' });
  if (draft.footage !== null) {
    const recording = await desk.records.get('recording', draft.footage.recording);
    if (recording === null || !canShow(draft.step, [recording.mediaType])) return refused({ code: 'cannot-show' });
  }
  const done = draft.state === 'done';
  return signCourse(desk, seat, activity, {
    kind: 'step-marked',
    body: {
      activity: activity.id,
      step: draft.step,
      state: draft.state,
      item: done ? draft.item : null,
      footage: done && draft.footage !== null ? { ...draft.footage } : null,
    },
    details: { reason },
  });
}

async function markOffList(
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  { state, footage, reason }: StepDraft,
  { template, no }: OffListPlace,
): CourseSigned {
  const { bureau } = desk.book;
  const known = (await desk.records.get('templates', bureau))?.publications ?? [];
  const steps = known.find(({ published }) => published.entry === template)?.steps ?? null;
  // Where its wording is not on this station the number alone is known.
  if (steps !== null && no > steps.length) return refused({ code: 'step-unknown' });
  if (state === 'deferred') return refused({ code: 'not-deferrable' });
  if (state === 'notHappened' && typed(reason) === null) return refused({ code: 'reason-missing' });
  return signCourse(desk, seat, activity, {
    kind: 'off-list-step-marked',
    body: { activity: activity.id, bureau, no, state, footage: state === 'done' && footage ? { ...footage } : null },
    details: { reason: typed(reason) },
    refs: [template],
  });
}

/** Strikes out one's own mark of the course; it stays in the list. */
export async function withdrawCourseMark(desk: Desk, seat: Seat, activity: ActivityRecord, mark: Struck): CourseSigned {
  if (mark.withdrawnBy !== null) return refused({ code: 'already-withdrawn' });
  const home = await homeOf(desk.records, activity, mark.signed.entry);
  return signCourse(desk, seat, home, {
    kind: 'course-mark-withdrawn',
    body: { activity: home.id },
    details: null,
    refs: [mark.signed.entry],
  });
}
