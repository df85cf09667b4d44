import { describe, expect, it } from 'vitest';
import { toInstant } from '../../src/domain/time.ts';
import { evaluate } from '../../src/regulation/evaluate.ts';
import { CODES, RULES } from '../../src/regulation/rules.ts';
import { FIRST_RULES } from '../../src/regulation/rules-in-force.ts';
import { loadDemonstration } from '../doubles/demonstration.ts';
import { makeBench, type Scenario } from '../regulation/scenario.ts';
import { SCENARIOS } from '../regulation/scenarios.ts';

const passes = ({ run }: Scenario, bench: ReturnType<typeof makeBench>): boolean => {
  try {
    run(bench);
    return true;
  } catch {
    return false;
  }
};

const { cases, now } = await loadDemonstration(toInstant(Date.UTC(2026, 3, 20, 2)));

/** Takes each evaluator out in turn: exactly the tests that name its code fail, and exactly its cases of the bureau differ. */
describe.each(CODES)('without %s', (code) => {
  const table = CODES.filter((other) => other !== code).map((other) => RULES[other]);
  const bench = makeBench(table);

  it('exactly its tests fail', () => {
    const failing = SCENARIOS.filter((scenario) => !passes(scenario, bench)).map(({ name }) => name);
    expect(failing).toEqual(SCENARIOS.filter(({ raises }) => raises.includes(code)).map(({ name }) => name));
    expect(failing).not.toEqual([]);
  });

  it('exactly its cases of the demonstration bureau lose their flag', () => {
    const lost = cases.flatMap(({ visit, facts }) => {
      const found = evaluate(facts, FIRST_RULES, now, table).findings.map((finding) => finding.code as string);
      return visit.raises.join() === visit.raises.filter((raised) => found.includes(raised)).join() &&
        found.length === visit.raises.length
        ? []
        : [visit.name];
    });
    expect(lost).toEqual(cases.filter(({ visit }) => visit.raises.includes(code)).map(({ visit }) => visit.name));
  });
});
