import { beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, type CardObject } from '../../../../test/doubles/camera/camera-card.ts';
import { makeCamera, pipeTo, QUICK } from '../../../../test/doubles/camera/camera-pipe.ts';
import { readFrom } from '../../../../test/suites/footage-source-suite.ts';
import type { FootageItem, FootageSource } from '../../../domain/ports/footage-source.ts';
import { PtpSession } from '../ptp/session.ts';
import { makeMtpSource } from './mtp-source.ts';

/** Responders nobody here has on a cable: what their makers and those who talk to them say of them. */
const never = new AbortController().signal;

let camera = makeCamera();
beforeEach(() => {
  camera = makeCamera();
});

const open = async () =>
  makeMtpSource(await PtpSession.open(pipeTo(camera).pipe, true, QUICK), 'DSJ-X5', { nowMs: Date.now });
const list = (source: FootageSource) => source.list({ signal: never, report: () => undefined });
const paths = (items: readonly FootageItem[]) => items.map(({ path }) => path);

async function mustRead(object: CardObject): Promise<void> {
  const source = await open();
  const item = (await list(source)).find(({ name }) => name === object.name);
  if (item === undefined) throw new Error(`${object.name} is not listed`);
  expect(Buffer.compare(await readFrom(await source.open(item, never), 0), bytesOf(object))).toBe(0);
}

const FILES = ['DCIM/100MEDIA/A.MP4', 'DCIM/100MEDIA/B.MP4', 'notes.txt'];

describe('a camera that lists no folder but its root', () => {
  it.each(['everything', 'everything-under-0'] as const)(
    'and holds %s there: each file is listed in the folder it names',
    async (rootHolds) => {
      Object.assign(camera.knobs, { rootHolds, folders: 'refused' });
      for (const path of FILES) camera.card.put(path, 5);
      expect(paths(await list(await open()))).toEqual(FILES);
    },
  );

  it('and tells nothing else of it: the folder stands as unreadable', async () => {
    camera.knobs.folders = 'refused';
    for (const path of FILES) camera.card.put(path, 5);
    const items = await list(await open());
    expect(items.map(({ path, unreadable }) => [path, unreadable ?? false])).toEqual([
      ['DCIM', true],
      ['notes.txt', false],
    ]);
  });

  it('is read there, and found again after the list is old', async () => {
    Object.assign(camera.knobs, { rootHolds: 'everything-under-0', folders: 'refused' });
    await mustRead(camera.card.put('DCIM/100MEDIA/A.MP4', 70_001));
  });
});

describe('stores that are not listed one by one', () => {
  it('because the camera has no word for them', async () => {
    camera.knobs.lacks = new Set([0x1004]);
    for (const path of FILES) camera.card.put(path, 5);
    expect(paths(await list(await open()))).toEqual(FILES);
  });

  it('but only all at once', async () => {
    camera.knobs.listsAllStoresOnly = true;
    for (const path of FILES) camera.card.put(path, 5);
    expect(paths(await list(await open()))).toEqual(FILES);
  });
});

describe('reading', () => {
  it('from a camera that is stuck after a last packet that is full: the file is whole, and the next one too', async () => {
    Object.assign(camera.knobs, { stuckAfterFullPacket: true, emptyPacket: false });
    // With its header of 12 bytes the data phase ends with a full packet.
    await mustRead(camera.card.put('A.MP4', 512 * 40 - 12));
    await mustRead(camera.card.put('B.MP4', 512 * 40));
  });

  it('under headers that name nothing', async () => {
    camera.knobs.answersUnder = 'nothing';
    await mustRead(camera.card.put('DCIM/A.MP4', 5 * 2 ** 20 + 3));
  });

  it.each([8, 64, 512, 1024])('in packets of %i bytes', async (packetBytes) => {
    camera.knobs.packetBytes = packetBytes;
    await mustRead(camera.card.put('DCIM/A.MP4', 512 * 1024 + 1));
  });
});
