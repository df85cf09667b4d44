import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { encode } from 'uqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { type CodeWorker, createCodeReader } from './code-reader.ts';
import type { ReadRequest } from './worker/protocol.ts';
import { readCodesIn } from './worker/read-codes.ts';

/** What canvases give; Node has no class of that name. */
class Picture {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly colorSpace = 'srgb';
  readonly pixelFormat = 'rgba-unorm8';
  constructor(data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

/** Draws a code with `scale` pixels a module at a place of a larger picture, turned by quarters. */
function drawn(text: string, { scale = 4, margin = 30, turned = false, inverted = false } = {}): Picture {
  const { data, size } = encode(text, { ecc: 'L', border: 4 });
  const side = size * scale + 2 * margin;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(inverted ? 0 : 255);
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      const [row, column] = [Math.floor(y / scale), Math.floor(x / scale)];
      const dark = (turned ? data[size - 1 - column]?.[row] : data[row]?.[column]) === true;
      const at = ((y + margin) * side + x + margin) * 4;
      pixels.fill(dark !== inverted ? 0 : 255, at, at + 3);
    }
  }
  for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
  return new Picture(pixels, side, side);
}

describe('codes in pictures', () => {
  beforeAll(() => {
    Object.assign(globalThis, { ImageData: Picture });
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
    prepareZXingModule({ overrides: { wasmBinary: wasmBinary as ArrayBuffer } });
  });

  const long = `https://luzheng-pc1.local:4174/join#LZ1.${'aZ09_-'.repeat(120)}`;

  it.each([
    ['plain', {}],
    ['turned', { turned: true }],
    ['light on dark', { inverted: true }],
    ['small', { scale: 2 }],
  ])('an invite is read: %s', async (_, how) => {
    expect(await readCodesIn(drawn(long, how))).toEqual([long]);
  });

  it('Chinese comes out as it went in', async () => {
    expect(await readCodesIn(drawn('洛水市 2026-03-05'))).toEqual(['洛水市 2026-03-05']);
  });

  it('nothing is read where nothing is', async () => {
    expect(await readCodesIn(new Picture(new Uint8ClampedArray(100 * 100 * 4).fill(255), 100, 100))).toEqual([]);
    const noise = Uint8ClampedArray.from({ length: 64 * 64 * 4 }, (_, i) => (i * 2_654_435_761) >>> 24);
    expect(await readCodesIn(new Picture(noise, 64, 64))).toEqual([]);
  });
});

/** A worker whose answers the test writes. */
function scripted(answer: (request: ReadRequest, post: (data: unknown) => void, target: EventTarget) => void) {
  const workers: { ended: boolean }[] = [];
  const start = (): CodeWorker => {
    const target = new EventTarget();
    const state = { ended: false };
    workers.push(state);
    const post = (data: unknown): void => {
      target.dispatchEvent(Object.assign(new Event('message'), { data }));
    };
    return {
      addEventListener: target.addEventListener.bind(target),
      postMessage: (request: ReadRequest) => queueMicrotask(() => answer(request, post, target)),
      terminate: () => {
        state.ended = true;
      },
    } as CodeWorker;
  };
  return { start, workers };
}

const empty = (side = 2): ImageData => new Picture(new Uint8ClampedArray(side * side * 4), side, side) as ImageData;

describe('the line to the worker', () => {
  it('pictures are read one after another, and the frame stays the caller’s', async () => {
    let open = 0;
    const { start, workers } = scripted(({ id }, post) => {
      expect(++open).toBe(1);
      queueMicrotask(() => {
        open--;
        post({ kind: 'read', id: id - 1, texts: ['late'] });
        post({ kind: 'read', id, texts: [String(id)] });
      });
    });
    const reader = createCodeReader(start);
    const image = empty();
    expect(await Promise.all([reader.readCodes(image), reader.readCodes(image)])).toEqual([['1'], ['2']]);
    expect(image.data.byteLength).toBe(16);
    expect(workers).toEqual([{ ended: false }]);
  });

  it('a worker that fails or breaks is replaced', async () => {
    let times = 0;
    const { start, workers } = scripted(({ id }, post, target) => {
      times++;
      if (times === 1) post({ kind: 'failed', id, cause: 'no wasm' });
      else if (times === 2) target.dispatchEvent(new Event('error'));
      else post({ kind: 'read', id, texts: ['x'] });
    });
    const reader = createCodeReader(start);
    await expect(reader.readCodes(empty())).rejects.toMatchObject({ code: 'code-reader-unavailable' });
    await expect(reader.readCodes(empty())).rejects.toMatchObject({ code: 'code-reader-crashed' });
    expect(await reader.readCodes(empty())).toEqual(['x']);
    expect(workers).toEqual([{ ended: true }, { ended: true }, { ended: false }]);
  });

  it('an abort ends what hangs, and the next picture is read', async () => {
    const stop = new AbortController();
    const { start, workers } = scripted(({ id }, post) => {
      if (id === 1) stop.abort();
      else post({ kind: 'read', id, texts: [] });
    });
    const reader = createCodeReader(start);
    const hanging = reader.readCodes(empty(), stop.signal);
    const next = reader.readCodes(empty());
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toEqual([]);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('a picture beyond bounds is not sent', async () => {
    const { start, workers } = scripted(() => undefined);
    const huge = { width: 8000, height: 8000, data: new Uint8ClampedArray() } as unknown as ImageData;
    await expect(createCodeReader(start).readCodes(huge)).rejects.toThrow(RangeError);
    expect(workers).toEqual([]);
  });
});
