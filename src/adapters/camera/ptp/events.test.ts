import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCamera, pipeTo, QUICK } from '../../../../test/doubles/camera/camera-pipe.ts';
import type { CameraNews } from '../../../domain/camera.ts';
import { OPERATION, RESPONSE } from './codes.ts';
import { decodeEvent } from './events.ts';
import { PtpSession } from './session.ts';

let camera = makeCamera();
let news: CameraNews[] = [];
beforeEach(() => {
  camera = makeCamera();
  news = [];
});

async function open(isFresh = true): Promise<PtpSession> {
  const session = await PtpSession.open(pipeTo(camera).pipe, isFresh, QUICK);
  session.onNews = (one) => news.push(one);
  return session;
}
const stores = async (session: PtpSession) => (await session.ask(OPERATION.getStorageIds)).code;

async function leaveLongObject(session: PtpSession): Promise<void> {
  const object = camera.card.put('a.mp4', 300 * 2 ** 20);
  const reading = session.read(OPERATION.getObject, [object.handle], { sizeBytes: null, isSlice: false });
  for await (const piece of reading) if (piece.length > 0) break;
}

describe('events on their own endpoint', () => {
  it('tell of new files, of files and cards that went, and of what could not be told', async () => {
    await open();
    for (const code of [0x4002, 0x4003, 0x4004, 0x4005, 0x4007, 0x4008, 0x400a, 0x400b, 0x400c, 0x400e])
      camera.interruptIn.tell(code, 0x11);
    await expect.poll(() => news).toHaveLength(10);
    expect(new Set(news)).toEqual(new Set(['object-added', 'object-removed', 'store-changed', 'lost', 'store-full']));
  });

  it('come while a file is read, and not a byte of it is lost', async () => {
    const object = camera.card.put('a.mp4', 3 * 2 ** 20 + 7);
    const session = await open();
    let bytes = 0;
    const reading = session.read(OPERATION.getObject, [object.handle], { sizeBytes: null, isSlice: false });
    for await (const piece of reading) {
      camera.interruptIn.tell(0x4002, bytes);
      bytes += piece.length;
    }
    expect(bytes).toBe(object.sizeBytes);
    await expect.poll(() => news.length).toBeGreaterThan(0);
  });

  it('a camera that answers nothing until its event was taken is answered for', async () => {
    camera.knobs.interrupt = 'blocks';
    camera.interruptIn.tell(0x4002, 1);
    const session = await open();
    camera.interruptIn.tell(0x4002, 2);
    expect(await stores(session)).toBe(RESPONSE.ok);
  });

  it.each(['none', 'told'] as const)(
    'a camera whose endpoint is %s and only fails is used without',
    async (interrupt) => {
      camera.knobs.interrupt = interrupt;
      const session = await open();
      for (let n = 0; n < 20; n++) camera.interruptIn.fail(new Error('a bad transfer'));
      expect(await stores(session)).toBe(RESPONSE.ok);
    },
  );

  it('are followed on after the cable was opened anew', async () => {
    camera.knobs.cancel = 'hangs';
    const session = await open();
    await leaveLongObject(session);
    expect(await stores(session)).toBe(RESPONSE.ok);
    camera.interruptIn.tell(0x4002, 1);
    await expect.poll(() => news).toEqual(['object-added']);
  });

  it('any bytes are news or nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const said = decodeEvent(bytes);
        expect(said === null || typeof said === 'string').toBe(true);
      }),
    );
  });
});

describe('the status after a Cancel', () => {
  it('is asked for until the camera is no longer busy with it', async () => {
    camera.knobs.status = { busy: 3 };
    const session = await open();
    await leaveLongObject(session);
    expect(await stores(session)).toBe(RESPONSE.ok);
    expect(camera.statusAsked).toBe(4);
  });

  it.each(['refused', 'hangs'] as const)(
    'is done without where it is %s, and then not asked for again',
    async (status) => {
      camera.knobs.status = status;
      const session = await open();
      for (let n = 0; n < 2; n++) {
        await leaveLongObject(session);
        expect(await stores(session)).toBe(RESPONSE.ok);
      }
      expect(camera.statusAsked).toBe(1);
    },
  );
});

describe('a camera that hangs whatever is asked', () => {
  it('is reset as the last means, and serves again', async () => {
    const session = await open();
    camera.mishap(0x1004, { kind: 'deaf' });
    expect(await stores(session)).toBe(RESPONSE.ok);
    expect(camera.resets).toBe(1);
  });

  it('is reset when it hung before we came', async () => {
    camera.mishap(0x1001, { kind: 'deaf' });
    expect(await stores(await open(false))).toBe(RESPONSE.ok);
    expect(camera.resets).toBe(1);
  });

  it('and does not know the reset is silent, which is said', async () => {
    camera.knobs.reset = 'refused';
    const session = await open();
    camera.mishap(0x1004, { kind: 'deaf' });
    await expect(stores(session)).rejects.toMatchObject({ code: 'camera-silent' });
  });
});

it('answers that name neither transaction nor operation are taken for what they must be', async () => {
  camera.knobs.answersUnder = 'nothing';
  camera.card.put('a.mp4', 1);
  const session = await open();
  expect(session.device.model).toBe('DSJ-X5');
  for (let n = 0; n < 3; n++) expect(await stores(session)).toBe(RESPONSE.ok);
});
