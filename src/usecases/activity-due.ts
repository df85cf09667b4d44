import { type DeviceIntake, devicesNotTakenIn, intakesOf, isTakenIn } from '../domain/activity-stage.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { ActivityRecord, RecordingRecord } from '../domain/records.ts';
import type { Instant } from '../domain/time.ts';
import { type ExportDeadline, exportDeadline, isExportLate } from '../regulation/export-deadline.ts';

/** 当天 of the end, or 24 clock hours after the return to the unit (Art. 13). */
export type DueRule = 'same-day' | 'after-return';

/** Where an activity stands against Art. 13. `missing`: planned devices of which no footage has come. */
export type ActivityDue =
  /** Or the same as another one, which is what footage is awaited for. */
  | { readonly kind: 'not-finished' }
  /** Excused with ground and statement, and the return is not entered yet: no deadline runs. */
  | { readonly kind: 'away'; readonly missing: readonly DeviceId[] }
  | {
      readonly kind: 'open' | 'late';
      readonly rule: DueRule;
      readonly deadline: Instant;
      readonly missing: readonly DeviceId[];
    }
  | {
      readonly kind: 'met';
      /** null: met while away, before the return was entered. */
      readonly deadline: Instant | null;
      /** The verified intake that completed it. Without `intakes`, the latest it can have been. */
      readonly metAt: Instant;
      /** `unknown` only without `intakes`: footage added after the deadline may or may not have been what was lacking. */
      readonly late: boolean | 'unknown';
    };

/** Footage is still to come. */
export type OpenDue = Extract<ActivityDue, { readonly kind: 'open' | 'late' | 'away' }>;

export const isOpenDue = (due: ActivityDue): due is OpenDue =>
  due.kind === 'open' || due.kind === 'late' || due.kind === 'away';

/**
 * Art. 13 for one activity. The clock starts with its end and stops when a verified intake (after read-back, not the start of
 * copying) has brought footage of every planned device, or any footage where no device was planned. Give `intakes` of the
 * activity's recordings for an exact answer; null judges by the record alone.
 */
export function activityDue(
  activity: ActivityRecord,
  now: Instant,
  intakes: readonly DeviceIntake[] | null = null,
): ActivityDue {
  if (activity.finished === null || activity.mergedInto !== undefined) return { kind: 'not-finished' };
  const rule = deadlineOf(activity, activity.finished.at);
  if (isTakenIn(activity, intakes)) return met(activity, rule, intakes);
  const missing = devicesNotTakenIn(activity, intakes);
  if (rule.kind === 'away') return { kind: 'away', missing };
  return { kind: isExportLate(rule, now) ? 'late' : 'open', rule: rule.kind, deadline: rule.deadline, missing };
}

function deadlineOf({ away, returned }: ActivityRecord, endedAt: Instant): ExportDeadline {
  if (away === null) return exportDeadline({ endedAt });
  return exportDeadline({
    endedAt,
    ground: away.ground,
    // The book counts no declaration without a statement; where its text is not on this station, it was made all the same.
    statement: away.statement ?? 'statement on another station',
    ...(returned === null ? {} : { returnedAt: returned.returnedAt }),
  });
}

function met(
  activity: ActivityRecord,
  rule: ExportDeadline,
  intakes: readonly DeviceIntake[] | null,
): Extract<ActivityDue, { readonly kind: 'met' }> {
  const deadline = rule.deadline ?? null;
  const span = intakes === null ? spanOf(activity) : null;
  if (span === null) {
    const metAt = completedAt(activity.devices, intakes ?? []);
    return { kind: 'met', deadline, metAt, late: isExportLate(rule, metAt) };
  }
  const isCertain = isExportLate(rule, span.from) && !activity.regrouped;
  const late = isCertain ? true : isExportLate(rule, span.to) ? ('unknown' as const) : false;
  return { kind: 'met', deadline, metAt: span.to, late };
}

/** Between which intakes the last planned device must have come, by the record alone; where it was regrouped, at the latest. */
function spanOf({ devices, firstTakenInAt, lastTakenInAt }: ActivityRecord): {
  readonly from: Instant;
  readonly to: Instant;
} {
  if (firstTakenInAt === null || lastTakenInAt === null) throw new Error('footage without an intake');
  return { from: firstTakenInAt, to: devices.length === 0 ? firstTakenInAt : lastTakenInAt };
}

/** The latest of the devices' first intakes; the first intake where no device was planned. */
function completedAt(devices: readonly DeviceId[], intakes: readonly DeviceIntake[]): Instant {
  const firsts =
    devices.length === 0 ? [intakes] : devices.map((device) => intakes.filter((one) => one.device === device));
  const moments = firsts.map((some) => some.map(({ at }) => at).sort()[0]);
  const last = moments.sort().at(-1);
  if (last === undefined) throw new Error('footage without an intake');
  return last;
}

/**
 * Footage of the activities whose records alone cannot say when it was taken in: the time of putting it under an activity by
 * hand is not the time of its intake.
 */
export const readRegrouped = (
  model: Pick<ReadModel, 'getMany'>,
  activities: readonly ActivityRecord[],
): Promise<readonly RecordingRecord[]> => {
  const regrouped = activities.filter((activity) => activity.regrouped);
  return model.getMany('recording', [...new Set(regrouped.flatMap(({ recordings }) => recordings))]);
};

/** The intakes of one activity out of what `readRegrouped` read; null where its record tells all. */
export const intakesAmong = (
  { id, regrouped }: Pick<ActivityRecord, 'id' | 'regrouped'>,
  footage: readonly RecordingRecord[],
): readonly DeviceIntake[] | null =>
  regrouped ? intakesOf(footage.filter((recording) => recording.activity === id)) : null;
