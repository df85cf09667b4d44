import { intakesOf } from '../../../domain/activity-stage.ts';
import { formatNumber, formatRecordingNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { matterByRow } from '../../../regulation/checklist.ts';
import { PARAMETERS } from '../../../regulation/parameters.ts';
import { OVERLAY_MARKS, type OverlayMark } from '../../../regulation/steps.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { ACTIVITY_TYPE, AWAY_GROUND, CARRIER, MEDIA_TYPE, RECORDING_STATE } from '../../../text/nouns.ts';
import { TEMPLATES } from '../../../text/templates.ts';
import {
  lengthInCell,
  lengthInWords,
  NOT_APPLICABLE,
  size,
  timeInTable,
  timeWithoutYear,
} from '../../../text/times.ts';
import { type ActivityDue, activityDue } from '../../../usecases/activity-due.ts';
import { asksNotice } from '../../../usecases/asks-notice.ts';
import type { StepGroup } from '../../../usecases/steps-to-show.ts';
import type { Naming } from './activities-view.ts';
import { matterName } from './activity-form-view.ts';

const T = ACTIVITIES;
const joined = (words: readonly string[]): string => words.join(T.list.join);

/** Names and values of an activity, in the order of the form. */
export interface FactWords {
  readonly term: string;
  readonly detail: string;
  readonly wide?: boolean;
}

const orNone = (text: string | null): string => text ?? T.none;

export function activityFacts(
  activity: ActivityRecord,
  naming: Naming & { readonly division: (id: ActivityRecord['division']) => string },
): readonly FactWords[] {
  const { created } = activity;
  const author = created.by.kind === 'person' ? naming.person(created.by.person) : T.none;
  const matters = activity.matters.map((row) => T.matterNamed(row, matterName(row)));
  return [
    { term: T.facts.type, detail: ACTIVITY_TYPE[activity.type] },
    { term: T.facts.division, detail: naming.division(activity.division) },
    { term: T.facts.matters, detail: matters.length === 0 ? T.offList : joined(matters), wide: true },
    { term: T.facts.officers, detail: joined(activity.officers.map((id) => naming.person(id))) },
    { term: T.facts.devices, detail: joined(activity.devices.map((id) => naming.device(id))) || T.none },
    { term: T.facts.place, detail: orNone(activity.place) },
    { term: T.facts.party, detail: orNone(activity.party) },
    { term: T.facts.plannedAt, detail: activity.plannedAt === null ? T.unplanned : timeInTable(activity.plannedAt) },
    ...(activity.plannedLength?.minutes == null
      ? []
      : [{ term: T.facts.plannedMinutes, detail: lengthInWords(activity.plannedLength.minutes * 60_000) }]),
    { term: T.facts.caseNo, detail: orNone(activity.caseNo) },
    ...(activity.complaintNo == null ? [] : [{ term: T.facts.complaintNo, detail: activity.complaintNo }]),
    ...(activity.coordinates == null ? [] : [{ term: T.facts.coordinates, detail: activity.coordinates }]),
    ...(activity.note === null ? [] : [{ term: T.facts.note, detail: activity.note, wide: true }]),
    { term: T.facts.created, detail: T.createdBy(author, timeInTable(created.at)), wide: true },
  ];
}

/** Where the activity stands against Art. 13, in sentences. */
export interface DueWords {
  readonly due: ActivityDue;
  /** First the fact, then what to do about it. */
  readonly words: readonly string[];
}

export function dueWordsOf(
  activity: ActivityRecord,
  recordings: readonly Pick<RecordingRecord, 'sources'>[],
  now: Instant,
  naming: Naming,
): DueWords {
  const due = activityDue(activity, now, intakesOf(recordings));
  return { due, words: wordsOf(due, activity, recordings.length > 0, naming) };
}

function wordsOf(due: ActivityDue, activity: ActivityRecord, some: boolean, naming: Naming): readonly string[] {
  switch (due.kind) {
    case 'not-finished':
      return [some ? T.due.endNotMarked : T.due.notRunning];
    case 'met':
      return [T.due.met(timeInTable(due.metAt)), ...metWords(due)];
    case 'away': {
      const ground = activity.away === null ? '' : AWAY_GROUND[activity.away.ground];
      return [T.due.awayWords(ground), ...missingWords(due.missing, activity, naming)];
    }
    case 'open':
    case 'late':
      return [ruleWords(due), ...missingWords(due.missing, activity, naming)];
  }
}

const ruleWords = ({ rule }: Extract<ActivityDue, { readonly kind: 'open' | 'late' }>): string =>
  rule === 'same-day' ? T.due.sameDay : T.due.afterReturn(PARAMETERS.exportAfterReturnHours.value);

const metWords = ({ deadline, late }: Extract<ActivityDue, { readonly kind: 'met' }>): readonly string[] => {
  if (deadline === null) return [];
  return late === true ? [] : [T.due.inTime];
};

const missingWords = (
  missing: readonly ActivityRecord['devices'][number][],
  activity: ActivityRecord,
  naming: Naming,
): readonly string[] =>
  activity.devices.length === 0
    ? [T.due.noDevice]
    : [T.due.missing(joined(missing.map((id) => naming.device(id)))), T.due.unused];

/** The steps of one matter, or of the bureau's own template. */
export interface GroupHead {
  readonly id: string;
  readonly title: string;
  readonly sub: string;
}

export const groupHead = (group: StepGroup): GroupHead =>
  group.kind === 'matter'
    ? {
        id: String(group.row),
        title: T.steps.matter(group.row, matterName(group.row)),
        sub: T.steps.carriers(joined((matterByRow(group.row)?.carriers ?? []).map((carrier) => CARRIER[carrier]))),
      }
    : {
        id: group.template.published.entry,
        title: T.steps.offListGroup(group.template.title ?? T.none),
        sub: group.template.steps === null ? TEMPLATES.notHere : '',
      };

/** What Arts. 8 and 9 ask whatever the matter, and whether it is marked. Never counted among the steps. */
export interface BandLine {
  readonly name: OverlayMark['name'];
  readonly article: number;
  readonly wording: string;
  readonly done: string;
}

/** Empty where the chosen matters involve no party on site; off the list the band stands. */
export function overlayBand(activity: ActivityRecord): readonly BandLine[] {
  if (!asksNotice(activity.matters)) return [];
  const at = { noticeGiven: activity.noticed, arrive: activity.arrived, finish: activity.finished };
  return OVERLAY_MARKS.map(({ name, article, wording }) => {
    const signed = at[name];
    return {
      name,
      article,
      wording,
      done: signed === null ? T.steps.notYet : T.steps.done(timeWithoutYear(signed.at)),
    };
  });
}

/** One line of the activity's footage. */
export interface RecordingLine {
  readonly id: RecordingRecord['id'];
  readonly no: string;
  readonly kind: string;
  readonly device: string;
  readonly taken: string;
  readonly length: string;
  readonly size: string;
  readonly state: RecordingRecord['state'];
  readonly stateWords: string;
}

/** In the order of their numbers; those without one last, by time of intake. */
export function recordingLines(recordings: readonly RecordingRecord[], naming: Naming): readonly RecordingLine[] {
  const takenAt = ({ sources }: RecordingRecord): Instant | undefined => sources[0]?.takenInAt;
  const order = (one: RecordingRecord): string =>
    one.no === null
      ? `~${takenAt(one) ?? ''}`
      : `${formatNumber(one.no.activity)} ${String(one.no.item).padStart(6, '0')}`;
  return [...recordings]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((one) => {
      const at = takenAt(one);
      return {
        id: one.id,
        no: one.no === null ? T.recordings.pending : formatRecordingNumber(one.no.activity, one.no.item),
        kind: MEDIA_TYPE[one.mediaType],
        device: one.sources[0]?.device ? naming.device(one.sources[0].device) : T.recordings.unregistered,
        taken: at === undefined ? NOT_APPLICABLE : timeInTable(at),
        length: one.durationMs === null ? NOT_APPLICABLE : lengthInCell(one.durationMs),
        size: size(one.sizeBytes),
        state: one.state,
        stateWords: RECORDING_STATE[one.state],
      };
    });
}
