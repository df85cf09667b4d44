import { fromInstant, type Instant } from '../../domain/time.ts';
import type { ActivityFacts } from '../facts.ts';
import type { Code, StepsLate, StepsMissing } from '../finding.ts';
import { missingSteps } from '../matter-state.ts';
import type { Evaluate, Raised, Rule } from '../rule.ts';
import { isJudged } from '../standing.ts';

/** The moment a step was first marked as done; null: not done, or done with no moment known. */
function doneAt(facts: ActivityFacts, step: string): Instant | null {
  const moments = facts.steps.flatMap((mark) =>
    mark.step === step && mark.state === 'done' && mark.at !== null ? [mark.at] : [],
  );
  return moments.sort()[0] ?? null;
}

export const isDone = (facts: ActivityFacts, step: string): boolean =>
  facts.steps.some((mark) => mark.step === step && mark.state === 'done');

/** Which of `first` come after the first of `then`, or, with `orAbsent`, not at all. null where the order is kept. */
export function lateSteps(
  facts: ActivityFacts,
  first: readonly string[],
  then: readonly string[],
  orAbsent: boolean,
): StepsLate | null {
  const begun = then
    .flatMap((step) => {
      const at = doneAt(facts, step);
      return at === null ? [] : [{ step, at }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  if (begun === undefined) return null;
  const late = first.filter((step) => {
    const at = doneAt(facts, step);
    return at === null ? orAbsent && !isDone(facts, step) : at > begun.at;
  });
  return late.length === 0 ? null : { steps: late, before: begun.step };
}

/**
 * The same against a moment that was stated, to the minute: what was marked in that minute is in order. A step no moment is known of,
 * or that is not marked, is another rule's.
 */
export function lateFor(
  facts: ActivityFacts,
  first: readonly string[],
  before: string,
  stated: Instant | undefined,
): StepsLate | null {
  if (stated === undefined) return null;
  const steps = first.filter((step) => {
    const at = doneAt(facts, step);
    return at !== null && fromInstant(at) - fromInstant(stated) >= MINUTE_MS;
  });
  return steps.length === 0 ? null : { steps, before };
}

const MINUTE_MS = 60_000;

/** Required steps of a row nobody marked, less those another finding already names. */
export function stepsMissing(facts: ActivityFacts, row: number, named: readonly string[] = []): readonly string[] {
  return missingSteps(facts, row).filter((step) => !named.includes(step));
}

/** A finding of missing steps; none where nothing is missing. */
export const raiseMissing = (missing: readonly string[]): readonly { about: string; facts: StepsMissing }[] =>
  missing.length === 0 ? [] : [{ about: 'missing', facts: { missing } }];

export const raiseLate = (late: StepsLate | null): readonly { about: string; facts: StepsLate }[] =>
  late === null ? [] : [{ about: 'order', facts: late }];

/** A rule of one matter of the list: asked where the activity names the row, its footage is here and may be judged. */
export function ofMatter<C extends Code>(
  code: C,
  row: number,
  grades: Rule<C, 'activity'>['grades'],
  evaluate: Evaluate<C, 'activity'>,
  article = 9,
): Rule<C, 'activity'> {
  const judged: Evaluate<C, 'activity'> = (facts, rules, now): readonly Raised<C>[] =>
    facts.matters.includes(row) && isJudged(facts, rules, now) ? evaluate(facts, rules, now) : [];
  return { code, scope: 'activity', article, matter: row, grades, answeredBy: 'officer', evaluate: judged };
}
