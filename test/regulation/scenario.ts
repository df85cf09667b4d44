import { expect } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import { evaluate, type FactsToJudge, type Judgement } from '../../src/regulation/evaluate.ts';
import type { ActivityFacts, IntakeFacts, UnlinkedFacts } from '../../src/regulation/facts.ts';
import type { Code, Finding } from '../../src/regulation/finding.ts';
import type { AnyRule } from '../../src/regulation/rule.ts';
import { FIRST_RULES, type RulesInForce } from '../../src/regulation/rules-in-force.ts';
import { type FindingNames, findingSentence } from '../../src/text/findings.ts';
import { LATER } from './facts.ts';

/** Judges facts by one table of rules, which a test may have taken a rule out of. */
export interface Bench {
  readonly judge: (facts: Facts, now?: Instant, rules?: RulesInForce) => Judgement;
  readonly findings: (facts: Facts, now?: Instant, rules?: RulesInForce) => readonly Finding[];
  /** `A05-2`, in the order of the regulation. */
  readonly codes: (facts: Facts, now?: Instant, rules?: RulesInForce) => readonly Code[];
  /** The one finding of a code; fails where there is none or more. */
  readonly one: <C extends Code>(code: C, facts: Facts, now?: Instant) => Extract<Finding, { code: C }>;
  readonly sentence: (finding: Finding) => string;
}

export interface Facts {
  readonly activity?: ActivityFacts;
  readonly intake?: IntakeFacts;
  readonly unlinked?: UnlinkedFacts;
}

/** One test of the regulation. `raises`: the rules it cannot do without; taking any of them out must make it fail. */
export interface Scenario {
  readonly name: string;
  readonly raises: readonly Code[];
  readonly run: (bench: Bench) => void;
}

const toJudge = ({ activity, intake, unlinked }: Facts): FactsToJudge => ({
  activity: activity ?? null,
  intakes: intake === undefined ? [] : [intake],
  unlinked: unlinked === undefined ? [] : [unlinked],
});

const NAMES: FindingNames = {
  person: (id) => id.replace(/0+$/, ''),
  device: (id) => id.replace(/0+$/, ''),
  recording: (id) => id,
};

export function makeBench(table?: readonly AnyRule[]): Bench {
  const judge: Bench['judge'] = (facts, now = LATER, rules = FIRST_RULES) =>
    evaluate(toJudge(facts), rules, now, table);
  return {
    judge,
    findings: (facts, now, rules) => judge(facts, now, rules).findings,
    codes: (facts, now, rules) => judge(facts, now, rules).findings.map(({ code }) => code),
    one: <C extends Code>(code: C, facts: Facts, now?: Instant) => {
      const found = judge(facts, now).findings.filter(
        (finding): finding is Extract<Finding, { code: C }> => finding.code === code,
      );
      expect(found).toHaveLength(1);
      const [only] = found;
      if (only === undefined) throw new Error(`no ${code}`);
      return only;
    },
    sentence: (finding) => findingSentence(finding, NAMES),
  };
}
