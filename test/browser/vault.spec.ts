import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pagesUrl } from './harness/pages.ts';
import { type OpenHarness, openHarness } from './harness/serve-harness.ts';

/** The intake buffer with its workers in a real private file system, fed by a really dropped folder. */
const MIB = 1024 * 1024;
const url = `${pagesUrl('harness')}footage.html`;
let folder: string;
let profile: string;
let open: OpenHarness;

/** One browser for all; a test gets a fresh page, fresh workers and an empty buffer. */
test.beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'luzheng-profile-'));
  open = await openHarness(url, profile);
});
test.afterAll(async () => {
  await open.close();
  await rm(profile, { recursive: true, force: true });
});

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luzheng-card-'));
  await open.page.goto(url);
  await open.page.waitForFunction(() => window.footage !== undefined);
  // What the page before had open, the platform lets go of a moment later.
  await expect(() => open.page.evaluate(() => window.footage.clear())).toPass({ timeout: 30_000 });
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Puts a file on the card and drops the card's folder on the page. */
async function card(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  await open.dropFolder(folder);
  return path;
}

const digest = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest('hex');
const names = () => open.page.evaluate(() => window.footage.names());
const copy = (more: { safely?: boolean; holdAt?: number; holdsConfirm?: boolean } = {}) =>
  open.page.evaluate((asked) => window.footage.copy(asked), { name: 'a.mp4', key: 'one', ...more });

/** A file of two segments: its first checkpoint, and where its source stands still; by then all buffers were needed, so it is made. */
const CHECKPOINT = 32 * MIB;
const HELD = 60 * MIB;
const LARGE = 66 * MIB;

const shows = (name: string) => expect.poll(names, { intervals: [20], timeout: 30_000 }).toContain(name);

/** Stops a copy that stands still behind its first checkpoint. */
async function stoppedHalfway(more: { safely?: boolean } = {}) {
  const begun = copy({ ...more, holdAt: HELD });
  await shows('one.checkpoint');
  await open.page.evaluate(() => window.footage.stop());
  return begun;
}

test('the buffer of the browser passes the checks of its port', async () => {
  expect(await open.page.evaluate(() => window.footage.suite())).toEqual({ checked: 8, failed: [] });
});

test('a dropped file is in the buffer under its plain name, with the digests anyone can check', async () => {
  const bytes = randomBytes(40 * MIB + 123);
  await card('a.mp4', bytes);
  const ended = await copy();
  expect(ended).toMatchObject({
    value: {
      sizeBytes: bytes.length,
      resumedBytes: 0,
      digests: { sha256: digest('sha256', bytes), sm3: digest('sm3', bytes) },
    },
  });
  expect(await names()).toEqual(['one', 'one.digests']);
  const { value } = ended as unknown as { value: { leaves: string[]; treeSha256: string } };
  expect(value.leaves[10]).toBe(digest('sha256', bytes.subarray(10 * 4 * MIB)));
  expect(await open.page.evaluate(() => window.footage.treeOf('one'))).toMatchObject({ value: value.treeSha256 });
  const reports = (ended as { reports: number[] }).reports;
  expect(reports).toEqual([...reports].sort((a, b) => a - b));
  expect(reports.at(-1)).toBe(bytes.length);
});

for (const bytes of [0, 1, 4 * MIB - 1, 4 * MIB, 4 * MIB + 1]) {
  test(`${bytes} bytes are taken in like any other`, async () => {
    const ended = await open.page.evaluate(
      (size) => window.footage.copyMade({ key: 'one', bytes: size, seed: 3 }),
      bytes,
    );
    const content = new Uint8Array(bytes).map((_, i) => (i * 31 + 3) ^ (i >> 8));
    expect(ended).toMatchObject({
      value: { sizeBytes: bytes, digests: { sha256: digest('sha256', content), sm3: digest('sm3', content) } },
    });
    expect(await open.page.evaluate(() => window.footage.list())).toMatchObject([
      { key: 'one', state: 'whole', bytes },
    ]);
  });
}

test('a tab that is killed in mid-copy goes on from its last checkpoint in the next', async () => {
  const bytes = randomBytes(LARGE + 5);
  await card('a.mp4', bytes);
  const begun = copy({ holdAt: HELD }).catch(() => 'killed');
  await shows('one.checkpoint');
  await open.close();
  expect(await begun).toBe('killed');

  open = await openHarness(url, profile);
  await open.dropFolder(folder);
  const [left] = await open.page.evaluate(() => window.footage.list());
  expect(left).toMatchObject({ key: 'one', state: 'partial' });
  expect(left?.bytes).toBe(CHECKPOINT);
  const ended = await copy();
  expect(ended).toMatchObject({
    value: { digests: { sha256: digest('sha256', bytes), sm3: digest('sm3', bytes) }, resumedBytes: left?.bytes },
  });
  expect(await names()).toEqual(['one', 'one.digests']);
});

test('a stop leaves the checkpoint; going on gives the same digests; asking again reads nothing', async () => {
  const bytes = randomBytes(LARGE);
  const path = await card('a.mp4', bytes);
  expect(await stoppedHalfway()).toMatchObject({ fault: 'AbortError' });
  expect(await names()).toEqual(['one.checkpoint', 'one.part']);
  const ended = await copy();
  expect(ended).toMatchObject({ value: { digests: { sha256: digest('sha256', bytes), sm3: digest('sm3', bytes) } } });
  expect((ended as { value: { resumedBytes: number } }).value.resumedBytes).toBe(CHECKPOINT);

  const again = await copy();
  expect(again).toMatchObject({ value: { resumedBytes: bytes.length, digests: { sm3: digest('sm3', bytes) } } });
  await rm(path);
  expect(await open.page.evaluate(() => window.footage.purge('one'))).toMatchObject({ value: undefined });
  expect(await open.page.evaluate(() => window.footage.list())).toEqual([]);
  expect(await open.page.evaluate(() => window.footage.bytesUsed())).toBe(0);
});

test('letting go of a copy that is just being stopped waits for it', async () => {
  await card('a.mp4', randomBytes(LARGE));
  const begun = copy({ holdAt: HELD });
  await shows('one.part');
  const purged = open.page.evaluate(() => {
    window.footage.stop();
    return window.footage.purge('one');
  });
  expect(await purged).toMatchObject({ value: undefined });
  expect(await begun).toMatchObject({ fault: 'AbortError' });
  expect(await open.page.evaluate(() => window.footage.list())).toEqual([]);
});

test.describe('a file that changes under the reader', () => {
  /** Begins to copy, does something to the file while the copy runs or waits for a last look, and waits for the end. */
  async function copyWhile(act: (path: string) => Promise<void>) {
    const path = await card('a.mp4', randomBytes(LARGE));
    const begun = copy({ holdsConfirm: true });
    await shows('one.part');
    await act(path);
    await open.page.evaluate(() => window.footage.release());
    return begun;
  }

  test('by growing is changed', async () => {
    expect(await copyWhile((path) => appendFile(path, 'more'))).toMatchObject({ fault: 'item-changed' });
    expect(await names()).toEqual(['one.part']);
  });

  test('by shrinking is changed', async () => {
    expect(await copyWhile((path) => truncate(path, MIB))).toMatchObject({ fault: 'item-changed' });
  });

  test('by another time is changed', async () => {
    expect(await copyWhile((path) => utimes(path, 1, 1))).toMatchObject({ fault: 'item-changed' });
  });

  test('by vanishing is gone, or was read whole', async () => {
    const ended = await copyWhile((path) => rm(path));
    if ('fault' in ended) expect(ended.fault).toBe('item-gone');
    else expect(ended.value.sizeBytes).toBe(LARGE);
  });

  test('between two tries begins anew', async () => {
    const path = await card('a.mp4', randomBytes(LARGE));
    expect(await stoppedHalfway()).toMatchObject({ fault: 'AbortError' });
    const other = randomBytes(LARGE);
    await writeFile(path, other);
    expect(await copy()).toMatchObject({ value: { resumedBytes: 0, digests: { sha256: digest('sha256', other) } } });
  });

  test('to another content of the same size and time begins anew', async () => {
    const path = await card('a.mp4', randomBytes(LARGE));
    await utimes(path, 1_700_000_000, 1_700_000_000);
    expect(await stoppedHalfway()).toMatchObject({ fault: 'AbortError' });
    const other = randomBytes(LARGE);
    await writeFile(path, other);
    await utimes(path, 1_700_000_000, 1_700_000_000);
    expect(await copy()).toMatchObject({ value: { resumedBytes: 0, digests: { sha256: digest('sha256', other) } } });
  });
});

test('a listing that says another size than there is means the file changed', async () => {
  for (const says of [10 * MIB - 1, 10 * MIB + 1, 0]) {
    const asked = { key: `k${says}`, bytes: 10 * MIB, seed: 1, says };
    expect(await open.page.evaluate((one) => window.footage.copyMade(one), asked)).toMatchObject({
      fault: 'item-changed',
    });
  }
});

test('a full disk stops with its code; what is sealed stays; with room it goes on', async () => {
  const bytes = randomBytes(LARGE);
  await card('a.mp4', bytes);
  const first = { key: 'earlier', bytes: 5 * MIB, seed: 9 };
  expect(await open.page.evaluate((one) => window.footage.copyMade(one), first)).toHaveProperty('value');
  const session = await open.context.newCDPSession(open.page);
  const origin = new URL(url).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 24 * MIB });
  expect(await copy()).toMatchObject({ fault: 'buffer-full' });
  expect(await names()).toEqual(expect.arrayContaining(['earlier']));
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  expect(await copy()).toMatchObject({ value: { digests: { sha256: digest('sha256', bytes) } } });
});

test('a second window cannot write the same file at the same time', async () => {
  const half = { key: 'one', bytes: 5 * MIB, seed: 1, holdAt: 2 * MIB };
  const begun = open.page.evaluate((one) => window.footage.copyStream(one), half);
  await shows('one.part');
  const other = await open.context.newPage();
  await other.goto(url);
  const asked = { key: 'one', bytes: 5 * MIB, seed: 1 };
  expect(await other.evaluate((one) => window.footage.copyMade(one), asked)).toMatchObject({
    fault: 'other-tab-writes',
  });
  await other.close();
  await open.page.evaluate(() => window.footage.release());
  expect(await begun).toHaveProperty('value');
});

test('a checkpoint that is torn, foreign or of another digest library means: begin anew', async () => {
  const bytes = randomBytes(LARGE);
  await card('a.mp4', bytes);
  for (const spoil of [
    (text: string) => text.slice(0, text.length / 2),
    () => 'null',
    (text: string) => text.replace(/"sha256":"....../, '"sha256":"AAAAAA'),
  ]) {
    expect(await stoppedHalfway()).toMatchObject({ fault: 'AbortError' });
    const text = await open.page.evaluate(() => window.footage.read('one.checkpoint'));
    await open.page.evaluate((spoilt) => window.footage.overwrite('one.checkpoint', spoilt), spoil(text));
    expect(await copy()).toMatchObject({
      value: { resumedBytes: 0, digests: { sha256: digest('sha256', bytes), sm3: digest('sm3', bytes) } },
    });
    await open.page.evaluate(() => window.footage.purge('one'));
  }
});

test.describe('safe first', () => {
  test('the card may be unplugged after the shorter pass; the digests follow from the buffer', async () => {
    const bytes = randomBytes(40 * MIB + 1);
    const path = await card('a.mp4', bytes);
    const safe = await copy({ safely: true });
    expect(safe).toMatchObject({ value: { sizeBytes: bytes.length } });
    expect(safe).not.toHaveProperty('value.digests');
    await rm(path);
    const completed = await open.page.evaluate(() => window.footage.complete('one'));
    expect(completed).toMatchObject({
      value: { digests: { sha256: digest('sha256', bytes), sm3: digest('sm3', bytes) } },
    });
    expect(await open.page.evaluate(() => window.footage.complete('one'))).toEqual({
      value: { ...(completed as { value: object }).value, resumedBytes: bytes.length },
    });
  });

  test('a copy that was begun safely and is finished in full has all digests', async () => {
    const bytes = randomBytes(LARGE);
    await card('a.mp4', bytes);
    expect(await stoppedHalfway({ safely: true })).toMatchObject({ fault: 'AbortError' });
    const ended = await copy();
    expect(ended).toMatchObject({ value: { digests: { sha256: digest('sha256', bytes), sm3: digest('sm3', bytes) } } });
    expect((ended as { value: { resumedBytes: number } }).value.resumedBytes).toBe(CHECKPOINT);
  });

  test('a bit that flipped in the buffer meanwhile is found, and its chunk named', async () => {
    await card('a.mp4', randomBytes(30 * MIB));
    await copy({ safely: true });
    await open.page.evaluate((at) => window.footage.damage('one', at), 21 * MIB);
    expect(await open.page.evaluate(() => window.footage.complete('one'))).toEqual({
      fault: 'read-back-mismatch',
      facts: { chunk: 5 },
    });
  });
});

test('footage from a cable is taken in, and gone on with from where it stopped', async () => {
  const asked = { key: 'one', bytes: LARGE, seed: 5 };
  const bytes = new Uint8Array(asked.bytes).map((_, i) => (i * 31 + 5) ^ (i >> 8));
  const begun = open.page.evaluate((one) => window.footage.copyStream(one), { ...asked, holdAt: HELD });
  await shows('one.checkpoint');
  await open.page.evaluate(() => window.footage.stop());
  expect(await begun).toMatchObject({ fault: 'AbortError', openedAt: [0] });
  const again = await open.page.evaluate((one) => window.footage.copyStream(one), asked);
  expect(again).toMatchObject({ value: { digests: { sha256: digest('sha256', bytes), sm3: digest('sm3', bytes) } } });
  expect(again.openedAt).toEqual([0, CHECKPOINT]);
});
