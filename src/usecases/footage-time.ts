import { captureReadings } from '../domain/capture-time.ts';
import type { DeviceDayRecord, ExaminationRecord, FootageMoment } from '../domain/course-records.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { ActivityRecord, RecordingRecord } from '../domain/records.ts';
import { type Instant, plusMs } from '../domain/time.ts';
import { clockOffsetSec } from '../regulation/device-check.ts';

/** When footage was really shot: the device's claim minus the offset that is known of its clock. Nothing is corrected in place. */

/** As far as a thumb on a button and a camera may differ, and recording before the arrival. */
const SLACK_MS = 15 * 60_000;

export interface ClockFacts {
  readonly days: readonly DeviceDayRecord[];
  readonly examinations: readonly ExaminationRecord[];
}

/** The offset of a device, in seconds: seen at this recording's intake, else by the day's last check; 0 where nothing is known. */
function offsetOf(recording: RecordingRecord, device: DeviceId | null, { days, examinations }: ClockFacts): number {
  const batch = recording.sources[0]?.batch;
  const proofs = examinations.find(({ id }) => id === batch)?.clockProofs ?? [];
  const proof = proofs.find(({ by }) => by === 'filmedQr') ?? proofs[0];
  if (proof !== undefined) return proof.offsetSec;
  const check = days
    .filter((day) => day.device === device)
    .flatMap(({ checks }) => checks)
    .at(-1);
  if (check === undefined || check.action === 'clockSync') return 0;
  return clockOffsetSec(check.shownAt, check.referenceAt);
}

/** A claim may be read as local time or as UTC: the reading that falls into the activity is taken, else the likeliest. */
export function startOf(
  recording: RecordingRecord,
  activity: Pick<ActivityRecord, 'arrived' | 'finished'>,
  clocks: ClockFacts,
): Instant | null {
  const source = recording.sources[0];
  const claim = source?.capturedAtRaw ?? null;
  if (source === undefined || claim === null) return null;
  const offsetMs = offsetOf(recording, source.device, clocks) * 1000;
  // A file's modification time is when the last byte was written: the end of a recording.
  const lengthMs = claim.source === 'mtime' ? (recording.durationMs ?? 0) : 0;
  const readings = captureReadings(claim).map((reading) => plusMs(reading, -offsetMs - lengthMs));
  const from = activity.arrived === null ? null : plusMs(activity.arrived.at, -SLACK_MS);
  const to = activity.finished === null ? null : plusMs(activity.finished.at, SLACK_MS);
  const fitting = readings.find((reading) => from !== null && reading >= from && (to === null || reading <= to));
  return fitting ?? readings[0] ?? null;
}

/** The moment a place in the footage shows; null where its recording's clock is not to be trusted. */
export function momentOf(footage: FootageMoment, starts: ReadonlyMap<string, Instant | null>): Instant | null {
  const start = starts.get(footage.recording) ?? null;
  return start === null ? null : plusMs(start, footage.sec * 1000);
}
