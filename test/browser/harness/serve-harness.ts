import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import { CHROMIUM_FLAGS, findBrowser } from '../../../scripts/lib/browser.mjs';
import type { FootageHarness } from './footage.ts';

declare global {
  interface Window {
    footage: FootageHarness;
  }
}

/** Benches are bundled elsewhere, but all are run from the root. */
const ROOT = process.cwd();

export interface ServedHarness {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a harness page with the adapters it imports. Files being edited meanwhile do not disturb it. */
export async function serveHarness(name = 'footage.html'): Promise<ServedHarness> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'luzheng-harness-'));
  const server: ViteDevServer = await createServer({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    cacheDir,
    appType: 'mpa',
    worker: { format: 'es' },
    optimizeDeps: { noDiscovery: true, include: ['hash-wasm', 'valibot', 'dexie', 'jose'] },
    server: { port: 0, host: '127.0.0.1', hmr: false, ws: false, watch: null, preTransformRequests: false },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || address === undefined || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://localhost:${address.port}/test/browser/harness/${name}`,
    close: async () => {
      await server.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}

export interface OpenHarness {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Drops a folder of this machine on the page, as an operator would. */
  dropFolder(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A persistent profile: big files need a private file system on disk, not in memory. */
export async function openHarness(url: string, profile: string): Promise<OpenHarness> {
  const executablePath = await findBrowser();
  const context = await chromium.launchPersistentContext(profile, {
    args: [...CHROMIUM_FLAGS],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  await page.waitForFunction(() => window.footage !== undefined);
  const dropFolder = async (path: string): Promise<void> => {
    const session = await context.newCDPSession(page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 50, y: 50, data });
    await page.waitForFunction(() => window.footage.dropped());
    await session.detach();
  };
  return { context, page, dropFolder, close: () => context.close() };
}
