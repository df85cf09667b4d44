import { expect, type Locator, type Page, test } from '@playwright/test';

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`/?view=ledger&${query}`);
  await page.getByRole('grid').waitFor();
}

const grid = (page: Page): Locator => page.getByRole('grid', { name: '台账' });
/** The first words of the row the grid names as active. */
const active = (page: Page): Promise<string | undefined> =>
  grid(page).evaluate((el) => {
    const id = el.getAttribute('aria-activedescendant');
    return id === null
      ? undefined
      : (document.getElementById(id)?.querySelector('a')?.textContent ?? 'not in the document');
  });

test('keys move, open and select, and the selection bar counts', async ({ page }) => {
  await open(page, 'stay');
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  expect(await active(page)).toBe('A-37-03');
  await page.keyboard.press('Space');
  await expect(page.getByText('已选 4 件', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('已选 3 件', { exact: true })).toBeVisible();
  await page.keyboard.press('End');
  expect(await active(page)).toBe('A-33-01');
  await page.keyboard.press('Enter');
  await expect(page.locator('#opened')).toHaveText('A-33-01');
  await page.keyboard.press('Home');
  expect(await active(page)).toBe('A-37-03');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+a');
  await expect(page.getByText('已选 12 件', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '取消选择' }).click();
  await expect(page.getByText('已选 12 件', { exact: true })).toBeHidden();
});

test('a row click opens, its box selects, shift selects a range', async ({ page }) => {
  await open(page, 'stay');
  await page
    .getByRole('row', { name: /A-36-06/ })
    .getByText('录像')
    .click();
  await expect(page.locator('#opened')).toHaveText('A-36-06');
  await page.getByRole('checkbox', { name: '选 A-37-03' }).click();
  await expect(page.locator('#opened')).toHaveText('A-36-06');
  await page.getByRole('checkbox', { name: '选 A-36-05' }).click({ modifiers: ['Shift'] });
  for (const no of ['A-37-03', 'A-37-02', 'A-37-01', 'A-36-06', 'A-36-05']) {
    await expect(page.getByRole('checkbox', { name: `选 ${no}` })).toBeChecked();
  }
});

test('on a phone the columns that are left fit, and a row is high enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'stay');
  await expect
    .poll(() => grid(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
    .toBeLessThanOrEqual(0);
  await expect(page.getByRole('columnheader').last()).toBeInViewport();
  const row = await page.getByRole('row', { name: /A-36-06/ }).boundingBox();
  expect(row?.height).toBeGreaterThanOrEqual(56);
});

test('one column carries the sort sign, and asks to turn it', async ({ page }) => {
  await open(page, 'stay');
  await expect(page.getByRole('columnheader', { name: '拍摄时间' })).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('button', { name: '拍摄时间' }).click();
  await expect(page.getByRole('columnheader', { name: '拍摄时间' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('row').nth(1)).toContainText('A-33-01');
  await page.getByRole('button', { name: '时长' }).click();
  await expect(page.locator('[aria-sort]')).toHaveCount(1);
});

test.describe('with 100,000 rows', () => {
  test('only what is in sight is in the document, to the last row', async ({ page }) => {
    await open(page, 'rows=100000');
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '100001');
    expect(await page.locator('tbody tr').count()).toBeLessThan(60);
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect(page.getByRole('row', { name: /A-1011-10/ })).toBeVisible();
    expect(await active(page)).toBe('A-1011-10');
    expect(await page.locator('tbody tr').count()).toBeLessThan(60);
    const box = await page.getByRole('row', { name: /A-1011-10/ }).boundingBox();
    const frame = await grid(page).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0) + 1);
    await page.keyboard.press('Home');
    await expect(page.getByRole('row', { name: /A-1-01/ }).first()).toBeVisible();
    const first = await page.getByRole('row').nth(1).boundingBox();
    const head = await page.getByRole('row').first().boundingBox();
    expect(first?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);
  });

  test('it scrolls without long frames', async ({ page }) => {
    await open(page, 'rows=100000');
    const frames = await grid(page).evaluate(async (el) => {
      const gaps: number[] = [];
      let last = performance.now();
      for (let i = 0; i < 120; i++) {
        el.scrollTop += 900;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        gaps.push(now - last);
        last = now;
      }
      return gaps.toSorted((a, b) => a - b);
    });
    const median = frames[Math.floor(frames.length / 2)] ?? Number.NaN;
    console.log(`scroll frames: median ${median.toFixed(1)} ms, worst ${frames.at(-1)?.toFixed(1)} ms`);
    expect(median).toBeLessThan(50);
  });

  test('a narrow window draws no more rows than a wide one', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, 'rows=100000');
    expect(await page.locator('tbody tr').count()).toBeLessThan(70);
  });
});
