import { done, type Outcome, refused } from '../base/outcome.ts';
import type { EntryId } from '../domain/ids.ts';
import type { ActivityMark, ActivityRecord, AwayGround } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';
import { homeOf } from './whole-activity.ts';

export type MarkRefusal =
  | RuleRefusal
  | { readonly code: 'already-marked' | 'not-arrived' | 'not-finished' | 'statement-missing' | 'return-impossible' };

type Marked = Promise<Outcome<EntryId, MarkRefusal>>;

const about = (activity: ActivityRecord) =>
  ({ subject: subjectOf('activity', activity.id), division: activity.division }) as const;

/** 到达现场: signs at once. */
export async function markArrived(desk: Desk, seat: Seat, activity: ActivityRecord): Marked {
  if (activity.arrived !== null) return refused({ code: 'already-marked' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'arrival-marked',
    ...about(activity),
    body: { activity: activity.id },
    details: null,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** 已告知: the standard phrase of Art. 8 as it was read out, with the officers named in it. */
export async function markNoticed(desk: Desk, seat: Seat, activity: ActivityRecord, text: string): Marked {
  if (activity.noticed !== null) return refused({ code: 'already-marked' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'notice-given',
    ...about(activity),
    body: { activity: activity.id, officers: [...activity.officers] },
    details: { text },
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** 结束: the clock of Art. 13 starts. */
export async function markFinished(desk: Desk, seat: Seat, activity: ActivityRecord): Marked {
  if (activity.arrived === null) return refused({ code: 'not-arrived' });
  if (activity.finished !== null) return refused({ code: 'already-marked' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'activity-finished',
    ...about(activity),
    body: { activity: activity.id },
    details: null,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** Art. 13: why today is not possible. Ground and statement are both needed. */
export async function declareAway(
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  ground: AwayGround,
  statement: string,
): Marked {
  if (statement.trim() === '') return refused({ code: 'statement-missing' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'away-duty-declared',
    ...about(activity),
    body: { activity: activity.id, ground },
    details: { statement: statement.trim() },
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** 已返回单位: 24 clock hours run from `returnedAt`, which lies between the end of the activity and now. */
export async function markReturned(desk: Desk, seat: Seat, activity: ActivityRecord, returnedAt: Instant): Marked {
  if (activity.finished === null) return refused({ code: 'not-finished' });
  if (returnedAt < activity.finished.at || returnedAt > desk.now()) return refused({ code: 'return-impossible' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'returned-to-unit',
    ...about(activity),
    body: { activity: activity.id, returnedAt },
    details: null,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** 撤销: takes one's own mark back; it stays in the book, struck through. */
export async function withdrawMark(desk: Desk, seat: Seat, whole: ActivityRecord, mark: ActivityMark): Marked {
  const activity = await homeOf(desk.records, whole, mark.signed.entry);
  const signed = await signAct(desk, seat.signer, {
    kind: 'mark-withdrawn',
    ...about(activity),
    body: { activity: activity.id },
    details: null,
    refs: [mark.signed.entry],
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}
