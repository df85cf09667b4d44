import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FootageItem } from '../../src/domain/ports/footage-source.ts';
import { openIntake, planIntake } from '../../src/usecases/plan-intake.ts';
import { takeIn } from '../../src/usecases/take-in.ts';
import { bytesOf, CameraCard } from '../doubles/camera/camera-card.ts';
import { clientOver } from '../doubles/camera/camera-worker.ts';
import type { Knobs } from '../doubles/camera/knobs.ts';
import { UsbBus, UsbCameraDevice } from '../doubles/camera/usb-device.ts';
import { makeMemoryBuffer, namingProbe } from '../doubles/footage.ts';
import { foundOffice } from '../doubles/office-desk.ts';

const control = () => ({ signal: new AbortController().signal, report: () => undefined, onItems: () => undefined });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** An office with a camera at its cable; `plug` puts it in again, `pullAfter` bytes it is out. */
async function officeWithCamera(knobs: Partial<Knobs> = {}) {
  const office = await foundOffice();
  const officer = await office.admit('张建国', ['officer']);
  const card = new CameraCard();
  const bus = new UsbBus();
  const plug = (pullAfter = Number.POSITIVE_INFINITY) => {
    const device = new UsbCameraDevice(card);
    Object.assign(device.responder.knobs, knobs);
    bus.plug(device);
    device.responder.unplugAfter(pullAfter);
    return device;
  };
  const { vendorId, productId, serialNumber } = new UsbCameraDevice(card);
  const camera = { key: { vendorId, productId, serial: serialNumber }, name: 'Xunzheng DSJ-X5' };
  const source = clientOver(bus).client.source(camera);
  const plan = (found?: (items: readonly FootageItem[]) => void) =>
    planIntake(
      office.desk,
      source,
      namingProbe,
      { device: null, preferred: null },
      { ...control(), ...(found === undefined ? {} : { found }) },
    );
  const { buffer } = makeMemoryBuffer();
  async function begin() {
    const chosen = (await plan()).items.map(({ item }) => ({ item, activity: null, unlinkedReason: null }));
    const session = await openIntake(office.desk, officer, chosen, {
      device: null,
      unregisteredExplanation: '本人手机',
      sourceLabel: source.label,
      sourceHandle: null,
      sourceCamera: camera,
    });
    return { batch: session.batch, run: () => resume(office, session.batch) };
  }
  /** From what this station remembers, as after a crash. */
  async function resume({ desk }: typeof office, batch: string) {
    const session = (await desk.local.intakes()).find((one) => one.batch === batch);
    if (session === undefined) throw new Error('the intake is not remembered');
    expect(session.sourceCamera).toEqual(camera);
    return takeIn(desk, { buffer, probe: namingProbe }, session, source, control());
  }
  return { office, card, plug, plan, begin };
}

test('a camera is looked at by names alone: nothing of any file is read before it is taken in', async () => {
  const { card, plug, plan } = await officeWithCamera();
  card.put('DCIM/DSJ_0003_20260305143000.MP4', 50_000_000);
  card.put('DCIM/notes.log', 10);
  const device = plug();
  const found: string[] = [];
  const { items } = await plan((some) => found.push(...some.map(({ path }) => path)));
  expect(items.map(({ standing, facts }) => [standing, facts.mediaType])).toEqual([
    ['new', 'video'],
    ['not-media', 'sidecar'],
  ]);
  expect(items[0]?.facts.capturedAtRaw).toMatchObject({ source: 'file-name' });
  expect(found).toEqual(items.map(({ item }) => item.path));
  expect(device.responder.bulkIn.takenBytes).toBeLessThan(5000);
});

test('a camera pulled out again and again gives, in the end, each recording once with its own digest', async () => {
  const { office, card, plug, begin } = await officeWithCamera();
  const objects = [3_000_000, 900_001, 1, 2_000_000].map((bytes, i) => card.put(`DCIM/${100 + i}/A.MP4`, bytes));
  plug();
  const { run, batch } = await begin();
  for (const pullAfter of [0, 700, 400_000, 3_100_000, 100, 1_500_000]) {
    await run().catch((error: unknown) => expect(error).toMatchObject({ code: 'camera-gone' }));
    plug(pullAfter);
  }
  await run().catch(() => undefined);
  plug();
  expect((await run()).failed).toEqual([]);
  const record = await office.desk.records.get('batch', batch);
  const taken = await office.desk.records.getMany('recording', record?.recordings ?? []);
  expect(taken.map(({ digests }) => digests.sha256).sort()).toEqual(objects.map((one) => sha256(bytesOf(one))).sort());
});

test('a camera that says too little of a size is taken in whole, and the book has the true size', async () => {
  const { office, card, plug, begin } = await officeWithCamera({
    lacks: new Set([0x9803, 0x9805]),
    size32: 'modulo',
    longAt: 5_000_000,
  });
  const object = card.put('LONG.MP4', 11_000_000);
  plug();
  const { run, batch } = await begin();
  expect(await run()).toMatchObject({ recorded: 1, failed: [] });
  const record = await office.desk.records.get('batch', batch);
  const [taken] = await office.desk.records.getMany('recording', record?.recordings ?? []);
  expect(taken).toMatchObject({ sizeBytes: 11_000_000, digests: { sha256: sha256(bytesOf(object)) } });
});
