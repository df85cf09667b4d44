import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Checkpoint } from '../../src/adapters/hashing/pipeline/protocol.ts';
import { isFault } from '../../src/base/fault.ts';
import { bytesOf, CameraCard } from '../doubles/camera/camera-card.ts';
import { clientOver } from '../doubles/camera/camera-worker.ts';
import { UsbBus, UsbCameraDevice } from '../doubles/camera/usb-device.ts';
import { memoryPart, runInMemory } from '../doubles/ring.ts';

const KIB = 1024;
const SIZE = 2048 * KIB + 333;
const PLAN = { chunkBytes: 64 * KIB, segmentChunks: 4, buffers: 6 };
const never = new AbortController().signal;

/** Bytes over the cable before it is pulled, for each try in turn; after the last it stays in. */
async function takeInWithPulls(pulls: readonly number[], mostPartialBytes: number) {
  const card = new CameraCard();
  const object = card.put('DCIM/A.MP4', SIZE);
  const bus = new UsbBus();
  let device = new UsbCameraDevice(card);
  const plug = (after: number | undefined) => {
    device = new UsbCameraDevice(card);
    device.responder.knobs.mostPartialBytes = mostPartialBytes;
    bus.plug(device);
    if (after !== undefined) device.responder.unplugAfter(after);
  };
  const { client, close } = clientOver(bus);
  const { vendorId, productId, serialNumber } = device;
  const source = client.source({ key: { vendorId, productId, serial: serialNumber }, name: 'DSJ-X5' });
  const part = memoryPart();
  const kept: { at: Checkpoint | null } = { at: null };
  let pulled = 0;
  const left = [...pulls];
  plug(left.shift());
  for (;;) {
    try {
      const [listed] = await source.list({ signal: never, report: () => undefined });
      if (listed === undefined) throw new Error('nothing listed');
      const opened = await source.open(listed, never);
      if (opened.kind !== 'stream' || opened.port === undefined) throw new Error('no port');
      const resume = kept.at;
      const offset = (resume?.chunks ?? 0) * PLAN.chunkBytes;
      const expected = { sizeBytes: listed.sizeBytes, modifiedAt: listed.modifiedAt };
      const done = await runInMemory(
        { source: opened.port(offset), expected, openEnded: false, wants: 'all', resume, known: null, plan: PLAN },
        { part, keep: (checkpoint) => Object.assign(kept, { at: checkpoint }) },
      );
      close();
      return { done, pulled, part: part.bytes(), original: bytesOf(object) };
    } catch (error) {
      if (!isFault(error) || error.code !== 'camera-gone') throw error;
      pulled += 1;
      part.crash();
      plug(left.shift());
    }
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('a camera pulled at 20 random points of an intake always goes on to equal digests', async () => {
  const points = fc.array(fc.integer({ min: 0, max: 700 * KIB }), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(points, fc.constantFrom(Number.POSITIVE_INFINITY, 100_000), async (pulls, mostPartialBytes) => {
      const { done, pulled, part, original } = await takeInWithPulls(pulls, mostPartialBytes);
      expect(sha256(part)).toBe(sha256(original));
      expect(done.whole?.sha256).toBe(sha256(original));
      expect(done.sizeBytes).toBe(SIZE);
      expect(pulled).toBeGreaterThan(2);
    }),
    { numRuns: process.env.SOAK === '1' ? 500 : 3 },
  );
});
