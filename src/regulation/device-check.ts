import { fromInstant, type Instant } from '../domain/time.ts';
import type { CheckFault, DeviceCheckFacts } from './facts.ts';
import type { ParameterValues } from './parameters.ts';

/** Art. 5: the device's clock against the reference, in seconds; negative: the device is slow. */
export const clockOffsetSec = (shown: Instant, reference: Instant): number =>
  Math.round((fromInstant(shown) - fromInstant(reference)) / 1000);

/**
 * The offset that a filmed clock proves. `fileStart` is what the device claims for the first frame, `frameSec` where in the file
 * the clock is seen, `signedAt` the station's time in its QR.
 */
export const filmedOffsetSec = (fileStart: Instant, frameSec: number, signedAt: Instant): number =>
  Math.round((fromInstant(fileStart) + frameSec * 1000 - fromInstant(signedAt)) / 1000);

type Checked = Omit<DeviceCheckFacts, 'device' | 'at'>;

/** What a check found wrong, whatever was done about it. `plannedMinutes` null: the length of the activity is not known. */
export function checkFaults(
  check: Checked,
  plannedMinutes: number | null,
  { clockOffsetWarnSec }: Pick<ParameterValues, 'clockOffsetWarnSec'>,
): readonly CheckFault[] {
  const faults: CheckFault[] = [];
  const minutes = check.estimatedMinutes;
  if (minutes !== null && plannedMinutes !== null && minutes < plannedMinutes) faults.push('space');
  if (Math.abs(check.offsetSec) > clockOffsetWarnSec) faults.push('clock');
  if (!check.testOk) faults.push('recordingTest');
  if (check.lensClean === false) faults.push('lens');
  return check.passed || faults.length > 0 ? faults : ['failed'];
}

/** Faults against which nothing was done. A remark is enough for the clock: the offset is then known and can be counted with. */
export const unresolvedFaults = (
  check: Checked,
  plannedMinutes: number | null,
  parameters: Pick<ParameterValues, 'clockOffsetWarnSec'>,
): readonly CheckFault[] =>
  check.action !== null
    ? []
    : checkFaults(check, plannedMinutes, parameters).filter((fault) => fault !== 'clock' || !check.remarked);
