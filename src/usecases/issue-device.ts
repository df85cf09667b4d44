import { done, type Outcome, refused } from '../base/outcome.ts';
import type { DeviceId, EntryId, PersonId } from '../domain/ids.ts';
import type { ActivityRecord, DeviceRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import { beijingDate } from '../domain/time.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { type SuspendedPerson, suspendedAmong } from './officer-standing.ts';
import { typed } from './sign-course.ts';
import { signAct } from './signed-act.ts';

type Moved = Promise<Outcome<EntryId, RuleRefusal>>;

const about = (device: DeviceRecord) =>
  ({ subject: subjectOf('device', device.id), division: device.division }) as const;

const result = async (signing: ReturnType<typeof signAct>): Moved => {
  const signed = await signing;
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
};

/** Why a person is given no device. */
export type IssueRefusal =
  | RuleRefusal
  | { readonly code: 'officer-suspended'; readonly suspended: readonly SuspendedPerson[] };

type Given = Promise<Outcome<EntryId, IssueRefusal>>;

async function give(
  desk: Desk,
  seat: Seat,
  kind: 'device-issued' | 'device-transferred',
  device: DeviceRecord,
  to: PersonId,
  note: string | null,
): Given {
  const suspended = await suspendedAmong(desk.records, [to], beijingDate(desk.now()));
  if (suspended.length > 0) return refused({ code: 'officer-suspended', suspended });
  return result(
    signAct(desk, seat.signer, {
      kind,
      ...about(device),
      body: { device: device.id, to },
      details: { note: typed(note) },
    }),
  );
}

/** 领用. */
export const issueDevice = (desk: Desk, seat: Seat, device: DeviceRecord, to: PersonId, note: string | null): Given =>
  give(desk, seat, 'device-issued', device, to, note);

/** 归还. */
export const returnDevice = (desk: Desk, seat: Seat, device: DeviceRecord, note: string | null): Moved =>
  result(
    signAct(desk, seat.signer, {
      kind: 'device-returned',
      ...about(device),
      body: { device: device.id },
      details: { note: typed(note) },
    }),
  );

/** 转交, by the one who holds it. */
export const transferDevice = (
  desk: Desk,
  seat: Seat,
  device: DeviceRecord,
  to: PersonId,
  note: string | null,
): Given => give(desk, seat, 'device-transferred', device, to, note);

/** 遗失、被盗. */
export const reportDeviceLost = (desk: Desk, seat: Seat, device: DeviceRecord, note: string | null): Moved =>
  result(
    signAct(desk, seat.signer, {
      kind: 'device-lost',
      ...about(device),
      body: { device: device.id },
      details: { note: typed(note) },
    }),
  );

/** Trap 28: activities that planned a device, took place, and never got footage of it: what a lost device may have held. */
export const activitiesWithout = (device: DeviceId, activities: readonly ActivityRecord[]): readonly ActivityRecord[] =>
  activities.filter(
    (activity) =>
      activity.devices.includes(device) &&
      (activity.arrived !== null || activity.finished !== null) &&
      !activity.devicesTakenIn.includes(device),
  );
