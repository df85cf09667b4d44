import type { UnlinkedRecord } from '../../../domain/course-records.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import type { FormStamp, PrintMark } from '../../../forms/form-cell.ts';
import type { F15Data, F15ListData, F15ListRow } from '../../../forms/form-request.ts';
import { UNLINKED_DECISION } from '../../../text/course.ts';
import { UNLINKED_REASON } from '../../../text/nouns.ts';
import { lengthOf, recordingNo } from './f7-view.ts';
import { type FormNames, stampOf } from './form-names.ts';

export interface F15Sources {
  readonly recording: RecordingRecord;
  readonly unlinked: UnlinkedRecord | null;
  /** Where it was put in the end. */
  readonly activity: ActivityRecord | null;
  /** The print entry, while nobody has said anything of the footage. */
  readonly stamp: FormStamp | null;
}

/** F15: what was said of footage without an activity, and what the legal affairs office decided (Art. 4). */
export function f15Data(sources: F15Sources, names: FormNames, print: PrintMark): F15Data {
  const { recording, unlinked, activity } = sources;
  const [source] = recording.sources;
  const no = recordingNo(recording) ?? recording.id.slice(0, 16);
  const explanations = unlinked?.explanations ?? [];
  const decision = unlinked?.decision ?? null;
  const last = decision ?? explanations.at(-1) ?? null;
  const reason = recording.unlinkedReason;
  return {
    bureau: names.bureau,
    no,
    originalName: source?.originalName ?? '',
    mediaType: recording.mediaType,
    durationMs: lengthOf(recording),
    sizeBytes: recording.sizeBytes,
    sha256: recording.digests.sha256,
    sm3: recording.digests.sm3,
    station: source === undefined ? '' : names.station(source.station),
    takenInAt: source?.takenInAt ?? '',
    takenInBy: source === undefined ? '' : names.person(source.takenInBy),
    device: names.device(source?.device ?? null),
    firstReason: reason === null ? null : UNLINKED_REASON[reason],
    explanations: explanations.map((one) => ({
      by: one.by.kind === 'person' ? names.person(one.by.person) : '',
      at: one.at,
      text: one.text ?? '',
    })),
    linkedTo: activity === null ? null : formatNumber(activity.no),
    decision: decision && { decision: decision.decision, text: decision.text ?? '' },
    explained: explanations[0] === undefined ? null : names.signature(explanations[0]),
    decided: decision === null ? null : names.signature(decision),
    stamp: last === null ? sources.stamp : stampOf(last, no),
    print,
  };
}

/** The queue of Art. 4 as it now stands, in the order of intake. */
export function f15ListData(
  sources: {
    readonly recordings: readonly RecordingRecord[];
    readonly said: readonly UnlinkedRecord[];
    readonly asOf: Instant;
    readonly stamp: FormStamp | null;
  },
  names: FormNames,
  print: PrintMark,
): F15ListData {
  const takenInAt = ({ sources: [first] }: RecordingRecord): string => first?.takenInAt ?? '';
  const rows = [...sources.recordings]
    .sort((a, b) => (takenInAt(a) < takenInAt(b) ? -1 : 1))
    .map((recording): F15ListRow => {
      const [source] = recording.sources;
      const said = sources.said.find(({ id }) => id === recording.id);
      const decision = said?.decision ?? null;
      return {
        no: recordingNo(recording) ?? recording.id.slice(0, 16),
        originalName: source?.originalName ?? '',
        device: names.device(source?.device ?? null),
        takenInAt: source?.takenInAt ?? '',
        takenInBy: source === undefined ? '' : names.person(source.takenInBy),
        firstReason: recording.unlinkedReason === null ? '' : UNLINKED_REASON[recording.unlinkedReason],
        explanation: said?.explanations.at(-1)?.text ?? '',
        decision: decision === null ? '' : UNLINKED_DECISION[decision.decision],
      };
    });
  return { bureau: names.bureau, asOf: sources.asOf, rows, stamp: sources.stamp, print };
}
