import { beforeEach, describe, expect, it } from 'vitest';
import { bytesOf } from '../../../../test/doubles/camera/camera-card.ts';
import { makeCamera, pipeTo, QUICK } from '../../../../test/doubles/camera/camera-pipe.ts';
import { readFrom } from '../../../../test/suites/footage-source-suite.ts';
import type { FootageItem, FootageSource } from '../../../domain/ports/footage-source.ts';
import { PtpSession } from '../ptp/session.ts';
import { makeMtpSource } from './mtp-source.ts';

const GIB = 2 ** 30;
const MIB = 2 ** 20;
const never = new AbortController().signal;

let camera = makeCamera();
beforeEach(() => {
  camera = makeCamera();
});

const NOW = Date.parse('2026-03-05T06:30:00.000Z');
async function open(): Promise<FootageSource> {
  camera.now = () => NOW;
  return makeMtpSource(await PtpSession.open(pipeTo(camera).pipe, true, QUICK), 'DSJ-X5', { nowMs: () => NOW });
}

const list = (source: FootageSource, found?: (items: readonly FootageItem[]) => void) =>
  source.list({ signal: never, report: () => undefined, ...(found === undefined ? {} : { found }) });

async function first(source: FootageSource): Promise<FootageItem> {
  const [item] = await list(source);
  if (item === undefined) throw new Error('nothing listed');
  return item;
}

const openFirst = async (source: FootageSource) => source.open(await first(source), never);

describe('a recording of 5 GiB', () => {
  beforeEach(() => void camera.card.put('long.mp4', 5 * GIB));

  it.each([
    ['saturated', 'children'],
    ['modulo', 'refused'],
    ['saturated', 'refused'],
  ] as const)('whose ObjectInfo is %s, with 0x9805 %s, has its true size', async (size32, propList) => {
    Object.assign(camera.knobs, { size32, propList });
    const source = await open();
    expect((await first(source)).sizeBytes).toBe(5 * GIB);
    expect(await openFirst(source)).toMatchObject({ kind: 'stream', sizeBytes: 5 * GIB });
  });

  it('is read beyond 4 GiB where it is asked for', async () => {
    const source = await open();
    const opened = await openFirst(source);
    const object = camera.card.find('long.mp4');
    const from = 5 * GIB - 6 * MIB - 1;
    expect(Buffer.compare(await readFrom(opened, from), bytesOf(object, from))).toBe(0);
  });

  it('has no certain size without 0x9803, and says so rather than being cut', async () => {
    camera.knobs.lacks = new Set([0x9803, 0x9805]);
    camera.knobs.size32 = 'modulo';
    const source = await open();
    expect(await first(source)).toMatchObject({ sizeBytes: GIB });
    expect(await openFirst(source)).toMatchObject({ sizeBytes: null });
  });
});

describe('a recording whose size is too long for its field and told nowhere else', () => {
  it.each([
    ['64-bit slices', [0x9803, 0x9805]],
    ['one stream', [0x9803, 0x9805, 0x95c1, 0x101b]],
    ['one stream, as slices of 32 bits might not reach', [0x9803, 0x9805, 0x95c1]],
  ])('is read to its end by %s', async (_how, lacks) => {
    Object.assign(camera.knobs, { lacks: new Set(lacks), size32: 'modulo', longLength: 'modulo', longAt: 5 * MIB });
    const object = camera.card.put('long.mp4', 11 * MIB + 77);
    const source = await open();
    expect((await first(source)).sizeBytes).toBe(MIB + 77);
    expect(Buffer.compare(await readFrom(await openFirst(source), 0), bytesOf(object))).toBe(0);
  });
});

describe('reading goes on where it stood', () => {
  const ways = [
    ['slices', new Set<number>(), 0x95c1],
    ['slices of 32 bits', new Set([0x95c1]), 0x101b],
    ['one stream', new Set([0x95c1, 0x101b]), 0x1009],
  ] as const;

  it.each(ways)('after a halt, nonsense, silence and data that end early, by %s', async (_how, lacks, operation) => {
    camera.knobs.lacks = new Set(lacks);
    const object = camera.card.put('a.mp4', 9 * MIB + 5);
    const source = await open();
    const opened = await openFirst(source);
    camera.mishap(
      operation,
      { kind: 'halt', afterBytes: 2 * MIB },
      { kind: 'garbage', bytes: new Uint8Array(3000).fill(9) },
      { kind: 'cut', afterBytes: 2 * MIB + 3 },
      { kind: 'silent' },
    );
    expect(Buffer.compare(await readFrom(opened, 0), bytesOf(object))).toBe(0);
  });

  it.each(ways)('but not for ever, by %s', async (_how, lacks, operation) => {
    camera.knobs.lacks = new Set(lacks);
    camera.card.put('a.mp4', 9 * MIB);
    const opened = await openFirst(await open());
    camera.mishap(operation, { kind: 'silent' }, { kind: 'silent' }, { kind: 'silent' });
    camera.mishap(0x1008, { kind: 'silent' }, { kind: 'silent' });
    await expect(readFrom(opened, 0)).rejects.toMatchObject({ code: 'camera-silent' });
  });

  it.each(ways)(
    'one file that never comes is lost, and not what comes after it, by %s',
    async (_how, lacks, operation) => {
      camera.knobs.lacks = new Set(lacks);
      camera.card.put('a.mp4', 9 * MIB);
      const opened = await openFirst(await open());
      camera.mishap(operation, { kind: 'silent' }, { kind: 'silent' }, { kind: 'silent' });
      await expect(readFrom(opened, 0)).rejects.toMatchObject({
        code: 'source-unreadable',
        facts: { fault: 'camera-silent' },
      });
    },
  );

  it('a handle that stands for another file meanwhile gives no recording of it', async () => {
    camera.card.put('a.mp4', 6 * MIB);
    const other = camera.card.put('b.mp4', 6 * MIB);
    const opened = await openFirst(await open());
    const at = camera.card.at.bind(camera.card);
    camera.card.at = (handle) => (at(handle)?.isFolder ? at(handle) : other);
    await expect(readFrom(opened, 0)).rejects.toMatchObject({ code: 'item-changed' });
  });

  it.each([
    [0x2009, 'item-gone'],
    [0x2013, 'source-gone'],
    [0x200f, 'source-unreadable'],
    [0x2002, 'source-unreadable'],
  ])('a refusal %i is %s', async (answer, code) => {
    camera.card.put('a.mp4', 100);
    const opened = await openFirst(await open());
    camera.mishap(0x95c1, { kind: 'answer', code: answer });
    await expect(readFrom(opened, 0)).rejects.toMatchObject({ code });
  });

  it.each([
    ['grew', 50],
    ['shrank', -50],
  ])('a file that %s while it was read has changed', async (_how, by) => {
    const object = camera.card.put('a.mp4', 6 * MIB);
    const opened = await openFirst(await open());
    if (opened.kind !== 'stream') throw new Error('no stream');
    const reader = opened.from(0, never).getReader();
    await reader.read();
    object.sizeBytes += by;
    const rest = async () => {
      while (!(await reader.read()).done);
    };
    await expect(rest()).rejects.toMatchObject({ code: 'item-changed' });
  });

  it('a stream that is left behind blocks nothing', async () => {
    camera.card.put('a.mp4', 40 * MIB);
    const source = await open();
    const opened = await openFirst(source);
    if (opened.kind !== 'stream') throw new Error('no stream');
    const reader = opened.from(0, never).getReader();
    await reader.read();
    await reader.cancel();
    expect(await list(source)).toHaveLength(1);
  });
});

describe('a card of 12,000 files', () => {
  const fill = (folders: number, each: number) => {
    for (let folder = 0; folder < folders; folder++)
      for (let file = 0; file < each; file++) camera.card.put(`DCIM/${100 + folder}MEDIA/${file}.MP4`, 10);
  };

  it('shows its first folder before the second is asked for', async () => {
    fill(12, 1000);
    const source = await open();
    const screens: { readonly count: number; readonly asked: number }[] = [];
    const items = await list(source, (found) =>
      screens.push({ count: found.length, asked: camera.heard.filter((code) => code === 0x1007).length }),
    );
    expect(new Set(items.map(({ path }) => path)).size).toBe(12_000);
    // Root, DCIM and the first folder.
    expect(screens[0]).toEqual({ count: 1000, asked: 3 });
  });

  it('one by one, the first screen comes before the first folder is through', async () => {
    camera.knobs.propList = 'self';
    fill(1, 500);
    const source = await open();
    const asked: number[] = [];
    await list(source, () => asked.push(camera.heard.filter((code) => code === 0x1008).length));
    expect(asked[0]).toBeLessThan(100);
    expect(camera.heard.filter((code) => code === 0x9805)).toHaveLength(1);
  });
});

describe('odd cards', () => {
  it('two files of one name both stay, and a slash is no folder', async () => {
    camera.card.put('DCIM/DSC0001.JPG', new Uint8Array([1]));
    camera.card.put('DCIM/DSC0001.JPG', new Uint8Array([2]));
    camera.card.put('x.jpg', new Uint8Array([3])).name = 'a/b.jpg';
    const source = await open();
    const items = await list(source);
    expect(items.map(({ path }) => path)).toEqual(['DCIM/DSC0001 (2).JPG', 'DCIM/DSC0001.JPG', 'a_b.jpg']);
    const [second, one] = items;
    if (one === undefined || second === undefined) throw new Error('nothing listed');
    expect([...(await readFrom(await source.open(one, never), 0))]).toEqual([1]);
    expect([...(await readFrom(await source.open(second, never), 0))]).toEqual([2]);
  });

  it('a camera that answers the root with all it holds lists each once', async () => {
    camera.card.put('DCIM/100/A.MP4', 5);
    const all = camera.card.all();
    camera.card.below = () => all;
    const items = await list(await open());
    expect(items).toHaveLength(1);
  });
});

describe('health', () => {
  it('is told by the camera, with the moment it was read', async () => {
    camera.knobs.clockOffsetMs = -12_000;
    const health = await (await open()).health(never);
    const readAt = '2026-03-05T06:30:00.000Z';
    expect(health).toEqual({
      battery: { origin: 'device', value: 80, readAt },
      clock: { origin: 'device', value: { offsetSec: -12, uncertaintySec: 1 }, readAt },
      space: { origin: 'device', value: { freeBytes: 20e9, totalBytes: 64e9 }, readAt },
    });
  });

  it('a battery that a telephone describes in 16 bits is read', async () => {
    camera.knobs.battery = 'in-16-bits';
    expect((await (await open()).health(never)).battery).toMatchObject({ value: 77 });
  });

  it('Canon keeps its clock elsewhere', async () => {
    Object.assign(camera.knobs, { clock: 'canon', clockOffsetMs: 90_000 });
    expect((await (await open()).health(never)).clock).toMatchObject({ value: { offsetSec: 90 } });
  });

  it.each([
    ['battery', { battery: 'absent' }],
    ['battery', { battery: 'wrong-type' }],
    ['battery', { battery: 'out-of-form' }],
    ['clock', { clock: 'absent' }],
    // 1.2 PB free on a disk of 270 GB.
    ['space', { freeBytes: 1.2e15, maxBytes: 270e9 }],
    ['space', { freeBytes: 0, maxBytes: 0 }],
  ] as const)('%s is left to a person where it is %o', async (what, knobs) => {
    Object.assign(camera.knobs, knobs);
    expect((await (await open()).health(never))[what]).toEqual({ origin: 'not-told' });
  });

  it('a camera that refuses everything has no health, and no fault', async () => {
    camera.knobs.lacks = new Set([0x1014, 0x1015, 0x1004]);
    const health = await (await open()).health(never);
    expect(Object.values(health).map(({ origin }) => origin)).toEqual(['not-told', 'not-told', 'not-told']);
  });
});
