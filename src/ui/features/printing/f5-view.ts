import { formatNumber } from '../../../domain/numbering.ts';
import type { PrintMark } from '../../../forms/form-cell.ts';
import type { F5Data } from '../../../forms/form-request.ts';
import type { ActivityRecords } from '../../../usecases/facts-of.ts';
import { officerCell } from './f1-check-view.ts';
import { type FormNames, listed, stampOf } from './form-names.ts';

/** F5: the work record of Art. 7. What was only declared on site has its ground, and the rest is left for the pen. */
export function f5Data(
  { activity, course }: Pick<ActivityRecords, 'activity' | 'course'>,
  names: FormNames,
  print: PrintMark,
): F5Data {
  const report = course?.nonRecordingReport ?? null;
  const said = report ?? course?.notRecorded ?? null;
  const acknowledged = report?.acknowledged ?? null;
  const no = formatNumber(activity.no);
  return {
    bureau: names.bureau,
    no,
    activity: activity.title ?? '',
    from: said?.part?.from ?? activity.arrived?.at ?? '',
    to: said?.part?.to ?? activity.finished?.at ?? '',
    whole: said === null ? null : said.part === null,
    place: activity.place ?? '',
    party: activity.party ?? '',
    officers: listed(activity.officers.map((id) => officerCell(names.person(id), names.certificateOf(id)))),
    ground: said?.ground ?? null,
    reason: report?.reason ?? '',
    basis: report?.basis ?? '',
    alternative: report === null ? '' : report.alternative,
    preparedAt: report?.signed.at ?? '',
    reportedTo: report === null ? '' : names.person(report.to),
    prepared: report === null ? null : names.signature(report.signed),
    acknowledged: acknowledged && {
      signature: names.signature(acknowledged),
      sufficient: acknowledged.sufficient,
      remark: acknowledged.remark,
    },
    stamp: report === null ? null : stampOf(report.signed, no),
    print,
  };
}
