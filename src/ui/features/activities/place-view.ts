import type { RecordingId } from '../../../domain/ids.ts';
import { formatRecordingNumber } from '../../../domain/numbering.ts';
import type { RecordingRecord } from '../../../domain/records.ts';
import type { ActivityFacts } from '../../../regulation/facts.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { clock, lengthInCell, NOT_APPLICABLE } from '../../../text/times.ts';
import type { Naming } from './activities-view.ts';

const T = DESK.place;

/** A recording as it is chosen when a place in the footage is marked. */
export interface PlaceChoice {
  readonly value: RecordingId;
  readonly label: string;
  /** Number alone, for sentences. */
  readonly no: string;
  readonly durationMs: number | null;
}

export const recordingNo = ({ no, sources }: Pick<RecordingRecord, 'no' | 'sources'>): string =>
  no === null
    ? (sources[0]?.originalName ?? ACTIVITIES.recordings.pending)
    : formatRecordingNumber(no.activity, no.item);

/** Sound and moving pictures of the activity in the order they were shot; with `photos`, photographs too. */
export function placeChoices(
  recordings: readonly RecordingRecord[],
  facts: Pick<ActivityFacts, 'recordings'>,
  naming: Naming,
  photos = false,
): readonly PlaceChoice[] {
  const starts = new Map(facts.recordings.map(({ recording, start }) => [recording, start] as const));
  const kinds: readonly string[] = photos ? ['video', 'audio', 'photo'] : ['video', 'audio'];
  return recordings
    .filter(({ mediaType }) => kinds.includes(mediaType))
    .map((recording) => ({ recording, start: starts.get(recording.id) ?? null }))
    .sort((a, b) => ((a.start ?? '~') < (b.start ?? '~') ? -1 : 1))
    .map(({ recording, start }) => {
      const no = recordingNo(recording);
      const device = recording.sources[0]?.device;
      const { durationMs } = recording;
      return {
        value: recording.id,
        no,
        durationMs,
        label: T.choice(
          no,
          device ? naming.device(device) : ACTIVITIES.recordings.unregistered,
          start === null ? T.noStart : clock(start),
          durationMs === null ? NOT_APPLICABLE : lengthInCell(durationMs),
        ),
      };
    });
}

/** `12:05`, `1:02:05` or plain seconds; undefined where it is none. Full-width colons are typed too. */
export function readPlace(text: string): number | undefined {
  const parts = text.trim().replaceAll('：', ':').split(':');
  if (parts.length > 3 || !parts.every((part) => /^\d{1,5}$/.test(part))) return undefined;
  const [seconds = 0, minutes = 0, hours = 0] = parts.map(Number).reverse();
  if (parts.length > 1 && seconds > 59) return undefined;
  if (parts.length > 2 && minutes > 59) return undefined;
  return hours * 3600 + minutes * 60 + seconds;
}

export interface TypedPlace {
  readonly recording: RecordingId | '';
  readonly at: string;
}

/** What is wrong with a place; undefined where it stands. */
export function placeFault({ recording, at }: TypedPlace, choices: readonly PlaceChoice[]): string | undefined {
  const chosen = choices.find(({ value }) => value === recording);
  if (chosen === undefined) return choices.length === 0 ? T.none : T.recordingMissing;
  const sec = readPlace(at);
  if (sec === undefined) return T.atMissing;
  return chosen.durationMs !== null && sec * 1000 > chosen.durationMs
    ? T.beyond(lengthInCell(chosen.durationMs))
    : undefined;
}

/** The place in words, for the sentence that is signed. */
export function placeWords({ recording, at }: TypedPlace, choices: readonly PlaceChoice[]): string {
  const chosen = choices.find(({ value }) => value === recording);
  const sec = readPlace(at);
  return chosen === undefined || sec === undefined ? '…' : T.words(chosen.no, sec);
}
