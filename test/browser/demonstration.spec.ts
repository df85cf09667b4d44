import { expect, test } from '@playwright/test';

/** Hundreds of signed acts: what the other stories do in all. */
const LOADING = { timeout: 240_000 };
test.setTimeout(300_000);

test('the demonstration: loaded at first use, marked on every page, judged as its table says, left and deleted', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: '先看演示' }).click();
  await expect(page.getByRole('progressbar', { name: '装入演示数据' })).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('已取消，没有留下任何东西。')).toBeVisible();
  await page.getByRole('button', { name: '先看演示' }).click();

  await expect(page.getByText('每个人的口令都是：演示口令 2020')).toBeVisible(LOADING);
  await expect(page.getByText('演示数据 均为虚构')).toBeVisible();
  await page.getByLabel('您是谁').selectOption({ label: '钱芳' });
  await page.getByRole('textbox', { name: '口令' }).fill('演示口令 2020');
  await page.getByRole('button', { name: '进入', exact: true }).click();
  const rail = page.getByRole('navigation', { name: '主导航' });
  await rail.getByRole('link', { name: /^合规提示/ }).click();
  await expect(page.getByText('共 51 件')).toBeVisible(LOADING);
  await expect(page.getByText('演示数据，均为虚构，与本局台账无关。')).toBeVisible();
  await rail.getByRole('link', { name: /^采集/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '演示中不办这件事' })).toBeVisible();

  // What is not on this PC is said, not left blank.
  await page.evaluate(() => {
    history.pushState({}, '', '/handover/nosuchhandover');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(page.getByRole('heading', { level: 1, name: '没有这张移交单' })).toBeVisible();

  // A form says so itself, whatever paper it comes onto.
  await rail.getByRole('link', { name: /^打印中心/ }).click();
  await page
    .getByRole('link', { name: /原文版/ })
    .first()
    .click();
  await expect(page.frameLocator('[data-testid=form-sheet]').getByText('演示数据 均为虚构')).toBeAttached();

  await page.getByRole('button', { name: '离开演示' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '这台电脑是第一次使用' })).toBeVisible();
  await page.getByRole('button', { name: '删除演示数据' }).click();
  await expect(page.getByText('演示数据已删除。')).toBeVisible();
  await expect(page.getByRole('button', { name: '先看演示' })).toBeVisible();
  const kept = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of (root as unknown as { keys: () => AsyncIterable<string> }).keys()) names.push(name);
    return [names, (await indexedDB.databases()).map(({ name }) => name ?? '')];
  });
  // The list itself stays, and is empty.
  expect(kept).toEqual([[], expect.arrayContaining(['luzheng-origin', 'luzheng-demonstration'])]);
  expect(kept[1]).toHaveLength(2);
});
