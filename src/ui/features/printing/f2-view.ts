import type { DeviceDayRecord } from '../../../domain/course-records.ts';
import type { ActivityId } from '../../../domain/ids.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { beijingDate, type Instant } from '../../../domain/time.ts';
import type { FormStamp, PrintMark } from '../../../forms/form-cell.ts';
import type { F2Data, F2Row } from '../../../forms/form-request.ts';
import { clockOffsetSec } from '../../../regulation/device-check.ts';
import { CHECK_ACTION } from '../../../text/course.ts';
import { keyGroups } from '../../../text/times.ts';
import type { PeriodQuery } from './asked-form.ts';
import { type FormNames, listed } from './form-names.ts';

export interface F2Sources {
  readonly days: readonly DeviceDayRecord[];
  readonly activities: readonly ActivityRecord[];
  readonly query: PeriodQuery;
  readonly scope: string;
  readonly asOf: Instant;
  readonly stamp: FormStamp | null;
}

/** Every check of the period, as they were signed. */
export function f2Data(sources: F2Sources, names: FormNames, print: PrintMark): F2Data {
  const { query, scope, asOf, stamp } = sources;
  const rows = sources.days
    .filter(({ device }) => query.device === null || device === query.device)
    .flatMap(({ device, checks }) => checks.map((check) => ({ device, check })))
    .filter(({ check }) => inPeriod(check.signed.at, query))
    .filter(({ check }) => query.activity === null || check.activity === query.activity)
    .sort((a, b) => (a.check.signed.at < b.check.signed.at ? -1 : 1));
  return {
    bureau: names.bureau,
    scope,
    asOf,
    rows: rows.map((one) => checkRow(one, sources.activities, names)),
    stamp,
    print,
  };
}

export const inPeriod = (at: Instant, { from, to }: Pick<PeriodQuery, 'from' | 'to'>): boolean => {
  const day = beijingDate(at);
  return (from === null || from <= day) && (to === null || day <= to);
};

function checkRow(
  { device, check }: { readonly device: DeviceDayRecord['device']; readonly check: DeviceDayRecord['checks'][number] },
  activities: readonly ActivityRecord[],
  names: FormNames,
): F2Row {
  const { signed } = check;
  return {
    checkedAt: signed.at,
    device: names.device(device),
    batteryPercent: check.batteryPercent,
    freeMB: check.freeMB,
    estimatedMinutes: check.estimatedMinutes,
    shownAt: check.shownAt,
    referenceAt: check.referenceAt,
    offsetSec: clockOffsetSec(check.shownAt, check.referenceAt),
    testOk: check.testOk,
    passed: check.passed,
    action: actionCell(check),
    activityNo: activityCell(check.activity, activities),
    checker: signed.by.kind === 'person' ? names.person(signed.by.person) : '',
    signature: keyGroups(signed.key),
  };
}

/** Nothing had to be done about a device in order. */
function actionCell({ action, remark, remarked }: DeviceDayRecord['checks'][number]): string | null {
  const words = listed([action === null ? '' : CHECK_ACTION[action], remark ?? '']);
  return words !== '' ? words : remarked ? '' : null;
}

const activityCell = (id: ActivityId | null, activities: readonly ActivityRecord[]): string | null => {
  if (id === null) return null;
  const found = activities.find((activity) => activity.id === id);
  return found === undefined ? '' : formatNumber(found.no);
};
