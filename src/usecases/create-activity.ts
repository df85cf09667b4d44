import { done, type Outcome, refused } from '../base/outcome.ts';
import { type ActivityId, type DeviceId, type DivisionId, mintId, type PersonId } from '../domain/ids.ts';
import type { ActivityRecord, ActivityType } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import { beijingDate, type Instant } from '../domain/time.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { nextNumber } from './office-number.ts';
import { type SuspendedPerson, suspendedAmong } from './officer-standing.ts';
import { signAct } from './signed-act.ts';

export interface ActivityPlan {
  readonly type: ActivityType;
  readonly matters: readonly number[];
  readonly officers: readonly PersonId[];
  readonly devices: readonly DeviceId[];
  readonly division: DivisionId;
  readonly plannedAt: Instant | null;
  /** Left out: as it was. */
  readonly plannedMinutes?: number | null;
  readonly title: string;
  readonly place: string | null;
  readonly party: string | null;
  readonly caseNo: string | null;
  /** Left out: as they were. */
  readonly complaintNo?: string | null;
  readonly coordinates?: string | null;
  readonly note: string | null;
}

export type ActivityRefusal =
  | RuleRefusal
  | { readonly code: 'title-missing' | 'officer-missing' | 'division-unknown' }
  | { readonly code: 'officer-suspended'; readonly suspended: readonly SuspendedPerson[] };

async function unfit(desk: Desk, plan: ActivityPlan): Promise<ActivityRefusal | null> {
  if (plan.title.trim() === '') return { code: 'title-missing' };
  if (plan.officers.length === 0) return { code: 'officer-missing' };
  const suspended = await suspendedAmong(desk.records, plan.officers, beijingDate(plan.plannedAt ?? desk.now()));
  return suspended.length > 0 ? { code: 'officer-suspended', suspended } : null;
}

const split = (plan: ActivityPlan) => {
  const { type, matters, officers, devices, division, plannedAt, title, place, party, caseNo, note } = plan;
  return {
    body: { type, matters: [...matters], officers: [...officers], devices: [...devices], division, plannedAt },
    details: { title: title.trim(), place, party, caseNo, note },
  };
};

/** Art. 6: creates an activity before going out, with a number of this station. */
export async function createActivity(
  desk: Desk,
  seat: Seat,
  plan: ActivityPlan,
): Promise<Outcome<ActivityId, ActivityRefusal>> {
  const fault = await unfit(desk, plan);
  if (fault !== null) return refused(fault);
  // 机关各科室、局属各单位: an activity belongs to one that exists and is open.
  const bureau = await desk.records.get('bureau', desk.book.bureau);
  const open = bureau?.divisions.some(({ id, closed }) => id === plan.division && !closed) ?? false;
  if (!open) return refused({ code: 'division-unknown' });
  const used = (await desk.records.all('activity')).map((activity) => activity.no);
  const no = nextNumber(used, desk.station.code, 'record', desk.now());
  const activity = mintId<ActivityId>(desk.random);
  const { body, details } = split(plan);
  const signed = await signAct(desk, seat.signer, {
    kind: 'activity-created',
    subject: subjectOf('activity', activity),
    body: { activity, no, ...body },
    details,
    division: plan.division,
  });
  return signed.ok ? planMore(desk, seat, activity, plan, null) : refused(signed.refusal);
}

/** What other kinds bear of the plan. */
async function planMore(
  desk: Desk,
  seat: Seat,
  activity: ActivityId,
  plan: ActivityPlan,
  before: ActivityRecord | null,
): Promise<Outcome<ActivityId, ActivityRefusal>> {
  const length = await planLength(desk, seat, activity, plan, before?.plannedLength?.minutes ?? null);
  return length.ok ? stateParticulars(desk, seat, activity, plan, before) : length;
}

/** Art. 6: the complaint's number and the place's coordinates; signed where they differ from what was said. */
async function stateParticulars(
  desk: Desk,
  seat: Seat,
  activity: ActivityId,
  plan: ActivityPlan,
  before: ActivityRecord | null,
): Promise<Outcome<ActivityId, ActivityRefusal>> {
  const [wasNo, wasAt] = [before?.complaintNo ?? null, before?.coordinates ?? null];
  const { complaintNo = wasNo, coordinates = wasAt, division } = plan;
  if (complaintNo === wasNo && coordinates === wasAt) return done(activity);
  const signed = await signAct(desk, seat.signer, {
    kind: 'activity-particulars-stated',
    subject: subjectOf('activity', activity),
    body: { activity },
    details: { complaintNo, coordinates },
    division,
  });
  return signed.ok ? done(activity) : refused(signed.refusal);
}

/** Art. 5: how long it will take; signed where it differs from what was said. */
async function planLength(
  desk: Desk,
  seat: Seat,
  activity: ActivityId,
  { plannedMinutes, division }: ActivityPlan,
  before: number | null,
): Promise<Outcome<ActivityId, ActivityRefusal>> {
  if (plannedMinutes === undefined || plannedMinutes === before) return done(activity);
  const signed = await signAct(desk, seat.signer, {
    kind: 'activity-length-planned',
    subject: subjectOf('activity', activity),
    body: { activity, minutes: plannedMinutes },
    details: null,
    division,
  });
  return signed.ok ? done(activity) : refused(signed.refusal);
}

/** Row 1 offers row 8 where the party refused: the same plan with one more row of the list. */
export const addMatter = (
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  row: number,
): Promise<Outcome<ActivityId, ActivityRefusal>> => {
  const matters = [...new Set([...activity.matters, row])].sort((a, b) => a - b);
  return changeActivity(desk, seat, activity, { ...activity, title: activity.title ?? '', matters });
};

/** Corrects the plan; the number stays, and what was said before stays in the book. */
export async function changeActivity(
  desk: Desk,
  seat: Seat,
  before: ActivityRecord,
  plan: ActivityPlan,
): Promise<Outcome<ActivityId, ActivityRefusal>> {
  const fault = await unfit(desk, plan);
  if (fault !== null) return refused(fault);
  const { body, details } = split(plan);
  const signed = await signAct(desk, seat.signer, {
    kind: 'activity-changed',
    subject: subjectOf('activity', before.id),
    body: { activity: before.id, no: before.no, ...body },
    details,
    refs: [before.created.entry],
    division: plan.division,
  });
  return signed.ok ? planMore(desk, seat, before.id, plan, before) : refused(signed.refusal);
}
