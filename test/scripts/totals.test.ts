import { describe, expect, it } from 'vitest';
import { playwrightTotals, sum, vitestTotals } from '../../scripts/lib/totals.mjs';

const vitest = (rest: object): object => ({
  numTotalTests: 10,
  numPassedTests: 7,
  numFailedTests: 1,
  numPendingTests: 2,
  testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
  ...rest,
});

describe('totals of the unit tests', () => {
  it('are those of the report', () => {
    expect(vitestTotals(vitest({}))).toEqual({ passed: 7, failed: 1, skipped: 2 });
  });

  it('a test file that could not be loaded has failed, though it holds no test', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    expect(vitestTotals(vitest({ numFailedTests: 0, testResults: [unloaded] })).failed).toBe(1);
  });

  it.each([undefined, {}, { numTotalTests: 0 }])('no report or an empty one is a failure: %o', (report) => {
    expect(vitestTotals(report)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('totals of the browser tests', () => {
  it('are those of the report; a test that passed only when repeated has failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 };
    expect(playwrightTotals({ stats, errors: [] })).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('a fault outside the tests counts', () => {
    expect(playwrightTotals({ stats: { expected: 5 }, errors: [{ message: 'server' }] }).failed).toBe(1);
  });

  it.each([undefined, {}, { stats: { expected: 0, skipped: 4 } }])('nothing that ran is a failure: %o', (report) => {
    expect(playwrightTotals(report)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

it('the sum counts each kind', () => {
  const parts = [
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 20, skipped: 30 },
  ];
  expect(sum(parts)).toEqual({ passed: 11, failed: 22, skipped: 33 });
});
