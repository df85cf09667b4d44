import type { DeviceId } from '../../domain/ids.ts';
import { beijingDate, fromInstant, type Instant } from '../../domain/time.ts';
import { unresolvedFaults } from '../device-check.ts';
import type { ActivityFacts, DeviceCheckFacts, UsedDevice } from '../facts.ts';
import type { ParameterValues } from '../parameters.ts';
import { ofArticle } from '../rule.ts';

interface Use {
  readonly device: DeviceId;
  readonly usedAt: Instant;
  /** The last check before it that still holds. */
  readonly check: DeviceCheckFacts | null;
  /** The first one after it. */
  readonly later: DeviceCheckFacts | null;
}

/** Fixed cameras run day and night: their use begins with the activity, not with the file. */
function usedAt({ device, carrier }: UsedDevice, { recordings, arrivedAt }: ActivityFacts): Instant | null {
  const own = recordings.filter((recording) => recording.device === device);
  if (own.length === 0) return null;
  const starts = own.flatMap(({ start }) => (start === null ? [] : [start])).sort();
  const first = starts[0] ?? null;
  return carrier === 'fixedAvSurveillance' ? (arrivedAt ?? first) : (first ?? arrivedAt);
}

function usesOf(facts: ActivityFacts, { checkValidHours }: ParameterValues): readonly Use[] {
  return facts.devices.flatMap((used) => {
    const at = usedAt(used, facts);
    if (at === null) return [];
    const checks = facts.checks.filter(({ device }) => device === used.device).sort((a, b) => (a.at < b.at ? -1 : 1));
    const holds = (check: DeviceCheckFacts): boolean =>
      check.at <= at &&
      beijingDate(check.at) === beijingDate(at) &&
      fromInstant(at) - fromInstant(check.at) <= checkValidHours * 3_600_000;
    return [
      {
        device: used.device,
        usedAt: at,
        check: checks.findLast(holds) ?? null,
        later: checks.find((check) => check.at > at) ?? null,
      },
    ];
  });
}

export const A05_1 = ofArticle('A05-1', 5, 'breach', (facts, { parameters }) =>
  usesOf(facts, parameters).flatMap(({ device, usedAt: at, check, later }) =>
    check === null && later === null ? [{ about: device, facts: { device, usedAt: at } }] : [],
  ),
);

export const A05_2 = ofArticle('A05-2', 5, 'breach', (facts, { parameters }) =>
  usesOf(facts, parameters).flatMap(({ device, usedAt: at, check, later }) =>
    check === null && later !== null ? [{ about: device, facts: { device, usedAt: at, checkedAt: later.at } }] : [],
  ),
);

/** The check found a fault, nothing was done about it, and the device was used all the same. */
export const A05_3 = ofArticle('A05-3', 5, 'breach', (facts, { parameters }) =>
  usesOf(facts, parameters).flatMap(({ device, check }) => {
    const faults = check === null ? [] : unresolvedFaults(check, facts.plannedMinutes, parameters);
    return check === null || faults.length === 0
      ? []
      : [{ about: device, facts: { device, checkedAt: check.at, faults } }];
  }),
);

/** The check said the clock was right; the footage says it was not. */
export const A05_4 = ofArticle('A05-4', 5, 'suspected', (facts, { parameters }) =>
  usesOf(facts, parameters).flatMap(({ device, check }) => {
    const warn = parameters.clockOffsetWarnSec;
    const proof = facts.clockProofs.find((known) => known.device === device && Math.abs(known.offsetSec) > warn);
    if (check === null || proof === undefined || Math.abs(check.offsetSec) > warn) return [];
    const about = { device, checkedOffsetSec: check.offsetSec, measuredOffsetSec: proof.offsetSec };
    return [{ about: device, facts: about }];
  }),
);
