import type { StepMark } from '../../../domain/course-records.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { type MatterStanding, matterStanding } from '../../../regulation/matter-state.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { STEP_STATE } from '../../../text/course.ts';
import { clock, timeWithoutYear } from '../../../text/times.ts';
import type { JudgedActivity } from '../../../usecases/judged-activity.ts';
import { type StepGroup, type StepToShow, standingMarks } from '../../../usecases/steps-to-show.ts';
import type { Naming } from './activities-view.ts';
import { momentWords, signerOf } from './gaps-view.ts';

const T = DESK.steps;

/** One mark of one step. Two officers' marks both stand and are both shown. */
export interface StepMarkLine {
  readonly id: string;
  readonly mark: StepMark;
  readonly words: string;
  readonly withdrawn: boolean;
  readonly own: boolean;
}

export interface StepLine {
  readonly step: StepToShow;
  readonly marks: readonly StepMarkLine[];
  /** Nothing standing says that it was done, did not happen or comes later. */
  readonly open: boolean;
}

/** The steps of one matter with their marks, in the list's order. */
export function stepLines(
  steps: readonly StepToShow[],
  judged: JudgedActivity,
  viewer: PersonId,
  naming: Naming,
): readonly StepLine[] {
  const marks = judged.records.course?.steps ?? [];
  return steps.map((step) => {
    const own = marks.filter((mark) => mark.step === step.id);
    return {
      step,
      open: own.every(({ withdrawnBy }) => withdrawnBy !== null),
      marks: own.map((mark) => markLine(mark, judged, viewer, naming)),
    };
  });
}

function markLine(mark: StepMark, judged: JudgedActivity, viewer: PersonId, naming: Naming): StepMarkLine {
  const { by } = mark.signed;
  const withdrawn = mark.withdrawnBy !== null;
  return {
    id: mark.signed.entry,
    mark,
    words: [STEP_STATE[mark.state], ...placeOf(mark, judged), T.by(signerOf(mark.signed, naming))].join(
      DESK.findings.list,
    ),
    withdrawn,
    own: !withdrawn && by.kind === 'person' && by.person === viewer,
  };
}

function placeOf(mark: StepMark, judged: JudgedActivity): readonly string[] {
  const item = mark.item === null ? [] : [T.item(mark.item)];
  if (mark.state !== 'done') return mark.reason === null ? [] : [T.reason(mark.reason)];
  if (mark.footage === null) return [T.onSite(timeWithoutYear(mark.signed.at)), ...item];
  const { recording } = mark.footage;
  const at = judged.facts.steps.find(
    (seen) => seen.step === mark.step && seen.state === 'done' && seen.recording === recording,
  );
  const place = momentWords(mark.footage, judged.records.recordings);
  const moment = at?.state === 'done' && at.at !== null ? T.inFootage(clock(at.at), place) : place;
  return [moment, ...item];
}

/** How complete the steps of one group are, in words. */
export function standingWords(
  judged: JudgedActivity,
  group: StepGroup,
): { readonly words: string; readonly good: boolean } {
  if (group.kind === 'offList') {
    const open = group.steps.filter(({ id }) => standingMarks(judged.records.course, id).length === 0);
    return open.length === 0
      ? { words: T.standing.complete, good: true }
      : { words: T.missing(open.length), good: false };
  }
  const standing: MatterStanding = matterStanding(judged.facts, group.row);
  if (standing.state === 'incomplete') {
    // Of a group one is enough, unless it was stated which of them there are.
    const steps = group.steps.filter(({ id }) => standing.missing.includes(id));
    const anyOf = steps.length === group.steps.length && steps.every(({ kind }) => kind === 'oneOrMore');
    if (anyOf && judged.facts.matter.served.length === 0) return { words: T.missingAnyOf, good: false };
    return { words: T.missing(standing.missing.length + standing.open.length), good: false };
  }
  return { words: T.standing[standing.state], good: standing.state === 'complete' };
}
