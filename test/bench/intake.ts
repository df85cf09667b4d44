import { execFile } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type OpenHarness, openHarness, type ServedHarness, serveHarness } from '../browser/harness/serve-harness.ts';
import { watchMemory } from './browser-memory.ts';
import type { Benches, Figure } from './figure.ts';

const run = promisify(execFile);
const MIB = 1024 * 1024;
const BIG = 2048 * MIB;
const SMALL = 400 * MIB;
const NAME = 'recording.mp4';
/** A pair that takes longer than this is measured three times instead of five. */
const LONG_PAIR_MS = 20_000;

interface Stand {
  readonly folder: string;
  readonly scratch: string;
  readonly served: ServedHarness;
  readonly open: OpenHarness;
}

/** Content nobody can compress or guess: every 64 MiB is drawn anew. */
async function makeRecording(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w');
  const block = Buffer.allocUnsafe(64 * MIB);
  for (let at = 0; at < bytes; at += block.length) {
    randomFillSync(block);
    await file.write(block.subarray(0, Math.min(block.length, bytes - at)));
  }
  await file.close();
}

/** A folder with one recording, dropped on the harness page of a browser with a profile on disk. */
async function withStand<T>(bytes: number, work: (stand: Stand) => Promise<T>): Promise<T> {
  const own = await mkdtemp(join(tmpdir(), 'luzheng-bench-'));
  const [folder, scratch, profile] = ['card', 'scratch', 'profile'].map((name) => join(own, name)) as [
    string,
    string,
    string,
  ];
  for (const directory of [folder, scratch, profile]) await mkdir(directory);
  const served = await serveHarness();
  try {
    await makeRecording(join(folder, NAME), bytes);
    const opened = await openHarness(served.url, profile);
    try {
      await opened.dropFolder(folder);
      return await work({ folder, scratch, served, open: opened });
    } finally {
      await opened.close();
    }
  } finally {
    await served.close();
    await rm(own, { recursive: true, force: true });
  }
}

/** Both sides begin with the recording in the page cache and nothing waiting to be written. */
async function level({ folder }: Stand): Promise<void> {
  await run('sync');
  await run('sh', ['-c', `cat "$1" > /dev/null`, 'sh', join(folder, NAME)]);
}

/** Milliseconds of `cp` followed by `openssl dgst` with each algorithm on the copy. */
async function native(stand: Stand, algorithms: readonly string[]): Promise<number> {
  const copy = join(stand.scratch, NAME);
  const script = ['cp "$1" "$2"', ...algorithms.map((name) => `openssl dgst -${name} "$2"`)].join(' && ');
  await level(stand);
  const started = performance.now();
  await run('sh', ['-c', script, 'sh', join(stand.folder, NAME), copy]);
  const ms = performance.now() - started;
  await rm(copy);
  return ms;
}

type Ended = { readonly value: { readonly sizeBytes: number; readonly treeSha256: string }; readonly ms: number };

/** Milliseconds of taking the recording in, measured in the page; throws if it was not taken in whole. */
async function takeIn(stand: Stand, safely: boolean): Promise<number> {
  await level(stand);
  const ended = await stand.open.page.evaluate((asked) => window.footage.copy(asked), {
    name: NAME,
    key: 'one',
    safely,
  });
  if (!('value' in ended)) throw new Error(`${ended.fault} ${JSON.stringify(ended.facts)}`);
  await stand.open.page.evaluate(() => window.footage.purge('one'));
  return ended.ms;
}

interface Pair {
  readonly theirsMs: number;
  readonly oursMs: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

/** Sides in turn, the first pair for warming up. Their time divided by ours: above 1 we are faster. */
async function compare(
  bench: string,
  theirs: () => Promise<number>,
  ours: () => Promise<number>,
  detail: Record<string, unknown>,
): Promise<Figure> {
  await theirs();
  await ours();
  const pairs: Pair[] = [];
  for (let wanted = 5; pairs.length < wanted; ) {
    const pair = { theirsMs: await theirs(), oursMs: await ours() };
    pairs.push(pair);
    if (pair.theirsMs + pair.oursMs > LONG_PAIR_MS) wanted = 3;
  }
  const ratios = pairs.map(({ theirsMs, oursMs }) => theirsMs / oursMs);
  const spread = { min: rounded(Math.min(...ratios)), max: rounded(Math.max(...ratios)) };
  const shown = pairs.map(({ theirsMs, oursMs }) => ({ theirsMs: Math.round(theirsMs), oursMs: Math.round(oursMs) }));
  return { bench, ratio: rounded(median(ratios)), detail: { spread, pairs: shown, bytes: BIG, ...detail } };
}

const READ_BACK = 'after a flush, page cache not excluded';

const intakeDefault = (): Promise<readonly Figure[]> =>
  withStand(BIG, async (stand) => [
    await compare(
      'intake/default',
      () => native(stand, ['sha256', 'sm3']),
      () => takeIn(stand, false),
      { readBack: READ_BACK, against: 'cp && openssl dgst -sha256 && openssl dgst -sm3' },
    ),
  ]);

const safe = (): Promise<readonly Figure[]> =>
  withStand(BIG, async (stand) => [
    await compare(
      'intake/safe',
      () => native(stand, ['sha256']),
      () => takeIn(stand, true),
      { readBack: READ_BACK, against: 'cp && openssl dgst -sha256' },
    ),
  ]);

const disk = (): Promise<readonly Figure[]> =>
  withStand(BIG, async (stand) => {
    const { page } = stand.open;
    const taken = await page.evaluate((asked) => window.footage.copy(asked), { name: NAME, key: 'kept', safely: true });
    if (!('value' in taken)) throw new Error(taken.fault);
    const { treeSha256 } = (taken as unknown as Ended).value;
    const store = async (): Promise<number> => {
      await level(stand);
      const ended = await page.evaluate(([key, tree]) => window.footage.store(key, tree), [
        'kept',
        treeSha256,
      ] as const);
      if (!('value' in ended)) throw new Error(`${ended.fault} ${JSON.stringify(ended.facts)}`);
      return ended.ms;
    };
    const detail = {
      medium: 'a directory of the private file system stands in: headless Chromium grants no write to a real one',
      readBack: 'page cache not excluded',
      against: 'cp && openssl dgst -sha256',
    };
    return [await compare('intake/disk', () => native(stand, ['sha256']), store, detail)];
  });

/** Peak while one recording is taken in by a browser that was just started. */
const peakAt = (bytes: number): Promise<{ readonly peakMB: number; readonly beforeMB: number }> =>
  withStand(bytes, async (stand) => {
    const memory = await watchMemory(join(stand.scratch, '..', 'profile'));
    await takeIn(stand, false);
    return memory.stop();
  });

async function memoryGrowth(): Promise<readonly Figure[]> {
  const pairs = [];
  for (let pair = 0; pair < 3; pair++) pairs.push({ small: await peakAt(SMALL), big: await peakAt(BIG) });
  const ratio = median(pairs.map(({ small, big }) => big.peakMB / small.peakMB));
  const peakMB = median(pairs.map(({ big }) => big.peakMB));
  const detail = { peakMB, measure: 'sum of PSS of all browser processes, 1 MB = 2^20 B', pairs };
  return [{ bench: 'intake/memory-growth', ratio: rounded(ratio), detail }];
}

export const benches: Benches = {
  'intake/default': intakeDefault,
  'intake/safe': safe,
  'intake/disk': disk,
  'intake/memory-growth': memoryGrowth,
};
