import { describe, expect, it } from 'vitest';
import { CODES, RULES } from '../../src/regulation/rules.ts';
import { BUREAU } from '../regulation/bureau.ts';
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

/** Takes each evaluator out in turn: exactly the tests that name its code fail, and exactly its cases of the bureau differ. */
describe.each(CODES)('without %s', (code) => {
  const bench = makeBench(CODES.filter((other) => other !== code).map((other) => RULES[other]));

  it('exactly its tests fail', () => {
    const failing = SCENARIOS.filter((scenario) => !passes(scenario, bench)).map(({ name }) => name);
    expect(failing).toEqual(SCENARIOS.filter(({ raises }) => raises.includes(code)).map(({ name }) => name));
    expect(failing).not.toEqual([]);
  });

  it('exactly its cases of the demonstration bureau lose their flag', () => {
    const differing = BUREAU.filter(({ facts, now, flag }) => {
      const found = bench.codes(facts, now);
      return flag === null ? found.length > 0 : found.length !== 1 || found[0] !== flag;
    });
    expect(differing.map(({ flag }) => flag)).toEqual(
      BUREAU.filter(({ flag }) => flag === code).map(({ flag }) => flag),
    );
  });
});
