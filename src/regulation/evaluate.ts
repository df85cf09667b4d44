import { beijingDate, type Instant } from '../domain/time.ts';
import type { ActivityFacts, IntakeFacts, UnlinkedFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { AnyRule } from './rule.ts';
import { RULES } from './rules.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** An activity with the intakes behind it: what its page shows. */
export interface FactsToJudge {
  readonly activity: ActivityFacts | null;
  readonly intakes: readonly IntakeFacts[];
  readonly unlinked: readonly UnlinkedFacts[];
}

export interface Judgement {
  readonly findings: readonly Finding[];
  /** `before-effective`: what happened before the regulation's first day is not judged by it (Art. 23). */
  readonly note: 'before-effective' | null;
}

const ALL: readonly AnyRule[] = Object.values(RULES);

/** The day an activity belongs to, for choosing the rules and for Art. 23. */
export const dayOf = (facts: ActivityFacts): Instant | null => facts.arrivedAt ?? facts.plannedAt ?? facts.endedAt;

/** All findings, in the order of the regulation. Pure; `table` is what tests take rules out of. */
export function evaluate(
  { activity, intakes, unlinked }: FactsToJudge,
  rules: RulesInForce,
  now: Instant,
  table: readonly AnyRule[] = ALL,
): Judgement {
  const day = activity === null ? null : dayOf(activity);
  if (day !== null && rules.effectiveFrom !== null && beijingDate(day) < rules.effectiveFrom) {
    return { findings: [], note: 'before-effective' };
  }
  const findings = table.flatMap((rule) => [
    ...(activity === null ? [] : rule.findings('activity', activity, rules, now)),
    ...intakes.flatMap((facts) => rule.findings('intake', facts, rules, now)),
    ...unlinked.flatMap((facts) => rule.findings('unlinked', facts, rules, now)),
  ]);
  return { findings, note: null };
}
