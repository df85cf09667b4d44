import { expect } from '@playwright/test';
import { FIRST_RUN } from '../../src/text/first-run.ts';
import { HANDOVER } from '../../src/text/handover.ts';
import { BY_HAND, INVITING, KEY_REQUEST } from '../../src/text/inviting.ts';
import { JOINING } from '../../src/text/joining.ts';
import { KIT } from '../../src/text/kit.ts';
import { SYNC } from '../../src/text/sync.ts';
import { type Clerk, CUSTODIAN, unlock } from './acts.ts';
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

/** Two texts carried between two PCs of the bureau: one makes an offer, the other answers, the first takes the answer. */
export async function linkByHand(first: Driver, second: Driver): Promise<void> {
  await first.visit('/sync');
  await first.visit('/sync/by-hand');
  await second.visit('/sync/by-hand');
  await first.button(BY_HAND.offer).click();
  const offer = first.page.getByLabel(BY_HAND.offerText, { exact: true });
  await offer.waitFor({ timeout: 60_000 });
  await second.field(BY_HAND.given).fill(await offer.inputValue());
  await second.button(BY_HAND.answer).click();
  const answer = second.page.getByLabel(BY_HAND.back, { exact: true });
  await answer.waitFor({ timeout: 60_000 });
  await first.field(BY_HAND.answerText).fill(await answer.inputValue());
  await first.page.getByRole('button', { name: BY_HAND.finish, exact: true }).click();
  await first.page.getByText(BY_HAND.connected).waitFor({ timeout: 60_000 });
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

/** The officer gives; the custodian sits at another PC. Returns the hand-over's id. */
export async function giveOver(driver: Driver, giver: Clerk): Promise<string> {
  const { page } = driver;
  await driver.visit('/handover/new');
  await page.getByRole('combobox', { name: HANDOVER.receiver }).selectOption({ label: CUSTODIAN.name });
  await page.getByLabel(HANDOVER.onlyGive).check();
  await page.getByRole('button', { name: /^核对/ }).first().click();
  await page
    .getByText(/件全部一致/)
    .first()
    .waitFor({ timeout: 600_000 });
  await page.locator('input[type="password"]').first().fill(giver.passphrase);
  await page
    .getByRole('button', { name: KIT.sign.act(HANDOVER.actGive) })
    .last()
    .click();
  await page.waitForURL(/\/handover\/[A-Za-z0-9_-]{22}$/);
  return page.url().split('/').at(-1) ?? '';
}

/** The custodian finds it waiting at the second PC and takes it by what the giver's station signed. */
export async function receiveThere(driver: Driver, handover: string, onStep: () => Promise<void>): Promise<void> {
  const { page } = driver;
  await driver.visit('/handover');
  await page.getByText(HANDOVER.state.waiting).first().waitFor({ timeout: 60_000 });
  await driver.visit(`/handover/${handover}`);
  await page.getByRole('radio', { name: /^资料不在这里/ }).check();
  await page.locator('input[type="password"]').first().fill(CUSTODIAN.passphrase);
  await onStep();
  await page.getByRole('button', { name: KIT.sign.act(HANDOVER.actAccept) }).click();
  await page.getByText(HANDOVER.state.accepted).first().waitFor({ timeout: 60_000 });
}

/** From an invitation to the custodian sitting at the second PC. */
export async function joinSecond(
  first: Driver,
  second: Driver,
  onStep: (name: string) => Promise<void>,
): Promise<void> {
  const invitation = await invite(first);
  await first.shot('invite');
  await second.go('/');
  const digits = await knock(second, invitation, SECOND_PC);
  await onStep('join-digits');
  await admitPc(first, SECOND_PC, digits);
  await first.shot('admitted');
  await enterJoined(second);
  await askForKey(second, CUSTODIAN);
  await onStep('key-asked');
  await admitKey(first, CUSTODIAN);
  await unlock(second, CUSTODIAN);
}
