import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { FIRST_RUN } from '../../src/text/first-run.ts';
import { HANDOVER } from '../../src/text/handover.ts';
import { INTAKE } from '../../src/text/intake.ts';
import { LOCK } from '../../src/text/lock.ts';
import { SHELL } from '../../src/text/shell.ts';
import { STORE } from '../../src/text/store.ts';
import {
  admitOfficer,
  type Clerk,
  CUSTODIAN,
  createActivity,
  DEVICE,
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
} from '../tour/acts.ts';
import { breakOneByte, checkFinds } from '../tour/break-copy.ts';
import { type Driver, driverOf, standInPicker } from '../tour/driver.ts';
import { checkpoints } from './buffer.ts';
import { expect, test } from './office.ts';

test.describe.configure({ mode: 'parallel' });

/** A small card: two clips of random bytes, one empty file. */
function smallCard(): string {
  const card = mkdtempSync(join(tmpdir(), 'luzheng-card-'));
  writeFileSync(join(card, 'REC_0001.MP4'), crypto.getRandomValues(new Uint8Array(60_000)));
  writeFileSync(join(card, 'REC_0002.MP4'), crypto.getRandomValues(new Uint8Array(50_000)));
  writeFileSync(join(card, 'EMPTY.MP4'), '');
  return card;
}

test('the main job, from founding: footage in, stored, handed over by two persons, exported, damage found', async ({
  browser,
  context,
  page,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await standInPicker(context);
  const driver = driverOf(context, page, baseURL ?? '');
  await driver.go('/');
  await foundBureau(driver);
  await admitOfficer(driver);
  await registerEquipment(driver);
  await lock(driver);
  await mistype(driver, OFFICER);
  await unlock(driver, OFFICER);
  const activity = await createActivity(driver);
  await workOnSite(driver, activity);
  await takeIn(driver, activity, smallCard());
  await store(driver);
  await handOver(driver, async () => undefined);
  await lock(driver);
  await unlock(driver, CUSTODIAN);
  const files = await exportBook(driver);
  expect([...files.keys()].sort()).toEqual(['book.jsonl', 'details.jsonl', 'keys.json', 'recordings.json']);
  await breakOneByte(driver);
  expect(await checkFinds(driver)).toBe(true);
  await bringAnother(browser, baseURL ?? '');
});

/** A wrong passphrase is counted and said plainly. */
async function mistype({ page, button }: Driver, clerk: Clerk): Promise<void> {
  await page.getByRole('radio', { name: clerk.name }).check();
  await page.locator('input[type="password"]').first().fill('这不是口令吧');
  await button(LOCK.unlock).click();
  await expect(page.getByText(/口令不对，还可以试/).first()).toBeVisible();
}

/** A browser without the book is told where it is, before it founds another. */
async function bringAnother(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(url);
  await expect(page.getByText(FIRST_RUN.elsewhere.otherBrowser)).toBeVisible();
  const folder = process.env.LUZHENG_SCREENS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, 'elsewhere.png') });
  await page.close();
}

test('a second window follows, says so, and can take the work over', async ({ office }) => {
  const { page, context, baseURL } = office;
  const other = await context.newPage();
  const second = driverOf(context, other, baseURL);
  await second.go('/');
  await unlock(second, CUSTODIAN);
  await expect(other.getByText(SHELL.otherWindow)).toBeVisible();
  await expect(page.getByText(SHELL.otherWindow)).toBeHidden();
  await second.button(SHELL.actHere).click();
  await expect(page.getByText(SHELL.otherWindow)).toBeVisible();
  await expect(other.getByText(SHELL.otherWindow)).toBeHidden();
});

test('a tab killed in mid-copy goes on where it stopped, and counts nothing twice', async ({ office }) => {
  test.setTimeout(180_000);
  const { driver, page, context, baseURL } = office;
  const clips = [1024 * 1024, 320 * 1024 * 1024];
  await putCard(page, clips);
  await driver.visit('/intake');
  await driver.field(INTAKE.device).selectOption({ label: `${DEVICE}（执法记录仪）` });
  await driver.button(INTAKE.choose).click();
  await driver.button(INTAKE.secrecyNo).click();
  const begin = page.getByRole('button', { name: /^开始采集/ }).first();
  await begin.waitFor({ timeout: 60_000 });
  await page.getByRole('checkbox').first().check();
  await begin.click();
  await page.waitForURL(/\/intake\/[A-Za-z0-9_-]{22}$/);
  const address = page.url();
  await expect.poll(() => checkpoints(page), { timeout: 60_000, intervals: [50] }).not.toEqual([]);
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  const next = driverOf(context, again, baseURL);
  await again.goto(address);
  await unlock(next, OFFICER);
  await expect(again.getByText(INTAKE.situation)).toBeVisible();
  await next.button(INTAKE.resume).click();
  await next.button(INTAKE.countersign).waitFor({ timeout: 120_000 });
  await next.visit('/store');
  await expect(again.getByText(STORE.listed(clips.length, '').split('，')[0] ?? '').first()).toBeVisible();
});

test('state secrets end in the card F16 and nothing is read; other footage waits for a second person to receive it', async ({
  office,
}) => {
  const { driver, page, activity } = office;
  await putCard(page, [1000]);
  await driver.visit('/intake');
  await driver.field(INTAKE.device).selectOption({ label: `${DEVICE}（执法记录仪）` });
  await driver.button(INTAKE.choose).click();
  await driver.button(INTAKE.secrecyYes).click();
  await driver.button(INTAKE.secretSign).click();
  await page.waitForURL(/\/print\/F16\//);
  await page.getByTestId('form-sheet').waitFor();
  await driver.visit('/store');
  await expect(page.getByText(STORE.empty)).toBeVisible();

  await takeIn(driver, activity, smallCard());
  await store(driver);
  await lock(driver);
  await unlock(driver, CUSTODIAN);
  await driver.visit('/handover/new');
  // Officer and custodian must be two persons: without another custodian nobody can receive.
  await expect(page.getByText(HANDOVER.receiverNone)).toBeVisible();
});

/** Files in the private file system, nearly all holes; the stand-in picker then hands out their directory as the card. */
async function putCard(page: Page, sizes: readonly number[]): Promise<void> {
  await page.evaluate(async (all) => {
    const root = await navigator.storage.getDirectory();
    const card = await root.getDirectoryHandle('card', { create: true });
    for (const [i, size] of all.entries()) {
      const handle = await card.getFileHandle(`REC_000${i}.MP4`, { create: true });
      const writable = await handle.createWritable();
      await writable.write(`clip ${i}`);
      await writable.truncate(size);
      await writable.close();
    }
    Object.assign(window, { showDirectoryPicker: async () => card });
  }, sizes);
}
