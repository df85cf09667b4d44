import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { EQUIPMENT } from '../../src/text/equipment.ts';
import { faultWords } from '../../src/text/faults.ts';
import { INTAKE } from '../../src/text/intake.ts';
import { APP } from '../../src/text/pages.ts';
import { STORE } from '../../src/text/store.ts';
import { beginIntake, countersign, OFFICER, planIntake, store, takeIn, unlock } from '../tour/acts.ts';
import { driverOf } from '../tour/driver.ts';
import { checkpoints } from './buffer.ts';
import { expect, type Office, test } from './office.ts';

/** What can go wrong in the main job, in the built app: each with its words, and nothing lost. */

// Hashing hundreds of megabytes on a busy machine.
test.describe.configure({ mode: 'parallel', timeout: 180_000 });

const MEBIBYTE = 1024 * 1024;
const cards: string[] = [];
test.afterEach(() => {
  for (const card of cards.splice(0)) rmSync(card, { recursive: true, force: true });
});

/** A folder on the disk of this machine. A number stands for so many bytes, nearly all of them holes. */
function card(files: Readonly<Record<string, string | number>>): string {
  const root = mkdtempSync(join(tmpdir(), 'luzheng-card-'));
  cards.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : path);
    if (typeof content === 'number') truncateSync(join(root, path), content);
  }
  return root;
}

/** What may be kept under this address: so many bytes more than there are now; null lifts the limit. */
async function limitStorage({ context, page, baseURL }: Office, moreBytes: number | null): Promise<void> {
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const cdp = await context.newCDPSession(page);
  const quota = moreBytes === null ? {} : { quotaSize: used + moreBytes };
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: baseURL, ...quota });
}

const trouble = ({ page }: Office, code: string) =>
  page.getByRole('alert').filter({ hasText: faultWords(code).happened });
/** One line of the list of files that were set aside, with its reason. */
const setAside = ({ page }: Office, name: string, code: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ hasText: faultWords(code).happened });
/** Lines of what is in the book and only in the buffer so far. */
const inBuffer = async ({ page, driver }: Office, name: string) => {
  await driver.visit('/store');
  return page.getByRole('row').filter({ hasText: name });
};

test('a full disk stops an intake; what is done is in the book, and it goes on once there is room', async ({
  office,
}) => {
  const { driver, page } = office;
  await planIntake(driver, office.activity, card({ 'A.MP4': MEBIBYTE, 'B.MP4': 96 * MEBIBYTE }));
  await limitStorage(office, 24 * MEBIBYTE);
  await beginIntake(driver);
  await expect(trouble(office, 'buffer-full')).toBeVisible({ timeout: 60_000 });
  await driver.shot('disk-full');
  const stopped = page.url();
  await expect(await inBuffer(office, 'A.MP4')).toBeVisible();
  await limitStorage(office, null);
  await driver.visit(new URL(stopped).pathname);
  await driver.button(INTAKE.resume).click();
  await countersign(driver);
  await expect(await inBuffer(office, 'B.MP4')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'A.MP4' })).toHaveCount(1);
});

test('files that shrink, grow or vanish are set aside with the reason, the rest is taken in; what was read whole counts', async ({
  office,
}) => {
  const { driver, page } = office;
  // Names in the order in which they are read; each is touched while it is far from its end.
  const root = card({
    'A.MP4': 'whole',
    'B-VANISHES.MP4': 64 * MEBIBYTE,
    'C-GROWS.MP4': 256 * MEBIBYTE,
    'D-SHRINKS.MP4': 256 * MEBIBYTE,
    'Y-GONE.MP4': 'never read',
    'Z.MP4': 'whole too',
  });
  await planIntake(driver, office.activity, root);
  await beginIntake(driver);
  const read = midway(page);
  await read();
  // A file that is open stays readable to its end on this system: all its bytes are here, so they count.
  rmSync(join(root, 'B-VANISHES.MP4'));
  rmSync(join(root, 'Y-GONE.MP4'));
  await read();
  appendFileSync(join(root, 'C-GROWS.MP4'), 'more');
  await read();
  truncateSync(join(root, 'D-SHRINKS.MP4'), 5);
  await expect(setAside(office, 'SHRINKS.MP4', 'item-changed')).toBeVisible({ timeout: 60_000 });
  await expect(setAside(office, 'GROWS.MP4', 'item-changed')).toBeVisible();
  await expect(setAside(office, 'GONE.MP4', 'item-gone')).toBeVisible();
  await expect(page.getByText(INTAKE.doneSome(3, 3))).toBeVisible();
  await driver.shot('set-aside');
  for (const whole of ['A.MP4', 'B-VANISHES.MP4', 'Z.MP4']) await expect(await inBuffer(office, whole)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'GROWS' })).toHaveCount(0);
});

/** Returns each time when another copy has come to a checkpoint: it is being read, and far from its end. */
function midway(page: Page): () => Promise<void> {
  const seen = new Set<string>();
  return async () => {
    const fresh = async () => (await checkpoints(page)).filter((name) => !seen.has(name));
    await expect.poll(fresh, { timeout: 60_000, intervals: [20] }).not.toEqual([]);
    for (const name of await checkpoints(page)) seen.add(name);
  };
}

test('a pulled card stops the intake where it is; put back, it goes on', async ({ office }) => {
  const { driver } = office;
  const root = card({ 'A.MP4': 'first', 'B.MP4': 320 * MEBIBYTE, 'C.MP4': 'last' });
  await planIntake(driver, office.activity, root);
  await beginIntake(driver);
  await midway(office.page)();
  renameSync(root, `${root}-pulled`);
  const pulled = office.page.getByRole('alert').filter({ hasText: INTAKE.pulled('source-gone', '').trim() });
  await expect(pulled).toBeVisible({ timeout: 60_000 });
  await driver.shot('pulled');
  renameSync(`${root}-pulled`, root);
  await driver.button(INTAKE.resume).click();
  await countersign(driver);
  for (const name of ['A.MP4', 'B.MP4', 'C.MP4']) await expect(await inBuffer(office, name)).toHaveCount(1);
});

/** Every file on the stand-in medium, by its path. */
const onMedium = ({ page }: Office): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const paths: string[] = [];
    const walk = async (directory: FileSystemDirectoryHandle, above: string): Promise<void> => {
      for await (const [name, handle] of directory.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${above}${name}/`);
        else paths.push(above + name);
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen-medium'), '');
    return paths.filter((path) => path !== 'luzheng-medium.json').sort();
  });

/** Names that Windows, FAT or a path could stumble over; all of them can stand on a card. */
const TRICKS = [
  '..%2F..%2Fboot.MP4',
  'CON.MP4',
  'aux',
  'a:b?c*d|e<f>g".MP4',
  'C:\\Windows\\evil.MP4',
  'ends with dot.',
  ' leading and trailing ',
  '\u202Egpj.MP4',
  'new\nline.MP4',
  '.hidden.MP4',
  '录像（一）　第1段.MP4',
  `${'长'.repeat(80)}.MP4`,
];

test('names with path tricks are kept in the book and stored under safe ones; a name twice is two originals, a content twice is one', async ({
  office,
}) => {
  const { driver, page } = office;
  await takeIn(driver, office.activity, card(Object.fromEntries(TRICKS.map((name, i) => [name, `content ${i}`]))));
  const twice = card({
    'DCIM/100/REC_0001.MP4': 'first',
    'DCIM/101/REC_0001.MP4': 'another',
    'DCIM/102/COPY.MP4': 'first',
    'DCIM/102/EMPTY.MP4': '',
  });
  await takeIn(driver, office.activity, twice);
  await driver.visit('/store');
  await expect(page.getByRole('row').filter({ hasText: 'REC_0001.MP4' })).toHaveCount(2);
  await expect(page.getByRole('row').filter({ hasText: 'EMPTY.MP4' })).toHaveCount(1);
  await expect(page.getByRole('row').filter({ hasText: 'COPY.MP4' })).toHaveCount(0);
  await store(driver);
  const paths = await onMedium(office);
  expect(paths).toHaveLength(TRICKS.length + 3);
  for (const path of paths) {
    for (const part of path.split('/')) {
      expect(part).toMatch(/^[^<>:"|?*\\/\p{Cc}\p{Cf}]+$/u);
      expect(part).not.toMatch(/^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
    }
  }
  await driver.visit('/register');
  await expect(page.getByText(`共 ${TRICKS.length + 3} 件`)).toBeVisible();
  const first = page.getByRole('row').filter({ hasText: `A-1-${TRICKS.length + 1}` });
  await first.getByRole('link').first().click();
  for (const source of ['DCIM/100/REC_0001.MP4', 'DCIM/102/COPY.MP4'])
    await expect(page.getByText(source)).toBeVisible();
});

/** Puts a mark, or nothing, in the root of the stand-in medium, as if another disk lay there. */
const swapMedium = ({ page }: Office, mark: object | null): Promise<void> =>
  page.evaluate(async (text) => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('chosen-medium', { recursive: true });
    if (text === null) return;
    const other = await root.getDirectoryHandle('chosen-medium', { create: true });
    const file = await (await other.getFileHandle('luzheng-medium.json', { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }, mark && JSON.stringify(mark));

const medium = ({ page }: Office) => page.getByRole('combobox', { name: STORE.medium });

test('a full medium, one that is not plugged in, one of another bureau: said, nothing lost, nothing written where it does not belong', async ({
  office,
}) => {
  const { driver, page } = office;
  await takeIn(driver, office.activity, card({ 'A.MP4': 'first', 'B.MP4': 40 * MEBIBYTE }));
  await driver.visit('/store');
  await limitStorage(office, 16 * MEBIBYTE);
  await medium(office).selectOption({ index: 1 });
  await page.getByRole('button', { name: /^存入/ }).first().click();
  // The page is left while it goes on, and tells how it ended to whoever comes back.
  await driver.visit('/register');
  await driver.visit('/store');
  await expect(trouble(office, 'medium-full')).toBeVisible({ timeout: 60_000 });
  await driver.shot('medium-full');
  // What is stored counts, the rest stays in the buffer.
  await expect(page.getByRole('row').filter({ hasText: 'B.MP4' })).toBeVisible();
  await limitStorage(office, null);
  // One way on, not two alike.
  const alarm = trouble(office, 'medium-full');
  await expect(alarm.getByRole('button', { name: /^存入/ })).toHaveCount(1);
  await alarm.getByRole('button', { name: /^存入/ }).click();
  await expect(page.getByText(STORE.done(1, 1))).toBeVisible({ timeout: 60_000 });
  expect(await onMedium(office)).toHaveLength(2);

  await takeIn(driver, office.activity, card({ 'C.MP4': 'third' }));
  // An empty folder is not taken for a medium that holds footage already.
  await swapMedium(office, null);
  await connectAgain(office, EQUIPMENT.states.missing, STORE.refusal['medium-unmarked']);
  await swapMedium(office, { format: 'luzheng-medium', version: 1, bureau: 'another', medium: 'other', label: 'X' });
  await connectAgain(office, EQUIPMENT.states.foreign, STORE.refusal['medium-foreign']);
  await driver.shot('foreign-medium');
  expect(await onMedium(office)).toEqual([]);
});

/** The medium stands so in the register of equipment; connecting it is refused in these words, and the file stays where it is. */
async function connectAgain(office: Office, state: string, refusal: string): Promise<void> {
  const { driver, page } = office;
  await driver.visit('/equipment');
  await expect(page.getByText(state).first()).toBeVisible();
  await driver.visit('/store');
  await medium(office).selectOption({ index: 1 });
  await driver.button(STORE.connect).click();
  await expect(page.getByText(refusal)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'C.MP4' })).toBeVisible();
}

test('a clock that was set back is said and put on record; what is signed keeps its order', async ({ locked }) => {
  const { page, driver, context } = locked;
  const yesterday = new Date(Date.now() - 24 * 3_600_000);
  await page.clock.install({ time: yesterday });
  await driver.go('/');
  await unlock(driver, OFFICER);
  await expect(page.getByText(APP.clockBack)).toBeVisible();
  await driver.shot('clock-back');
  await takeIn(driver, locked.activity, card({ 'A.MP4': 'first' }));
  // A page of its own has the true clock again.
  const later = driverOf(context, await context.newPage(), locked.baseURL);
  await page.close();
  await later.page.clock.setSystemTime(new Date());
  await later.go('/');
  await unlock(later, OFFICER);
  await expect(later.page.getByText(APP.clockBack)).toBeHidden();
  await later.visit('/store');
  await expect(later.page.getByRole('row').filter({ hasText: 'A.MP4' })).toBeVisible();
});
