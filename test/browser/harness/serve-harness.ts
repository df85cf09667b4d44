import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../../scripts/lib/browser.mjs';
import type { FootageHarness } from './footage.ts';
import { servePages } from './pages.ts';

declare global {
  interface Window {
    footage: FootageHarness;
  }
}

export interface ServedHarness {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds and serves the harness pages for a bench; tests find them served (`pagesUrl`). */
export async function serveHarness(name = 'footage.html'): Promise<ServedHarness> {
  const dir = await mkdtemp(join(tmpdir(), 'luzheng-harness-'));
  const served = await servePages('harness', dir);
  return {
    url: `${served.url}${name}`,
    close: async () => {
      await served.close();
      await rm(dir, { recursive: true, force: true });
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
