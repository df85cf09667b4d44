import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/lib/browser.mjs';
import type { LedgerHarness } from '../browser/harness/ledger.ts';
import { serveHarness } from '../browser/harness/serve-harness.ts';
import type { Benches, Figure } from './figure.ts';

declare global {
  interface Window {
    ledger: LedgerHarness;
  }
}

const ENTRIES = 20_000;
const MANY = 100_000;
const FEW = 1_000;
/** A pair that takes longer than this is measured three times instead of five. */
const LONG_PAIR_MS = 20_000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));
const spreadOf = (ratios: readonly number[]) => ({
  min: rounded(Math.min(...ratios)),
  max: rounded(Math.max(...ratios)),
});

/** Pages of one browser with a profile on disk, so that the book's tables are files as on an office PC. */
async function withPages<T>(work: (openPage: () => Promise<Page>) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'luzheng-ledger-'));
  const served = await serveHarness('ledger.html');
  const executablePath = await findBrowser();
  const context = await chromium.launchPersistentContext(profile, {
    args: [...CHROMIUM_FLAGS],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    return await work(async () => {
      const page = await context.newPage();
      page.setDefaultTimeout(0);
      await page.goto(served.url);
      await page.waitForFunction(() => window.ledger !== undefined);
      return page;
    });
  } finally {
    await context.close();
    await served.close();
    await rm(profile, { recursive: true, force: true });
  }
}

type Pairs = readonly { readonly verifyMs: number; readonly oursMs: number }[];

async function comparePairs(page: Page, tables: 'memory' | 'disk', least: number): Promise<Pairs> {
  const verify = () => page.evaluate(() => window.ledger.verifyAll());
  const receive = () => page.evaluate((where) => window.ledger.receiveAll(where), tables);
  await verify();
  await receive();
  const pairs: { readonly verifyMs: number; readonly oursMs: number }[] = [];
  for (let wanted = least; pairs.length < wanted; ) {
    const pair = { verifyMs: Math.round(await verify()), oursMs: Math.round(await receive()) };
    pairs.push(pair);
    if (pair.verifyMs + pair.oursMs > LONG_PAIR_MS) wanted = Math.min(wanted, 3);
  }
  return pairs;
}

const ratiosOf = (pairs: Pairs): readonly number[] => pairs.map(({ verifyMs, oursMs }) => verifyMs / oursMs);

/**
 * The ledger's own work against the signatures alone: both in memory, because IndexedDB costs more than a signature for each row
 * and is measured by `sync/first`. What it comes to with the tables on disk stands in `detail.onDisk`.
 */
const examine = (): Promise<readonly Figure[]> =>
  withPages(async (openPage) => {
    const page = await openPage();
    const book = await page.evaluate((count) => window.ledger.sign(count), ENTRIES);
    const pairs = await comparePairs(page, 'memory', 5);
    const disk = await comparePairs(page, 'disk', 1);
    const detail = {
      ...book,
      spread: spreadOf(ratiosOf(pairs)),
      pairs,
      onDisk: { ratio: rounded(median(ratiosOf(disk))), pairs: disk },
      ours: 'form, signature, place, clock, authority, verdict and records, in one bundle without details',
      theirs: 'verification of the same signatures, 500 at once',
    };
    return [{ bench: 'ledger/examine', ratio: rounded(median(ratiosOf(pairs))), detail }];
  });

interface GrownBook {
  readonly page: Page;
  readonly kept: { readonly bureau: string; readonly root: string; readonly count: number };
}

async function grow(openPage: () => Promise<Page>, count: number): Promise<GrownBook> {
  const page = await openPage();
  await page.evaluate((entries) => window.ledger.sign(entries), count);
  return { page, kept: await page.evaluate(() => window.ledger.keep()) };
}

/** Each measure in turn on the large and the small book, after one turn for warming up. */
async function growth(
  bench: string,
  measure: (book: GrownBook) => Promise<number>,
  what: string,
): Promise<readonly Figure[]> {
  return withPages(async (openPage) => {
    const few = await grow(openPage, FEW);
    const many = await grow(openPage, MANY);
    // A tab in the background draws once a second, whatever its book costs.
    const inFront = async (book: GrownBook): Promise<number> => {
      await book.page.bringToFront();
      return measure(book);
    };
    const pairs: { readonly fewMs: number; readonly manyMs: number }[] = [];
    for (let turn = 0; turn < 6; turn++) {
      const pair = { fewMs: await inFront(few), manyMs: await inFront(many) };
      if (turn > 0) pairs.push(pair);
    }
    const ratios = pairs.map(({ fewMs, manyMs }) => manyMs / fewMs);
    const shown = pairs.map(({ fewMs, manyMs }) => ({ fewMs: rounded(fewMs, 1), manyMs: rounded(manyMs, 1) }));
    const detail = { few: few.kept.count, many: many.kept.count, spread: spreadOf(ratios), pairs: shown, what };
    return [{ bench, ratio: rounded(median(ratios)), detail }];
  });
}

const openGrowth = (): Promise<readonly Figure[]> =>
  growth(
    'ledger/open-growth',
    ({ page, kept }) => page.evaluate((book) => window.ledger.openToFirstRow(book), kept),
    'tables and book opened, the first 50 rows of the register laid out',
  );

const appendGrowth = (): Promise<readonly Figure[]> =>
  growth(
    'ledger/append-growth',
    async ({ page }) => median(await page.evaluate(() => window.ledger.appendToScreen(15))),
    'one act signed, durable, and laid out: median of 15',
  );

export const benches: Benches = {
  'ledger/examine': examine,
  'ledger/open-growth': openGrowth,
  'ledger/append-growth': appendGrowth,
};
