import { refused } from '../base/outcome.ts';
import type { FootageMoment, GapReport, GapStatement } from '../domain/course-records.ts';
import type { GapCause, ReportMethod } from '../domain/course-words.ts';
import type { DeviceId, PersonId } from '../domain/ids.ts';
import type { ActivityRecord } from '../domain/records.ts';
import type { Instant } from '../domain/time.ts';
import type { Desk, Seat } from './desk.ts';
import { type CourseSigned, signCourse, typed } from './sign-course.ts';
import { homeOf } from './whole-activity.ts';

/** Art. 11 on site: recording stops, for this cause; signs at once. */
export async function markInterruption(
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  stop: { readonly device: DeviceId | null; readonly cause: GapCause; readonly unresumable: boolean },
): CourseSigned {
  if (activity.arrived === null) return refused({ code: 'not-arrived' });
  return signCourse(desk, seat, activity, {
    kind: 'interruption-marked',
    body: { activity: activity.id, ...stop },
    details: null,
  });
}

/** Art. 11 on site: recording goes on; `device` null: all of them. The reason is now to be spoken. */
export const markResumed = (desk: Desk, seat: Seat, activity: ActivityRecord, device: DeviceId | null): CourseSigned =>
  signCourse(desk, seat, activity, {
    kind: 'recording-resumed',
    body: { activity: activity.id, device },
    details: null,
  });

/** Where in the footage the reason of an interruption is spoken. */
export const locateVoiceExplanation = (
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  footage: FootageMoment,
): CourseSigned =>
  signCourse(desk, seat, activity, {
    kind: 'voice-explanation-located',
    body: { activity: activity.id, footage: { ...footage } },
    details: null,
  });

export interface ReportDraft {
  /** When recording stopped. */
  readonly from: Instant;
  readonly reportedAt: Instant;
  readonly method: ReportMethod;
  readonly to: PersonId;
}

/** Art. 11: the report to the department head, signed when there is time; it may have been said before. */
export async function reportGap(desk: Desk, seat: Seat, activity: ActivityRecord, draft: ReportDraft): CourseSigned {
  if (draft.reportedAt < draft.from || draft.reportedAt > desk.now()) return refused({ code: 'time-impossible' });
  return signCourse(desk, seat, activity, {
    kind: 'gap-reported',
    body: { activity: activity.id, ...draft },
    details: null,
  });
}

export interface StatementDraft {
  readonly from: Instant;
  /** null: never resumed. */
  readonly to: Instant | null;
  readonly cause: GapCause;
  readonly text: string;
}

/** Art. 11, form F6: the written statement of one interruption. */
export async function stateGap(desk: Desk, seat: Seat, activity: ActivityRecord, draft: StatementDraft): CourseSigned {
  const text = typed(draft.text);
  if (text === null) return refused({ code: 'reason-missing' });
  if (draft.to !== null && draft.to <= draft.from) return refused({ code: 'time-impossible' });
  const { from, to, cause } = draft;
  return signCourse(desk, seat, activity, {
    kind: 'gap-stated',
    body: { activity: activity.id, from, to, cause },
    details: { text },
  });
}

/** 部门负责人阅知. */
export async function acknowledgeGap(
  desk: Desk,
  seat: Seat,
  whole: ActivityRecord,
  act: GapReport | GapStatement,
): CourseSigned {
  const activity = await homeOf(desk.records, whole, act.signed.entry);
  return signCourse(desk, seat, activity, {
    kind: 'gap-acknowledged',
    body: { activity: activity.id },
    details: null,
    refs: [act.signed.entry],
  });
}
