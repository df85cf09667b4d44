import { beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, type CardObject } from '../../../../test/doubles/camera/camera-card.ts';
import { makeCamera, pipeTo, QUICK } from '../../../../test/doubles/camera/camera-pipe.ts';
import { readFrom } from '../../../../test/suites/footage-source-suite.ts';
import type { FootageItem, FootageSource } from '../../../domain/ports/footage-source.ts';
import { PtpSession } from '../ptp/session.ts';
import { makeMtpSource } from './mtp-source.ts';

/** Habits of cameras, telephones and gadgets that answer otherwise than the standard has it. */
const GIB = 2 ** 30;
const MIB = 2 ** 20;
const PARTIAL_64 = 0x95c1;
const PARTIAL = 0x101b;
const OBJECT = 0x1009;
const never = new AbortController().signal;

let camera = makeCamera();
beforeEach(() => {
  camera = makeCamera();
});

const open = async () =>
  makeMtpSource(await PtpSession.open(pipeTo(camera).pipe, true, QUICK), 'DSJ-X5', { nowMs: Date.now });
const list = (source: FootageSource) => source.list({ signal: never, report: () => undefined });
const paths = (items: readonly FootageItem[]) => items.map(({ path }) => path);
const asked = (operation: number) => camera.heard.filter((code) => code === operation).length;

async function first(source: FootageSource): Promise<FootageItem> {
  const [item] = await list(source);
  if (item === undefined) throw new Error('nothing listed');
  return item;
}

async function mustRead(object: CardObject, source?: FootageSource): Promise<void> {
  const from = source ?? (await open());
  const item = (await list(from)).find(({ name }) => name === object.name);
  if (item === undefined) throw new Error(`${object.name} is not listed`);
  expect(Buffer.compare(await readFrom(await from.open(item, never), 0), bytesOf(object))).toBe(0);
}

describe('folders', () => {
  it.each([
    ['0xFFFFFFFF alone', { rootParents: [0xffff_ffff] }],
    ['0 alone, and refuses the other', { rootParents: [0] }],
    ['0 alone, and finds nothing in the other', { rootParents: [0], unknownParent: 'nothing' }],
    ['both, and holds all there is', { rootHolds: 'everything' }],
  ] as const)('the root is %s: each file is listed once, in its own folder', async (_how, knobs) => {
    Object.assign(camera.knobs, knobs);
    for (const name of ['A', 'B', 'C']) camera.card.put(`DCIM/100MEDIA/${name}.MP4`, 5);
    camera.card.put('notes.txt', 5);
    const items = await list(await open());
    expect(paths(items)).toEqual(['DCIM/100MEDIA/A.MP4', 'DCIM/100MEDIA/B.MP4', 'DCIM/100MEDIA/C.MP4', 'notes.txt']);
  });

  it('one that is closed to everyone stays in the list as unreadable, and the rest is there', async () => {
    camera.card.put('DCIM/A.MP4', 5);
    camera.card.put('lost+found/B.MP4', 5);
    camera.knobs.closed = new Map([[camera.card.folder('lost+found'), 'listing']]);
    const source = await open();
    const items = await list(source);
    expect(items.map(({ path, unreadable = false }) => [path, unreadable])).toEqual([
      ['DCIM/A.MP4', false],
      ['lost+found', true],
    ]);
    const [, closed] = items;
    if (closed === undefined) throw new Error('nothing listed');
    await expect(source.open(closed, never)).rejects.toMatchObject({ code: 'source-unreadable' });
  });

  it.each(['info', 'empty-info'] as const)(
    'a file that will not say what it is (%s) is listed as unreadable',
    async (how) => {
      camera.knobs.propList = 'refused';
      const object = camera.card.put('DCIM/A.MP4', 5);
      camera.card.put('DCIM/B.MP4', 5);
      camera.knobs.closed = new Map([[object.handle, how]]);
      const source = await open();
      const items = await list(source);
      expect(items.map(({ path, unreadable = false }) => [path, unreadable])).toEqual([
        ['DCIM/B.MP4', false],
        [`DCIM/object-${object.handle}`, true],
      ]);
    },
  );
});

describe('stores', () => {
  it('none: a telephone that is locked, or only charging, is no empty card', async () => {
    camera.knobs.stores = [];
    await expect(list(await open())).rejects.toMatchObject({ code: 'camera-refused' });
  });

  it('one of two taken out: the other is listed', async () => {
    camera.card.put('DCIM/A.MP4', 5);
    camera.knobs.stores = [
      { id: 0x0001_0001, state: 'good' },
      { id: 0x0002_0001, state: 'pulled' },
    ];
    expect(paths(await list(await open()))).toEqual(['DCIM/A.MP4']);
  });

  it('the only one taken out is said, not taken for empty', async () => {
    camera.knobs.stores = [{ id: 0x0001_0001, state: 'pulled' }];
    await expect(list(await open())).rejects.toMatchObject({ code: 'camera-refused' });
  });

  it.each([0x0001_0000, 0xffff_0001])('the only one under the number %i is a store', async (id) => {
    camera.card.put('DCIM/A.MP4', 5);
    camera.knobs.stores = [{ id, state: 'good' }];
    expect(paths(await list(await open()))).toEqual(['DCIM/A.MP4']);
  });
});

describe('names', () => {
  const FOX = '🦊';
  it.each([
    ['of 254 characters', `${'长'.repeat(250)}.MP4`, `${'长'.repeat(250)}.MP4`],
    ['beyond the basic plane', `${FOX}.MP4`, `${FOX}.MP4`],
    ['cut in half a character', `a${FOX[0]}.MP4`, 'a\ufffd.MP4'],
    ['that lead out of the folder', '..', '_'],
    ['with a path in them', '../../x.MP4', '.._.._x.MP4'],
  ])('%s stay apart from folders and whole in an entry', async (_what, name, shown) => {
    camera.card.put('x', 5).name = name;
    expect(paths(await list(await open()))).toEqual([shown]);
  });
});

describe('dates', () => {
  it.each([
    ['20240501T101112', '2024-05-01T02:11:12.000Z'],
    ['20240501T101112.0+0800', '2024-05-01T02:11:12.000Z'],
    ['20240501T101112+08:00', '2024-05-01T02:11:12.000Z'],
    ['20240501T021112.5Z', '2024-05-01T02:11:12.500Z'],
    ['', null],
    ['00000000T000000', null],
  ])('“%s” is %s', async (modified, modifiedAt) => {
    const object = camera.card.put('a.mp4', 5, modified);
    const source = await open();
    expect((await first(source)).modifiedAt).toBe(modifiedAt);
    await mustRead(object, source);
  });

  it.each(['other', 'none'] as const)(
    'in the list of a folder that are %s than those of a file alone: the list is not used, and the files are read',
    async (listDates) => {
      camera.knobs.listDates = listDates;
      const objects = ['A', 'B', 'C'].map((name) => camera.card.put(`DCIM/${name}.MP4`, 2 * MIB));
      const source = await open();
      expect((await list(source)).map(({ modifiedAt }) => modifiedAt)).toEqual(
        objects.map(() => '2026-03-05T06:30:00.000Z'),
      );
      for (const object of objects) await mustRead(object, source);
    },
  );

  it('that agree cost one question in all', async () => {
    for (let n = 0; n < 40; n++) camera.card.put(`DCIM/${n % 4}/${n}.MP4`, 5);
    await list(await open());
    // DCIM itself and the one file held against the list.
    expect(asked(0x1008)).toBe(2);
  });
});

describe('sizes', () => {
  it.each(['saturated', 'short'] as const)(
    'of 64 bits that are %s copies of 32 are no sizes: 5 GiB are not cut to 4',
    async (size64) => {
      Object.assign(camera.knobs, { size64, propList: 'refused' });
      camera.card.put('long.mp4', 5 * GIB);
      const source = await open();
      expect(await source.open(await first(source), never)).toMatchObject({ sizeBytes: null });
    },
  );

  it('are asked of the list where 0x9803 is not there', async () => {
    camera.knobs.lacks = new Set([0x9803]);
    camera.card.put('DCIM/short.mp4', 5);
    camera.card.put('DCIM/long.mp4', 5 * GIB);
    const source = await open();
    const item = (await list(source)).find(({ name }) => name === 'long.mp4');
    if (item === undefined) throw new Error('nothing listed');
    expect(item.sizeBytes).toBe(5 * GIB);
    expect(await source.open(item, never)).toMatchObject({ sizeBytes: 5 * GIB });
  });

  it('in the 64 bits of a telephone’s own ObjectInfo leave name and date in their places', async () => {
    Object.assign(camera.knobs, { objectInfo: 'wide', propList: 'refused' });
    const object = camera.card.put('DCIM/A.MP4', 3 * MIB);
    const source = await open();
    expect(await first(source)).toMatchObject({ name: 'A.MP4', modifiedAt: '2026-03-05T06:30:00.000Z' });
    await mustRead(object, source);
  });

  it.each([
    ['nothing', 'empty'],
    ['a refusal', 'refused'],
  ] as const)('of a camera with PTP alone are certain once there is %s at the end', async (_what, partialAtEnd) => {
    Object.assign(camera.knobs, { lacks: new Set([0x9803, 0x9805, PARTIAL_64]), partialAtEnd });
    const object = camera.card.put('DSC0001.MOV', 6 * MIB + 1);
    const source = await open();
    expect(await source.open(await first(source), never)).toMatchObject({ sizeBytes: object.sizeBytes });
    await mustRead(object, source);
    expect(asked(OBJECT)).toBe(0);
  });

  it('that are not told end where the camera refuses to read on', async () => {
    Object.assign(camera.knobs, { lacks: new Set([0x9803, 0x9805]), partialAtEnd: 'refused' });
    const object = camera.card.put('a.mp4', 8 * MIB);
    const source = await open();
    const item = await first(source);
    // It hung at the question for the end, twice, and is not asked again.
    camera.mishap(PARTIAL_64, { kind: 'silent' }, { kind: 'silent' });
    const opened = await source.open(item, never);
    expect(opened).toMatchObject({ sizeBytes: null });
    expect(Buffer.compare(await readFrom(opened, 0), bytesOf(object))).toBe(0);
  });
});

describe('reading', () => {
  it.each([
    ['95C1', [PARTIAL_64], PARTIAL],
    ['both ways in parts', [PARTIAL_64, PARTIAL], OBJECT],
  ])('%s claimed and not known: the next way is taken, and not asked again', async (_what, feigns, then) => {
    camera.knobs.feigns = new Set(feigns);
    const objects = ['A', 'B'].map((name) => camera.card.put(`${name}.MP4`, 6 * MIB + 1));
    const source = await open();
    for (const object of objects) await mustRead(object, source);
    expect(asked(PARTIAL_64)).toBe(1);
    expect(asked(then)).toBeGreaterThan(1);
  });

  it.each([
    ['busy', 0x2019],
    ['without a session', 0x2003],
  ])('a camera that is %s for a moment is asked again', async (_what, code) => {
    const object = camera.card.put('a.mp4', 6 * MIB);
    const source = await open();
    await list(source);
    camera.mishap(PARTIAL_64, { kind: 'answer', code });
    await mustRead(object, source);
  });

  it('a few bytes a time are enough', async () => {
    camera.knobs.mostPartialBytes = 70_001;
    await mustRead(camera.card.put('a.mp4', 3 * MIB + 5));
  });
});
