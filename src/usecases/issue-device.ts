import { done, type Outcome, refused } from '../base/outcome.ts';
import type { DeviceId, EntryId, PersonId } from '../domain/ids.ts';
import type { ActivityRecord, DeviceRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { typed } from './sign-course.ts';
import { signAct } from './signed-act.ts';

type Moved = Promise<Outcome<EntryId, RuleRefusal>>;

const about = (device: DeviceRecord) =>
  ({ subject: subjectOf('device', device.id), division: device.division }) as const;

const result = async (signing: ReturnType<typeof signAct>): Moved => {
  const signed = await signing;
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
};

/** 领用. */
export const issueDevice = (desk: Desk, seat: Seat, device: DeviceRecord, to: PersonId, note: string | null): Moved =>
  result(
    signAct(desk, seat.signer, {
      kind: 'device-issued',
      ...about(device),
      body: { device: device.id, to },
      details: { note: typed(note) },
    }),
  );

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
): Moved =>
  result(
    signAct(desk, seat.signer, {
      kind: 'device-transferred',
      ...about(device),
      body: { device: device.id, to },
      details: { note: typed(note) },
    }),
  );

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
