import { type ActivityStage, activityStage, type DeviceIntake } from '../../../domain/activity-stage.ts';
import type { ActivityId, DeviceId, PersonId } from '../../../domain/ids.ts';
import { formatNumber, shortNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { beijingDate, type Instant } from '../../../domain/time.ts';
import { matterByRow } from '../../../regulation/checklist.ts';
import { PARAMETERS } from '../../../regulation/parameters.ts';
import { ACTIVITIES, ACTIVITY_STAGE, activityTitle } from '../../../text/activities.ts';
import { ACTIVITY_TYPE } from '../../../text/nouns.ts';
import {
  clockMinutes,
  dateInTable,
  momentNear,
  NOT_APPLICABLE,
  timeInTable,
  timeWithoutYear,
} from '../../../text/times.ts';
import { type ActivityDue, activityDue } from '../../../usecases/activity-due.ts';

export interface Naming {
  readonly person: (id: PersonId | null) => string;
  readonly device: (id: DeviceId | null) => string;
  readonly numberStyle: 'plain' | 'document';
}

/** The day an activity belongs to in lists: when it began, else when it was to begin, else when it was created. */
export const dayOf = ({ arrived, finished, plannedAt, created }: ActivityRecord): Instant =>
  arrived?.at ?? finished?.at ?? plannedAt ?? created.at;

export interface ActivityFilter {
  readonly text: string;
  readonly stage: ActivityStage | null;
  /** Calendar dates in Beijing, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly officer: PersonId | null;
}

export const NO_FILTER: ActivityFilter = { text: '', stage: null, from: null, to: null, officer: null };

/** The intakes behind an activity where its record alone cannot tell them; null where it can. */
export type Intakes = (activity: ActivityRecord) => readonly DeviceIntake[] | null;
const none: Intakes = () => null;

/** Blank-separated words must all occur in number, title, place, party or case number. */
export function passes(activity: ActivityRecord, filter: ActivityFilter, intakes: Intakes = none): boolean {
  const day = beijingDate(dayOf(activity));
  if (filter.stage !== null && activityStage(activity, intakes(activity)) !== filter.stage) return false;
  if (filter.from !== null && day < filter.from) return false;
  if (filter.to !== null && day > filter.to) return false;
  if (filter.officer !== null && !activity.officers.includes(filter.officer)) return false;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { no, title, place, party, caseNo, complaintNo } = activity;
  const text = [
    formatNumber(no),
    formatNumber(no, 'document'),
    shortNumber(no),
    title,
    place,
    party,
    caseNo,
    complaintNo,
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

export type ActivitySort = 'day' | 'no' | 'footage';

export function sorted(
  activities: readonly ActivityRecord[],
  by: ActivitySort,
  descending: boolean,
): readonly ActivityRecord[] {
  const sign = descending ? -1 : 1;
  const order = (a: ActivityRecord, b: ActivityRecord): number => {
    if (by === 'footage') return a.recordings.length - b.recordings.length;
    if (by === 'day') return compare(dayOf(a), dayOf(b));
    return a.no.year - b.no.year || compare(a.no.station, b.no.station) || a.no.serial - b.no.serial;
  };
  return [...activities].sort((a, b) => sign * (order(a, b) || compare(a.id, b.id)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One line of the list. */
export interface ActivityRow {
  readonly id: ActivityId;
  readonly no: string;
  readonly title: string;
  readonly kind: string;
  readonly officers: string;
  readonly place: string;
  readonly when: string;
  readonly footage: string;
  /** How far it has come, and until when its footage is due. */
  readonly stageWords: string;
  /** Somebody must do something about its footage. */
  readonly waits: boolean;
  /** Footage is late. */
  readonly late: boolean;
}

/** Numbers and times are short while all are of one year. */
export function activityRows(
  activities: readonly ActivityRecord[],
  now: Instant,
  naming: Naming,
  intakes: Intakes = none,
  excused: ReadonlySet<ActivityId> = new Set(),
): readonly ActivityRow[] {
  const years = new Set(activities.flatMap((one) => [one.no.year, Number(beijingDate(dayOf(one)).slice(0, 4))]));
  return activities.map((activity) =>
    excusedRow(
      toRow(activity, now, { naming, intakes: intakes(activity), oneYear: years.size <= 1 }),
      excused.has(activity.id),
    ),
  );
}

/** Art. 7 for the whole of it: no footage is awaited. */
const excusedRow = (row: ActivityRow, excused: boolean): ActivityRow =>
  excused ? { ...row, stageWords: ACTIVITIES.due.excusedShort, waits: false, late: false } : row;

interface RowMeans {
  readonly naming: Naming;
  readonly intakes: readonly DeviceIntake[] | null;
  readonly oneYear: boolean;
}

function toRow(activity: ActivityRecord, now: Instant, { naming, intakes, oneYear }: RowMeans): ActivityRow {
  const due = activityDue(activity, now, intakes);
  const stage = activityStage(activity, intakes);
  const short = oneYear && naming.numberStyle === 'plain';
  return {
    id: activity.id,
    no: short ? shortNumber(activity.no) : formatNumber(activity.no, naming.numberStyle),
    title: activityTitle(activity),
    kind: kindWords(activity),
    officers: activity.officers.map((id) => naming.person(id)).join(ACTIVITIES.list.join),
    place: activity.place ?? NOT_APPLICABLE,
    when: whenWords(activity, oneYear),
    footage: ACTIVITIES.footage(activity.recordings.length),
    stageWords: stageWords(stage, due, now),
    waits: stage === 'awaiting-intake' || stage === 'partly-taken-in' || stage === 'end-not-marked',
    late: due.kind === 'late',
  };
}

/** Matters by name, or the type of Art. 6 where the list has none. */
export const kindWords = ({ matters, type }: Pick<ActivityRecord, 'matters' | 'type'>): string =>
  matters.length === 0
    ? ACTIVITIES.offListOf(ACTIVITY_TYPE[type])
    : matters.map((row) => matterByRow(row)?.cells.matter.normalized ?? String(row)).join(ACTIVITIES.list.join);

function whenWords({ arrived, finished, plannedAt }: ActivityRecord, oneYear: boolean): string {
  const moment = oneYear ? timeWithoutYear : timeInTable;
  const begun = arrived ?? finished;
  if (begun === null) return plannedAt === null ? ACTIVITIES.unplanned : ACTIVITIES.planned(moment(plannedAt));
  if (finished === null) return ACTIVITIES.since(moment(begun.at));
  if (arrived === null) return ACTIVITIES.ended(moment(finished.at));
  const sameDay = dateInTable(arrived.at) === dateInTable(finished.at);
  return ACTIVITIES.span(moment(arrived.at), sameDay ? clockMinutes(finished.at) : moment(finished.at));
}

/** Stage and deadline of Art. 13 in one cell. */
function stageWords(stage: ActivityStage, due: ActivityDue, now: Instant): string {
  const T = ACTIVITIES.due;
  const words = ACTIVITY_STAGE[stage];
  switch (due.kind) {
    case 'not-finished':
      return words;
    case 'away':
      return T.stageAnd(words, T.away(PARAMETERS.exportAfterReturnHours.value));
    case 'open':
      return T.stageAnd(words, T.until(momentNear(due.deadline, now)));
    case 'late':
      return T.stageAnd(words, T.over(momentNear(due.deadline, now)));
    case 'met':
      return due.late === true ? T.metLate : words;
  }
}
