import { createDerivativeMaker } from '../../../src/adapters/media/derivative-maker.ts';
import { createMediaProbe } from '../../../src/adapters/media/media-probe.ts';
import { isFault } from '../../../src/base/fault.ts';
import type { MediaFacts } from '../../../src/domain/media-facts.ts';

/** The media adapter alone, for browser tests. Files come in as base64. */
let probe = createMediaProbe();

const never = (): AbortSignal => new AbortController().signal;

async function toBlob(base64: string): Promise<Blob> {
  return (await fetch(`data:application/octet-stream;base64,${base64}`)).blob();
}

interface Picture {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** How many different colours there are: a blank picture has one. */
  readonly colours: number;
}

async function measure(jpeg: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(jpeg);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray(0);
  const colours = new Set<number>();
  for (let at = 0; at < pixels.length; at += 4)
    colours.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
  return { type: jpeg.type, width: bitmap.width, height: bitmap.height, colours: colours.size };
}

/** Whether a media element or an image really opens the file and has something to show. */
function opens(tag: 'video' | 'audio' | 'img', blob: Blob): Promise<boolean> {
  const url = URL.createObjectURL(blob);
  const element = document.createElement(tag);
  return new Promise<boolean>((resolve) => {
    element.addEventListener(tag === 'img' ? 'load' : 'loadeddata', () => resolve(true), { once: true });
    element.addEventListener('error', () => resolve(false), { once: true });
    if (element instanceof HTMLMediaElement) element.preload = 'auto';
    element.src = url;
    document.body.append(element);
  }).finally(() => {
    element.remove();
    URL.revokeObjectURL(url);
  });
}

type Ended<T> = { readonly value: T } | { readonly fault: string };

async function ended<T>(work: Promise<T>): Promise<Ended<T>> {
  try {
    return { value: await work };
  } catch (error) {
    return { fault: isFault(error) ? error.code : error instanceof Error ? error.name : String(error) };
  }
}

const SHARE_BYTES = 64 * 2 ** 20;

/** How long reading all of it would take on this machine as busy as it is now, reckoned from a share of it. */
async function readAllMs(blob: Blob): Promise<number> {
  const started = performance.now();
  await blob.slice(0, SHARE_BYTES).arrayBuffer();
  return ((performance.now() - started) * blob.size) / SHARE_BYTES;
}

const harness = {
  start: (timeLimitMs: number) => {
    probe.close();
    probe = createMediaProbe({ timeLimitMs });
  },
  probe: async (name: string, base64: string): Promise<Ended<MediaFacts>> =>
    ended(probe.probe(await toBlob(base64), name, { signal: never() })),
  thumbnail: async (facts: MediaFacts, base64: string, maxWidth: number): Promise<Ended<Picture | null>> =>
    ended(
      (async () => {
        const jpeg = await probe.thumbnail(await toBlob(base64), facts, { signal: never(), maxWidth });
        return jpeg === null ? null : measure(jpeg);
      })(),
    ),
  opens: async (mediaType: string, base64: string): Promise<boolean> =>
    opens(mediaType === 'photo' ? 'img' : mediaType === 'audio' ? 'audio' : 'video', await toBlob(base64)),
  /** Makes a derivative in a worker, on the private file system, and opens it. */
  derive: async (name: string, base64: string) => {
    const directory = await navigator.storage.getDirectory();
    const control = { signal: never(), report: () => undefined };
    const target = { directory, name: 'derived.mp4' };
    const made = await createDerivativeMaker().make(await toBlob(base64), name, target, control);
    const file = await (await directory.getFileHandle(target.name)).getFile();
    return made.ok ? { ...made.value, opens: await opens('video', file) } : made.refusal.code;
  },
  canPlayType: (mime: string): string => document.createElement('video').canPlayType(mime),
  /** A recording of five gigabytes made of one part again and again; what it takes to look into it. */
  probeHuge: async (name: string, base64: string) => {
    const part = await (await toBlob(base64)).arrayBuffer();
    const some = new Blob(Array.from({ length: Math.floor((16 * 2 ** 20) / part.byteLength) }, () => part));
    const blob = new Blob(Array.from({ length: Math.ceil((5 * 2 ** 30) / some.size) }, () => some));
    // The worker and its libraries load with the first file, however small: that is not what is measured.
    await probe.probe(new Blob([part]), name, { signal: never() });
    const before = await readAllMs(blob);
    const started = performance.now();
    const facts = await probe.probe(blob, name, { signal: never() });
    const tookMs = performance.now() - started;
    return { facts, sizeBytes: blob.size, tookMs, readAllMs: Math.max(before, await readAllMs(blob)) };
  },
  stopAndGoOn: async (base64: string): Promise<readonly [string, string]> => {
    const stop = new AbortController();
    const blob = await toBlob(base64);
    const stopped = ended(probe.probe(blob, 'a.MP4', { signal: stop.signal }));
    stop.abort();
    const next = ended(probe.probe(blob, 'b.MP4', { signal: never() }));
    const [first, second] = await Promise.all([stopped, next]);
    return [
      'fault' in first ? first.fault : 'facts',
      'fault' in second ? second.fault : (second.value.container ?? ''),
    ];
  },
  underWay: () => localStorage.getItem('luzheng.media.under-way'),
};

export type MediaHarness = typeof harness;

declare global {
  interface Window {
    media: MediaHarness;
  }
}

window.media = harness;
