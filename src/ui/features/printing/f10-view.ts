import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, CustodyEvent, MediaType, RecordingRecord } from '../../../domain/records.ts';
import type { PrintMark } from '../../../forms/form-cell.ts';
import type { F10Capture, F10Data, F10Event } from '../../../forms/form-request.ts';
import { activityTitle } from '../../../text/activities.ts';
import { CUSTODY_EVENT } from '../../../text/nouns.ts';
import { CELL, CUSTODY_PURPOSE, formName } from '../../../text/printing.ts';
import { claimDigits, claimProof, RECORD, stretchWords } from '../../../text/record.ts';
import { UNKNOWN } from '../../../text/times.ts';
import { lengthOf, recordingNo } from './f7-view.ts';
import { entryHex, type FormNames, listed, stampOf } from './form-names.ts';

export interface F10Sources {
  readonly recording: RecordingRecord;
  readonly activity: ActivityRecord | null;
  /** Entries in force that touch the recording. */
  readonly entries: number;
}

/** F10: everything that became of one recording, first to last, and the newest signed entry that all of it is chained to. */
export function f10Data({ recording, activity, entries }: F10Sources, names: FormNames, print: PrintMark): F10Data {
  const no = recordingNo(recording);
  const last = recording.custody.at(-1)?.signed ?? null;
  return {
    bureau: names.bureau,
    // 保 numbers are not given out yet: the sheet goes by its recording, or by the beginning of its SHA-256.
    no: no ?? recording.id.slice(0, 16),
    activity: activity === null ? null : `${formatNumber(activity.no)} ${activityTitle(activity)}`,
    recording: {
      no,
      originalName: recording.sources[0]?.originalName ?? '',
      mediaType: recording.mediaType,
      sizeBytes: recording.sizeBytes,
      durationMs: lengthOf(recording),
      digests: { ...recording.digests },
    },
    capture: captureOf(recording, names),
    events: recording.custody.map((event) => eventLine(event, recording.mediaType, names)),
    logHead: { entryId: last?.entry ?? '', at: last?.at ?? null, entries },
    // The verifier lies on discs; this version makes none.
    verifier: null,
    stamp: last === null ? null : stampOf(last, no),
    print,
  };
}

function captureOf({ sources }: RecordingRecord, names: FormNames): F10Capture {
  const [source] = sources;
  const claim = source?.capturedAtRaw ?? null;
  return {
    station: source === undefined ? '' : names.station(source.station),
    takenInAt: source?.takenInAt ?? '',
    takenInBy: source === undefined ? '' : names.person(source.takenInBy),
    device: source === undefined ? '' : names.device(source.device),
    capturedAtRaw: claim === null ? CELL.claimNone : CELL.claim(claimDigits(claim), claimProof(claim)),
    clockOffset: UNKNOWN,
  };
}

const BUFFERED: readonly CustodyEvent['kind'][] = ['taken-in', 'buffer-purged', 'deleted'];

function eventLine(event: CustodyEvent, mediaType: MediaType, names: FormNames): F10Event {
  const { kind, signed, from, to, medium, result, form } = event;
  const person = (id: CustodyEvent['from']): string | null => (id === null ? null : names.person(id));
  return {
    at: signed.at,
    event: CUSTODY_EVENT[kind],
    from: person(from),
    to: person(to),
    purpose: form === null ? CUSTODY_PURPOSE[kind] : formName(form),
    place: names.placeOf(signed),
    carrier: medium === null ? (BUFFERED.includes(kind) ? CELL.bufferName : null) : names.medium(medium),
    // Nothing is taken in before it was read back and found equal.
    check: kind === 'taken-in' ? 'same' : result,
    signature: shortCode(signed.entry),
    remark: remarkOf(event, mediaType, names),
  };
}

/** Who signed, and of footage that was looked at, which stretch. */
function remarkOf({ signed, played }: CustodyEvent, mediaType: MediaType, names: FormNames): string | null {
  const by = signed.by.kind === 'person' ? CELL.signedBy(names.person(signed.by.person)) : '';
  const looked = played === null ? '' : mediaType === 'photo' ? RECORD.chain.looked : stretchWords(played);
  const words = listed([by, looked]);
  return words === '' ? null : words;
}

/** The first eight hex digits of the entry's digest, in fours. */
const shortCode = (entry: Parameters<typeof entryHex>[0]): string => {
  const hex = entryHex(entry);
  return `${hex.slice(0, 4)} ${hex.slice(4, 8)}`;
};
