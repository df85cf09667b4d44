import { expect, type Page, test } from '@playwright/test';

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`/?${query}`);
  await page.locator('h1').waitFor();
}

test('the skip link is first and leads to the page', async ({ page }) => {
  await open(page, 'view=today');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the present page is named, and counts are read out', async ({ page }) => {
  await open(page, 'view=today');
  const here = page.getByRole('navigation').getByRole('link', { name: '今日 5 件待办' }).first();
  await expect(here).toHaveAttribute('aria-current', 'page');
  await expect(page).toHaveTitle('今日 · 录证');
});

test('Ctrl+K finds records and commands by typing', async ({ page }) => {
  await open(page, 'view=today');
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '查找' });
  await expect(box).toBeFocused();
  await page.keyboard.type('宏泰');
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('台账');
  await expect(page.getByRole('option', { name: /打开台账/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=ledger/);
});

test('Esc closes the search and gives the focus back', async ({ page }) => {
  await open(page, 'view=today');
  const button = page.getByRole('link', { name: '开始采集' });
  await button.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox')).toBeHidden();
  await expect(button).toBeFocused();
});

test('Alt and a digit opens that page of the rail', async ({ page }) => {
  await open(page, 'view=today');
  await page.keyboard.press('Alt+5');
  await expect(page).toHaveURL(/view=ledger/);
});

test('F6 goes round the panes', async ({ page }) => {
  await open(page, 'view=today');
  const names: string[] = [];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('F6');
    names.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
  }
  expect(names).toEqual(['主导航', '正文', '保护您的记录和到期的事', '主导航']);
  await page.keyboard.press('Shift+F6');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('保护您的记录和到期的事');
});

test('F1 opens help beside the page, Esc closes it', async ({ page }) => {
  await open(page, 'view=empty');
  await page.keyboard.press('F1');
  const help = page.getByRole('complementary', { name: '本页帮助' });
  await expect(help).toBeFocused();
  await expect(help).toContainText('台账里每一件都由采集自动登记。');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('five words stand below, each large enough for a thumb', async ({ page }) => {
    await open(page, 'view=today');
    const tabs = page.getByRole('navigation').locator('visible=true').locator('a, button');
    await expect(tabs).toHaveText([/今日/, '现场', /检查/, '台账', '更多']);
    for (const tab of await tabs.all()) expect((await tab.boundingBox())?.height).toBeGreaterThanOrEqual(56);
  });

  test('更多 opens all other pages, the foot lines and the lock', async ({ page }) => {
    await open(page, 'view=today');
    await page.getByRole('button', { name: '更多' }).click();
    const sheet = page.getByRole('dialog', { name: '更多页面' });
    for (const name of ['执法活动', '采集 1 件待办', '案卷证据', '打印中心', '人员与设置']) {
      await expect(sheet.getByRole('link', { name })).toBeVisible();
    }
    await expect(sheet.getByText('A 局机关采集室')).toBeVisible();
    await expect(sheet.getByRole('button', { name: '锁定' })).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('more.png') });
  });

  test('what runs is said above the page', async ({ page }) => {
    await open(page, 'view=intake');
    await expect(page.getByRole('link', { name: '采集 62%，约剩 4 分' }).first()).toBeVisible();
  });
});

test('at the height of an installed window every page of the rail is in sight', async ({ page }) => {
  await open(page, 'view=today');
  for (const link of await page.getByRole('navigation').locator('visible=true').getByRole('link').all()) {
    await expect(link).toBeInViewport({ ratio: 1 });
  }
});
