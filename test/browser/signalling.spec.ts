import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/lib/browser.mjs';
import type {} from './harness/signalling.ts';
import { type ServedApp, serveApp } from './serve-app.ts';

/** Two browser processes at one hub: this PC by localhost, the other by the LAN name and its certificate. */
let dist: string;
let served: ServedApp;
const browsers: Browser[] = [];

test.beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'luzheng-signalling-'));
  await build({
    root: join(process.cwd(), 'test/browser/harness'),
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: dist,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(process.cwd(), 'test/browser/harness/signalling.html') },
    },
  });
  await rename(join(dist, 'signalling.html'), join(dist, 'index.html'));
  served = await serveApp({ dist, host: 'lz-test.local' });
});
test.afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await served.close();
  await rm(dist, { recursive: true });
});

async function open(url: string): Promise<Page> {
  const executablePath = await findBrowser();
  const { site } = served.hub.certificates;
  const key = new X509Certificate(site.certificate).publicKey.export({ type: 'spki', format: 'der' });
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      ...CHROMIUM_FLAGS,
      '--host-resolver-rules=MAP lz-test.local 127.0.0.1',
      // This one certificate is trusted, as after installing it.
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    ],
  });
  browsers.push(browser);
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.signalling !== undefined);
  return page;
}

const standOf = (page: Page) => page.evaluate(() => window.signalling.stand());

test('localhost and the LAN name meet, talk, relay under back-pressure, and find each other again', async () => {
  const here = await open(served.url);
  const reach = await here.evaluate(() => window.signalling.reach());
  expect(reach?.lanOrigin).toBe(`https://lz-test.local:${served.hub.addresses.httpsPort}`);
  const there = await open(reach?.lanOrigin ?? '');
  const secrets = await here.evaluate(() => window.signalling.makeLinkSecrets());
  for (const page of [here, there]) await page.evaluate((given) => window.signalling.enter(given), secrets);
  for (const page of [here, there])
    await expect.poll(() => standOf(page)).toMatchObject({ state: 'on', trouble: null, peers: 1 });

  await here.evaluate(() => window.signalling.say('offer'));
  await expect.poll(() => standOf(there)).toMatchObject({ heard: ['offer'] });

  const frames = 480;
  const receiving = there.evaluate((count) => window.signalling.receive(count), frames);
  await here.evaluate((count) => window.signalling.send(count), frames);
  const { inOrder, bytes } = await receiving;
  expect([inOrder, bytes]).toEqual([true, frames * 64 * 1024]);

  const { httpPort } = served.hub.addresses;
  await served.hub.close();
  await expect.poll(() => standOf(here)).toMatchObject({ state: 'off', trouble: 'no-answer', peers: 0 });
  const again = await serveApp({ dist, host: 'lz-test.local', httpPort });
  await expect.poll(() => standOf(here), { timeout: 40_000 }).toMatchObject({ state: 'on', trouble: null });
  await again.close();
});
