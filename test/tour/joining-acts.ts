import { expect } from '@playwright/test';
import { FIRST_RUN } from '../../src/text/first-run.ts';
import { INVITING, JOINING, KEY_REQUEST } from '../../src/text/joining.ts';
import { SYNC } from '../../src/text/sync.ts';
import { type Clerk, CUSTODIAN } from './acts.ts';
import type { Driver } from './driver.ts';

/** Two PCs becoming one bureau, by what is written on their screens. */

export interface StationName {
  readonly code: string;
  readonly name: string;
}

export const SECOND_PC: StationName = { code: 'B', name: '伊河管理站' };

/** The custodian at the first PC gives out an invitation; returns its text. */
export async function invite(driver: Driver): Promise<string> {
  await driver.visit('/sync/invite');
  await driver.button(INVITING.start).click();
  const box = driver.page.getByLabel(INVITING.text, { exact: true });
  await box.waitFor();
  return box.inputValue();
}

/** The second PC knocks with an invitation; returns the six digits on its screen. */
export async function knock(driver: Driver, invitation: string, station: StationName): Promise<string> {
  const { page, button, field } = driver;
  await page.getByLabel(FIRST_RUN.join).check();
  await field(JOINING.paste).fill(invitation);
  await button(JOINING.next).click();
  await field(FIRST_RUN.stationName).fill(station.name);
  await page.getByLabel(FIRST_RUN.code, { exact: true }).fill(station.code);
  await button(JOINING.ask).click();
  const digits = page.getByTestId('join-digits');
  await digits.waitFor({ timeout: 60_000 });
  return ((await digits.textContent()) ?? '').trim();
}

/** The custodian compares the digits and signs. */
export async function admitPc(driver: Driver, station: StationName, digits: string): Promise<void> {
  const { page } = driver;
  const sheet = page.getByRole('region', { name: INVITING.asks(SYNC.station(station.code, station.name)) });
  await sheet.waitFor({ timeout: 30_000 });
  await expect(sheet.getByText(digits, { exact: true })).toBeVisible();
  await sheet.locator('input[type="password"]').fill(CUSTODIAN.passphrase);
  await sheet.getByRole('button', { name: INVITING.act(station.code) }).click();
  await page.getByText(INVITING.admitted(SYNC.station(station.code, station.name))).waitFor({ timeout: 30_000 });
}

/** Waits until the book is there, then goes to the lock page. */
export async function enterJoined(driver: Driver): Promise<void> {
  await driver.button(JOINING.enter).click({ timeout: 60_000 });
  await driver.page.getByRole('heading', { name: KEY_REQUEST.title }).waitFor();
}

/** A member makes a key on this PC, at its lock page. */
export async function askForKey(driver: Driver, clerk: Clerk): Promise<void> {
  const { page, button } = driver;
  const open = page.getByRole('button', { name: KEY_REQUEST.start });
  if ((await page.getByRole('heading', { name: KEY_REQUEST.title }).count()) === 0) await open.click();
  const sheet = page.getByRole('region', { name: KEY_REQUEST.title });
  await sheet.getByRole('radio', { name: clerk.name }).check();
  const boxes = sheet.locator('input[type="password"]');
  await boxes.nth(0).fill(clerk.passphrase);
  await boxes.nth(1).fill(clerk.passphrase);
  await button(KEY_REQUEST.act).click();
  await page.getByText(KEY_REQUEST.asked([clerk.name])).waitFor({ timeout: 30_000 });
}

/** The custodian admits, from another PC, a key that waits. */
export async function admitKey(driver: Driver, clerk: Clerk): Promise<void> {
  const { page } = driver;
  await driver.visit('/people');
  const waiting = page.getByRole('button', { name: new RegExp(`^同意 ${clerk.name}`) });
  await waiting.click({ timeout: 30_000 });
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type="password"]').fill(CUSTODIAN.passphrase);
  await dialog.getByRole('button', { name: KEY_REQUEST.admitAct }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** What the page says of another station: its cells by their columns. */
export async function peerLine(driver: Driver, station: StationName): Promise<Readonly<Record<string, string>>> {
  const row = driver.page.getByRole('row', { name: new RegExp(`^${station.code} ${station.name}`) });
  return row
    .locator('td')
    .evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((cell) => [cell.getAttribute('data-column') ?? '', (cell.textContent ?? '').trim()]),
      ),
    );
}

/** Waits until the page says that the two books are the same. */
export async function waitInStep(driver: Driver, station: StationName): Promise<void> {
  await driver.visit('/sync');
  await expect
    .poll(async () => (await peerLine(driver, station))[SYNC.columns.state], { timeout: 60_000 })
    .toBe(SYNC.inStep);
}
