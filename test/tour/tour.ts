import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HANDOVER } from '../../src/text/handover.ts';
import { serveApp } from '../browser/serve-app.ts';
import {
  admitOfficer,
  CUSTODIAN,
  createActivity,
  exportBook,
  foundBureau,
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
import { type Driver, type DriverOptions, openDriver, printSheet } from './driver.ts';
import { giveOver, joinSecond, receiveThere, SECOND_PC } from './joining-acts.ts';
import { addDevice, expectInStep } from './two-books.ts';
import { verifyBook } from './verify-book.ts';

interface Asked {
  readonly footage: string;
  readonly out: string;
  readonly breaks: boolean;
  readonly usb: boolean;
}

function readArguments(): Asked | null {
  const { values } = parseArgs({
    options: {
      footage: { type: 'string' },
      out: { type: 'string' },
      break: { type: 'boolean', default: false },
      usb: { type: 'boolean', default: false },
    },
  });
  const { footage, out } = values;
  if (footage === undefined || out === undefined) return null;
  if (!existsSync(footage)) return null;
  return { footage: resolve(footage), out: resolve(out), breaks: values.break, usb: values.usb };
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

/** The main job on two PCs, as persons would do it: the officer at the first, the custodian at the second. Until all is taken in. */
async function untilTakenIn(driver: Driver, second: Driver, asked: Asked): Promise<void> {
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
  await joinSecond(driver, second, second.shot);
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
  await takeIn(driver, activity, asked.usb ? { camera: CAMERA_NAME } : asked.footage, say);
}

/** From the store of footage to the printed forms. */
async function afterwards(driver: Driver, second: Driver, asked: Asked, stop: () => Promise<void>): Promise<void> {
  const forms = join(asked.out, 'forms');
  mkdirSync(forms, { recursive: true });
  const say = (name: string) => driver.shot(name);
  await driver.visit('/register');
  await say('register');
  await store(driver);
  await say('stored');
  const handover = await giveOver(driver, OFFICER);
  await say('handed-over');
  await receiveThere(second, handover, () => second.shot('receiving'));
  await second.shot('received');
  await driver.page.getByText(HANDOVER.state.accepted).first().waitFor({ timeout: 60_000 });
  await say('received-there');
  await lock(driver);
  await unlock(driver, CUSTODIAN);
  await withoutServer(driver, second, stop);
  const files = await exportBook(second);
  for (const [name, path] of files) copyFileSync(path, join(asked.out, name));
  await say('station');
  const { sha256 } = listFootage(asked.footage)[0] ?? { sha256: '' };
  await driver.visit(`/register/${sha256}`);
  await say('record');
  await printForms(driver, forms, handover, sha256);
}

/** The name the double of a camera gives itself. */
const CAMERA_NAME = 'Xunzheng DSJ-X5';

/** The first PC's browser closed and opened again: without the camera, and with the service worker it was kept from. */
async function openAgain(driver: Driver, options: DriverOptions): Promise<Driver> {
  const shotsBefore = driver.shots();
  await driver.close();
  const again = await openDriver({ ...options, camera: null, shotsBefore });
  await again.go('/');
  await unlock(again, OFFICER);
  return again;
}

/** The server is stopped, both go on, and both books are equal. */
async function withoutServer(driver: Driver, second: Driver, stop: () => Promise<void>): Promise<void> {
  for (const { page } of [driver, second])
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  await stop();
  await addDevice(driver, '记录仪 11');
  await addDevice(second, '记录仪 12');
  const entries = await expectInStep([
    { driver, sees: SECOND_PC },
    { driver: second, sees: { code: 'A', name: '局机关采集室' } },
  ]);
  console.log(`${entries} entries on both PCs`);
  await driver.shot('in-step');
  await second.shot('in-step');
}

/** With the server gone the app still opens, and the register is there. */
async function offline(driver: Driver): Promise<void> {
  await driver.go('/register');
  await unlock(driver, CUSTODIAN);
  await driver.page.getByRole('heading', { name: '台账' }).first().waitFor();
  await driver.page.getByRole('row').nth(1).waitFor();
  await driver.shot('offline-register');
}

async function main(): Promise<number> {
  const asked = readArguments();
  if (asked === null) {
    console.error('npm run tour -- --footage DIR --out DIR [--usb] [--break]');
    return 2;
  }
  mkdirSync(asked.out, { recursive: true });
  const served = await serveApp();
  const own = mkdtempSync(join(tmpdir(), 'luzheng-tour-first-'));
  const camera = asked.usb ? asked.footage : null;
  const options = { url: served.url, screens: join(asked.out, 'screens'), profile: own, camera };
  let driver = await openDriver(options);
  const profile = mkdtempSync(join(tmpdir(), 'luzheng-tour-second-'));
  const second = await openDriver({ url: served.url, screens: join(asked.out, 'screens-second'), profile });
  try {
    await untilTakenIn(driver, second, asked);
    if (asked.usb) driver = await openAgain(driver, options);
    await afterwards(driver, second, asked, served.close);
    await offline(driver);
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
    for (const one of [driver, second]) await one.shot('failed').catch(() => undefined);
    console.error(error);
    return 1;
  } finally {
    await driver.close().catch(() => undefined);
    await second.close().catch(() => undefined);
    for (const folder of [own, profile]) rmSync(folder, { recursive: true, force: true });
    await served.close().catch(() => undefined);
  }
}

process.exitCode = await main();
