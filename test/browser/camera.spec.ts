import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CAMERA } from '../../src/text/camera.ts';
import { CARD_STANDING } from '../../src/text/card-account.ts';
import { faultWords } from '../../src/text/faults.ts';
import { INTAKE } from '../../src/text/intake.ts';
import { bytesOf, CameraCard } from '../doubles/camera/camera-card.ts';
import { CUSTODIAN, DEVICE, exportBook, lock, unlock } from '../tour/acts.ts';
import { expect, type Office, test } from './office.ts';
import type { UsbSetting } from './usb/setting.ts';

/** The intake through WebUSB, with a byte-level camera behind a double of `navigator.usb`. */
const MIB = 1024 * 1024;
const SETTING: UsbSetting = {
  files: [
    { path: 'DCIM/100MEDIA/DSJ_0003_20260305143000.MP4', bytes: 200 * MIB + 11 },
    { path: 'DCIM/100MEDIA/DSJ_0003_20260305144500.MP4', bytes: 90 * MIB },
    { path: 'DCIM/101MEDIA/DSC0001.JPG', bytes: 3 * MIB + 1 },
  ],
  isGranted: true,
  knobs: { clockOffsetMs: -90_000 },
  lacks: [],
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

async function atIntake({ driver, page }: Office): Promise<void> {
  page.setDefaultTimeout(30_000);
  await driver.visit('/intake');
  await driver.field(INTAKE.device).selectOption({ label: `${DEVICE}（执法记录仪）` });
}

test('a granted camera is listed by name, taken in, pulled out twice and gone on with to equal digests', async ({
  office,
}) => {
  test.setTimeout(150_000);
  const { driver, page } = office;
  await atIntake(office);
  await driver.button(CAMERA.take(NAME)).click();
  await driver.button(INTAKE.secrecyNo).click();
  await expect(page.getByText('DCIM/100MEDIA/DSJ_0003_20260305143000.MP4').first()).toBeVisible();
  await expect(page.getByText('80%').first()).toBeVisible();
  await expect(page.getByText(CAMERA.readFromDevice).first()).toBeVisible();
  await expect(page.getByText(/比本机慢 \d+ 秒/)).toBeVisible();

  await page
    .getByRole('button', { name: /^开始采集/ })
    .first()
    .click();
  await page.waitForURL(/\/intake\/[A-Za-z0-9_-]{22}$/);
  for (const bytes of [70 * MIB, 110 * MIB]) {
    await page.evaluate((after) => window.usbDouble.unplugAfter(after), bytes);
    await expect(page.getByText(/设备被拔出，采集停在 \d+%/).first()).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(INTAKE.pulledSafe).first()).toBeVisible();
    await page.evaluate(() => window.usbDouble.plug());
    await expect(page.getByText(/设备被拔出/).first()).toBeHidden({ timeout: 30_000 });
  }
  await driver.button(INTAKE.countersign).waitFor({ timeout: 120_000 });
  expect(await page.evaluate(() => window.usbDouble.asked())).toBe(0);
  await expect(page.getByText(CARD_STANDING['buffer-only'].says)).toBeVisible();

  await lock(driver);
  await unlock(driver, CUSTODIAN);
  const files = await exportBook(driver);
  const recordings = await readFile(files.get('recordings.json') ?? '', 'utf8');
  const found = [...recordings.matchAll(/"sha256":\s*"([0-9a-f]{64})"/g)].map(([, hex]) => hex);
  expect([...new Set(found)].sort()).toEqual(digests(SETTING));
});

test.describe('not granted', () => {
  test.use({ usb: { ...SETTING, isGranted: false } });

  test('a camera is asked for by the chooser; one the system holds is said in plain words', async ({ office }) => {
    const { driver, page } = office;
    await atIntake(office);
    await expect(driver.button(CAMERA.connect)).toBeVisible();
    await expect(driver.button(CAMERA.take(NAME))).toBeHidden();
    await driver.button(CAMERA.connect).click();
    await driver.button(INTAKE.secrecyNo).click();
    await expect(page.getByText('DCIM/101MEDIA/DSC0001.JPG').first()).toBeVisible();
    await driver.button(INTAKE.back).click();

    await page.evaluate(() => {
      window.usbDouble.unplug();
      window.usbDouble.plug();
      window.usbDouble.obstacle('SecurityError');
    });
    await driver.button(CAMERA.connect).click();
    await driver.button(INTAKE.secrecyNo).click();
    const words = faultWords('camera-denied');
    for (const part of [words.happened, words.safe, words.toDo])
      await expect(page.getByText(part).first()).toBeVisible();
    await page.evaluate(() => window.usbDouble.obstacle(null));
    await driver.button(INTAKE.lookAgain).click();
    await expect(page.getByText('DCIM/101MEDIA/DSC0001.JPG').first()).toBeVisible();
  });
});
