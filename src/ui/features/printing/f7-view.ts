import type { StationId } from '../../../domain/ids.ts';
import { formatNumber, formatRecordingNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, HandoverRecord, RecordingRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Checkpoint } from '../../../domain/witness-records.ts';
import type { PrintMark } from '../../../forms/form-cell.ts';
import type { F7Activity, F7Data, F7File } from '../../../forms/form-request.ts';
import { shortCode } from '../../../ledger/witness.ts';
import { exportDeadline } from '../../../regulation/export-deadline.ts';
import { CELL } from '../../../text/printing.ts';
import { timeInTable } from '../../../text/times.ts';
import { WITNESS } from '../../../text/witness.ts';
import { type FormNames, listed, mattersCell, stampOf } from './form-names.ts';

export interface F7Sources {
  readonly handover: HandoverRecord;
  /** In the order of the hand-over. */
  readonly recordings: readonly RecordingRecord[];
  readonly activities: readonly ActivityRecord[];
  /** The latest known here, of any station. */
  readonly witness?: { readonly station: StationId; readonly checkpoint: Checkpoint } | null;
}

const OPEN = { giving: '', receiving: '' } as const;

/** F7 says what is known and leaves the rest for ink: only the digest check of the receiving side is the system's own. */
export function f7Data(
  { handover, recordings, activities, witness = null }: F7Sources,
  names: FormNames,
  print: PrintMark,
): F7Data {
  const { from, to, given, accepted, withdrawn, remark } = handover;
  const no = formatNumber(handover.no);
  const firsts = recordings.flatMap(({ sources }) => sources.slice(0, 1));
  const own = activities.filter((activity) => recordings.some((recording) => recording.activity === activity.id));
  return {
    bureau: names.bureau,
    no,
    giving: {
      unit: names.unitOf(from),
      name: names.person(from),
      certificateNo: names.certificateOf(from) ?? '',
      signature: names.signature(given),
    },
    receiving: {
      unit: names.unitOf(to),
      name: names.person(to),
      certificateNo: names.certificateOf(to),
      signature: accepted === null ? null : names.signature(accepted),
    },
    station: listed(firsts.map(({ station }) => names.station(station))),
    takenInAt: latest(firsts.map(({ takenInAt }) => takenInAt)) ?? '',
    // A hand-over takes effect when it is accepted.
    handedOverAt: accepted?.at ?? '',
    carrier: CELL.storedOn(
      listed(recordings.flatMap(({ copies }) => copies.map(({ medium }) => names.medium(medium)))),
    ),
    awayStatement: own.some(({ away }) => away !== null) ? listed(own.map(({ away }) => away?.statement ?? '')) : null,
    activities: own.map(activityLine),
    files: recordings.map(fileLine),
    inspection: {
      accuracy: OPEN,
      completeness: OPEN,
      usability: OPEN,
      security: OPEN,
      digest: { giving: '', receiving: accepted === null ? '' : 'passed' },
    },
    // That it was cleared is signed with the acceptance; when, only the custodian's hand can say.
    cardClearing: accepted?.cardCleared === true ? { cleared: true, by: names.person(to), at: '' } : 'by-hand',
    witness:
      witness === null
        ? null
        : WITNESS.printed(
            shortCode(witness.checkpoint.root),
            names.station(witness.station),
            timeInTable(witness.checkpoint.signed.at),
            witness.checkpoint.entries,
          ),
    remark: withdrawn === null ? (remark ?? '') : listed([CELL.withdrawn(timeInTable(withdrawn.at)), remark ?? '']),
    stamp: stampOf(accepted ?? given, no),
    print,
  };
}

const latest = (times: readonly Instant[]): Instant | undefined => [...times].sort().at(-1);

/** The ground is printed only where it counts: with a statement (Art. 13). */
function activityLine(activity: ActivityRecord): F7Activity {
  const { finished, away, returned } = activity;
  const due = finished === null ? null : deadlineOf(activity, finished.at);
  return {
    no: formatNumber(activity.no),
    matter: mattersCell(activity),
    endedAt: finished?.at ?? '',
    ground: away?.ground ?? null,
    returnedAt: away === null ? null : (returned?.returnedAt ?? ''),
    deadline: due ?? '',
  };
}

/** Art. 13's end of the activity's time; undefined while away and not back. The book counts no ground without a statement. */
export function deadlineOf({ away, returned }: ActivityRecord, endedAt: Instant): Instant | undefined {
  if (away === null) return exportDeadline({ endedAt }).deadline;
  return exportDeadline({
    endedAt,
    ground: away.ground,
    // Its text may be on another station; that there is one is in the book.
    statement: away.statement ?? 'statement on another station',
    ...(returned === null ? {} : { returnedAt: returned.returnedAt }),
  }).deadline;
}

/** A photograph has no length; footage whose length the file does not say has an unknown one. */
export const lengthOf = ({
  durationMs,
  mediaType,
}: Pick<RecordingRecord, 'durationMs' | 'mediaType'>): number | 'unknown' | null =>
  durationMs ?? (mediaType === 'video' || mediaType === 'audio' ? 'unknown' : null);

export const recordingNo = ({ no }: Pick<RecordingRecord, 'no'>): string | null =>
  no === null ? null : formatRecordingNumber(no.activity, no.item);

const fileLine = (recording: RecordingRecord): F7File => ({
  originalName: recording.sources[0]?.originalName ?? '',
  recordingNo: recordingNo(recording),
  mediaType: recording.mediaType,
  durationMs: lengthOf(recording),
  sizeBytes: recording.sizeBytes,
  sha256: recording.digests.sha256,
  sm3: recording.digests.sm3,
});
