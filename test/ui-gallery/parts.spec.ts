import { expect, type Locator, type Page, test } from '@playwright/test';

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`/?${query}`);
  await page.locator('h1, p').first().waitFor();
}

const live = (page: Page): Locator => page.locator('[aria-live="assertive"]');

test.describe('a button that cannot work yet', () => {
  test('can be reached, and answers with what is missing', async ({ page }) => {
    await open(page, 'view=parts');
    const button = page.getByRole('button', { name: '核对完毕，去移交' });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await button.focus();
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(live(page)).toContainText('还差 2 个环节、1 份说明');
    await expect(button).toHaveAccessibleDescription('还差 2 个环节、1 份说明');
  });

  test('as a link leads nowhere', async ({ page }) => {
    await open(page, 'view=parts');
    const url = page.url();
    await page.getByRole('button', { name: '链接也会说' }).click({ force: true });
    expect(page.url()).toBe(url);
    await expect(live(page)).toContainText('要先登记');
  });
});

test('a button whose act is under way ignores a second press', async ({ page }) => {
  await open(page, 'view=parts');
  const button = page.getByRole('button', { name: /慢的一件/ });
  await button.dblclick();
  await expect(button).toHaveText('慢的一件 1');
  await expect(button).not.toHaveAttribute('aria-busy', 'true');
  await button.click();
  await expect(button).toHaveText('慢的一件 2');
});

test('a dialog keeps the focus, closes by Esc and gives the focus back', async ({ page }) => {
  await open(page, 'view=parts');
  const opener = page.getByRole('button', { name: '打开窗口' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '换一台设备' });
  await expect(dialog).toBeVisible();
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test.describe('forms', () => {
  test('a field is checked when it is left, not while typing', async ({ page }) => {
    await open(page, 'view=forms');
    const date = page.getByLabel('计划日期', { exact: true });
    await date.pressSequentially('2026-02-30');
    await expect(page.getByText('没有这一天')).toBeHidden();
    await page.keyboard.press('Tab');
    await expect(page.getByText('没有这一天')).toBeVisible();
    await expect(date).toHaveAttribute('aria-invalid', 'true');
    await expect(date).toHaveAccessibleDescription(/没有这一天/);
    await expect(date).toHaveValue('2026-02-30');
    await date.fill('2026年3月5日');
    await expect(page.getByText('没有这一天')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByText('没有这一天')).toBeHidden();
    await expect(date).toHaveValue('2026-03-05');
  });

  test('brackets of a document number are put right on leaving', async ({ page }) => {
    await open(page, 'view=forms');
    const box = page.getByLabel(/文号/);
    await box.fill('洛水政[2020]22号');
    await box.blur();
    await expect(box).toHaveValue('洛水政〔2020〕22号');
  });

  test('submit lists every fault, takes the focus there, and each leads to its field', async ({ page }) => {
    await open(page, 'view=forms');
    await page.getByRole('button', { name: '登记' }).last().click();
    const list = page.getByRole('alert').filter({ hasText: '处要改' });
    await expect(list).toContainText('有 6 处要改');
    await expect(list).toBeFocused();
    await list.getByRole('link', { name: '电池容量' }).click();
    await expect(page.getByRole('radio', { name: '满' })).toBeFocused();
    await list.getByRole('link', { name: '姓名' }).click();
    await expect(page.getByLabel('姓名')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(list).toBeFocused();
  });

  test('a choice that can’t be made says why and stays unmade', async ({ page }) => {
    await open(page, 'view=forms');
    const low = page.getByRole('radio', { name: '不足' });
    await low.click({ force: true });
    await expect(low).not.toBeChecked();
    await expect(low).toHaveAccessibleDescription('先充电');
    await page.getByRole('radio', { name: '满' }).click();
    await expect(page.getByRole('radio', { name: '满' })).toBeChecked();
  });
});

test.describe('signing', () => {
  test('Enter in the passphrase goes to the button and never signs, held down neither', async ({ page }) => {
    await open(page, 'view=access');
    await page.getByLabel('刘志远的口令').fill('right');
    await page.keyboard.down('Enter');
    for (let i = 0; i < 5; i++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await expect(page.getByRole('button', { name: '签署：同意查阅' })).toBeFocused();
    await page.waitForTimeout(300);
    await expect(page.locator('#signed')).toHaveText('0');
    await page.getByRole('button', { name: '签署：同意查阅' }).click();
    await expect(page.locator('#signed')).toHaveText('1');
    await expect(page.getByLabel('刘志远的口令')).toHaveValue('');
  });

  test('two persons sign in two fields, and the button names who is missing', async ({ page }) => {
    await open(page, 'view=access&two');
    await page.getByLabel('刘志远的口令').fill('right');
    await expect(page.getByText('还差王海涛的口令')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('王海涛的口令')).toBeFocused();
    await page.keyboard.type('wrong');
    await page.getByRole('button', { name: '签署：同意查阅' }).click();
    await expect(page.getByText('口令不对，还可以试 4 次')).toBeVisible();
    await expect(page.locator('#signed')).toHaveText('0');
    await expect(page.getByLabel('王海涛的口令')).toHaveValue('');
  });
});

test.describe('the hold button', () => {
  const ended = (page: Page): Locator => page.locator('#ended');

  test('a short press does nothing but say so', async ({ page }) => {
    await open(page, 'view=field');
    await page.getByRole('button', { name: /结束/ }).click({ delay: 800 });
    await expect(live(page)).toContainText('结束要按住 2 秒才算');
    await expect(ended(page)).toHaveText('0');
  });

  test('held for two seconds it acts once, by pointer and by key', async ({ page }) => {
    await open(page, 'view=field');
    const button = page.getByRole('button', { name: /结束/ });
    await button.click({ delay: 2_600 });
    await expect(ended(page)).toHaveText('1');
    await button.focus();
    await page.keyboard.down('Space');
    await expect(ended(page)).toHaveText('2', { timeout: 4_000 });
    await page.keyboard.up('Space');
    await page.keyboard.press('Enter');
    await expect(ended(page)).toHaveText('2');
  });

  test('a click without a pointer needs a second one', async ({ page }) => {
    await open(page, 'view=field');
    const button = page.getByRole('button', { name: /结束/ });
    await button.evaluate((el: HTMLElement) => el.click());
    await expect(live(page)).toContainText('再按一次，结束');
    await expect(ended(page)).toHaveText('0');
    await button.evaluate((el: HTMLElement) => el.click());
    await expect(ended(page)).toHaveText('1');
  });
});

test.describe('digests', () => {
  test('the whole is copied, and shown where the clipboard is refused', async ({ page }) => {
    await open(page, 'view=record');
    await page.getByRole('button', { name: '复制 SM3 全文' }).click();
    await expect(page.getByText('已复制').last()).toBeVisible();
    await open(page, 'view=record&no-clipboard');
    await page.getByRole('button', { name: '复制 SM3 全文' }).click();
    await expect(page.getByText(`c19e04b7${'a1'.repeat(24)}6a22f83d`)).toBeVisible();
  });
});

test('a deadline that comes near is said once for each step, and so is the end of a job', async ({ page }) => {
  await open(page, 'view=parts');
  const polite = page.locator('[aria-live="polite"]');
  const onward = page.getByRole('button', { name: '拨快半小时' });
  await onward.click();
  await expect(polite).toContainText('采集：不到 1 小时，今日 17:00 截止');
  await page.getByRole('button', { name: '做完' }).click();
  await expect(polite).toContainText('核验：已完成');
  await onward.click();
  await expect(polite).toContainText('核验：已完成');
  await onward.click();
  await expect(polite).toContainText('采集：期限已过，今日 17:00 截止');
});

test('the calendar of a date field opens without a fault and is no stop of its own', async ({ page }) => {
  const faults: Error[] = [];
  page.on('pageerror', (error) => faults.push(error));
  await open(page, 'view=forms');
  await page.getByRole('button', { name: '选日期，计划日期' }).click();
  const native = page.locator('input[type="date"]');
  await expect(native).toHaveAttribute('tabindex', '-1');
  await native.evaluate((box: HTMLInputElement) => {
    box.value = '2026-03-09';
    box.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page.getByLabel('计划日期', { exact: true })).toHaveValue('2026-03-09');
  expect(faults).toEqual([]);
});
