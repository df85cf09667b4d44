import { claimedInstants } from '../../domain/capture-claim.ts';
import { formatNumber, formatRecordingNumber, shortRecordingNumber } from '../../domain/numbering.ts';
import type { RegisterRow } from '../../domain/ports/read-model.ts';
import type { ActivityRecord, DeviceRecord, RecordingRecord, RecordingSource } from '../../domain/records.ts';
import type { Instant } from '../../domain/time.ts';
import { foldText } from './register/search-text.ts';

/** A line of the register and what it is searched by. */
export interface RegisterLine {
  readonly row: RegisterRow;
  readonly searchText: string;
  /** Orders by year, station, serial and item; empty while no activity is linked. */
  readonly noKey: string;
  /** Milliseconds, or −1 where the length is not known. */
  readonly durationKey: number;
}

/** Containers of the ISO family state their time in UTC (ISO/IEC 14496-12 §8.2.2), though some recorders write local time. */
const UTC_BY_STANDARD: ReadonlySet<string> = new Set(['mp4', 'mov', 'm4v', 'm4a', '3gp', '3g2']);

/**
 * The first source says when, where and by whom footage came in; later sources of the same content add only their names to the
 * search. null for a recording without a source, which no fold yields.
 */
export function toRegisterLine(
  recording: RecordingRecord,
  activity: ActivityRecord | null,
  device: DeviceRecord | null,
): RegisterLine | null {
  const [first] = recording.sources;
  if (first === undefined) return null;
  const captured = capturedAt(first, recording.container);
  const { no } = recording;
  const row: RegisterRow = {
    id: recording.id,
    no: no && formatRecordingNumber(no.activity, no.item),
    shortNo: no && shortRecordingNumber(no.activity, no.item),
    mediaType: recording.mediaType,
    capturedAt: captured ?? first.takenInAt,
    capturedIsClaim: captured !== null,
    durationMs: recording.durationMs,
    sizeBytes: recording.sizeBytes,
    activity: recording.activity,
    activityTitle: activity?.title ?? null,
    matters: activity?.matters ?? [],
    place: activity?.place ?? null,
    party: activity?.party ?? null,
    officers: activity?.officers ?? [],
    device: first.device,
    carrier: device?.carrier ?? null,
    originalName: first.originalName,
    takenInAt: first.takenInAt,
    takenInBy: first.takenInBy,
    copies: recording.copies.length,
    state: recording.state,
  };
  return { row, searchText: searchText(recording, row, activity), noKey: noKey(no), durationKey: row.durationMs ?? -1 };
}

function capturedAt(source: RecordingSource, container: string | null): Instant | null {
  const claim = source.capturedAtRaw;
  if (claim === null) return null;
  const [first, second] = claimedInstants(claim);
  const isUtc = claim.source === 'container' && container !== null && UTC_BY_STANDARD.has(container);
  return (isUtc ? second : undefined) ?? first ?? null;
}

function searchText(recording: RecordingRecord, row: RegisterRow, activity: ActivityRecord | null): string {
  const { no, sources } = recording;
  const names = new Set(sources.map((source) => source.originalName));
  const texts = [
    row.no,
    row.shortNo,
    no && formatNumber(no.activity, 'document'),
    row.activityTitle,
    row.place,
    row.party,
    activity?.caseNo ?? null,
    ...names,
  ];
  return foldText(texts.filter((text) => text !== null).join('\n'));
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

const noKey = (no: RecordingRecord['no']): string =>
  no === null
    ? ''
    : `${digits(no.activity.year, 4)} ${no.activity.station.padEnd(2)} ${digits(no.activity.serial, 9)} ${digits(no.item, 6)}`;

/** Whether a changed activity or device changes the lines of its recordings. */
export const sameForLines = {
  activity: (a: ActivityRecord | null, b: ActivityRecord | null): boolean =>
    JSON.stringify(a && lineParts(a)) === JSON.stringify(b && lineParts(b)),
  device: (a: DeviceRecord | null, b: DeviceRecord | null): boolean => a?.carrier === b?.carrier,
};

const lineParts = ({ title, matters, place, party, caseNo, officers }: ActivityRecord): readonly unknown[] => [
  title,
  matters,
  place,
  party,
  caseNo,
  officers,
];
