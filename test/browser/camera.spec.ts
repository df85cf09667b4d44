import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CAMERA } from '../../src/text/camera.ts';
import { CARD_ACCOUNT, CARD_STANDING } from '../../src/text/card-account.ts';
import { faultWords } from '../../src/text/faults.ts';
import { INTAKE } from '../../src/text/intake.ts';
import { bytesOf, CameraCard } from '../doubles/camera/camera-card.ts';
import { CUSTODIAN, DEVICE, exportBook, lock, OFFICER, unlock } from '../tour/acts.ts';
import { expect, type Office, test } from './office.ts';
import type { UsbSetting } from './usb/setting.ts';

/** The intake through WebUSB, with a byte-level camera behind a double of `navigator.usb`. */
const MIB = 1024 * 1024;
const LONG = 'DCIM/101MEDIA/DSJ_0003_20260305144500.MP4';
const SETTING: UsbSetting = {
  files: [
    { path: 'DCIM/100MEDIA/DSC0001.JPG', bytes: 3 * MIB + 1 },
    ...Array.from({ length: 12 }, (_, n) => ({
      path: `DCIM/100MEDIA/DSJ_0003_202603051430${String(n).padStart(2, '0')}.MP4`,
      bytes: 2 * MIB + n * 1013,
    })),
    // Long enough for three checkpoints.
    { path: LONG, bytes: 220 * MIB + 11 },
  ],
  isGranted: true,
  knobs: { clockOffsetMs: -90_000 },
  lacks: [],
  lateCalls: 3,
};
const NAME = 'Xunzheng DSJ-X5';
test.use({ usb: SETTING });

function digests({ files }: UsbSetting): string[] {
  const card = new CameraCard();
  return files
    .map(({ path, bytes }) =>
      createHash('sha256')
        .update(bytesOf(card.put(path, bytes)))
        .digest('hex'),
    )
    .sort();
}

/**
 * Bytes over the cable before each of twenty pulls. Whatever the seed, all twenty happen before the intake is done: each
 * of the last two is past a checkpoint of the long file, and the others together are less than what lies before.
 */
function pullsOf(seed: number): readonly number[] {
  let state = seed >>> 0;
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const shallow = Array.from({ length: 18 }, () => below(3.5 * MIB));
  return [...shallow, 66 * MIB + below(8 * MIB), 66 * MIB + below(8 * MIB)];
}

/** Notifications as the browser made them; the page believes that nobody looks at it. */
function watchNotices(): void {
  const shown: string[] = [];
  class Told extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      shown.push(`${title} ${this.body}`);
    }
  }
  Object.assign(window, { Notification: Told, shownNotices: shown });
  Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
}

async function atIntake({ driver, page }: Office): Promise<void> {
  page.setDefaultTimeout(30_000);
  await driver.visit('/intake');
  await driver.field(INTAKE.device).selectOption({ label: `${DEVICE}（执法记录仪）` });
}

test('a granted camera is listed by name and taken in; pulled out at twenty random points it is gone on with to equal digests', async ({
  locked,
}) => {
  test.setTimeout(400_000);
  const { driver, page, context, baseURL } = locked;
  await context.grantPermissions(['notifications'], { origin: baseURL });
  await context.addInitScript(watchNotices);
  await driver.go('/');
  await unlock(driver, OFFICER);
  await expect(page.getByText(CAMERA.pluggedIn(NAME))).toBeVisible();
  await atIntake(locked);
  await driver.button(CAMERA.take(NAME)).click();
  await driver.button(INTAKE.secrecyNo).click();
  await expect(page.getByTitle(LONG).first()).toBeVisible();
  await expect(page.getByText('80%').first()).toBeVisible();
  await expect(page.getByText(CAMERA.readFromDevice).first()).toBeVisible();
  await expect(page.getByText(/比本机慢 \d+ 秒/)).toBeVisible();

  const seed = process.env.SOAK === '1' ? Date.now() >>> 0 : 20_260_305;
  process.stdout.write(`pulls of seed ${seed}\n`);
  const [firstPull = 0, ...pulls] = pullsOf(seed);
  await page
    .getByRole('button', { name: /^开始采集/ })
    .first()
    .click();
  await page.waitForURL(/\/intake\/[A-Za-z0-9_-]{22}$/);
  await page.evaluate((after) => window.usbDouble.unplugAfter(after), firstPull);
  for (const [n, next] of [...pulls, Number.MAX_SAFE_INTEGER].entries()) {
    await page.waitForFunction((pull) => window.usbDouble.pulls() === pull, n + 1, { timeout: 60_000 });
    await page
      .getByText(/设备被拔出，采集停在 \d+%/)
      .first()
      .waitFor();
    await page.evaluate((after) => {
      window.usbDouble.plug();
      window.usbDouble.unplugAfter(after);
    }, next);
  }
  await driver.button(INTAKE.countersign).waitFor({ timeout: 120_000 });
  expect(await page.evaluate(() => window.usbDouble.asked())).toBe(0);
  const notice = `${CARD_ACCOUNT.notification} ${CARD_ACCOUNT.notificationBody(SETTING.files.length)}`;
  expect(await page.evaluate(() => (window as unknown as { shownNotices: string[] }).shownNotices)).toEqual([notice]);
  await expect(page.getByText(CARD_STANDING['buffer-only'].says)).toBeVisible();

  await lock(driver);
  await unlock(driver, CUSTODIAN);
  const files = await exportBook(driver);
  const recordings = await readFile(files.get('recordings.json') ?? '', 'utf8');
  const found = [...recordings.matchAll(/"sha256":\s*"([0-9a-f]{64})"/g)].map(([, hex]) => hex);
  expect([...new Set(found)].sort()).toEqual(digests(SETTING));
});

test.describe('not granted', () => {
  test.use({ usb: { ...SETTING, isGranted: false, lateCalls: 0 } });

  test('a camera is asked for by the chooser; one the system holds is said in plain words', async ({ office }) => {
    const { driver, page } = office;
    await atIntake(office);
    await expect(driver.button(CAMERA.connect)).toBeVisible();
    await expect(driver.button(CAMERA.take(NAME))).toBeHidden();
    await driver.button(CAMERA.connect).click();
    await driver.button(INTAKE.secrecyNo).click();
    await expect(page.getByTitle('DCIM/100MEDIA/DSC0001.JPG').first()).toBeVisible();
    await expect(page.getByText('80%').first()).toBeVisible();
    await page.evaluate(() => window.usbDouble.record('DCIM/100MEDIA/NEW.MP4', 100_000));
    await expect(page.getByText(CAMERA.freshHere(1))).toBeVisible();
    await driver.button(CAMERA.lookAgain).click();
    await expect(page.getByTitle('DCIM/100MEDIA/NEW.MP4').first()).toBeVisible();
    await driver.button(INTAKE.back).click();

    await page.evaluate(() => {
      window.usbDouble.unplug();
      window.usbDouble.plug();
      window.usbDouble.obstacle('SecurityError');
      return window.usbDouble.obeyed();
    });
    await driver.button(CAMERA.connect).click();
    await driver.button(INTAKE.secrecyNo).click();
    const words = faultWords('camera-denied');
    for (const part of [words.happened, words.safe, words.toDo])
      await expect(page.getByText(part).first()).toBeVisible();
    await page.evaluate(() => {
      window.usbDouble.obstacle(null);
      return window.usbDouble.obeyed();
    });
    await driver.button(INTAKE.lookAgain).click();
    await expect(page.getByTitle('DCIM/100MEDIA/DSC0001.JPG').first()).toBeVisible();
  });
});
