import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { faultWords } from '../../src/text/faults.ts';
import { INTAKE } from '../../src/text/intake.ts';
import { beginIntake, countersign, planIntake, store, takeIn } from '../tour/acts.ts';
import { expect, type Office, test } from './office.ts';

/** What can go wrong in the main job, in the built app: each with its words, and nothing lost. */

// Hashing hundreds of megabytes on a busy machine.
test.describe.configure({ timeout: 180_000 });

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

test('same name with other content: two originals; same content twice: one original with two sources', async ({
  office,
}) => {
  const { driver, page } = office;
  const root = card({
    'DCIM/100/REC_0001.MP4': 'first',
    'DCIM/101/REC_0001.MP4': 'another',
    'DCIM/102/COPY.MP4': 'first',
    'DCIM/102/EMPTY.MP4': '',
  });
  await takeIn(driver, office.activity, root);
  await driver.visit('/store');
  await expect(page.getByRole('row').filter({ hasText: 'REC_0001.MP4' })).toHaveCount(2);
  await expect(page.getByRole('row').filter({ hasText: 'EMPTY.MP4' })).toHaveCount(1);
  await expect(page.getByRole('row').filter({ hasText: 'COPY.MP4' })).toHaveCount(0);
  await store(driver);
  expect(await onMedium(office)).toHaveLength(3);
  await driver.visit('/register');
  await page.getByRole('row').filter({ hasText: 'A-1-01' }).getByRole('link').first().click();
  for (const source of ['DCIM/100/REC_0001.MP4', 'DCIM/102/COPY.MP4'])
    await expect(page.getByText(source)).toBeVisible();
});
