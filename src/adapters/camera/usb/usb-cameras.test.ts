import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, CameraCard } from '../../../../test/doubles/camera/camera-card.ts';
import { clientOver } from '../../../../test/doubles/camera/camera-worker.ts';
import { platform, UsbBus, UsbCameraDevice } from '../../../../test/doubles/camera/usb-device.ts';
import { readFrom } from '../../../../test/suites/footage-source-suite.ts';
import type { CameraKey } from '../../../domain/camera.ts';
import type { FootageItem, FootageSource } from '../../../domain/ports/footage-source.ts';
import { atHand, findCameraInterface, keyOf } from './usb/usb-device.ts';

const MIB = 2 ** 20;
const never = new AbortController().signal;

let card = new CameraCard();
let bus = new UsbBus();
let device = new UsbCameraDevice(card);
let client = clientOver(bus);
beforeEach(() => {
  card = new CameraCard();
  card.put('DCIM/A.MP4', 9 * MIB + 11);
  bus = new UsbBus();
  device = new UsbCameraDevice(card);
  client = clientOver(bus);
});
afterEach(() => client.close());

const source = (key: CameraKey = keyOf(device)): FootageSource => client.client.source({ key, name: 'DSJ-X5' });
const list = (from: FootageSource) => from.list({ signal: never, report: () => undefined });
async function first(from: FootageSource): Promise<FootageItem> {
  const [item] = await list(from);
  if (item === undefined) throw new Error('nothing listed');
  return item;
}

describe('which device is a camera', () => {
  it.each([
    [6, null, true],
    [255, 'MTP', true],
    [255, 'Android MTP interface', true],
    [255, 'ADB Interface', false],
    [255, null, false],
    [8, 'Mass Storage', false],
  ])('an interface of class %i named %s: %s', (interfaceClass, interfaceName, isOne) => {
    Object.assign(device.obstacles, { interfaceClass, interfaceName });
    expect(findCameraInterface(device) !== null).toBe(isOne);
  });

  it('one of the maker’s own without a name is one by its triple and its three endpoints', () => {
    Object.assign(device.obstacles, { interfaceClass: 255, interfaceName: null, subclass: 255, protocol: 0 });
    expect(findCameraInterface(device)).toMatchObject({ interface: 0, events: { endpoint: 3, packetBytes: 64 } });
    device.obstacles.interfaceName = '执法记录仪';
    expect(findCameraInterface(device)).not.toBeNull();
    device.obstacles.protocol = 1;
    expect(findCameraInterface(device)).toBeNull();
  });

  it('is named by maker and model, and known by make and serial number', () => {
    expect(atHand(device)).toEqual({
      name: 'Xunzheng DSJ-X5',
      key: { vendorId: 0x2207, productId: 0x11, serial: 'DSJ-0003-7F21' },
    });
    device.serialNumber = ' ';
    expect(keyOf(device).serial).toBeNull();
  });
});

describe('a camera that cannot be had', () => {
  it.each([
    ['open', 'SecurityError', 'camera-denied'],
    ['open', 'NetworkError', 'camera-held'],
    ['open', 'NotFoundError', 'camera-gone'],
    ['claim', 'NetworkError', 'camera-held'],
    ['claim', 'SecurityError', 'camera-protected'],
  ] as const)('at %s with %s is %s', async (step, error, code) => {
    device.obstacles[step] = platform(error);
    bus.plug(device);
    await expect(list(source())).rejects.toMatchObject({ name: 'Fault', code });
  });

  it.each([
    [8, 'camera-protected'],
    [14, 'camera-protected'],
    [3, 'camera-no-interface'],
  ])('because its class is %i is %s', async (interfaceClass, code) => {
    device.obstacles.interfaceClass = interfaceClass;
    bus.plug(device);
    await expect(list(source())).rejects.toMatchObject({ code });
  });

  it('because it is not plugged in is gone, and there once it is', async () => {
    await expect(list(source())).rejects.toMatchObject({ code: 'camera-gone' });
    bus.plug(device);
    await expect(list(source())).resolves.toHaveLength(1);
  });

  it('because another program had it is there once that let go', async () => {
    device.obstacles.claim = platform('NetworkError');
    bus.plug(device);
    await expect(list(source())).rejects.toMatchObject({ code: 'camera-held' });
    device.obstacles.claim = null;
    await expect(list(source())).resolves.toHaveLength(1);
  });
});

describe('where the camera is on its device', () => {
  it.each(['composite', 'alternate', 'second-configuration'] as const)(
    '%s: its own endpoints are found',
    async (layout) => {
      device.obstacles.layout = layout;
      bus.plug(device);
      await expect(list(source())).resolves.toHaveLength(1);
    },
  );
});

it('what a camera tells while it is in use reaches the page under its key', async () => {
  bus.plug(device);
  const told: unknown[] = [];
  client.client.onNews = (key, news) => told.push([key.serial, news]);
  await list(source());
  device.responder.interruptIn.tell(0x4002, 7);
  await expect.poll(() => told).toEqual([[device.serialNumber, 'object-added']]);
});

it('a telephone that was locked tells when it no longer is', async () => {
  device.responder.knobs.stores = [];
  bus.plug(device);
  const told: unknown[] = [];
  client.client.onNews = (_key, news) => told.push(news);
  await expect(list(source())).rejects.toMatchObject({ code: 'camera-refused', facts: { stores: 0 } });
  device.responder.knobs.stores = [{ id: 0x0001_0001, state: 'good' }];
  device.responder.interruptIn.tell(0x4004, 0x0001_0001);
  await expect.poll(() => told).toEqual(['store-changed']);
  await expect(list(source())).resolves.toHaveLength(1);
});

describe('several cameras', () => {
  it('of one make are told apart by serial number, and read side by side', async () => {
    const other = new UsbCameraDevice(new CameraCard(), 'DSJ-0004');
    other.responder.card.put('B.MP4', 5 * MIB);
    bus.plug(device);
    bus.plug(other);
    const lists = await Promise.all([list(source()), list(source(keyOf(other)))]);
    expect(lists.map((items) => items.map(({ path }) => path))).toEqual([['DCIM/A.MP4'], ['B.MP4']]);
  });
});

describe('several cameras that say the same of themselves', () => {
  it('are not guessed at; once one of them is gone the other is read', async () => {
    const twin = new UsbCameraDevice(new CameraCard());
    bus.plug(device);
    bus.plug(twin);
    await expect(list(source())).rejects.toMatchObject({ code: 'camera-twins' });
    twin.responder.unplug();
    expect((await list(source())).map(({ path }) => path)).toEqual(['DCIM/A.MP4']);
  });

  it('one that comes and goes leaves the other in use', async () => {
    bus.plug(device);
    const from = source();
    const opened = await from.open(await first(from), never);
    const twin = new UsbCameraDevice(new CameraCard());
    bus.plug(twin);
    twin.responder.unplug();
    const { transfers } = device;
    expect((await readFrom(opened, 0)).length).toBe(9 * MIB + 11);
    expect(device.responder.heard.filter((one) => one === 0x1002)).toHaveLength(1);
    expect(device.transfers).toBeGreaterThan(transfers);
  });
});

describe('bytes through the worker', () => {
  it('come with back-pressure: nothing is read that nobody asked for', async () => {
    bus.plug(device);
    const camera = source();
    const opened = await camera.open(await first(camera), never);
    if (opened.kind !== 'stream' || opened.port === undefined) throw new Error('no port');
    const port = opened.port(0);
    const before = device.responder.bulkIn.takenBytes;
    const arrived = new Promise<Uint8Array>((resolve) => {
      port.onmessage = ({ data }) => resolve(data.bytes);
    });
    port.postMessage({ kind: 'pull', pieces: 1 });
    await arrived;
    // One piece, and the receives that were under way for what is owed.
    expect(device.responder.bulkIn.takenBytes - before).toBeLessThan(6 * MIB);
    port.postMessage({ kind: 'cancel' });
    port.close();
    expect(await list(camera)).toHaveLength(1);
  });

  it('are right although their buffers are handed on', async () => {
    device.responder.knobs.emptyPacket = false;
    const object = card.put('B.MP4', 4 * MIB - 12);
    bus.plug(device);
    const camera = source();
    const [, item] = await list(camera);
    const other = (await list(camera)).find(({ path }) => path === 'B.MP4');
    if (item === undefined || other === undefined) throw new Error('nothing listed');
    expect(Buffer.compare(await readFrom(await camera.open(other, never), 0), bytesOf(object))).toBe(0);
  });

  it('a stop is a stop, not a fault', async () => {
    bus.plug(device);
    const stop = new AbortController();
    const listing = source().list({ signal: stop.signal, report: () => stop.abort() });
    await expect(listing).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each([0, 1, 2, 4, 7, 1000])(
    'a device that was unplugged while it was read ends with that, though up to %i calls fail before the system knows',
    async (lateCalls) => {
      device.obstacles.lateCalls = lateCalls;
      bus.plug(device);
      const camera = source();
      const opened = await camera.open(await first(camera), never);
      device.responder.unplugAfter(5 * MIB);
      await expect(readFrom(opened, 0)).rejects.toMatchObject({ code: 'camera-gone' });
      bus.plug(new UsbCameraDevice(card));
      await expect(list(camera)).resolves.toHaveLength(1);
    },
  );
});

describe('a look inside', () => {
  it('reads both ends of a film and nothing between', async () => {
    const object = card.put('B.MP4', 900 * MIB);
    bus.plug(device);
    const camera = source();
    const item = (await list(camera)).find(({ path }) => path === 'B.MP4');
    if (item === undefined) throw new Error('nothing listed');
    const before = device.responder.bulkIn.takenBytes;
    const blob = await camera.peek?.(item, never);
    expect(blob?.size).toBe(900 * MIB);
    const at = async (from: number, to: number) => new Uint8Array((await blob?.slice(from, to).arrayBuffer()) ?? []);
    const expected = new Uint8Array(1000);
    object.content(0, expected);
    expect(await at(0, 1000)).toEqual(expected);
    object.content(900 * MIB - 1000, expected);
    expect(await at(900 * MIB - 1000, 900 * MIB)).toEqual(expected);
    expect((await at(100 * MIB, 100 * MIB + 10)).every((byte) => byte === 0)).toBe(true);
    // Two slices, for a started slice is read to its end.
    expect(device.responder.bulkIn.takenBytes - before).toBeLessThan(9 * MIB);
  });

  it('is not to be had of a camera that only claims to read in parts, and no whole film is read for it', async () => {
    device.responder.knobs.feigns = new Set([0x95c1, 0x101b]);
    card.put('B.MP4', 900 * MIB);
    bus.plug(device);
    const camera = source();
    const item = (await list(camera)).find(({ path }) => path === 'B.MP4');
    if (item === undefined) throw new Error('nothing listed');
    expect(await camera.peek?.(item, never)).toBeNull();
    expect(device.responder.bulkIn.takenBytes).toBeLessThan(70 * MIB);
  });

  it('is not to be had of a camera that reads only whole files', async () => {
    device.responder.knobs.lacks = new Set([0x95c1, 0x101b]);
    bus.plug(device);
    const camera = source();
    expect(await camera.peek?.(await first(camera), never)).toBeNull();
  });
});

it('a worker that crashed is a fault, and started again for the next act', async () => {
  const { CameraClient } = await import('./usb/camera-client.ts');
  let started = 0;
  const crashing = new CameraClient(() => {
    started += 1;
    const worker: ReturnType<ConstructorParameters<typeof CameraClient>[0]> = {
      postMessage: () => queueMicrotask(() => worker.onerror?.({ message: 'out of memory' } as ErrorEvent)),
      onmessage: null,
      onerror: null,
    };
    return worker;
  });
  const camera = crashing.source({ key: keyOf(device), name: '' });
  await expect(list(camera)).rejects.toMatchObject({ code: 'worker-crashed', facts: { message: 'out of memory' } });
  await expect(list(camera)).rejects.toMatchObject({ code: 'worker-crashed' });
  expect(started).toBe(2);
});
