import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { ALIASES } from '../../scripts/lib/aliases.mjs';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/lib/browser.mjs';
import type { SyncHarness } from '../browser/harness/sync.ts';
import type { Benches, Figure } from './figure.ts';

declare global {
  interface Window {
    sync: SyncHarness;
  }
}

/** Sizes can be made smaller to try the bench out; figures count only with these. */
const sizeOf = (name: string, full: number): number => Number(process.env[name] ?? full);
const ENTRIES = sizeOf('BENCH_SYNC_ENTRIES', 20_000);
const MANY = sizeOf('BENCH_SYNC_MANY', 100_000);
const FEW = 1_000;
const PAIRS = 3;
const STEP_PAIRS = 31;
/** Turns before the pairs: a book that was just filled has its database still sorting files behind it for some seconds. */
const STEP_WARMING = 5;
const STEPS = 15;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

/** Pages of so many browser processes, each with a profile on disk: two machines have nothing in common but the link. */
async function withPages<T>(processes: number, work: (pages: readonly Page[]) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'luzheng-sync-'));
  const root = join(process.cwd(), 'test/browser/harness');
  const outDir = join(folder, 'dist');
  const shared = { root, configFile: false, logLevel: 'error' } as const;
  await build({
    ...shared,
    resolve: { alias: ALIASES },
    build: { outDir, modulePreload: { polyfill: false }, rolldownOptions: { input: join(root, 'sync.html') } },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const executablePath = await findBrowser();
  const contexts = await Promise.all(
    Array.from({ length: processes }, (_, i) =>
      chromium.launchPersistentContext(join(folder, `profile-${i}`), {
        args: [...CHROMIUM_FLAGS],
        ...(executablePath === undefined ? {} : { executablePath }),
      }),
    ),
  );
  try {
    const pages = await Promise.all(
      contexts.map(async (context) => {
        const page = context.pages()[0] ?? (await context.newPage());
        page.setDefaultTimeout(0);
        page.on('pageerror', (error) => console.error(error.message));
        await page.goto(`http://localhost:${address.port}/sync.html`);
        await page.waitForFunction(() => window.sync !== undefined);
        return page;
      }),
    );
    return await work(pages);
  } finally {
    for (const context of contexts) await context.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const pageAt = (pages: readonly Page[], i: number): Page => {
  const page = pages[i];
  if (page === undefined) throw new Error('no page');
  return page;
};

async function link(north: Page, south: Page): Promise<void> {
  const offer = await north.evaluate(() => window.sync.offer());
  const answer = await south.evaluate((text) => window.sync.answer(text), offer);
  await north.evaluate((text) => window.sync.finish(text), answer);
}

/** The same bytes over a channel that carries nothing else and does nothing with them. */
async function bare(north: Page, south: Page, bytes: number): Promise<number> {
  const offer = await north.evaluate(() => window.sync.bareOffer());
  const answer = await south.evaluate(([text, size]) => window.sync.bareAnswer(text, size), [offer, bytes] as const);
  await north.evaluate(([text, size]) => window.sync.bareFinish(text, size), [answer, bytes] as const);
  return south.evaluate(() => window.sync.bareArrived());
}

const first = (): Promise<readonly Figure[]> =>
  withPages(2, async (pages) => {
    const [north, south] = [pageAt(pages, 0), pageAt(pages, 1)];
    const [northKey, southKey] = [
      await north.evaluate(() => window.sync.keyOf('north')),
      await south.evaluate(() => window.sync.keyOf('south')),
    ];
    const made = await north.evaluate(([n, key]) => window.sync.northBook(n, key), [ENTRIES, southKey] as const);
    const pairs: { readonly bareMs: number; readonly oursMs: number; readonly wireBytes: number }[] = [];
    for (let pair = 0; pair <= PAIRS; pair++) {
      await south.evaluate(([at, key]) => window.sync.southBook(at, key, false), [made, northKey] as const);
      await link(north, south);
      const oursMs = Math.round(await south.evaluate((count) => window.sync.arrived('south', count), made.count));
      const wireBytes = await south.evaluate(() => window.sync.bytesIn());
      const bareMs = Math.round(await bare(north, south, wireBytes));
      // The first pair warms both sides up.
      if (pair > 0) pairs.push({ bareMs, oursMs, wireBytes });
    }
    const ratios = pairs.map(({ bareMs, oursMs }) => bareMs / oursMs);
    const spread = { min: rounded(Math.min(...ratios)), max: rounded(Math.max(...ratios)) };
    const what =
      'two browser processes; ours with the handshake, signatures examined, counted, on disk with the register';
    const detail = { entries: made.count, entryBytes: made.bytes, spread, pairs, what };
    return [{ bench: 'sync/first', ratio: rounded(median(ratios)), detail }];
  });

/** Both stations in one page, so that one clock measures the way from one book into the other. */
async function bothHere(page: Page, count: number): Promise<void> {
  const keys = {
    north: await page.evaluate(() => window.sync.keyOf('north')),
    south: await page.evaluate(() => window.sync.keyOf('south')),
  };
  const made = await page.evaluate(([n, key]) => window.sync.northBook(n, key), [count, keys.south] as const);
  await page.evaluate(([at, key]) => window.sync.southBook(at, key, true), [made, keys.north] as const);
  await link(page, page);
}

const stepMs = async (page: Page): Promise<number> =>
  median(await page.evaluate((times) => window.sync.steps(times), STEPS));

const stepGrowth = (): Promise<readonly Figure[]> =>
  withPages(2, async (pages) => {
    const [few, many] = [pageAt(pages, 0), pageAt(pages, 1)];
    await bothHere(few, FEW);
    await bothHere(many, MANY);
    const pairs: { readonly fewMs: number; readonly manyMs: number }[] = [];
    for (let turn = 0; turn < STEP_WARMING + STEP_PAIRS; turn++) {
      const pair = { fewMs: await stepMs(few), manyMs: await stepMs(many) };
      if (turn >= STEP_WARMING) pairs.push(pair);
    }
    const ratios = pairs.map(({ fewMs, manyMs }) => manyMs / fewMs);
    const spread = { min: rounded(Math.min(...ratios)), max: rounded(Math.max(...ratios)) };
    const shown = pairs.map(({ fewMs, manyMs }) => ({ fewMs: rounded(fewMs, 1), manyMs: rounded(manyMs, 1) }));
    const what = 'an act signed in one book until it is durable in the other; median of 15 each';
    const detail = { few: FEW, many: MANY, spread, pairs: shown, what };
    return [{ bench: 'sync/step-growth', ratio: rounded(median(ratios)), detail }];
  });

export const benches: Benches = { 'sync/first': first, 'sync/step-growth': stepGrowth };
