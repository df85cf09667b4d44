import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const VIEWS = [
  'today',
  'intake',
  'trouble',
  'ledger',
  'record',
  'access',
  'empty',
  'parts',
  'forms',
  'field',
  'cue',
  'first',
];

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`/?${query}`);
  await page.locator('h1, p').first().waitFor();
}

for (const theme of ['light', 'dark']) {
  for (const view of VIEWS) {
    test(`${view} in ${theme} has no serious finding`, async ({ page }) => {
      await open(page, `view=${view}&theme=${theme}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
      expect(grave.map((v) => [v.id, v.nodes.map((n) => [n.target.join(' '), n.failureSummary])])).toEqual([]);
    });
  }
}

for (const [width, height] of [
  [360, 740],
  [683, 384],
  [760, 600],
  [960, 600],
  [1093, 557],
  [1366, 696],
  [1920, 1000],
] as const) {
  test(`no page scrolls sideways at ${width}×${height}, in any font size`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const size of ['standard', 'largest']) {
      for (const view of VIEWS) {
        await open(page, `view=${view}&size=${size}`);
        const over = await page.evaluate(() =>
          [document.documentElement, document.body, ...document.querySelectorAll('main')]
            .map((box) => box.scrollWidth - box.clientWidth)
            .reduce((a, b) => Math.max(a, b)),
        );
        expect(over, `${view} ${size}`).toBeLessThanOrEqual(0);
      }
    }
  });
}

test('every act can be reached by keyboard, and its focus is seen', async ({ page }) => {
  for (const view of ['today', 'parts', 'forms', 'access', 'first']) {
    await open(page, `view=${view}`);
    const wanted = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')].filter(
          (el) => el.tabIndex >= 0 && el.checkVisibility() && !(el instanceof HTMLInputElement && el.type === 'radio'),
        ).length,
    );
    const seen = new Set<string>();
    for (let i = 0; i < wanted + 40; i++) {
      await page.keyboard.press('Tab');
      const mark = await page.evaluate(() => {
        const el = document.activeElement;
        if (!(el instanceof HTMLElement) || el === document.body) return undefined;
        if (el instanceof HTMLInputElement && el.type === 'radio') return undefined;
        el.dataset.stop ??= String(Math.random());
        const ringed = (node: Element | null): boolean =>
          node !== null && getComputedStyle(node).outlineStyle !== 'none';
        return { id: el.dataset.stop, tag: el.tagName, ring: ringed(el) || ringed(el.closest('label')) };
      });
      if (mark === undefined) continue;
      expect(mark.ring, `${view} ${mark.tag}`).toBe(true);
      if (['A', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'SUMMARY'].includes(mark.tag)) seen.add(mark.id);
    }
    expect(seen.size, view).toBe(wanted);
  }
});

test('with reduced motion nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'view=record');
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});

test('forced colours keep every frame and every word', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, 'view=parts');
  for (const words of ['违规', '疑似', '提示', '已记录', '草稿'])
    await expect(page.getByText(words, { exact: true }).first()).toBeVisible();
  const frame = await page.getByText('3 台设备未采集').evaluate((tag) => getComputedStyle(tag).borderTopWidth);
  expect(frame).toBe('1px');
});
