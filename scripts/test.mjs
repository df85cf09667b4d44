import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { buildAll } from './lib/built.mjs';
import { runChecks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/installed.mjs';
import { REPORTS } from './lib/places.mjs';
import { runTool } from './lib/run.mjs';
import { playwrightTotals, readReport, sum, vitestTotals } from './lib/totals.mjs';

const VITEST = join(REPORTS, 'vitest.json');
const PLAYWRIGHT = join(REPORTS, 'playwright.json');
/** A step outside the test runners: nothing to count while it holds, one failure when it does not. */
const failures = (/** @type {number} */ failed) => ({ passed: 0, failed, skipped: 0 });

async function unitTests() {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`];
  const code = await runTool('vitest', 'vitest', args);
  return verified(code, vitestTotals(readReport(VITEST)));
}

/** @param {string | undefined} browser path of Chromium */
async function browserTests(browser) {
  if (!browser) return failures(1);
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT };
  const code = await runTool('@playwright/test', 'playwright', ['test', '--reporter=list,json'], { env });
  return verified(code, playwrightTotals(readReport(PLAYWRIGHT)));
}

/**
 * A runner can fail though each test passed (an unhandled rejection, a report cut short).
 * @param {number} code
 * @param {import('./lib/totals.mjs').Totals} totals
 */
const verified = (code, totals) => (code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals);

async function allTests() {
  if (!(await ensureInstalled())) return failures(1);
  await rm(REPORTS, { recursive: true, force: true });
  await mkdir(REPORTS, { recursive: true });
  const found = await ensureBrowser({ forTests: true });
  const failed = await runChecks();
  const unit = await unitTests();
  const browser = (await buildAll()) ? await browserTests(found) : failures(1);
  if (failed.length > 0) console.log(`\nChecks that failed: ${failed.join(', ')}`);
  return sum([failures(failed.length), unit, browser]);
}

const { passed, failed, skipped } = await allTests();
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
