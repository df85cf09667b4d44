import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/lib/browser.mjs';
import type { RulesHarness } from '../browser/harness/rules.ts';
import { serveHarness } from '../browser/harness/serve-harness.ts';
import type { Benches, Figure } from './figure.ts';

declare global {
  interface Window {
    rules: RulesHarness;
  }
}

const FEW = 100;
const MANY = 10_000;
const TURNS = 15;
const PAIRS = 5;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

interface Grown {
  readonly page: Page;
  readonly activities: number;
  readonly first: Awaited<ReturnType<RulesHarness['judgeAll']>>;
}

async function grow(openPage: () => Promise<Page>, activities: number): Promise<Grown> {
  const page = await openPage();
  await page.evaluate((count) => window.rules.grow(count), activities);
  return { page, activities, first: await page.evaluate(() => window.rules.judgeAll()) };
}

async function measure({ page, activities }: Grown): Promise<{ readonly board: number; readonly page: number }> {
  await page.bringToFront();
  const times = await page.evaluate(([turns, among]) => window.rules.rejudgeOne(turns, among), [
    TURNS,
    activities,
  ] as const);
  return { board: median(times.map(({ board }) => board)), page: median(times.map((one) => one.page)) };
}

async function withPages<T>(work: (openPage: () => Promise<Page>) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'luzheng-rules-'));
  const served = await serveHarness('rules.html');
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
      await page.waitForFunction(() => window.rules !== undefined);
      return page;
    });
  } finally {
    await context.close();
    await served.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** One activity changes and is judged anew, among 10,000 with 100,000 recordings and among 100. */
const growth = (): Promise<readonly Figure[]> =>
  withPages(async (openPage) => {
    const few = await grow(openPage, FEW);
    const many = await grow(openPage, MANY);
    const pairs: { readonly few: number; readonly many: number; readonly pageRatio: number }[] = [];
    for (let turn = 0; turn <= PAIRS; turn++) {
      const [small, large] = [await measure(few), await measure(many)];
      // The first turn warms up.
      if (turn > 0) pairs.push({ few: small.board, many: large.board, pageRatio: large.page / small.page });
    }
    const ratios = pairs.map((pair) => pair.many / pair.few);
    const detail = {
      few: { activities: FEW, ...few.first, ms: rounded(few.first.ms, 0) },
      many: { activities: MANY, recordings: MANY * 10, ...many.first, ms: rounded(many.first.ms, 0) },
      pairs: pairs.map((pair) => ({ fewMs: rounded(pair.few, 2), manyMs: rounded(pair.many, 2) })),
      spread: { min: rounded(Math.min(...ratios)), max: rounded(Math.max(...ratios)) },
      ownPage: rounded(median(pairs.map(({ pageRatio }) => pageRatio))),
      what: 'a step is marked; the board of findings is brought up: median of 15. `ms` is the first judgement of everything',
    };
    return [{ bench: 'rules/growth', ratio: rounded(median(ratios)), detail }];
  });

export const benches: Benches = { 'rules/growth': growth };
