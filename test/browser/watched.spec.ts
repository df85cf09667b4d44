import type { Page } from '@playwright/test';
import { INTAKE } from '../../src/text/intake.ts';
import { WATCHED } from '../../src/text/watched.ts';
import { beginIntake, DEVICE, OFFICER, unlock } from '../tour/acts.ts';
import { expect, test } from './office.ts';

/** A directory of the private file system: pickers never resolve without a window. */
const FOLDER = 'exports';

/** Another program puts a file there. */
const exportFile = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    async ([folder, file]) => {
      const root = await navigator.storage.getDirectory();
      const handle = await (await root.getDirectoryHandle(folder, { create: true })).getFileHandle(file, {
        create: true,
      });
      const writable = await handle.createWritable();
      await writable.write(crypto.getRandomValues(new Uint8Array(4_000)));
      await writable.close();
    },
    [FOLDER, name] as const,
  );

test('a watched folder offers what is new, is remembered after a restart, and its loss is said', async ({ office }) => {
  test.setTimeout(180_000);
  const { driver, page } = office;
  const patient = { timeout: 60_000 };
  await driver.visit('/intake');
  await page.evaluate((folder) => {
    const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
    Object.assign(window, { showDirectoryPicker: pick });
  }, FOLDER);
  await driver.button(WATCHED.choose).click();
  await expect(page.getByText(WATCHED.nothing(FOLDER))).toBeVisible(patient);

  await exportFile(page, 'CAM01_20260305143000.MP4');
  await expect(page.getByText(WATCHED.fresh(FOLDER, 1))).toBeVisible(patient);

  await driver.go('/intake');
  await unlock(driver, OFFICER);
  await expect(page.getByText(WATCHED.fresh(FOLDER, 1))).toBeVisible(patient);
  await driver.field(INTAKE.device).selectOption({ label: `${DEVICE}（执法记录仪）` });
  await driver.button(WATCHED.take(1)).click();
  await driver.button(INTAKE.secrecyNo).click();
  // Random bytes are no recording, and so not chosen beforehand.
  await page.getByRole('checkbox').first().check();
  await beginIntake(driver);
  await driver.button(INTAKE.countersign).waitFor(patient);
  await driver.visit('/intake');
  await expect(page.getByText(WATCHED.nothing(FOLDER))).toBeVisible(patient);

  await page.evaluate(async (folder) => {
    await (await navigator.storage.getDirectory()).removeEntry(folder, { recursive: true });
  }, FOLDER);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText(WATCHED.lost(FOLDER))).toBeVisible(patient);
  await driver.button(WATCHED.stop).click();
  await expect(driver.button(WATCHED.choose)).toBeVisible();
});
