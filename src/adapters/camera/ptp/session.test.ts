import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf } from '../../../../test/doubles/camera/camera-card.ts';
import { makeCamera, pipeTo, QUICK } from '../../../../test/doubles/camera/camera-pipe.ts';
import { isFault } from '../../../base/fault.ts';
import { OPERATION, RESPONSE } from './codes.ts';
import { decodeIds, decodeObject } from './datasets.ts';
import { PtpSession } from './session.ts';

const KIB = 1024;
const ROOT = [0xffff_ffff, 0, 0xffff_ffff];

let camera = makeCamera();
let cable = pipeTo(camera);
beforeEach(() => {
  camera = makeCamera();
  cable = pipeTo(camera);
});

const open = (isFresh = true) => PtpSession.open(cable.pipe, isFresh, QUICK);
const SLICE = { sizeBytes: null, isSlice: true } as const;

async function readAll(session: PtpSession, handle: number, sizeBytes: number | null | 'untold' = null) {
  const parts: Uint8Array[] = [];
  const reading = session.read(OPERATION.getObject, [handle], { sizeBytes, isSlice: false });
  for (;;) {
    const { value, done } = await reading.next();
    if (done === true) return { bytes: Buffer.concat(parts), response: value };
    parts.push(value.slice());
  }
}

describe('opening a session', () => {
  it('learns what the camera is and can', async () => {
    const session = await open();
    expect(session.device).toMatchObject({ model: 'DSJ-X5', serial: 'DSJ-0003-7F21', manufacturer: 'Xunzheng' });
    expect(session.can(OPERATION.getPartialObject64)).toBe(true);
    expect(camera.heard).toEqual([0x1001, 0x1002]);
  });

  it('a session someone left open is as good as a new one', async () => {
    camera.knobs.sessionIsOpen = true;
    await expect(open()).resolves.toMatchObject({ device: { model: 'DSJ-X5' } });
  });

  it('a camera that describes itself only in a session is asked again', async () => {
    camera.knobs.describesOnlyInSession = true;
    expect((await open()).device.model).toBe('DSJ-X5');
    expect(camera.heard).toEqual([0x1001, 0x1002, 0x1001]);
  });

  it('a refused session is a fault that names operation and answer', async () => {
    camera.mishap(0x1002, { kind: 'answer', code: 0x2002 });
    await expect(open()).rejects.toMatchObject({
      code: 'camera-refused',
      facts: { operation: '0x1002', answer: '0x2002' },
    });
  });

  it('a session lost in between is opened again without a word', async () => {
    const session = await open();
    camera.mishap(0x1004, { kind: 'answer', code: RESPONSE.sessionNotOpen });
    expect(decodeIds((await session.demand(OPERATION.getStorageIds)).bytes)).toEqual([0x0001_0001]);
    expect(camera.heard.slice(2)).toEqual([0x1004, 0x1002, 0x1004]);
  });
});

it('zeros behind an answer are padding, not the next one', async () => {
  camera.knobs.padBytes = 20;
  const session = await open();
  for (let n = 0; n < 3; n++)
    expect(decodeIds((await session.demand(OPERATION.getStorageIds)).bytes)).toEqual([0x0001_0001]);
  expect(camera.heard).toEqual([0x1001, 0x1002, 0x1004, 0x1004, 0x1004]);
});

describe('a page that died in mid-transfer', () => {
  it('leaves bytes on the cable, which are drained before any command', async () => {
    camera.knobs.intoTransfer = 'hangs';
    camera.leaveTransfer(300 * KIB);
    const session = await open(false);
    expect(session.device.model).toBe('DSJ-X5');
    expect(cable.reopened()).toBe(0);
  });

  it('and where nothing is left, the cable is opened anew, for the pending receive would swallow the next answer', async () => {
    const session = await open(false);
    expect(session.device.model).toBe('DSJ-X5');
    expect(cable.reopened()).toBe(1);
  });
});

/** Sizes around the packet, the first receive and the large transfer. */
const SIZES = [
  0,
  1,
  499,
  500,
  501,
  512,
  1012,
  64 * KIB - 12,
  64 * KIB,
  1024 * KIB - 12,
  1024 * KIB,
  3 * 1024 * KIB + 7,
];

describe.each([
  ['as the standard has it', {}],
  ['split header', { splitHeader: true }],
  ['no empty packet after multiples of the packet size', { emptyPacket: false }],
  ['split header and no empty packet', { splitHeader: true, emptyPacket: false }],
  ['packets of USB 3', { packetBytes: 1024 }],
  ['packets of full speed', { packetBytes: 64 }],
] as const)('a data phase, %s', (_how, knobs) => {
  beforeEach(() => void Object.assign(camera.knobs, knobs));

  it.each(SIZES)('of %i bytes comes whole, and the next answer is the next one', async (size) => {
    const object = camera.card.put('a.mp4', size);
    const session = await open();
    const { bytes, response } = await readAll(session, object.handle);
    expect(response.code).toBe(RESPONSE.ok);
    expect(bytes.equals(bytesOf(object))).toBe(true);
    expect(decodeObject((await session.demand(OPERATION.getObjectInfo, [object.handle])).bytes).size32).toBe(size);
  });

  it.each(SIZES.slice(0, 8))('of %i bytes comes whole to one who trusts no length', async (size) => {
    const object = camera.card.put('a.mp4', size);
    const { bytes } = await readAll(await open(), object.handle, 'untold');
    expect(bytes.equals(bytesOf(object))).toBe(true);
  });
});

describe('a container too long for its length', () => {
  it.each([
    ['untold', true],
    ['untold', false],
    ['modulo', false],
  ] as const)('%s in its header, size known from elsewhere: %s; not a byte is cut', async (longLength, isKnown) => {
    Object.assign(camera.knobs, { longLength, longAt: 64 * KIB });
    for (const size of SIZES) {
      const object = camera.card.put(`${size}.mp4`, size);
      const session = await open();
      const { bytes } = await readAll(session, object.handle, isKnown ? size : 'untold');
      expect(bytes.equals(bytesOf(object))).toBe(true);
      expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
    }
  });
});

describe('an answer that does not fit', () => {
  it('leftovers of the transaction before are passed over', async () => {
    const session = await open();
    camera.mishap(0x1007, { kind: 'leftover' });
    camera.card.put('a.mp4', 1);
    expect(decodeIds((await session.demand(OPERATION.getObjectHandles, ROOT)).bytes)).toEqual([1]);
  });

  it('an answer to a transaction to come is nonsense: recovered from, asked once more', async () => {
    const session = await open();
    camera.mishap(0x1004, { kind: 'transaction', shift: 3 });
    expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
    expect(camera.heard.filter((code) => code === 0x1004)).toHaveLength(2);
  });

  it('nonsense twice is a fault, and the camera serves the next operation', async () => {
    const session = await open();
    const garbage = { kind: 'garbage', bytes: new Uint8Array(700).fill(0xee) } as const;
    camera.mishap(0x1004, garbage, garbage);
    await expect(session.ask(OPERATION.getStorageIds)).rejects.toMatchObject({ code: 'camera-garbled' });
    expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
  });

  it('silence twice is a fault of its own, and does not last', async () => {
    const session = await open();
    camera.mishap(0x1004, { kind: 'silent' }, { kind: 'silent' });
    await expect(session.ask(OPERATION.getStorageIds)).rejects.toMatchObject({ code: 'camera-silent' });
    expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
  });

  it('a halt is lifted and the operation asked again', async () => {
    const session = await open();
    camera.mishap(0x1004, { kind: 'halt', afterBytes: 0 });
    expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
  });

  it('a busy camera is asked again', async () => {
    const session = await open();
    camera.mishap(0x1004, { kind: 'busy' }, { kind: 'busy' });
    expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
  });

  it('data shorter than promised is a fault, never a short file', async () => {
    const object = camera.card.put('a.mp4', 5000);
    const session = await open();
    camera.mishap(0x1009, { kind: 'cut', afterBytes: 3001 });
    await expect(readAll(session, object.handle)).rejects.toMatchObject({ code: 'camera-garbled' });
    expect((await readAll(session, object.handle)).bytes.length).toBe(5000);
  });
});

describe('a read that is left', () => {
  const slice = (session: PtpSession, handle: number, signal?: AbortSignal) =>
    session.read(OPERATION.getPartialObject64, [handle, 0, 0, 4096 * KIB], { ...SLICE, signal });

  it('in a slice is read to its end by itself', async () => {
    const object = camera.card.put('a.mp4', 8192 * KIB);
    const session = await open();
    for await (const piece of slice(session, object.handle)) if (piece.length > 0) break;
    expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
    expect(camera.cancelled).toEqual([]);
  });

  it.each(['obeyed', 'hangs', 'halts'] as const)('in a long object is cancelled, %s', async (cancel) => {
    camera.knobs.cancel = cancel;
    const object = camera.card.put('a.mp4', 300 * 1024 * KIB);
    const session = await open();
    for await (const piece of session.read(OPERATION.getObject, [object.handle], { sizeBytes: null, isSlice: false }))
      if (piece.length > 0) break;
    expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
    expect(camera.cancelled).toHaveLength(cancel === 'obeyed' ? 1 : 0);
  });

  it('by its signal ends at once, and the session goes on', async () => {
    const object = camera.card.put('a.mp4', 8192 * KIB);
    const session = await open();
    const stop = new AbortController();
    const reading = slice(session, object.handle, stop.signal);
    await reading.next();
    camera.bulkIn.drop();
    stop.abort();
    await expect(
      (async () => {
        for await (const piece of reading) expect(piece).toBeDefined();
      })(),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
  });
});

describe('a camera that is unplugged', () => {
  afterEach(() => expect(camera.isPlugged).toBe(false));

  it.each([0, 1, 12, 511, 512, 70 * KIB, 1500 * KIB])('after %i bytes is gone, which no retry hides', async (bytes) => {
    const object = camera.card.put('a.mp4', 4096 * KIB);
    const session = await open();
    camera.unplugAfter(bytes);
    await expect(readAll(session, object.handle)).rejects.toMatchObject({ code: 'camera-gone' });
    await expect(session.ask(OPERATION.getStorageIds)).rejects.toMatchObject({ code: 'camera-gone' });
  });
});

it('every operation is one that reads', async () => {
  const session = await open();
  for (const code of Object.values(OPERATION)) {
    expect([0x100b, 0x100c, 0x100d, 0x1016, 0x95c2, 0x95c3, 0x95c4, 0x95c5]).not.toContain(code);
  }
  await session.close();
  expect(camera.heard.at(-1)).toBe(0x1003);
});

it('operations asked for together are answered one after another', async () => {
  const session = await open();
  const objects = Array.from({ length: 20 }, (_, i) => camera.card.put(`${i}.mp4`, i));
  const answers = await Promise.all(objects.map(({ handle }) => session.demand(OPERATION.getObjectInfo, [handle])));
  expect(answers.map(({ bytes }) => decodeObject(bytes).fileName)).toEqual(objects.map(({ name }) => name));
});

it('a fault is always one of the closed codes', async () => {
  const session = await open();
  camera.mishap(0x1004, { kind: 'silent' }, { kind: 'silent' });
  await session.ask(OPERATION.getStorageIds).catch((error: unknown) => expect(isFault(error)).toBe(true));
});

describe('a camera that counts transactions', () => {
  beforeEach(() => {
    camera.knobs.countsTransactions = true;
  });

  it('hears 1, 2, 3 in each session', async () => {
    const session = await open();
    for (let n = 0; n < 3; n++) expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
    camera.mishap(0x1004, { kind: 'silent' }, { kind: 'silent' });
    await expect(session.ask(OPERATION.getStorageIds)).rejects.toMatchObject({ code: 'camera-silent' });
    expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
  });

  it('and is in another one’s session with a count of its own: that session is ended and a new one begun', async () => {
    camera.knobs.sessionIsOpen = true;
    const session = await open();
    expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
    expect(camera.heard).toEqual([0x1001, 0x1002, 0x1004, 0x1003, 0x1002, 0x1004]);
  });

  it('and describes itself only in a session', async () => {
    camera.knobs.describesOnlyInSession = true;
    expect((await (await open()).ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
  });
});

it('a session the camera is too busy to open is asked for again', async () => {
  camera.mishap(0x1002, { kind: 'busy' }, { kind: 'busy' });
  expect((await open()).device.model).toBe('DSJ-X5');
});

it('endpoints that halt at a Cancel are freed, and the very next operation is answered', async () => {
  camera.knobs.cancel = 'halts-endpoints';
  const object = camera.card.put('a.mp4', 300 * 1024 * KIB);
  const session = await open();
  for await (const piece of session.read(OPERATION.getObject, [object.handle], { sizeBytes: null, isSlice: false }))
    if (piece.length > 0) break;
  expect((await session.ask(OPERATION.getStorageIds)).code).toBe(RESPONSE.ok);
});

it.each([16 * KIB, 10_000, 500])('data that leave in parts of %i bytes come whole', async (chunkBytes) => {
  camera.knobs.chunkBytes = chunkBytes;
  for (const size of SIZES) {
    const object = camera.card.put(`${size}.mp4`, size);
    expect((await readAll(await open(), object.handle)).bytes.equals(bytesOf(object))).toBe(true);
  }
});

it('events in the pipe of the data are passed over', async () => {
  camera.knobs.events = 5;
  const object = camera.card.put('a.mp4', 3000);
  expect((await readAll(await open(), object.handle)).bytes.equals(bytesOf(object))).toBe(true);
});
