import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from './scripts/lib/browser.mjs';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

// The workers read this file again: they must come to the same port and the same browser as the runner.
process.env.LUZHENG_TEST_PORT ??= String(await freePort());
process.env.LUZHENG_TEST_HTTPS_PORT ??= String(await freePort());
// A hub remembers what was founded under its addresses: each run has its own.
if (process.env.LUZHENG_TEST_DIR === undefined) {
  const dir = mkdtempSync(join(tmpdir(), 'luzheng-test-hub-'));
  process.env.LUZHENG_TEST_DIR = dir;
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
}
const browser = await findBrowser();
if (browser) process.env.CHROMIUM_PATH = browser;
const port = process.env.LUZHENG_TEST_PORT;

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/browser/global-setup.ts',
  outputDir: 'test-results',
  forbidOnly: process.env.CI === 'true',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    // Recording every act costs a tenth of the run; `--trace on` asks for it.
    trace: 'off',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: CHROMIUM_FLAGS,
    },
  },
  webServer: {
    // The built app through the hub, as users get it. It has its own folder for name and certificate.
    command: 'node scripts/start.mjs',
    url: `http://localhost:${port}/luzheng/health`,
    env: {
      PORT: port,
      HTTPS_PORT: process.env.LUZHENG_TEST_HTTPS_PORT,
      LUZHENG_DIR: process.env.LUZHENG_TEST_DIR,
      LUZHENG_KEEP_PACKAGES: '1',
    },
    reuseExistingServer: false,
    timeout: 180_000,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
