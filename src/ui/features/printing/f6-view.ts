import type { CourseRecord, DeviceDayRecord, VoiceMark } from '../../../domain/course-records.ts';
import { emptyCourse } from '../../../domain/course-records.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import { fromInstant, type Instant } from '../../../domain/time.ts';
import type { PrintMark } from '../../../forms/form-cell.ts';
import type { F6Clock, F6Data, F6Gap } from '../../../forms/form-request.ts';
import { clockOffsetSec } from '../../../regulation/device-check.ts';
import type { GapAccount } from '../../../regulation/facts.ts';
import { CELL } from '../../../text/printing.ts';
import { offsetInWords } from '../../../text/times.ts';
import { type ActivityRecords, stands } from '../../../usecases/facts-of.ts';
import { momentOf, startOf } from '../../../usecases/footage-time.ts';
import { gapAccountsOf } from '../../../usecases/gap-accounts.ts';
import { footageCell, officerCell } from './f1-check-view.ts';
import { type FormNames, listed, stampOf } from './form-names.ts';

/** A spoken explanation belongs to the restart it is nearest to, as far as a button and a camera may differ. */
const NEAR_MS = 5 * 60_000;

/** F6: every interruption that was stated, or pressed on site and not yet stated. */
export function f6Data(records: ActivityRecords, names: FormNames, print: PrintMark): F6Data {
  const { activity } = records;
  const course = records.course ?? emptyCourse(activity.id);
  const statements = course.gapStatements.filter(stands);
  const acknowledged = statements.map((one) => one.acknowledged).findLast((one) => one !== null) ?? null;
  const last = statements.at(-1);
  const no = formatNumber(activity.no);
  return {
    bureau: names.bureau,
    no,
    activity: activity.title ?? '',
    devices: listed(activity.devices.map(names.device)),
    place: activity.place ?? '',
    officers: listed(activity.officers.map((id) => officerCell(names.person(id), names.certificateOf(id)))),
    gaps: gapAccountsOf(course).map((account) => gapOf(account, course, records, names)),
    clocks: records.days.flatMap((day) => clockOf(day, names) ?? []),
    stated: signersOf(statements, names),
    acknowledged: acknowledged === null ? null : names.signature(acknowledged),
    stamp: last === undefined ? null : stampOf(last.signed, no),
    print,
  };
}

/** Each person once, with the last statement. */
function signersOf(statements: CourseRecord['gapStatements'], names: FormNames): F6Data['stated'] {
  const signatures = statements.flatMap(({ signed }) => names.signature(signed) ?? []);
  return signatures.filter(({ name }, index) => signatures.findLastIndex((one) => one.name === name) === index);
}

function gapOf(account: GapAccount, course: CourseRecord, records: ActivityRecords, names: FormNames): F6Gap {
  const { from, to, unresumable, cause } = account;
  const statement = course.gapStatements
    .filter(stands)
    .find((one) => one.from === from && one.signed.at === account.statedAt);
  const report = course.gapReports.filter(stands).find((one) => one.reportedAt === account.reportedAt);
  const open = to === null && !unresumable;
  return {
    from,
    // Pressed on site and not resumed yet: the end is for the pen.
    to: open ? '' : to,
    cause,
    voice: to === null ? (open ? '' : null) : voiceCell(to, course.voiceMarks.filter(stands), records),
    report:
      report !== undefined
        ? { at: report.reportedAt, method: report.method, to: names.person(report.to) }
        : unresumable
          ? { at: '', method: null, to: '' }
          : null,
    statement: statement?.text ?? '',
  };
}

function voiceCell(to: Instant, marks: readonly VoiceMark[], records: ActivityRecords): string {
  const starts = new Map(
    records.recordings.map((one) => [one.id as string, startOf(one, records.activity, records)] as const),
  );
  const near = marks
    .flatMap(({ footage }) => {
      const at = momentOf(footage, starts);
      return at === null ? [] : [{ footage, away: Math.abs(fromInstant(at) - fromInstant(to)) }];
    })
    .filter(({ away }) => away <= NEAR_MS)
    .sort((a, b) => a.away - b.away);
  return near[0] === undefined ? '' : footageCell(near[0].footage, records.recordings);
}

/** What the day's last check of the device showed. */
function clockOf({ device, checks }: DeviceDayRecord, names: FormNames): F6Clock | null {
  const check = checks.at(-1);
  if (check === undefined) return null;
  const { shownAt, referenceAt } = check;
  return {
    device: names.device(device),
    shownAt,
    referenceAt,
    offset: offsetInWords(clockOffsetSec(shownAt, referenceAt)),
    proof: CELL.offsetByCheck,
  };
}
