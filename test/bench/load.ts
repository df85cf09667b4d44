import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Response } from '@playwright/test';
import { CHROMIUM_FLAGS } from '../../scripts/lib/browser.mjs';
import { serveApp } from '../browser/serve-app.ts';
import type { Benches, Figure } from './figure.ts';

const BUDGET_BYTES = 150_000;

interface Script {
  readonly path: string;
  readonly gzippedBytes: number;
}

const isScript = (response: Response): boolean => /javascript|wasm/.test(response.headers()['content-type'] ?? '');

/** The moment the first screen stands: a heading or a field of the app can be seen. In ms after navigation began. */
function firstScreen(): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      const marks = document.querySelectorAll<HTMLElement>('h1, h2, form, main');
      if ([...marks].some((mark) => mark.getClientRects().length > 0 && mark.textContent.trim() !== ''))
        resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}

/**
 * Every script the page asked for until its first screen stood: entry, its preloads, workers started on the way. Service
 * workers are off: what they fetch in advance keeps nobody waiting.
 */
async function scriptsBeforeFirstScreen(
  browser: Browser,
  url: string,
): Promise<{ scripts: Script[]; firstScreenMs: number }> {
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'zh-CN' });
  const page = await context.newPage();
  const responses: Response[] = [];
  context.on('response', (response) => {
    if (isScript(response)) responses.push(response);
  });
  await page.goto(url, { waitUntil: 'commit' });
  const firstScreenMs = await page.evaluate(firstScreen);
  // What comes later is not waited for by anybody.
  const before = [...responses];
  const scripts: Script[] = [];
  for (const response of before) {
    const body = await response.body();
    scripts.push({ path: new URL(response.url()).pathname, gzippedBytes: gzipSync(body, { level: 9 }).byteLength });
  }
  await context.close();
  return { scripts, firstScreenMs };
}

async function script(): Promise<readonly Figure[]> {
  const served = await serveApp();
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) });
  try {
    const { scripts, firstScreenMs } = await scriptsBeforeFirstScreen(browser, served.url);
    if (scripts.length === 0) throw new Error('no script was fetched: the app did not start');
    const bytes = scripts.reduce((sum, { gzippedBytes }) => sum + gzippedBytes, 0);
    const detail = { gzippedBytes: bytes, firstScreenMs: Math.round(firstScreenMs), scripts };
    return [{ bench: 'load/script', ratio: Number((bytes / BUDGET_BYTES).toFixed(3)), detail }];
  } finally {
    await browser.close();
    await served.close();
  }
}

export const benches: Benches = { 'load/script': script };
