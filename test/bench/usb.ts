import { makeMtpSource } from '../../src/adapters/camera/mtp/mtp-source.ts';
import { PtpSession } from '../../src/adapters/camera/ptp/session.ts';
import { openUsbPipe } from '../../src/adapters/camera/usb/usb/web-usb-pipe.ts';
import type { FootageSource } from '../../src/domain/ports/footage-source.ts';
import { CameraCard } from '../doubles/camera/camera-card.ts';
import { UsbBus, UsbCameraDevice } from '../doubles/camera/usb-device.ts';
import type { Benches, Figure } from './figure.ts';

const MIB = 1024 * 1024;
const FILM_BYTES = 512 * MIB;
const SLICE_BYTES = 4 * MIB;
const PAIRS = 5;
const never = new AbortController().signal;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const rounded = (value: number): number => Number(value.toFixed(3));

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function plugged(card: CameraCard): UsbCameraDevice {
  const device = new UsbCameraDevice(card);
  new UsbBus().plug(device);
  return device;
}

const sourceOf = async (device: UsbCameraDevice): Promise<FootageSource> =>
  makeMtpSource(await PtpSession.open(await openUsbPipe(device), true), 'bench', { nowMs: Date.now });

function command(code: number, transaction: number, params: readonly number[]): Uint8Array<ArrayBuffer> {
  const words = Uint32Array.from([12 + 4 * params.length, code * 2 ** 16 + 1, transaction, ...params]);
  return new Uint8Array(words.buffer);
}

/** No protocol beyond the commands: the same slices, transfers of 1 MiB one after another, lengths believed. */
async function bare(device: UsbCameraDevice, handle: number): Promise<void> {
  await device.open();
  await device.selectConfiguration(1);
  await device.claimInterface(0);
  const ask = async (bytes: Uint8Array<ArrayBuffer>) => {
    await device.transferOut(2, bytes);
    return device.transferIn(1, MIB);
  };
  await ask(command(0x1002, 0, [1]));
  for (let at = 0, transaction = 1; at < FILM_BYTES; at += SLICE_BYTES, transaction++) {
    await device.transferOut(2, command(0x95c1, transaction, [handle, at, 0, SLICE_BYTES]));
    for (let taken = 0; taken < SLICE_BYTES + 12; )
      taken += (await device.transferIn(1, MIB)).data?.byteLength ?? SLICE_BYTES;
    await device.transferIn(1, 512);
  }
  await device.close();
}

async function ours(source: FootageSource, bytes = FILM_BYTES, onPiece = (): void => undefined): Promise<void> {
  const [item] = await source.list({ signal: never, report: () => undefined });
  const opened = item && (await source.open(item, never));
  if (opened?.kind !== 'stream') throw new Error('no stream');
  let taken = 0;
  for await (const piece of opened.from(0, never)) {
    taken += piece.length;
    onPiece();
  }
  if (taken !== bytes) throw new Error(`${taken} bytes came`);
}

async function throughput(): Promise<readonly Figure[]> {
  const card = new CameraCard();
  const { handle } = card.put('A.MP4', FILM_BYTES);
  const pairs: { readonly bareMs: number; readonly oursMs: number }[] = [];
  for (let pair = 0; pair <= PAIRS; pair++) {
    const bareMs = await timed(() => bare(plugged(card), handle));
    const source = await sourceOf(plugged(card));
    const oursMs = await timed(() => ours(source));
    // The first pair warms both sides up.
    if (pair > 0) pairs.push({ bareMs: Math.round(bareMs), oursMs: Math.round(oursMs) });
  }
  const ratios = pairs.map(({ bareMs, oursMs }) => bareMs / oursMs);
  const spread = { min: rounded(Math.min(...ratios)), max: rounded(Math.max(...ratios)) };
  const detail = { spread, pairs, bytes: FILM_BYTES, where: 'Node, in memory, no hashing' };
  return [{ bench: 'usb/throughput', ratio: rounded(median(ratios)), detail }];
}

/** Folders of a thousand, as recorders fill them. */
function cardOf(files: number): CameraCard {
  const card = new CameraCard();
  for (let i = 0; i < files; i++) card.put(`DCIM/${100 + Math.floor(i / 1000)}MEDIA/DSJ_${i}.MP4`, 1000 + i);
  return card;
}

async function listMs(card: CameraCard, propList: 'children' | 'self'): Promise<number> {
  const device = plugged(card);
  device.responder.knobs.propList = propList;
  const source = await sourceOf(device);
  return timed(async () => void (await source.list({ signal: never, report: () => undefined })));
}

async function listGrowth(): Promise<readonly Figure[]> {
  const [small, large] = [cardOf(1000), cardOf(12_000)];
  const measured = [];
  for (const way of ['children', 'self'] as const) {
    const pairs: { readonly smallMs: number; readonly largeMs: number }[] = [];
    for (let pair = 0; pair <= PAIRS; pair++) {
      const smallMs = await listMs(small, way);
      const largeMs = await listMs(large, way);
      if (pair > 0) pairs.push({ smallMs: rounded(smallMs), largeMs: rounded(largeMs) });
    }
    const ratio = rounded(median(pairs.map(({ smallMs, largeMs }) => largeMs / (12 * smallMs))));
    measured.push({ way: way === 'children' ? 'a folder at once (0x9805)' : 'object by object', ratio, pairs });
  }
  // The worse of the two ways is the figure.
  return [{ bench: 'usb/list-growth', ratio: Math.max(...measured.map(({ ratio }) => ratio)), detail: { measured } }];
}

const SMALL_BYTES = 100 * MIB;
const HUGE_BYTES = 5 * 1024 * MIB;

/** The most this process held while a film of so many bytes was read, in MiB. */
async function peakMB(bytes: number): Promise<number> {
  const card = new CameraCard();
  card.put('A.MP4', bytes);
  const source = await sourceOf(plugged(card));
  let pieces = 0;
  let peak = 0;
  await ours(source, bytes, () => {
    pieces += 1;
    if (pieces % 16 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  });
  return Math.round(peak / MIB);
}

/** A recording of five gigabytes must cost no more memory than one of a hundred megabytes. */
async function memoryGrowth(): Promise<readonly Figure[]> {
  // Memory is let go of in its own time, so the small one is read as often as it takes to see that; the first brings the code too.
  let small = 0;
  for (let turn = 0; turn < 6; turn++) small = Math.max(small, await peakMB(SMALL_BYTES));
  const huge = await peakMB(HUGE_BYTES);
  const detail = {
    smallMB: small,
    hugeMB: huge,
    bytes: [SMALL_BYTES, HUGE_BYTES],
    where: 'Node, pieces let go at once',
  };
  return [{ bench: 'usb/memory-growth', ratio: rounded(huge / small), detail }];
}

export const benches: Benches = {
  'usb/throughput': throughput,
  'usb/list-growth': listGrowth,
  'usb/memory-growth': memoryGrowth,
};
