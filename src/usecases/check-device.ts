import { done, type Outcome, refused } from '../base/outcome.ts';
import type { CheckAction } from '../domain/course-words.ts';
import type { ActivityId, EntryId } from '../domain/ids.ts';
import type { DeviceRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import { clockOffsetSec, unresolvedFaults } from '../regulation/device-check.ts';
import type { CheckFault } from '../regulation/facts.ts';
import type { ParameterValues } from '../regulation/parameters.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { typed } from './sign-course.ts';
import { signAct } from './signed-act.ts';

export interface CheckDraft {
  readonly activity: ActivityId | null;
  readonly plannedMinutes: number | null;
  readonly shownAt: Instant;
  readonly referenceAt: Instant;
  readonly batteryPercent: number | null;
  readonly freeMB: number | null;
  readonly estimatedMinutes: number | null;
  readonly testOk: boolean;
  readonly lensClean: boolean | null;
  readonly passed: boolean;
  readonly action: CheckAction | null;
  readonly remark: string | null;
}

export type CheckRefusal = RuleRefusal | { readonly code: 'action-missing'; readonly faults: readonly CheckFault[] };

/**
 * Art. 5: signs a check. One that says "passed" while something is wrong needs the action taken, or for the clock a remark; a
 * failed one is signed as it is, so that the device is not taken along.
 */
export async function checkDevice(
  desk: Desk,
  seat: Seat,
  device: DeviceRecord,
  draft: CheckDraft,
  parameters: Pick<ParameterValues, 'clockOffsetWarnSec'>,
): Promise<Outcome<EntryId, CheckRefusal>> {
  const { plannedMinutes, remark: written, ...seen } = draft;
  const remark = typed(written);
  const remarked = remark !== null;
  const offsetSec = clockOffsetSec(draft.shownAt, draft.referenceAt);
  const faults = draft.passed ? unresolvedFaults({ ...seen, offsetSec, remarked }, plannedMinutes, parameters) : [];
  if (faults.length > 0) return refused({ code: 'action-missing', faults });
  const signed = await signAct(desk, seat.signer, {
    kind: 'device-checked',
    subject: subjectOf('device', device.id),
    body: { device: device.id, ...seen, remarked },
    details: { remark },
    division: device.division,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}
