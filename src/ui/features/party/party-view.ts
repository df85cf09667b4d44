import type { CourseRecord } from '../../../domain/course-records.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import { beijingDate, type Instant } from '../../../domain/time.ts';
import { matterByRow } from '../../../regulation/checklist.ts';
import { ACTIVITY_TYPE } from '../../../text/nouns.ts';
import { PARTY } from '../../../text/party.ts';
import { lengthInWords } from '../../../text/times.ts';
import { stands } from '../../../usecases/facts-of.ts';

/** One name however it was typed: blanks and full-width letters make no other party. */
export const partyKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

export interface Party {
  readonly key: string;
  /** As it was typed last. */
  readonly name: string;
  readonly activities: number;
  readonly last: Instant;
}

const momentOf = ({ arrived, plannedAt, created }: ActivityRecord): Instant => arrived?.at ?? plannedAt ?? created.at;

/** Every party anybody named, who was met last first; what was created twice counts once. */
export function partiesOf(activities: readonly ActivityRecord[]): readonly Party[] {
  const known = new Map<string, Party>();
  for (const activity of activities) {
    const name = activity.party?.trim() ?? '';
    if (name === '' || activity.mergedInto !== undefined) continue;
    const key = partyKey(name);
    const before = known.get(key);
    const at = momentOf(activity);
    const newer = before === undefined || before.last < at;
    known.set(key, {
      key,
      name: newer ? name : before.name,
      activities: (before?.activities ?? 0) + 1,
      last: newer ? at : before.last,
    });
  }
  return [...known.values()].sort((a, b) => (a.last < b.last ? 1 : -1));
}

export const partiesFound = (parties: readonly Party[], typed: string): readonly Party[] => {
  const key = partyKey(typed);
  return parties.filter((party) => party.key.includes(key));
};

export const activitiesOfParty = (activities: readonly ActivityRecord[], name: string): readonly ActivityRecord[] => {
  const key = partyKey(name);
  const own = activities.filter(
    ({ party, mergedInto }) => party !== null && mergedInto === undefined && key !== '' && partyKey(party) === key,
  );
  return own.sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1));
};

export interface PartyLine {
  readonly id: ActivityRecord['id'];
  readonly no: string;
  readonly day: string;
  readonly matters: string;
  readonly place: string;
  readonly caseNo: string;
  readonly footage: number;
  readonly said: string;
}

export function partyLines(
  activities: readonly ActivityRecord[],
  courses: readonly CourseRecord[],
): readonly PartyLine[] {
  return activities.map((activity) => ({
    id: activity.id,
    no: formatNumber(activity.no),
    day: beijingDate(momentOf(activity)),
    matters: mattersOf(activity),
    place: activity.place ?? '',
    caseNo: activity.caseNo ?? '',
    footage: activity.recordings.length,
    said: saidOf(activity, courses.find(({ id }) => id === activity.id) ?? null),
  }));
}

const mattersOf = ({ matters, type }: ActivityRecord): string =>
  matters.length === 0
    ? `${PARTY.offList} ${ACTIVITY_TYPE[type]}`
    : matters.map((row) => matterByRow(row)?.cells.matter.normalized ?? '').join(PARTY.join);

function saidOf({ away }: ActivityRecord, course: CourseRecord | null): string {
  const gaps = course?.gapStatements.filter(stands).length ?? 0;
  const report = course?.nonRecordingReport ?? null;
  return [
    report !== null ? PARTY.said.nonRecording : course?.notRecorded != null ? PARTY.said.declared : '',
    gaps > 0 ? PARTY.said.gaps(gaps) : '',
    away !== null ? PARTY.said.away : '',
  ]
    .filter((words) => words !== '')
    .join(PARTY.join);
}

/** `12 件，共 1 小时 05 分`; photographs have no length. */
export function footageWords(recordings: readonly RecordingRecord[]): string {
  const ms = recordings.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
  return PARTY.videos(recordings.length, ms === 0 ? '' : lengthInWords(ms));
}

/** Each case once, in the order they came. */
export const casesOf = (activities: readonly ActivityRecord[]): readonly string[] => [
  ...new Set(
    [...activities].reverse().flatMap(({ caseNo }) => (caseNo === null || caseNo.trim() === '' ? [] : [caseNo])),
  ),
];
