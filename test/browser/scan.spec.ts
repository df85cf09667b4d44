import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import type {} from './harness/scan.ts';
import { type ServedApp, serveApp } from './serve-app.ts';

/** Built and served as the app is: with its chunks, its worker, and the content security policy of the hub. */
let dist: string;
let served: ServedApp;

test.beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'luzheng-scan-'));
  const page = join(process.cwd(), 'test/browser/harness/scan.html');
  await build({
    root: join(process.cwd(), 'test/browser/harness'),
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: dist, assetsInlineLimit: 0, modulePreload: { polyfill: false }, rolldownOptions: { input: page } },
  });
  await rename(join(dist, 'scan.html'), join(dist, 'index.html'));
  served = await serveApp({ dist });
});
test.afterAll(async () => {
  await served.close();
  await rm(dist, { recursive: true });
});

test('a filmed invite is read under the policy of the hub, from our own origin alone', async ({ page }) => {
  const asked: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()));
  await page.goto(served.url);
  await page.waitForFunction(() => window.scan !== undefined);
  const link = `https://luzheng-pc1.local:4174/join#LZ1.${'Zk3_a-9'.repeat(90)}`;
  const first = await page.evaluate((text) => window.scan.read(text), link);
  expect(first.texts).toEqual([link]);
  expect(await page.evaluate(() => window.scan.read('二〇二六'))).toMatchObject({ texts: ['二〇二六'] });
  expect(asked.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
  expect(asked.filter((url) => !url.startsWith(`${served.url}/`))).toEqual([]);
  expect(refused).toEqual([]);
});
