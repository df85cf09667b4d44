import { isMerged } from './activity-stage.ts';
import type { DeviceId } from './ids.ts';
import type { ActivityRecord } from './records.ts';

/** Activities that this device filmed, or is to film, and whose footage from it is not here; the oldest first. */
export const openActivities = (activities: readonly ActivityRecord[], device: DeviceId): readonly ActivityRecord[] =>
  activities
    .filter((one) => one.devices.includes(device) && !one.devicesTakenIn.includes(device) && !isMerged(one))
    .sort((a, b) => (a.created.at < b.created.at ? -1 : 1));
