import { expect } from '@playwright/test';
import type { Role } from '../../src/domain/role.ts';
import { DELEGATION, LEAVE, RESEAT, SECOND } from '../../src/text/membership.ts';
import { ROLE } from '../../src/text/nouns.ts';
import { PEOPLE } from '../../src/text/people.ts';
import type { Clerk } from '../tour/acts.ts';
import type { Driver } from '../tour/driver.ts';

/** Acts on who belongs to the bureau, by what is written on the screens. */

/** `by` admits somebody who types the own passphrase here; the dialog closes, whether another one has to sign or not. */
export async function admitHere(driver: Driver, by: Clerk, clerk: Clerk, roles: readonly Role[]): Promise<void> {
  const { page, button } = driver;
  await driver.visit('/people');
  await button(PEOPLE.add).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(PEOPLE.name, { exact: true }).fill(clerk.name);
  for (const role of Object.keys(ROLE) as Role[])
    await dialog.getByRole('checkbox', { name: ROLE[role] }).setChecked(roles.includes(role));
  const boxes = dialog.locator('input[type="password"]');
  await boxes.nth(0).fill(clerk.passphrase);
  await boxes.nth(1).fill(clerk.passphrase);
  await boxes.nth(2).fill(by.passphrase);
  await dialog.getByRole('button', { name: PEOPLE.actAdd }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Signs, as the second person, what waits about somebody. */
export async function signSecond(driver: Driver, by: Clerk, about: string): Promise<void> {
  const { page } = driver;
  await driver.visit('/people');
  await page.getByRole('button', { name: new RegExp(`^${SECOND.confirm}：.*${about}`) }).click({ timeout: 60_000 });
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type="password"]').fill(by.passphrase);
  await dialog.getByRole('button', { name: SECOND.confirmAct }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function delegateTo(driver: Driver, by: Clerk, to: Clerk): Promise<void> {
  const { page, button } = driver;
  await driver.visit('/people');
  await button(DELEGATION.give).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: DELEGATION.to }).selectOption({ label: to.name });
  await dialog.locator('input[type="password"]').fill(by.passphrase);
  await dialog.getByRole('button', { name: DELEGATION.act }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect(page.getByRole('row', { name: new RegExp(`${to.name}.*${DELEGATION.states.now}`) })).toBeVisible();
}

export async function removeFrom(driver: Driver, by: Clerk, leaver: Clerk): Promise<void> {
  const { page, button } = driver;
  await driver.visit('/people');
  const opener = button(LEAVE.personTitle(leaver.name));
  const dialog = page.getByRole('dialog');
  // Whoever thinks better of it is where they were.
  await opener.click();
  await dialog.getByRole('radio').first().waitFor();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await opener.click();
  await dialog.getByRole('radio').first().check();
  await dialog.locator('input[type="password"]').fill(by.passphrase);
  await dialog.getByRole('button', { name: LEAVE.personTitle(leaver.name) }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** At the lock page, with the paper: two persons of the register, with new passphrases. */
export async function reseat(driver: Driver, paper: string, seats: readonly [Clerk, Clerk]): Promise<void> {
  const { page, button, field } = driver;
  await button(RESEAT.start).click();
  await field(RESEAT.paper).fill(paper);
  for (const [index, title] of [RESEAT.persons.one, RESEAT.persons.two].entries()) {
    const clerk = seats[index];
    if (clerk === undefined) continue;
    const sheet = page.getByRole('region', { name: title });
    await sheet.getByRole('combobox', { name: RESEAT.who }).selectOption({ label: clerk.name });
    const boxes = sheet.locator('input[type="password"]');
    await boxes.nth(0).fill(clerk.passphrase);
    await boxes.nth(1).fill(clerk.passphrase);
  }
  await button(RESEAT.act).click();
  await page.getByText(RESEAT.done(seats.map(({ name }) => name).join('、'))).waitFor({ timeout: 60_000 });
}
