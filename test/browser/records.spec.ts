import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { MediaType, RecordingState } from '../../src/domain/records.ts';
import { PRINT } from '../../src/text/printing.ts';
import { RECORD } from '../../src/text/record.ts';
import { REGISTER } from '../../src/text/register.ts';
import { pagesUrl } from './harness/pages.ts';

/** The register, one recording and the printing pages over a book in memory with real signatures: 462 recordings. */
const origin = pagesUrl('records').replace(/\/$/, '');

test.describe.configure({ mode: 'parallel' });

const ALL = 462;

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
}

/** Follows a link as the router does, so that the book in memory stays. */
async function follow(page: Page, href: string): Promise<void> {
  await page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    document.querySelector('main')?.append(link);
    link.click();
  }, href);
  await page.waitForURL((url) => url.pathname + url.search === href);
}

const find = (page: Page, state: RecordingState, mediaType: MediaType): Promise<RecordingId> =>
  page.evaluate(
    async ([inState, ofType]) => {
      const query = { text: '', from: null, to: null, officer: null, matter: null, device: null };
      const sorted = { sort: 'capturedAt', descending: true } as const;
      const { rows } = await window.office.desk.records.register(
        { ...query, ...sorted, state: inState },
        { offset: 0, limit: 500 },
      );
      const row = rows.find((one) => one.mediaType === ofType);
      if (row === undefined) throw new Error(`no ${ofType} ${inState}`);
      return row.id;
    },
    [state, mediaType] as const,
  );

/** What the book says was looked at of a recording, first to last. */
const reviewed = (page: Page, id: RecordingId): Promise<readonly (readonly [number, number])[]> =>
  page.evaluate(async (asked) => {
    const record = await window.office.desk.records.get('recording', asked);
    return (record?.custody ?? []).flatMap(({ kind, played }) =>
      kind === 'reviewed' && played !== null ? [[played.fromSec, played.toSec] as const] : [],
    );
  }, id);

test('the list grows as it is scrolled, and never holds more than was asked for', async ({ page }) => {
  await open(page, '/register?n=14');
  const grid = page.getByRole('grid', { name: REGISTER.list });
  await expect(grid).toHaveAttribute('aria-rowcount', '201');
  await expect(page.getByText(REGISTER.more(200, ALL))).toBeVisible();
  for (const rows of [400, ALL]) {
    await grid.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect(grid).toHaveAttribute('aria-rowcount', String(rows + 1));
  }
  expect(await page.getByRole('row').count()).toBeLessThan(80);
});

test('the box in the head selects all that match, listed or not; a filter lets go of the selection', async ({
  page,
}) => {
  await open(page, '/register?n=14');
  const selected = (n: number) => page.getByText(`已选 ${n} 件`, { exact: true });
  await page.getByRole('grid').getByRole('checkbox').first().click();
  await expect(selected(ALL)).toBeVisible();
  await page.getByRole('grid').getByRole('checkbox').nth(1).click();
  await expect(selected(ALL - 1)).toBeVisible();
  await page.getByLabel(REGISTER.filter.state, { exact: true }).selectOption('buffered');
  await expect(selected(ALL - 1)).toBeHidden();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await expect(selected(33)).toBeVisible();
});

test('filters stand in the address: going back from a recording finds them, and a word takes one away', async ({
  page,
}) => {
  await open(page, '/register?n=14&state=in-custody');
  await page.getByLabel(REGISTER.filter.text).fill('陆浑');
  await page.keyboard.press('Enter');
  const counts = page.getByText(/^共 462 件，筛出 \d+ 件$/);
  await expect(counts).toBeVisible();
  const found = await counts.textContent();
  await page.getByRole('row').nth(3).click();
  await page.waitForURL(/\/register\/[0-9a-f]{64}$/);
  await page.goBack();
  await expect(page.getByLabel(REGISTER.filter.text)).toHaveValue('陆浑');
  await expect(counts).toHaveText(found ?? '');
  await page.getByRole('button', { name: '去掉 状态 在库' }).click();
  await expect(page).not.toHaveURL(/state=/);
  await expect(counts).not.toHaveText(found ?? '');
  await page.getByLabel(REGISTER.filter.text).fill('没有这样的');
  await expect(page.getByText(REGISTER.nothing)).toBeVisible();
});

test('selected copies are checked per medium; one that is not plugged in can be connected and checked', async ({
  page,
}) => {
  await open(page, '/register?n=14&state=in-custody');
  await page.getByRole('grid').getByRole('checkbox').nth(1).click();
  await page.getByRole('button', { name: REGISTER.check, exact: true }).click();
  const round = (medium: string) => page.getByRole('region', { name: `复核，介质“${medium}”` });
  await expect(round('移动硬盘 YP-03').getByText('1 件全部一致，已签名入账')).toBeVisible();
  await round('采集站硬盘 YP-05').getByRole('button', { name: '连接这个介质' }).click();
  await expect(round('采集站硬盘 YP-05').getByText('1 件全部一致，已签名入账')).toBeVisible();
});

test('the catalogue is exported by the custodian only, signed into the book', async ({ page }) => {
  await open(page, '/register?n=14');
  await expect(page.getByRole('button', { name: REGISTER.exportCsv })).toHaveCount(0);
  await open(page, '/register?n=14&seat=custodian');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: REGISTER.exportCsv }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  await expect(page.getByText(REGISTER.exported(ALL)).first()).toBeVisible();
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.trimEnd().split('\r\n')).toHaveLength(ALL + 1);
  expect(text).toContain(`"'=河洛“特许”砂石,合作社"`);
});

test('every stretch of one’s own footage that plays is in the chain; leaving ends one', async ({ page }) => {
  await open(page, '/register?n=3');
  const id = await find(page, 'buffered', 'video');
  await follow(page, `/register/${id}`);
  await expect(page.locator('video')).toHaveCount(0);
  await page.getByRole('button', { name: RECORD.review.open }).click();
  const video = page.locator('video');
  await expect(video).toHaveJSProperty('readyState', 4);
  expect(await reviewed(page, id)).toEqual([]);
  // The clip lasts two seconds; a busy machine must not play it to its end before the test has pressed anything.
  await video.evaluate((player: HTMLVideoElement) => {
    player.playbackRate = 0.25;
  });
  await page.getByRole('button', { name: RECORD.review.play, exact: true }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5);
  await page.getByRole('button', { name: RECORD.review.pause, exact: true }).click();
  await expect.poll(() => reviewed(page, id)).toHaveLength(1);
  const [[from, to] = [Number.NaN, Number.NaN]] = await reviewed(page, id);
  expect(from).toBe(0);
  expect(to).toBeGreaterThanOrEqual(0.5);
  // From the slider, Space belongs to the player; so do the arrows, five seconds each.
  await page.getByRole('slider', { name: RECORD.review.position }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(video).toHaveJSProperty('currentTime', 0);
  await page.keyboard.press('Space');
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);
  await page.getByRole('link', { name: RECORD.register, exact: true }).first().click();
  await page.waitForURL(/\/register$/);
  await expect.poll(() => reviewed(page, id)).toHaveLength(2);
  expect((await reviewed(page, id))[1]?.[0]).toBe(0);
});

test('the player names who looks, hands out no copy and has no menu of the browser', async ({ page }) => {
  await open(page, '/register?n=3');
  await follow(page, `/register/${await find(page, 'buffered', 'video')}`);
  await page.getByRole('button', { name: RECORD.review.open }).click();
  await expect(page.getByText(/^张建国 2026-03-05 16:4\d 采集核对$/)).toBeVisible();
  await expect(page.locator('video[controls], a[download], a[href^="blob:"]')).toHaveCount(0);
  const menu = await page.locator('video').evaluate((video) => {
    const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    return video.dispatchEvent(event);
  });
  expect(menu).toBe(false);
});

test('a photograph is logged before it is shown, once', async ({ page }) => {
  await open(page, '/register?n=3');
  const id = await find(page, 'buffered', 'photo');
  await follow(page, `/register/${id}`);
  await page.getByRole('button', { name: RECORD.review.openPhoto }).click();
  await expect(page.getByRole('img', { name: RECORD.review.photo })).toBeVisible();
  expect(await reviewed(page, id)).toEqual([[0, 0]]);
});

test('after hand-over, in another window, or for another person the player stays locked and says why', async ({
  page,
}) => {
  await open(page, '/register?n=4');
  await follow(page, `/register/${await find(page, 'in-custody', 'video')}`);
  await expect(page.getByText(/第十六条批准并登记，本版尚未提供/)).toBeVisible();
  await expect(page.getByRole('button', { name: RECORD.review.open })).toHaveCount(0);
  await open(page, '/register?n=2&seat=custodian');
  await follow(page, `/register/${await find(page, 'buffered', 'video')}`);
  await expect(page.getByText(/只有采集人本人可以核对/)).toBeVisible();
  await expect(page.locator('video, img')).toHaveCount(0);
});

test('what the browser can’t play is said and not logged; a derivative of it plays, says what it is, and is gone after', async ({
  page,
}) => {
  await open(page, '/register?n=3&unplayable');
  const id = await find(page, 'buffered', 'video');
  await follow(page, `/register/${id}?unplayable`);
  await page.getByRole('button', { name: RECORD.review.open }).click();
  await expect(page.getByText(RECORD.review.cannotPlay)).toBeVisible();
  expect(await reviewed(page, id)).toEqual([]);
  await page.getByRole('button', { name: RECORD.review.derive.offer }).click();
  await expect(page.getByText(RECORD.review.derive.name)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(RECORD.review.derive.from(id))).toBeVisible();
  await expect(page.getByText(RECORD.review.derive.mark, { exact: true })).toBeVisible();
  await expect(page.locator('video')).toHaveJSProperty('readyState', 4);
  await expect(page.locator('a[download], a[href^="blob:"]')).toHaveCount(0);
  await page.getByRole('button', { name: RECORD.review.play, exact: true }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);
  expect(await derivedFiles(page)).toEqual([`${id}.mp4`]);
  await page.getByRole('link', { name: RECORD.register, exact: true }).first().click();
  await expect.poll(() => reviewed(page, id)).toHaveLength(1);
  await expect.poll(() => derivedFiles(page)).toEqual([]);
});

/** What lies in the folder of derivatives of this page's bureau. */
const derivedFiles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const own = await root.getDirectoryHandle(`luzheng-${window.office.desk.book.bureau}`);
    const names: string[] = [];
    for await (const name of (await own.getDirectoryHandle('derived')).keys()) names.push(name);
    return names;
  });

test('footage is put under another activity with a signature, and gets its next number', async ({ page }) => {
  await open(page, '/register?n=3');
  const id = await find(page, 'buffered', 'video');
  await follow(page, `/register/${id}`);
  await page.getByRole('button', { name: RECORD.relink }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(RECORD.link.activity, { exact: true }).selectOption({ index: 2 });
  await dialog.getByRole('button', { name: /签署/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('录像 A-2026-录-2-34');
  await expect(page.getByText('变更归属')).toBeVisible();
});

test('a print is signed before the print window opens, and a reprint says so on the sheet', async ({ page }) => {
  await open(page, '/register?n=4');
  const id = await find(page, 'in-custody', 'video');
  await follow(page, `/print/F10/${id}`);
  const sheet = page.frameLocator('[data-testid=form-sheet]');
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('证据保管链（流转）记录');
  const printed = () =>
    page.evaluate(async (asked) => {
      const record = await window.office.desk.records.get('recording', asked);
      return (record?.custody ?? []).filter(({ kind }) => kind === 'printed').length;
    }, id);
  // What the book holds at the moment the print window opens.
  const atPrint: number[] = [];
  await page.exposeFunction('atPrint', async () => void atPrint.push(await printed()));
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('[data-testid=form-sheet]');
    const note = (window as unknown as { atPrint: () => Promise<void> }).atPrint;
    Object.defineProperty(frame?.contentWindow, 'print', { value: () => void note() });
  });
  expect(await printed()).toBe(0);
  await page.getByRole('button', { name: PRINT.print, exact: true }).click();
  await expect(page.getByText(PRINT.printed(1)).first()).toBeVisible();
  expect(await printed()).toBe(1);
  await expect(sheet.getByText('第 2 次打印')).toHaveCount(0);
  await page.getByRole('button', { name: PRINT.pdf }).click();
  await expect(page.getByText(PRINT.printed(2)).first()).toBeVisible();
  await expect(sheet.getByText('第 2 次打印')).toBeVisible();
  await expect.poll(() => atPrint).toEqual([1, 2]);
});

test('the preview is the sheet at its true size', async ({ page }) => {
  await open(page, '/print/F1/original?n=1');
  const frame = page.getByTestId('form-sheet');
  // 297 mm at 96 dots to the inch.
  await expect.poll(async () => (await frame.boundingBox())?.width).toBe(1123);
  expect((await frame.boundingBox())?.height).toBeGreaterThan(793);
  expect(await frame.evaluate((one: HTMLIFrameElement) => one.contentWindow?.innerWidth)).toBe(1123);
});
