import { expect } from '@playwright/test';
import { ACTIVITIES, MARK } from '../../src/text/activities.ts';
import { CAMERA } from '../../src/text/camera.ts';
import { EQUIPMENT } from '../../src/text/equipment.ts';
import { FIELD } from '../../src/text/field.ts';
import { FIRST_RUN } from '../../src/text/first-run.ts';
import { HANDOVER } from '../../src/text/handover.ts';
import { INTAKE } from '../../src/text/intake.ts';
import { LOCK } from '../../src/text/lock.ts';
import { PEOPLE } from '../../src/text/people.ts';
import { SHELL } from '../../src/text/shell.ts';
import { STATION } from '../../src/text/station.ts';
import { STORE } from '../../src/text/store.ts';
import { type Driver, dropFolder } from './driver.ts';

/** Acts of a clerk by what is written on the screen. The words come from the app's own wording, so a changed word breaks nothing here. */

export interface Clerk {
  readonly name: string;
  readonly passphrase: string;
}

export const CUSTODIAN: Clerk = { name: '王海涛', passphrase: '清清洛水 王海涛' };
export const OFFICER: Clerk = { name: '张建国', passphrase: '清清洛水 张建国' };
export const DEVICE = '记录仪 03';
export const MEDIUM = 'YP-03';
export const ACTIVITY = '伊河龙门段河道采砂现场检查';

/** Founds the bureau; returns when the founder sits at the desk. `onRecovery` is called while the recovery key is in sight. */
export async function foundBureau(
  driver: Driver,
  onRecovery: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { page, button, field } = driver;
  await page.getByLabel(FIRST_RUN.found).check();
  await button(FIRST_RUN.next).click();
  await field(FIRST_RUN.name).fill(CUSTODIAN.name);
  await page.locator('input[type="password"]').nth(0).fill(CUSTODIAN.passphrase);
  await page.locator('input[type="password"]').nth(1).fill(CUSTODIAN.passphrase);
  await button(FIRST_RUN.next).click();
  await field(FIRST_RUN.stationName).fill('局机关采集室');
  await button(FIRST_RUN.finish).click();
  await page.getByRole('heading', { name: FIRST_RUN.recoveryTitle }).waitFor();
  await onRecovery();
  const groups = await page.getByRole('list', { name: FIRST_RUN.recoveryKey }).getByRole('listitem').allInnerTexts();
  for (const [index, group] of groups.entries()) {
    const box = page.getByLabel(FIRST_RUN.recoveryGroup(index + 1), { exact: true });
    if ((await box.count()) > 0) await box.fill(group.trim());
  }
  await button(FIRST_RUN.enter).click();
  await button(SHELL.lock).waitFor();
}

export async function lock(driver: Driver): Promise<void> {
  await driver.button(SHELL.lock).click();
  await driver.page.getByRole('heading', { name: LOCK.title }).waitFor();
}

export async function unlock(driver: Driver, clerk: Clerk): Promise<void> {
  const { page, button } = driver;
  await page.getByRole('heading', { name: LOCK.title }).waitFor();
  // Names come a moment after the page; with one person there is nothing to choose.
  await page.locator('input[type="password"]').first().waitFor();
  const choice = page.getByRole('radio', { name: clerk.name });
  if ((await choice.count()) > 0) await choice.check();
  await page.locator('input[type="password"]').first().fill(clerk.passphrase);
  await button(LOCK.unlock).click();
  await button(SHELL.lock).waitFor();
}

/** The custodian admits an officer, who types the own passphrase. */
export async function admitOfficer(driver: Driver): Promise<void> {
  const { page, button } = driver;
  await driver.visit('/people');
  await button(PEOPLE.add).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(PEOPLE.name, { exact: true }).fill(OFFICER.name);
  const boxes = dialog.locator('input[type="password"]');
  await boxes.nth(0).fill(OFFICER.passphrase);
  await boxes.nth(1).fill(OFFICER.passphrase);
  await boxes.nth(2).fill(CUSTODIAN.passphrase);
  await dialog.getByRole('button', { name: PEOPLE.actAdd }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(OFFICER.name).first().waitFor();
}

export async function registerEquipment(driver: Driver): Promise<void> {
  const { page, button } = driver;
  await driver.visit('/equipment');
  await button(EQUIPMENT.addDevice).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(EQUIPMENT.label, { exact: true }).fill(DEVICE);
  await dialog.getByRole('button', { name: EQUIPMENT.save }).click();
  await dialog.waitFor({ state: 'detached' });
  await button(EQUIPMENT.addMedium).click();
  await dialog.getByLabel(EQUIPMENT.label, { exact: true }).fill(MEDIUM);
  await dialog.getByRole('button', { name: EQUIPMENT.save }).click();
  await dialog.waitFor({ state: 'detached' });
  await button(EQUIPMENT.connect).click();
  await page.getByText(EQUIPMENT.states.connected).first().waitFor();
}

/** Creates the activity; returns its id. */
export async function createActivity(driver: Driver): Promise<string> {
  const { page, field, button } = driver;
  await driver.visit('/activities/new');
  await field(ACTIVITIES.form.type).selectOption({ index: 1 });
  await field(ACTIVITIES.form.name).fill(ACTIVITY);
  const device = page.getByLabel(DEVICE);
  if ((await device.count()) > 0) await device.first().check();
  await button(ACTIVITIES.form.saveNew).click();
  await page.waitForURL(/\/activities\/[A-Za-z0-9_-]{22}$/);
  return page.url().split('/').at(-1) ?? '';
}

/** 到达、告知、结束 on the field page. */
export async function workOnSite(driver: Driver, activity: string): Promise<void> {
  const { page, button } = driver;
  await driver.visit(`/field/${activity}`);
  await button(new RegExp(FIELD.next.arrived)).click();
  // A press too soon after the last one counts for nothing, lest a double tap signs two acts.
  const next = button(new RegExp(`^${FIELD.next.noticed}`));
  const isSigned = () =>
    button(FIELD.marks.undoOf(MARK.noticed))
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
  do {
    if (await next.isVisible()) await next.click();
  } while (!(await isSigned()));
  const finish = page.getByRole('button', { name: new RegExp(FIELD.next.finished) }).first();
  await finish.waitFor();
  const box = await finish.boundingBox();
  if (box === null) throw new Error('no 结束 in sight');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.waitForTimeout(2_500);
  await page.mouse.up();
}

const quietly = async (): Promise<void> => undefined;

/** A folder of the disk, to be dropped; or the camera of that name on a cable. */
export type IntakeWay = string | { readonly camera: string };

/** Chooses the source, answers no to the question of Art. 19, and puts everything that is there under the activity. */
export async function planIntake(
  driver: Driver,
  activity: string,
  footage: IntakeWay,
  onStep: (name: string) => Promise<void> = quietly,
): Promise<void> {
  const { page, field, button } = driver;
  await driver.visit(`/intake?activity=${activity}`);
  await field(INTAKE.device).selectOption({ label: `${DEVICE}（执法记录仪）` });
  await onStep('intake-source');
  if (typeof footage === 'string') await dropFolder(driver, page.getByTestId('drop-zone'), footage);
  else await button(CAMERA.take(footage.camera)).click();
  await button(INTAKE.secrecyNo).waitFor();
  await onStep('intake-secrecy');
  await button(INTAKE.secrecyNo).click();
  await beginButton(driver).waitFor({ timeout: 120_000 });
  await page.getByRole('checkbox').first().check();
  await field(INTAKE.allTo).selectOption({ index: 1 });
  await onStep('intake-places');
}

const beginButton = ({ page }: Driver) => page.getByRole('button', { name: /^开始采集/ }).first();

/** Starts what was planned; returns when its own page is open. */
export async function beginIntake(driver: Driver): Promise<void> {
  await beginButton(driver).click();
  await driver.page.waitForURL(/\/intake\/[A-Za-z0-9_-]{22}$/);
}

/** Waits for the end of an intake and signs that it is true. */
export async function countersign(driver: Driver): Promise<void> {
  const { page, button } = driver;
  await button(INTAKE.countersign).waitFor({ timeout: 600_000 });
  await button(INTAKE.countersign).click();
  await page.getByText(INTAKE.countersigned).first().waitFor();
}

/** A whole intake. */
export async function takeIn(
  driver: Driver,
  activity: string,
  footage: IntakeWay,
  onStep: (name: string) => Promise<void> = quietly,
): Promise<void> {
  await planIntake(driver, activity, footage, onStep);
  await beginIntake(driver);
  await onStep('intake-running');
  await countersign(driver);
  await onStep('intake-done');
}

export async function store(driver: Driver): Promise<void> {
  const { page } = driver;
  await driver.visit('/store');
  await page.getByRole('combobox', { name: STORE.medium }).selectOption({ index: 1 });
  await page.getByText(STORE.state.connected).first().waitFor();
  await page.getByRole('button', { name: /^存入/ }).first().click();
  await page
    .getByText(/已存入并读回一致/)
    .first()
    .waitFor({ timeout: 600_000 });
}

/** Officer and custodian, one after the other on this PC. Returns the hand-over's id. */
export async function handOver(driver: Driver, onStep: (name: string) => Promise<void>): Promise<string> {
  const { page } = driver;
  await driver.visit('/handover/new');
  await page.getByRole('combobox', { name: HANDOVER.receiver }).selectOption({ label: CUSTODIAN.name });
  await page.getByRole('button', { name: /^核对/ }).first().click();
  await page
    .getByText(/件全部一致/)
    .first()
    .waitFor({ timeout: 600_000 });
  const boxes = page.locator('input[type="password"]');
  await boxes.nth(0).fill(OFFICER.passphrase);
  await boxes.nth(1).fill(CUSTODIAN.passphrase);
  await onStep('handover-signing');
  await page
    .getByRole('button', { name: new RegExp(HANDOVER.act) })
    .last()
    .click();
  await page.waitForURL(/\/handover\/[A-Za-z0-9_-]{22}$/);
  await page.getByText(HANDOVER.state.accepted).first().waitFor();
  return page.url().split('/').at(-1) ?? '';
}

/** Exports the book; returns the downloaded files by name. */
export async function exportBook(driver: Driver): Promise<ReadonlyMap<string, string>> {
  const { page, button } = driver;
  await driver.visit('/station');
  const files = new Map<string, string>();
  const waiting = new Promise<void>((resolve) => {
    page.on('download', async (download) => {
      files.set(download.suggestedFilename(), await download.path());
      if (files.size === 4) resolve();
    });
  });
  await button(STATION.exportAct).click();
  await waiting;
  await expect(page.getByText(STATION.exported(4))).toBeVisible();
  return files;
}
