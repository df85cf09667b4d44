import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { WRITERS } from '../../src/text/equipment.ts';
import { pagesUrl } from './harness/pages.ts';

/** Rules and devices over a bureau in memory that is founded, signed and folded for real. */
const base = pagesUrl('desk');
const thrown: string[] = [];

async function open(page: Page, path: string, who: string): Promise<void> {
  thrown.length = 0;
  page.on('pageerror', (error) => thrown.push(error.message));
  await page.goto(`${base}?path=${path}&who=${who}`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 60_000 });
}

test.afterEach(() => expect(thrown).toEqual([]));

const dialog = (page: Page) => page.getByRole('dialog');

test('the leader’s signature puts the waiting numbers in force, and the sheet says who decided them', async ({
  page,
}) => {
  await open(page, '/rules/parameters', 'zhou');
  const copies = page.getByRole('row').filter({ hasText: '至少几份副本' });
  await expect(copies).toContainText('本局未规定，系统默认值');
  await page.getByRole('button', { name: '签署', exact: true }).click();
  const passphrase = await page.evaluate(() => document.documentElement.dataset.passphrase ?? '');
  await dialog(page).locator('input[type=password]').fill(passphrase);
  await dialog(page).getByRole('button', { name: '签署：同意公布' }).click();
  await expect(dialog(page)).toHaveCount(0, { timeout: 30_000 });
  await expect(copies).toContainText('3 份');
  await expect(copies).toContainText('本局规定');
  await page.getByRole('link', { name: '打印规则参数表' }).click();
  const sheet = page.frameLocator('[data-testid=form-sheet]');
  await expect(sheet.getByRole('row').filter({ hasText: '至少几份副本' }).first()).toContainText('本局规定');
});

test('a lost device is found, given out with its parts, and stands so in the register on paper', async ({ page }) => {
  await open(page, '/equipment/:device', 'wang');
  await expect(page.getByRole('link', { name: 'A-2026-录-1' })).toBeVisible();
  await page.getByRole('button', { name: '归还' }).click();
  await dialog(page).getByRole('button', { name: '签署：收回设备' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: '领用' }).click();
  await dialog(page).getByLabel('交给').selectOption({ label: '李敏' });
  await dialog(page).getByLabel(/^配件/).fill('电池 3 块');
  await dialog(page).getByRole('button', { name: '签署：发出设备' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText('配件：电池 3 块')).toBeVisible();
  await page.getByRole('button', { name: WRITERS.change }).click();
  await dialog(page)
    .getByRole('button', { name: WRITERS.take('Lavf58.29.100') })
    .click();
  await expect(dialog(page).getByLabel(WRITERS.label)).toHaveValue('Lavf58.29.100');
  await dialog(page)
    .getByRole('button', { name: `签署：${WRITERS.act}` })
    .click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText('Lavf58.29.100', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: '打印领用归还表' }).click();
  const sheet = page.frameLocator('[data-testid=form-sheet]');
  const rows = sheet.getByRole('row');
  await expect(rows.filter({ hasText: '遗失、被盗' })).toHaveCount(1);
  await expect(rows.filter({ hasText: '电池 3 块' })).toContainText('李敏');
});

for (const [name, path] of [
  ['the parameters', '/rules/parameters'],
  ['a device', '/equipment/:device'],
  ['the examination', '/examine'],
  ['words that must go', '/spill'],
  ['incidents', '/incidents'],
  ['the witness', '/witness'],
  ['other stations', '/sync'],
] as const) {
  test(`${name}: no accessibility fault that a machine finds`, async ({ page }) => {
    await open(page, path, 'wang');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
}
