import type { DeviceId } from './ids.ts';
import type { ActivityRecord, RecordingRecord } from './records.ts';
import type { Instant } from './time.ts';

/**
 * How far an activity has come, from its record alone. `end-not-marked`: footage is there, but nobody pressed 结束, so the clock of
 * Art. 13 has no beginning.
 */
export type ActivityStage =
  | 'planned'
  | 'on-site'
  | 'end-not-marked'
  | 'awaiting-intake'
  | 'partly-taken-in'
  | 'away'
  | 'taken-in'
  /** The same as another one, created twice: it asks for nothing more. */
  | 'merged';

export const ACTIVITY_STAGES: readonly ActivityStage[] = [
  'planned',
  'on-site',
  'end-not-marked',
  'awaiting-intake',
  'partly-taken-in',
  'away',
  'taken-in',
  'merged',
];

/** A verified intake that brought footage of an activity; `device` null: not a device of the register. */
export interface DeviceIntake {
  readonly device: DeviceId | null;
  readonly at: Instant;
}

/** Every intake behind an activity's recordings. Exact: knows footage that was put under the activity, or moved away, later. */
export const intakesOf = (recordings: readonly Pick<RecordingRecord, 'sources'>[]): readonly DeviceIntake[] =>
  recordings.flatMap(({ sources }) => sources.map(({ device, takenInAt }) => ({ device, at: takenInAt })));

/**
 * Planned devices of which no footage has come. With `intakes` (see `intakesOf`) this is exact; without, it is what the record
 * itself noted, which misses footage linked by hand.
 */
export function devicesNotTakenIn(
  activity: ActivityRecord,
  intakes: readonly DeviceIntake[] | null = null,
): readonly DeviceId[] {
  const brought = new Set<DeviceId | null>(
    intakes === null ? activity.devicesTakenIn : intakes.map(({ device }) => device),
  );
  return activity.devices.filter((device) => !brought.has(device));
}

/** Footage of every planned device has come; of any, where none was planned. */
export function isTakenIn(activity: ActivityRecord, intakes: readonly DeviceIntake[] | null = null): boolean {
  const some = intakes === null ? activity.recordings.length > 0 : intakes.length > 0;
  return some && devicesNotTakenIn(activity, intakes).length === 0;
}

/** Merged into another: it has been the other all along, and asks for nothing more. */
export const isMerged = ({ mergedInto }: Pick<ActivityRecord, 'mergedInto'>): boolean => mergedInto !== undefined;

export function activityStage(activity: ActivityRecord, intakes: readonly DeviceIntake[] | null = null): ActivityStage {
  if (isMerged(activity)) return 'merged';
  const some = intakes === null ? activity.recordings.length > 0 : intakes.length > 0;
  if (activity.finished === null) {
    if (some) return 'end-not-marked';
    return activity.arrived === null ? 'planned' : 'on-site';
  }
  if (isTakenIn(activity, intakes)) return 'taken-in';
  if (activity.away !== null && activity.returned === null) return 'away';
  return some ? 'partly-taken-in' : 'awaiting-intake';
}
