import type { ActivityFacts } from './facts.ts';
import { type ChecklistStep, stepById, stepsOfRow } from './steps.ts';

export type MatterState = 'complete' | 'incomplete' | 'awaitingResult';

export interface MatterStanding {
  readonly state: MatterState;
  /** Required steps not marked. */
  readonly missing: readonly string[];
  /** Conditional steps neither marked nor said not to have happened. */
  readonly open: readonly string[];
  /** Steps that may come later and have not come yet. */
  readonly awaited: readonly string[];
}

type StepsOnly = Pick<ActivityFacts, 'steps' | 'matter'>;

const stateOf = (facts: StepsOnly, step: string): 'done' | 'notHappened' | 'deferred' | null => {
  const states = facts.steps.filter((mark) => mark.step === step).map(({ state }) => state);
  return (['done', 'notHappened', 'deferred'] as const).find((state) => states.includes(state)) ?? null;
};

/** The party may waive the defence (row 6): the only required step that may be said not to have happened. */
const WAIVABLE = 'r06.s4';

function isAnswered(facts: StepsOnly, { id, perItem }: ChecklistStep): boolean {
  const state = stateOf(facts, id);
  if (state === 'done' || (state === 'notHappened' && id === WAIVABLE)) return true;
  // Row 4's list of items says the same of each item; which of them no footage shows is a question of its own.
  return perItem && (facts.matter.preservation?.items.length ?? 0) > 0;
}

/** Required steps of a row nobody marked; one-or-more groups and what may come later are not counted. */
export const missingSteps = (facts: StepsOnly, row: number): readonly string[] =>
  stepsOfRow(row)
    .filter((step) => step.kind === 'required' && !step.deferred && !isAnswered(facts, step))
    .map(({ id }) => id);

export const openConditional = (facts: StepsOnly, row: number): readonly string[] =>
  stepsOfRow(row)
    .filter(({ kind, id }) => kind === 'conditional' && stateOf(facts, id) === null)
    .map(({ id }) => id);

/** Deferred steps still to come: each of row 11, and of a one-or-more group only while none of it has come. */
export function awaitedSteps(facts: StepsOnly, row: number): readonly string[] {
  const deferred = stepsOfRow(row).filter(({ deferred: later }) => later);
  const group = deferred.filter(({ kind }) => kind === 'oneOrMore');
  const groupAnswered = group.some(({ id }) => stateOf(facts, id) === 'done');
  return deferred
    .filter(({ kind, id }) => (kind === 'oneOrMore' ? !groupAnswered : stateOf(facts, id) !== 'done'))
    .map(({ id }) => id);
}

/** How complete the footage of one matter is, by its marks. */
export function matterStanding(facts: StepsOnly, row: number): MatterStanding {
  const missing = [...missingSteps(facts, row), ...missingGroup(facts, row)];
  const open = openConditional(facts, row);
  const awaited = awaitedSteps(facts, row);
  if (missing.length > 0 || open.length > 0) return { state: 'incomplete', missing, open, awaited };
  return { state: awaited.length > 0 ? 'awaitingResult' : 'complete', missing, open, awaited };
}

/** Row 9: one mark for each document chosen, or at least one. */
function missingGroup(facts: StepsOnly, row: number): readonly string[] {
  if (row !== SERVED_ROW) return [];
  const chosen = facts.matter.served.map((document) => SERVED_STEP[document]);
  if (chosen.length > 0) return chosen.filter((step) => stateOf(facts, step) !== 'done');
  const steps = stepsOfRow(row).map(({ id }) => id);
  return steps.some((step) => stateOf(facts, step) === 'done') ? [] : steps;
}

const SERVED_ROW = 9;
export const SERVED_STEP = {
  penaltyDecision: 'r09.s1',
  notification: 'r09.s2',
  receipt: 'r09.s3',
  other: 'r09.s4',
} as const;

const REFUSAL_ROW = 8;

/**
 * Whether footage of these kinds can show a step at all: a photograph shows things, a process needs sound or moving pictures. Row 3's
 * inquiry is the process the list names beside a still camera; row 5 is one from end to end. Row 8 is the body camera's: it asks for film.
 */
const PROCESSES: ReadonlySet<string> = new Set(['r03.s6', 'r05.s1']);

export function canShow(step: string, mediaTypes: readonly string[]): boolean {
  const row = stepById(step)?.row;
  if (row === undefined) return false;
  if (row === REFUSAL_ROW) return mediaTypes.includes('video');
  return PROCESSES.has(step) ? mediaTypes.includes('video') || mediaTypes.includes('audio') : mediaTypes.length > 0;
}

/** Row 1 offers row 8 where the party refused. */
export const rowsToOffer = (facts: {
  readonly matters: readonly number[];
  readonly steps: readonly { readonly step: string; readonly state: string }[];
}): readonly number[] => {
  const refused = facts.steps.some(({ step, state }) => step === 'r01.s8' && state === 'done');
  return refused && !facts.matters.includes(REFUSAL_ROW) ? [REFUSAL_ROW] : [];
};
