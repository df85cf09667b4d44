import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** A runner that left no report, or no test in it, has failed: silence is not success. */
const NOTHING = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {any} report vitest's JSON report
 * @returns {Totals}
 */
export function vitestTotals(report) {
  if (!(report?.numTotalTests > 0)) return NOTHING;
  // A test file that cannot be loaded holds no test, yet fails.
  const unloaded = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** @param {any} assertion */
const isFailed = (assertion) => assertion.status === 'failed';

/**
 * @param {any} report Playwright's JSON report
 * @returns {Totals}
 */
export function playwrightTotals(report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  if (expected + unexpected + flaky === 0) return NOTHING;
  // `errors` are faults outside any test: a spec that does not compile, a server that does not start.
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped };
}

/**
 * @param {string} path
 * @returns {unknown} undefined when there is no readable report
 */
export function readReport(path) {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {readonly Totals[]} parts
 * @returns {Totals}
 */
export function sum(parts) {
  const add = (/** @type {keyof Totals} */ key) => parts.reduce((total, part) => total + part[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}
