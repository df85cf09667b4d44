import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import type { FormStamp, PrintMark } from '../../../forms/form-cell.ts';
import type { F4Data, F4Row } from '../../../forms/form-request.ts';
import { UNLINKED_REASON } from '../../../text/nouns.ts';
import { CELL } from '../../../text/printing.ts';
import { clockMinutes } from '../../../text/times.ts';
import { deadlineOf, lengthOf, recordingNo } from './f7-view.ts';
import { type FormNames, listed, mattersCell } from './form-names.ts';

export interface F4Sources {
  /** In the order they were asked for. */
  readonly recordings: readonly RecordingRecord[];
  readonly activities: readonly ActivityRecord[];
  /** What was asked for, in words. */
  readonly scope: string;
  readonly asOf: Instant;
  /** The print entry itself, once it is signed: the register as a whole has no other. */
  readonly stamp: FormStamp | null;
}

export function f4Data(
  { recordings, activities, scope, asOf, stamp }: F4Sources,
  names: FormNames,
  print: PrintMark,
): F4Data {
  const known = new Map(activities.map((activity) => [activity.id, activity]));
  return {
    bureau: names.bureau,
    scope,
    asOf,
    rows: recordings.map((recording) =>
      rowOf(recording, recording.activity === null ? null : (known.get(recording.activity) ?? null), names),
    ),
    stamp,
    print,
  };
}

/** Cells of columns this version keeps no record of (gaps, retention) are left for the pen. */
function rowOf(recording: RecordingRecord, activity: ActivityRecord | null, names: FormNames): F4Row {
  const [source] = recording.sources;
  const takenInAt = source?.takenInAt ?? '';
  const deadline = activity?.finished == null ? null : (deadlineOf(activity, activity.finished.at) ?? null);
  return {
    recordingNo: recordingNo(recording),
    ...ofActivity(recording, activity, names),
    device: names.device(source?.device ?? null),
    mediaType: recording.mediaType,
    count: 1,
    durationMs: lengthOf(recording),
    sizeBytes: recording.sizeBytes,
    takenInAt,
    deadline,
    late: deadline === null || takenInAt === '' ? null : takenInAt > deadline,
    gaps: '',
    store: storeCell(recording, names),
    retainUntil: '',
  };
}

type OfActivity = Pick<
  F4Row,
  'activityNo' | 'startedAt' | 'endedAt' | 'matters' | 'place' | 'party' | 'officers' | 'notice' | 'caseNo' | 'remark'
>;

function ofActivity(recording: RecordingRecord, activity: ActivityRecord | null, names: FormNames): OfActivity {
  if (activity === null) {
    return {
      activityNo: null,
      startedAt: null,
      endedAt: null,
      matters: null,
      place: null,
      party: null,
      officers: null,
      notice: null,
      caseNo: null,
      remark: UNLINKED_REASON[recording.unlinkedReason ?? 'pending'],
    };
  }
  const { arrived, finished, noticed, officers } = activity;
  return {
    activityNo: formatNumber(activity.no),
    startedAt: arrived?.at ?? '',
    endedAt: finished?.at ?? '',
    matters: mattersCell(activity),
    place: activity.place ?? '',
    party: activity.party ?? '',
    officers: listed(officers.map(names.person)),
    notice: noticed === null ? '' : CELL.noticed(clockMinutes(noticed.at)),
    caseNo: activity.caseNo ?? '',
    remark: activity.complaintNo == null ? '' : CELL.complaint(activity.complaintNo),
  };
}

const storeCell = ({ copies, buffered }: RecordingRecord, names: FormNames): string => {
  const media = listed(copies.map(({ medium }) => names.medium(medium)));
  return media === '' && buffered ? CELL.buffer : media;
};
