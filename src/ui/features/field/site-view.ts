import type { CourseRecord, Interruption, Struck } from '../../../domain/course-records.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { ActivityMark, ActivityRecord, Signed } from '../../../domain/records.ts';
import { fromInstant, type Instant } from '../../../domain/time.ts';
import { matterByRow } from '../../../regulation/checklist.ts';
import { MARK } from '../../../text/activities.ts';
import { STEP_STATE } from '../../../text/course.ts';
import { FIELD } from '../../../text/field.ts';
import { GAP_CAUSE, NON_RECORDING_GROUND } from '../../../text/findings.ts';
import { clock, clockMinutes } from '../../../text/times.ts';
import { asksNotice } from '../../../usecases/asks-notice.ts';
import { stands } from '../../../usecases/facts-of.ts';
import { nextStep, type StepGroup, type StepToShow, standingMarks } from '../../../usecases/steps-to-show.ts';

/** What is known on site of one activity. */
export interface Site {
  readonly activity: ActivityRecord;
  readonly course: CourseRecord | null;
  readonly groups: readonly StepGroup[];
}

/** The one act that comes next. */
export type NextAct =
  | { readonly kind: 'arrived' | 'resumed' | 'noticed' | 'choose' | 'finished' | 'intake' }
  | { readonly kind: 'step'; readonly step: StepToShow };

export function nextAct({ activity, course, groups }: Site): NextAct {
  if (activity.finished !== null) return { kind: 'intake' };
  if (activity.arrived === null) return { kind: 'arrived' };
  if (toResume(course).length > 0) return { kind: 'resumed' };
  const told = activity.noticed !== null || (course?.noticeException ?? null) !== null;
  if (!told && asksNotice(activity.matters)) return { kind: 'noticed' };
  const next = nextStep(groups, course);
  if (next === null) return { kind: 'finished' };
  return 'anyOf' in next ? { kind: 'choose' } : { kind: 'step', step: next };
}

const openStops = (course: CourseRecord | null): readonly Interruption[] =>
  (course?.interruptions ?? []).filter((one) => stands(one) && one.resumed === null);

/** Interruptions after which recording is to go on. */
export const toResume = (course: CourseRecord | null): readonly Interruption[] =>
  openStops(course).filter(({ unresumable }) => !unresumable);

/** Under 中断: since when and why, or what it is for. */
export function stopWords(course: CourseRecord | null): string {
  const last = openStops(course).at(-1);
  if (last === undefined) return FIELD.others.stopSub;
  return FIELD.others.stopped(clockMinutes(last.signed.at), GAP_CAUSE[last.cause]);
}

/** Art. 11: what is to be done at once after an interruption; undefined where nothing is. */
export function stopDuty(
  { activity, course }: Pick<Site, 'activity' | 'course'>,
  now: Instant,
  voiceWithinSec: number,
): string | undefined {
  if (activity.finished !== null || course === null) return undefined;
  const standing = course.interruptions.filter(stands);
  const reported = course.gapReports.some(stands);
  if (!reported && standing.some((one) => one.unresumable && one.resumed === null)) return FIELD.stop.reportNow;
  const resumed = standing.flatMap((one) => (one.resumed === null ? [] : [one.resumed.at])).sort();
  const last = resumed.at(-1);
  const sinceMs = last === undefined ? Number.POSITIVE_INFINITY : fromInstant(now) - fromInstant(last);
  return sinceMs >= 0 && sinceMs < voiceWithinSec * 1000 ? FIELD.stop.speakNow : undefined;
}

/** Under 环节: how many are marked of those to be shown. */
export function stepsCount({ groups, course }: Pick<Site, 'groups' | 'course'>): {
  readonly marked: number;
  readonly all: number;
} {
  const steps = groups.flatMap((group) => group.steps);
  return { marked: steps.filter(({ id }) => standingMarks(course, id).length > 0).length, all: steps.length };
}

export interface SiteStep {
  readonly id: string;
  readonly step: StepToShow;
  /** Who marked it and when; two officers' marks both stand and are both shown. */
  readonly words: string;
  readonly marked: boolean;
}

export interface SiteGroup {
  readonly id: string;
  readonly title: string;
  /** Of the list; null: the bureau's own. */
  readonly row: number | null;
  /** Whether what the row asks beyond its steps was filled in. */
  readonly stated: string;
  readonly steps: readonly SiteStep[];
  readonly perItem: boolean;
}

export const siteGroups = (
  { groups, course }: Pick<Site, 'groups' | 'course'>,
  person: (id: PersonId) => string,
): readonly SiteGroup[] =>
  groups.map((group) => ({
    id: group.kind === 'matter' ? String(group.row) : group.template.published.entry,
    title:
      group.kind === 'matter'
        ? FIELD.steps.matter(group.row, matterByRow(group.row)?.cells.matter.normalized ?? '')
        : FIELD.steps.offList(group.template.title ?? ''),
    row: group.kind === 'matter' ? group.row : null,
    stated: group.kind === 'matter' ? statedWords(group.row, course, person) : '',
    perItem: group.steps.some(({ perItem }) => perItem),
    steps: group.steps.map((step) => {
      const marks = standingMarks(course, step.id);
      const words = marks.map(({ signed, state, item }) =>
        [
          whoOf(signed, person),
          clock(signed.at),
          ...(state === 'done' ? [] : [STEP_STATE[state]]),
          ...(item === null ? [] : [FIELD.steps.item(item)]),
        ].join(' '),
      );
      return {
        id: step.id,
        step,
        marked: marks.length > 0,
        words: words.length > 0 ? words.join(FIELD.list) : hintOf(step),
      };
    }),
  }));

function statedWords(row: number, course: CourseRecord | null, person: (id: PersonId) => string): string {
  const said = course?.matterLines?.find((one) => one.row === row);
  return said === undefined ? FIELD.steps.fillHint : `${whoOf(said.signed, person)} ${clock(said.signed.at)}`;
}

const hintOf = ({ kind, deferred }: StepToShow): string => (deferred ? FIELD.steps.deferred : FIELD.steps.kind[kind]);

const whoOf = ({ by }: Signed, person: (id: PersonId) => string): string =>
  by.kind === 'person' ? person(by.person) : '';

/** For so long a mark can be taken back where it was made; later on the activity's page. */
export const UNDO_MS = 10_000;
const SHOWN = 3;

/** What can be taken back, and by which act. */
export type Taken =
  | { readonly kind: 'activity'; readonly mark: ActivityMark }
  | { readonly kind: 'course'; readonly mark: Struck };

export interface LastMark {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  /** Who, or that it is recorded, or that it was taken back. */
  readonly words: string;
  readonly withdrawn: boolean;
  /** null: no longer, or not by this person. */
  readonly undo: Taken | null;
}

interface Raw {
  readonly signed: Signed;
  readonly title: string;
  readonly withdrawn: boolean;
  readonly taken: Taken | null;
}

/** The last three marks of whatever kind, newest first. Only one's own can be taken back. */
export function lastMarks(
  { activity, course, groups }: Site,
  me: PersonId,
  now: Instant,
  person: (id: PersonId) => string,
): readonly LastMark[] {
  return [...activity.marks.map(ofActivity), ...(course === null ? [] : ofCourse(course, groups))]
    .sort((a, b) => (a.signed.at < b.signed.at ? -1 : 1))
    .slice(-SHOWN)
    .reverse()
    .map(({ signed, title, withdrawn, taken }) => {
      const own = signed.by.kind === 'person' && signed.by.person === me;
      const other = own ? FIELD.marks.recorded : FIELD.marks.by(whoOf(signed, person));
      const fresh = fromInstant(now) - fromInstant(signed.at) < UNDO_MS;
      return {
        id: signed.entry,
        at: clock(signed.at),
        title,
        words: withdrawn ? FIELD.marks.withdrawn : other,
        withdrawn,
        undo: own && !withdrawn && fresh ? taken : null,
      };
    });
}

const ofActivity = (mark: ActivityMark): Raw => ({
  signed: mark.signed,
  title: MARK[mark.kind],
  withdrawn: mark.withdrawnBy !== null,
  taken: { kind: 'activity', mark },
});

function ofCourse(course: CourseRecord, groups: readonly StepGroup[]): readonly Raw[] {
  const wordings = new Map(groups.flatMap(({ steps }) => steps.map(({ id, wording }) => [id, wording] as const)));
  const struck = (mark: Struck, title: string): Raw => ({
    signed: mark.signed,
    title,
    withdrawn: mark.withdrawnBy !== null,
    taken: { kind: 'course', mark },
  });
  return [
    ...course.steps.map((mark) => {
      const wording = wordings.get(mark.step) ?? FIELD.steps.other;
      return struck(mark, mark.state === 'notHappened' ? FIELD.steps.absentMarked(wording) : wording);
    }),
    ...course.interruptions.map((mark) => struck(mark, FIELD.stop.marked(GAP_CAUSE[mark.cause]))),
    ...(course.notRecorded === null
      ? []
      : [
          {
            signed: course.notRecorded.signed,
            title: FIELD.notRecorded.marked(NON_RECORDING_GROUND[course.notRecorded.ground]),
            withdrawn: false,
            taken: null,
          },
        ]),
    // One press ends all of them; it is shown once, and stands.
    ...[
      ...new Map(course.interruptions.flatMap(({ resumed }) => (resumed === null ? [] : [[resumed.entry, resumed]]))),
    ].map(([, signed]) => ({ signed, title: FIELD.next.resumed, withdrawn: false, taken: null })),
  ];
}
