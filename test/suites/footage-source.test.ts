import { makeFolderSource } from '../../src/adapters/camera/folder/folder-source.ts';
import { makeMtpSource } from '../../src/adapters/camera/mtp/mtp-source.ts';
import { PtpSession } from '../../src/adapters/camera/ptp/session.ts';
import { makeCamera, pipeTo, QUICK } from '../doubles/camera/camera-pipe.ts';
import { clientOver } from '../doubles/camera/camera-worker.ts';
import type { Knobs } from '../doubles/camera/knobs.ts';
import { UsbBus, UsbCameraDevice } from '../doubles/camera/usb-device.ts';
import { makeMemoryDisk } from '../doubles/memory-directory.ts';
import { footageSourceSuite } from './footage-source-suite.ts';

footageSourceSuite('a folder', async () => {
  const disk = makeMemoryDisk();
  const source = makeFolderSource(disk.root);
  return {
    source,
    put: (path, bytes, minute = 0) => disk.put(path, bytes, Date.UTC(2026, 2, 5, 6, minute)),
    remove: (path) => disk.remove(path),
    unplug: () => {
      disk.isPulled = true;
    },
    plug: async () => {
      disk.isPulled = false;
      return source;
    },
  };
});

/** The same over the byte-level double, with the habits of cameras that matter for listing and reading. */
const HABITS: Readonly<Record<string, Partial<Knobs>>> = {
  'a camera after the standard': {},
  'a camera that answers 0x9805 with the folder alone': { propList: 'self' },
  'a camera without 64-bit offsets': { lacks: new Set([0x95c1, 0x9805]) },
  'a camera without partial reads': { lacks: new Set([0x95c1, 0x101b, 0x9805]) },
  'a plain PTP camera': {
    lacks: new Set([0x95c1, 0x101b, 0x9802, 0x9803, 0x9805, 0x1006]),
    rootParents: [0xffff_ffff],
  },
  'a camera to which 0 is the root': { rootParents: [0], lacks: new Set([0x9805]) },
  'a camera with split headers, no empty packets and short slices': {
    splitHeader: true,
    emptyPacket: false,
    mostPartialBytes: 100_000,
  },
};

for (const [name, knobs] of Object.entries(HABITS)) {
  footageSourceSuite(name, async () => {
    const camera = makeCamera();
    Object.assign(camera.knobs, knobs);
    const open = async () =>
      makeMtpSource(await PtpSession.open(pipeTo(camera).pipe, true, QUICK), 'DSJ-X5', { nowMs: Date.now });
    return {
      source: await open(),
      put: (path, bytes, minute = 0) => camera.card.put(path, bytes, `20260305T14${String(minute).padStart(2, '0')}00`),
      remove: (path) => camera.card.remove(path),
      unplug: () => camera.unplug(),
      plug: async () => {
        camera.plug();
        return open();
      },
    };
  });
}

footageSourceSuite('a camera on a cable, through its worker', async () => {
  const bus = new UsbBus();
  const device = new UsbCameraDevice();
  bus.plug(device);
  const { client } = clientOver(bus);
  const { vendorId, productId, serialNumber } = device;
  const source = client.source({ key: { vendorId, productId, serial: serialNumber }, name: 'DSJ-X5' });
  const { card } = device.responder;
  return {
    source,
    put: (path, bytes, minute = 0) => card.put(path, bytes, `20260305T14${String(minute).padStart(2, '0')}00`),
    remove: (path) => card.remove(path),
    unplug: () => device.responder.unplug(),
    plug: async () => {
      bus.plug(new UsbCameraDevice(card));
      return source;
    },
  };
});
