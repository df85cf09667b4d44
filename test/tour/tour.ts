import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveApp } from '../browser/serve-app.ts';
import {
  admitOfficer,
  CUSTODIAN,
  createActivity,
  exportBook,
  foundBureau,
  handOver,
  lock,
  OFFICER,
  registerEquipment,
  store,
  takeIn,
  unlock,
  workOnSite,
} from './acts.ts';
import { breakOneByte, checkFinds } from './break-copy.ts';
import { listFootage, missingFromBook } from './check-export.ts';
import { type Driver, openDriver, printSheet } from './driver.ts';
import { verifyBook } from './verify-book.ts';

interface Asked {
  readonly footage: string;
  readonly out: string;
  readonly breaks: boolean;
}

function readArguments(): Asked | null {
  const { values } = parseArgs({
    options: { footage: { type: 'string' }, out: { type: 'string' }, break: { type: 'boolean', default: false } },
  });
  const { footage, out } = values;
  if (footage === undefined || out === undefined) return null;
  if (!existsSync(footage)) return null;
  return { footage: resolve(footage), out: resolve(out), breaks: values.break };
}

async function printForms(driver: Driver, forms: string, handover: string, recording: string): Promise<void> {
  const wanted: readonly (readonly [string, string])[] = [
    ['/print/F1/original', 'F1-original.pdf'],
    ['/print/F1/working', 'F1-working.pdf'],
    [`/print/F7/${handover}`, 'F7.pdf'],
    [`/print/F10/${recording}`, 'F10.pdf'],
  ];
  for (const [path, name] of wanted) {
    await driver.visit(path);
    await printSheet(driver, join(forms, name));
    await driver.shot(`print-${name.replace('.pdf', '')}`);
  }
}

/** The main job on one PC, as a person would do it. */
async function mainJob(driver: Driver, asked: Asked): Promise<void> {
  const forms = join(asked.out, 'forms');
  mkdirSync(forms, { recursive: true });
  const say = (name: string) => driver.shot(name);
  await driver.go('/');
  await say('first-run');
  await foundBureau(driver, async () => {
    await say('recovery');
    await driver.page.evaluate(() => {
      window.print = () => undefined;
    });
  });
  await say('today-empty');
  await admitOfficer(driver);
  await say('people');
  await registerEquipment(driver);
  await say('equipment');
  await lock(driver);
  await say('locked');
  await unlock(driver, OFFICER);
  const activity = await createActivity(driver);
  await say('activity-planned');
  await workOnSite(driver, activity);
  await say('field-finished');
  await driver.visit('/');
  await say('today-due');
  await takeIn(driver, activity, asked.footage, say);
  await driver.visit('/register');
  await say('register');
  await store(driver);
  await say('stored');
  const handover = await handOver(driver, say);
  await say('handed-over');
  await lock(driver);
  await unlock(driver, CUSTODIAN);
  const files = await exportBook(driver);
  for (const [name, path] of files) copyFileSync(path, join(asked.out, name));
  await say('station');
  const { sha256 } = listFootage(asked.footage)[0] ?? { sha256: '' };
  await driver.visit(`/register/${sha256}`);
  await say('record');
  await printForms(driver, forms, handover, sha256);
}

/** With the server gone the app still opens, and the register is there. */
async function offline(driver: Driver, stop: () => Promise<void>): Promise<void> {
  await driver.page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  await stop();
  await driver.go('/register');
  await unlock(driver, CUSTODIAN);
  await driver.page.getByRole('heading', { name: '台账' }).first().waitFor();
  await driver.page.getByRole('row').nth(1).waitFor();
  await driver.shot('offline-register');
}

async function main(): Promise<number> {
  const asked = readArguments();
  if (asked === null) {
    console.error('npm run tour -- --footage DIR --out DIR [--break]');
    return 2;
  }
  mkdirSync(asked.out, { recursive: true });
  const served = await serveApp();
  const driver = await openDriver({ url: served.url, screens: join(asked.out, 'screens') });
  try {
    await mainJob(driver, asked);
    await offline(driver, served.close);
    const entries = await verifyBook(asked.out);
    console.log(`${entries} entries verified, ${listFootage(asked.footage).length} files`);
    const missing = missingFromBook(asked.footage, asked.out);
    for (const line of missing) console.error(line);
    if (missing.length > 0) return 1;
    if (!asked.breaks) return 0;
    const broken = await breakOneByte(driver);
    console.log(`flipped one byte of ${broken}`);
    const found = await checkFinds(driver);
    await driver.shot('break-found');
    console.log(found ? 'the check found it' : 'the check did not find it');
    return found ? 0 : 1;
  } catch (error) {
    await driver.shot('failed').catch(() => undefined);
    console.error(error);
    return 1;
  } finally {
    await driver.close().catch(() => undefined);
    await served.close().catch(() => undefined);
  }
}

process.exitCode = await main();
