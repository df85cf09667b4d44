import { isMerged } from '../domain/activity-stage.ts';
import { deviceDayId } from '../domain/course-records.ts';
import type { PersonId } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { ActivityRecord } from '../domain/records.ts';
import { beijingDate, endOfBeijingDay, type Instant, plusMs } from '../domain/time.ts';

/** The day a check must be of to hold for an activity: a later day's own, which today's does not reach. */
export function dayOfGoing({ plannedAt }: Pick<ActivityRecord, 'plannedAt'>, today: string): string {
  const planned = plannedAt === null ? today : beijingDate(plannedAt);
  return planned > today ? planned : today;
}

/** The person's activities of today and tomorrow, and those begun, that take devices along: what there is to check for. */
export function toCheck(
  activities: readonly ActivityRecord[],
  person: PersonId,
  now: Instant,
): readonly ActivityRecord[] {
  const until = plusMs(endOfBeijingDay(now), 86_400_000);
  const since = plusMs(endOfBeijingDay(now), -86_400_000);
  const day = ({ plannedAt, created }: ActivityRecord): Instant => plannedAt ?? created.at;
  return activities
    .filter((one) => one.officers.includes(person) && one.devices.length > 0 && one.finished === null && !isMerged(one))
    .filter((one) => day(one) >= since && day(one) <= until)
    .sort((a, b) => (day(a) < day(b) ? -1 : 1));
}

/** Of these, the activities of which some device has not passed the check of the day of going (Art. 5). */
export async function unchecked(
  records: Pick<ReadModel, 'getMany'>,
  activities: readonly ActivityRecord[],
  now: Instant,
): Promise<readonly ActivityRecord[]> {
  const today = beijingDate(now);
  const idsOf = (activity: ActivityRecord): readonly string[] =>
    activity.devices.map((device) => deviceDayId(device, dayOfGoing(activity, today)));
  const days = await records.getMany('deviceDay', [...new Set(activities.flatMap(idsOf))]);
  const passed = new Set(days.filter(({ checks }) => checks.at(-1)?.passed === true).map(({ id }) => id));
  return activities.filter((activity) => idsOf(activity).some((id) => !passed.has(id)));
}
