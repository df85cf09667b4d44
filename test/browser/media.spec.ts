import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import type { MediaFacts } from '../../src/domain/media-facts.ts';
import { disagreements } from '../footage/agreement.ts';
import type { ManifestFile } from '../footage/manifest.ts';
import { mutants } from '../footage/mutants.ts';
import { nameOf, readManifest, readVector } from '../footage/vectors.ts';
import type {} from './harness/media.ts';
import { pagesUrl } from './harness/pages.ts';

/** The media adapter with its real worker, libraries and decoders. */
test.describe.configure({ mode: 'parallel' });

let manifest: readonly ManifestFile[];
const contents = new Map<string, string>();
const content = (path: string): string => contents.get(path) ?? '';

test.beforeAll(async () => {
  manifest = await readManifest();
  for (const { path } of manifest) contents.set(path, Buffer.from(await readVector(path)).toString('base64'));
});

test.beforeEach(async ({ page }) => {
  await page.goto(`${pagesUrl('harness')}media.html`);
  await page.waitForFunction(() => window.media !== undefined);
});

async function factsOf(page: Page, path: string): Promise<MediaFacts> {
  const ended = await page.evaluate(([name, base64]) => window.media.probe(name, base64), [
    nameOf(path),
    content(path),
  ] as const);
  if ('fault' in ended) throw new Error(`${path}: ${ended.fault}`);
  return ended.value;
}

test('every file of the small card is told as expected, and as ffprobe tells it', async ({ page }) => {
  const wrong: string[] = [];
  for (const file of manifest) wrong.push(...disagreements(file, await factsOf(page, file.path)));
  expect(wrong).toEqual([]);
  expect(await page.evaluate(() => window.media.underWay())).toBe('[]');
});

test('what is said to be playable opens, and what is said not to be does not', async ({ page }) => {
  const seen = { likely: 0, no: 0 };
  for (const { path } of manifest) {
    const facts = await factsOf(page, path);
    if (facts.playable === 'unknown') continue;
    const opens = await page.evaluate(([mediaType, base64]) => window.media.opens(mediaType, base64), [
      facts.mediaType,
      content(path),
    ] as const);
    expect(opens, `${path} is said to be playable: ${facts.playable}`).toBe(facts.playable === 'likely');
    seen[facts.playable] += 1;
  }
  expect(seen.likely).toBeGreaterThan(3);
  expect(seen.no).toBeGreaterThan(3);
});

test('H.264 in MP4 is likely to play exactly where this browser says it decodes it', async ({ page }) => {
  const facts = await factsOf(page, 'DCIM/100MEDIA/20260305_093112.MP4');
  const answer = await page.evaluate((mime) => window.media.canPlayType(mime), facts.mime ?? '');
  expect(facts.playable).toBe(answer === 'probably' ? 'likely' : 'no');
});

test('motion JPEG with bare sound, which no browser plays, is encoded anew and plays; what is cut off says where', async ({
  page,
}) => {
  const derive = (path: string) =>
    page.evaluate(([name, base64]) => window.media.derive(name, base64), [nameOf(path), content(path)] as const);
  const encoded = { picture: 're-encoded', sound: 're-encoded', skippedFrames: 0, opens: true };
  expect(await derive('PRIVATE/OLD00001.AVI')).toMatchObject({ ...encoded, endsAtSec: null });
  expect(await derive('PRIVATE/CUT0001.AVI')).toMatchObject({ ...encoded, endsAtSec: expect.any(Number) });
});

const PICTURED = [
  'DCIM/100MEDIA/20260305_093112.MP4',
  'DCIM/100MEDIA/FRAG0001.MP4',
  'DCIM/101MEDIA/FAST0001.MP4',
  'DCIM/101MEDIA/IMG_0005.MOV',
  'PRIVATE/00001.MTS',
];

test('a small picture is made of films, also of damaged ones and of those the page cannot play', async ({ page }) => {
  const decodes = (await factsOf(page, 'DCIM/100MEDIA/20260305_093112.MP4')).playable === 'likely';
  test.skip(!decodes, 'this browser has no H.264 decoder');
  for (const path of PICTURED) {
    const picture = await thumbnail(page, path, 64);
    expect(picture, path).toMatchObject({ value: { type: 'image/jpeg', width: 64, height: 48 } });
    expect('value' in picture && picture.value?.colours, path).toBeGreaterThan(8);
  }
});

test('a small picture is made of photographs and motion JPEG, never larger than they are', async ({ page }) => {
  for (const path of [
    'DCIM/100MEDIA/DSC0001.JPG',
    'DCIM/101MEDIA/IMG_0006.PNG',
    'PRIVATE/OLD00001.AVI',
    'PRIVATE/CUT0001.AVI',
  ]) {
    expect(await thumbnail(page, path, 64), path).toMatchObject({
      value: { type: 'image/jpeg', width: 64, height: 48 },
    });
    expect(await thumbnail(page, path, 320), path).toMatchObject({ value: { width: 128, height: 96 } });
  }
});

test('where no picture can be made there is none', async ({ page }) => {
  for (const path of [
    'DCIM/101MEDIA/CUT0001.MP4',
    'DCIM/101MEDIA/IMG_0004.HEIC',
    'VOICE/REC002.MP3',
    'SYSTEM/DEVICE.log',
    'SYSTEM/EMPTY.MP4',
    'SYSTEM/PORTAL.MP4',
    'PRIVATE/00002.MPG',
  ])
    expect(await thumbnail(page, path, 64), path).toEqual({ value: null });
});

test('wounded footage is answered, pictures and all, and the page lives', async ({ page }) => {
  test.setTimeout(180_000);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { path } of manifest) files.set(path, await readVector(path));
  await page.evaluate(() => window.media.start(10_000));
  for (const { path, bytes } of fc.sample(mutants(files), { numRuns: 250, seed: 20260305 })) {
    const base64 = Buffer.from(bytes).toString('base64');
    const told = await page.evaluate(([name, given]) => window.media.probe(name, given), [
      nameOf(path),
      base64,
    ] as const);
    if ('fault' in told) throw new Error(`${path}: ${told.fault}`);
    expect(told.value.unfinished, path).not.toBe('time-limit');
    const picture = await page.evaluate(([facts, given]) => window.media.thumbnail(facts, given, 64), [
      told.value,
      base64,
    ] as const);
    expect('value' in picture, `${path}: ${JSON.stringify(picture)}`).toBe(true);
  }
});

test('five gigabytes are looked into without reading them', async ({ page }) => {
  const { facts, sizeBytes, tookMs, readAllMs } = await page.evaluate(
    (base64) => window.media.probeHuge('00001.MTS', base64),
    content('PRIVATE/00001.MTS'),
  );
  expect(sizeBytes).toBeGreaterThan(5_000_000_000);
  expect(facts).toMatchObject({
    container: 'mpegts',
    video: { codec: 'h264', width: 128, height: 96 },
    unfinished: null,
  });
  // Against this machine as busy as it is, not against a clock: other work must not look like reading.
  expect(tookMs).toBeLessThan(Math.max(1_000, readAllMs / 4));
});

test('a stopped look ends as stopped, and the next file gets a fresh worker', async ({ page }) => {
  const [first, second] = await page.evaluate(
    (base64) => window.media.stopAndGoOn(base64),
    content('DCIM/100MEDIA/20260305_093112.MP4'),
  );
  expect([first, second]).toEqual(['AbortError', 'mp4']);
});

async function thumbnail(page: Page, path: string, maxWidth: number) {
  const facts = await factsOf(page, path);
  return page.evaluate(([given, base64, width]) => window.media.thumbnail(given, base64, width), [
    facts,
    content(path),
    maxWidth,
  ] as const);
}
