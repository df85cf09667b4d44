import { captureReadings } from './capture-time.ts';
import type { ActivityId, DeviceId } from './ids.ts';
import type { ActivityRecord, CaptureClaim } from './records.ts';
import { beijingDate, fromInstant, type Instant } from './time.ts';

/** Clocks drift and people press late: footage this much before arrival or after the end still belongs. */
const SLACK_MS = 15 * 60_000;

export interface FootageMatch {
  readonly activity: ActivityId;
  /** Why: shown to the operator, who has the last word. */
  readonly by: 'time-and-device' | 'time' | 'same-day';
}

const holds = (activity: ActivityRecord, at: Instant): boolean => {
  if (activity.arrived === null) return false;
  const t = fromInstant(at);
  const end =
    activity.finished === null ? fromInstant(activity.arrived.at) + 12 * 3_600_000 : fromInstant(activity.finished.at);
  return t >= fromInstant(activity.arrived.at) - SLACK_MS && t <= end + SLACK_MS;
};

const uses = (activity: ActivityRecord, device: DeviceId | null): boolean =>
  device !== null && activity.devices.includes(device);

const onDay = (activity: ActivityRecord, at: Instant): boolean => {
  const day = activity.arrived?.at ?? activity.plannedAt;
  return day !== null && beijingDate(day) === beijingDate(at);
};

const only = <T>(list: readonly T[]): T | null => (list.length === 1 ? (list[0] ?? null) : null);

/**
 * Which activity a clip belongs to, by capture time and device; null where that is not plain, because a wrong place is
 * worse than none. Each possible reading of the claim is tried in turn.
 */
export function matchFootage(
  claim: CaptureClaim | null,
  device: DeviceId | null,
  activities: readonly ActivityRecord[],
): FootageMatch | null {
  if (claim === null) return null;
  for (const at of captureReadings(claim)) {
    const within = activities.filter((activity) => holds(activity, at));
    const both = within.filter((activity) => uses(activity, device));
    const [first] = both;
    if (first !== undefined && both.length === 1) return { activity: first.id, by: 'time-and-device' };
    const byTime =
      both.length === 0 ? only(within.filter((activity) => activity.devices.length === 0 || device === null)) : null;
    if (byTime !== null) return { activity: byTime.id, by: 'time' };
    const sameDay = within.length > 0 ? null : only(activities.filter((a) => onDay(a, at) && uses(a, device)));
    if (sameDay !== null) return { activity: sameDay.id, by: 'same-day' };
  }
  return null;
}
