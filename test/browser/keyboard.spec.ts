import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HANDOVER } from '../../src/text/handover.ts';
import { INTAKE } from '../../src/text/intake.ts';
import { STORE } from '../../src/text/store.ts';
import { CUSTODIAN, OFFICER, planIntake } from '../tour/acts.ts';
import { expect, test } from './office.ts';

/** More stops than any page of the main job has. */
const MOST_STOPS = 90;

interface Stop {
  readonly words: string;
  readonly ring: boolean;
}

/** What has the focus, as it would be read out, and whether that can be seen. */
const stopAt = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return { words: '', ring: false };
    const labels = 'labels' in at && at.labels instanceof NodeList ? [...at.labels] : [];
    const words = at.getAttribute('aria-label') ?? labels.map((label) => label.textContent).join('') ?? '';
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return {
      words: (words || at.textContent || '').trim(),
      ring: at.matches(':focus-visible') && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0,
    };
  });

/** Goes on by Tab until it comes to what is called so, which must then be seen to have the focus. Returns how many stops it took. */
async function reach(page: Page, name: RegExp): Promise<number> {
  const passed: string[] = [];
  for (let stops = 0; stops <= MOST_STOPS; stops++) {
    const { words, ring } = await stopAt(page);
    if (name.test(words)) {
      expect(ring, `the focus on ${words} can be seen`).toBe(true);
      return stops;
    }
    passed.push(words.slice(0, 20));
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached: ${name}; passed ${passed.join(' | ')}`);
}

test('footage goes from the card to the custodian, and the receipt to the printer, by keyboard alone', async ({
  office,
}) => {
  const { driver, page } = office;
  const { keyboard } = page;
  const card = mkdtempSync(join(tmpdir(), 'luzheng-card-'));
  writeFileSync(join(card, 'REC_0001.MP4'), 'a clip');
  await planIntake(driver, office.activity, card);

  await reach(page, /^开始采集/);
  await keyboard.press('Enter');
  await expect(driver.button(INTAKE.countersign)).toBeVisible({ timeout: 60_000 });
  await reach(page, new RegExp(`^${INTAKE.countersign}$`));
  await keyboard.press('Enter');
  await expect(page.getByText(INTAKE.countersigned).first()).toBeVisible();
  // What comes next has the focus already.
  await expect(page.getByRole('link', { name: INTAKE.goStore })).toBeFocused();
  await keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: STORE.title })).toBeFocused();
  await reach(page, new RegExp(STORE.medium));
  await keyboard.press('ArrowDown');
  await expect(page.getByText(STORE.state.connected).first()).toBeVisible();
  await reach(page, /^存入/);
  await keyboard.press('Enter');
  await expect(page.getByText(/已存入并读回一致/).first()).toBeVisible({ timeout: 60_000 });
  await reach(page, new RegExp(`^${STORE.goHandover}`));
  await keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await reach(page, new RegExp(`^${HANDOVER.receiver}`));
  await keyboard.press('ArrowDown');
  await reach(page, /^核对/);
  await keyboard.press('Enter');
  await expect(page.getByText(/件全部一致/).first()).toBeVisible({ timeout: 60_000 });
  await reach(page, new RegExp(`^${OFFICER.name}的口令`));
  await keyboard.type(OFFICER.passphrase);
  await reach(page, new RegExp(`^${CUSTODIAN.name}的口令`));
  await keyboard.type(CUSTODIAN.passphrase);
  await reach(page, new RegExp(HANDOVER.act));
  await keyboard.press('Enter');
  await expect(page.getByText(HANDOVER.state.accepted).first()).toBeVisible({ timeout: 60_000 });
  await reach(page, /打印/);
  await keyboard.press('Enter');
  await expect(page.locator('[data-testid=form-sheet]')).toBeVisible();
  rmSync(card, { recursive: true, force: true });
});
