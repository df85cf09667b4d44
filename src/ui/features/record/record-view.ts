import { done, type Outcome, refused } from '../../../base/outcome.ts';
import { formatNumber, formatRecordingNumber, shortNumber } from '../../../domain/numbering.ts';
import type {
  ActivityRecord,
  DeviceRecord,
  PersonRecord,
  RecordingRecord,
  RecordingSource,
  UnlinkedReason,
} from '../../../domain/records.ts';
import { PARAMETERS } from '../../../regulation/parameters.ts';
import { activityTitle } from '../../../text/activities.ts';
import { MEDIA_TYPE, UNLINKED_REASON } from '../../../text/nouns.ts';
import { claimDigits, claimProof, RECORD } from '../../../text/record.ts';
import { matterName, REGISTER } from '../../../text/register.ts';
import { lengthInCell, NOT_APPLICABLE, sizeExact, timeInTable, UNKNOWN } from '../../../text/times.ts';
import { byRule } from '../../../usecases/desk.ts';
import type { FootagePlace } from '../../../usecases/link-footage.ts';
import { mayReview, type ReviewRefusal } from '../../../usecases/review-footage.ts';
import type { PlaceNames } from './chain-view.ts';

const T = RECORD.facts;

/** The number, or while there is none what the file was called. */
export const recordingName = ({ no, sources, id }: Pick<RecordingRecord, 'no' | 'sources' | 'id'>): string =>
  no === null ? (sources[0]?.originalName ?? id.slice(0, 16)) : formatRecordingNumber(no.activity, no.item);

/** `录像 A-2026-录-36-05` */
export const recordingTitle = (recording: RecordingRecord): string =>
  RECORD.title(MEDIA_TYPE[recording.mediaType], recordingName(recording));

/** `A-36 洛河瀍河口涉河堆放调查取证` */
export const activityName = (activity: Pick<ActivityRecord, 'no' | 'title'>): string =>
  `${shortNumber(activity.no)} ${activityTitle(activity)}`;

export interface FactLine {
  readonly term: string;
  readonly detail: string;
  readonly wide?: true;
  readonly mono?: true;
}

const absent = (text: string | null): string => text ?? REGISTER.blank;

function lengthOf({ durationMs, mediaType }: RecordingRecord): string {
  if (durationMs !== null) return lengthInCell(durationMs);
  return mediaType === 'video' || mediaType === 'audio' ? UNKNOWN : NOT_APPLICABLE;
}

const deviceOf = (source: RecordingSource, names: PlaceNames, devices: readonly DeviceRecord[]): string => {
  if (source.device === null) return T.notBureauDevice;
  const holder = devices.find(({ id }) => id === source.device)?.assignedTo ?? null;
  return holder === null
    ? names.device(source.device)
    : T.assignedTo(names.device(source.device), names.person(holder));
};

/** What is known of a recording, of its activity and of its first source: short facts in pairs, then the long ones. */
export function recordingFacts(
  recording: RecordingRecord,
  activity: ActivityRecord | null,
  names: PlaceNames,
  devices: readonly DeviceRecord[],
): readonly FactLine[] {
  const [source] = recording.sources;
  const claim = source?.capturedAtRaw ?? null;
  const type = MEDIA_TYPE[recording.mediaType];
  const ofActivity: readonly FactLine[] =
    activity === null
      ? [{ term: T.activity, detail: unlinkedWords(recording), wide: true }]
      : [
          { term: T.matters, detail: mattersOf(activity), wide: true },
          { term: T.party, detail: absent(activity.party) },
          { term: T.place, detail: absent(activity.place) },
          { term: T.officers, detail: activity.officers.map(names.person).join(REGISTER.join) },
          { term: T.caseNo, detail: activity.caseNo ?? NOT_APPLICABLE },
        ];
  const ofSource: readonly FactLine[] =
    source === undefined
      ? []
      : [
          { term: T.originalName, detail: source.originalName ?? T.noName, mono: true },
          { term: T.device, detail: deviceOf(source, names, devices) },
        ];
  return [
    ...ofActivity,
    ...ofSource,
    { term: T.type, detail: recording.container === null ? type : T.container(type, recording.container) },
    { term: T.length, detail: lengthOf(recording) },
    { term: T.size, detail: sizeExact(recording.sizeBytes) },
    { term: T.offset, detail: T.offsetUnknown },
    {
      term: T.claim,
      detail: claim === null ? T.claimNone : T.claimOf(claimDigits(claim), claimProof(claim)),
      wide: true,
    },
    ...(source === undefined ? [] : [{ term: T.takenIn, detail: takenInWords(source, names), wide: true } as const]),
  ];
}

const mattersOf = (activity: ActivityRecord): string =>
  activity.matters.length === 0 ? REGISTER.offList : activity.matters.map(matterName).join(REGISTER.join);

export const unlinkedWords = ({ unlinkedReason }: Pick<RecordingRecord, 'unlinkedReason'>): string =>
  RECORD.unlinkedCrumb(UNLINKED_REASON[unlinkedReason ?? 'pending']);

const takenInWords = (source: RecordingSource, names: PlaceNames): string =>
  T.takenInBy(names.person(source.takenInBy), names.station(source.station), timeInTable(source.takenInAt));

/** Every place the same content was met; one original has as many sources. */
export const sourceLines = (recording: RecordingRecord, names: PlaceNames): readonly string[] =>
  recording.sources.map((source) =>
    T.sourceLine(
      source.originalName ?? T.noName,
      source.originalPath ?? '',
      timeInTable(source.takenInAt),
      names.person(source.takenInBy),
      source.device === null ? T.notBureauDevice : names.device(source.device),
    ),
  );

/** When the digests were last compared with bytes, and what came of it. */
export function digestSum({ copies, sources }: RecordingRecord): { readonly wrong: boolean; readonly words: string } {
  const wrong = copies.some(({ lastCheck }) => lastCheck.result !== 'same');
  if (wrong) return { wrong, words: RECORD.digestSum.wrong };
  const [last] = copies
    .map(({ lastCheck }) => lastCheck.at)
    .sort()
    .reverse();
  if (last !== undefined) return { wrong, words: RECORD.digestSum.same(timeInTable(last)) };
  const at = sources[0]?.takenInAt;
  return { wrong, words: at === undefined ? '' : RECORD.digestSum.buffered(timeInTable(at)) };
}

/** Copies that agree, against the number the system asks for where the bureau has set none (finding D5). */
export function copiesSum({ copies }: Pick<RecordingRecord, 'copies'>): string {
  const need = PARAMETERS.minCopies.value;
  const good = copies.filter(({ lastCheck }) => lastCheck.result === 'same').length;
  if (good === 0) return RECORD.copies.none;
  return good >= need ? RECORD.copies.enough(good) : RECORD.copies.short(good, need);
}

/** Whether the person at the desk may play it now: own batch, before hand-over, and the log can be written. */
export function reviewStanding(
  recording: RecordingRecord,
  person: Pick<PersonRecord, 'id' | 'roles'>,
): Outcome<null, ReviewRefusal> {
  const may = mayReview(recording, person.id);
  if (!may.ok) return may;
  // What is played must be logged, and only an officer's signature counts for it.
  return person.roles.includes('officer') ? done(null) : refused(byRule('role-missing'));
}

export const mayRelink = ({ roles }: Pick<PersonRecord, 'roles'>): boolean =>
  roles.some((role) => role === 'officer' || role === 'custodian' || role === 'legalAffairsOffice');

/** Where a recording may be put, as a form holds it. */
export interface LinkChoice {
  readonly how: 'activity' | 'unlinked';
  readonly activity: ActivityRecord['id'] | '';
  readonly reason: UnlinkedReason | '';
}

/** What the choice means for this recording; refused with words while it means nothing new. */
export function chosenPlace(
  recording: Pick<RecordingRecord, 'activity' | 'unlinkedReason'>,
  { how, activity, reason }: LinkChoice,
): Outcome<FootagePlace, string> {
  if (how === 'activity') {
    if (activity === '') return refused(RECORD.link.missing);
    return activity === recording.activity ? refused(RECORD.link.same) : done({ kind: 'activity', activity });
  }
  if (reason === '') return refused(RECORD.link.missing);
  const same = recording.activity === null && reason === recording.unlinkedReason;
  return same ? refused(RECORD.link.same) : done({ kind: 'unlinked', reason });
}

/** Activities to choose from, newest first. */
export const activityChoices = (activities: readonly ActivityRecord[]) =>
  [...activities]
    .sort((a, b) => (a.created.at < b.created.at ? 1 : -1))
    .map((activity) => ({ value: activity.id, label: `${formatNumber(activity.no)} ${activityTitle(activity)}` }));
