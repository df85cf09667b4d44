import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/lib/browser.mjs';
import { inviteLink, toInviteText } from '../../src/domain/invite.ts';
import { toInstant } from '../../src/domain/time.ts';
import { FIRST_RUN } from '../../src/text/first-run.ts';
import { JOINING, SCAN_REFUSAL } from '../../src/text/joining.ts';
import { SYNC } from '../../src/text/sync.ts';
import { SAMPLE_INVITE } from '../doubles/join-desk.ts';
import { filmedScreen } from '../footage/code-video.ts';

const LABEL = JOINING.readInvitation(
  SAMPLE_INVITE.bureauName,
  SYNC.station(SAMPLE_INVITE.inviter.code, SAMPLE_INVITE.inviter.name),
);
let folder: string;
let context: BrowserContext | null = null;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luzheng-scan-'));
});
test.afterEach(async () => {
  await context?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A browser without a bureau, at the choice of ways; its camera is a file, or nobody may use it. */
async function atTheWays(camera: readonly string[], baseURL: string): Promise<Page> {
  const executablePath = await findBrowser();
  context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    args: [...CHROMIUM_FLAGS, '--use-fake-device-for-media-stream', ...camera],
    locale: 'zh-CN',
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(baseURL);
  await page.getByLabel(FIRST_RUN.join).check();
  await page.getByRole('button', { name: JOINING.scan }).click();
  return page;
}

test('an invitation held before the camera is read and named, and the camera is let go', async ({ baseURL }) => {
  test.setTimeout(120_000);
  const secret = 'A'.repeat(43);
  const roomKey = { kty: 'EC', crv: 'P-256', x: secret, y: secret, d: secret } as const;
  const expiresAt = toInstant(Date.now() + 3_600_000);
  const invite = { ...SAMPLE_INVITE, roomKey, secret, expiresAt };
  const film = join(folder, 'screen.mjpeg');
  await filmedScreen(inviteLink('https://luzheng.local:4174', await toInviteText(invite)), film);
  const page = await atTheWays(
    ['--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
    baseURL ?? '',
  );
  await expect(page.getByRole('status').getByText(LABEL)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('video')).toHaveCount(0);
  await page.getByRole('button', { name: JOINING.next }).click();
  await expect(page.getByLabel(FIRST_RUN.stationName)).toBeVisible();
});

test('a camera nobody allows is said, and the other ways stand', async ({ baseURL }) => {
  const page = await atTheWays(['--deny-permission-prompts'], baseURL ?? '');
  await expect(page.getByText(SCAN_REFUSAL['camera-refused'])).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: JOINING.openFile })).toBeVisible();
});
