import { encode } from 'uqr';
import { createMediaProbe } from '../../../src/adapters/media/media-probe.ts';
import { createCodeReader } from '../../../src/adapters/scan/code-reader.ts';

/** Reader and media worker alone, for browser tests: a code is drawn turned and blurred, as a camera would see it. */
const reader = createCodeReader();
const probe = createMediaProbe();

function draw(text: string): OffscreenCanvas {
  const { data, size } = encode(text, { ecc: 'L', border: 4 });
  const canvas = new OffscreenCanvas(size, size);
  const pixels = new ImageData(size, size);
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries())
      pixels.data.set(dark ? [34, 34, 34, 255] : [232, 230, 224, 255], (y * size + x) * 4);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}

function film(text: string): ImageData {
  const context = new OffscreenCanvas(1280, 960).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#8a8f86';
  context.fillRect(0, 0, 1280, 960);
  context.translate(640, 480);
  context.rotate(0.2);
  context.imageSmoothingEnabled = false;
  context.filter = 'blur(1px)';
  context.drawImage(draw(text), -390, -390, 780, 780);
  return context.getImageData(0, 0, 1280, 960);
}

const harness = {
  /** Codes in a single picture of a film, and what its editing left in it. */
  filmed: async (base64: string, atSec: number) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))]);
    const { signal } = new AbortController();
    const facts = await probe.probe(blob, 'REC_0001.MP4', { signal });
    const still = await probe.still(blob, facts, { signal, atSec, maxSide: 1280 });
    const signs = await probe.signs(blob, facts, { signal, modifiedAt: null });
    return { facts, signs, texts: still === null ? null : await reader.readCodes(still) };
  },
  read: async (text: string): Promise<{ readonly texts: readonly string[]; readonly tookMs: number }> => {
    const image = film(text);
    const started = performance.now();
    const texts = await reader.readCodes(image);
    return { texts, tookMs: performance.now() - started };
  },
};

export type ScanHarness = typeof harness;

declare global {
  interface Window {
    scan: ScanHarness;
  }
}

window.scan = harness;
