import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReader } from './source-reader.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);
const noise = (length: number) => new Uint8Array(length).map((_, i) => i * 7);

/** A blob whose streams hang for good after so many bytes, each stream with its own number. */
function hangingBlob(bytes: Uint8Array, hangs: readonly number[]) {
  const opened: number[] = [];
  const from = (offset: number): Blob =>
    ({
      slice: (at: number) => from(offset + at),
      stream: () => {
        const hangsAfter = hangs[opened.length] ?? Number.POSITIVE_INFINITY;
        opened.push(offset);
        let given = 0;
        return new ReadableStream({
          type: 'bytes',
          pull: (controller) => {
            if (given >= hangsAfter) return never();
            const part = bytes.slice(offset + given, offset + given + Math.min(100, hangsAfter - given));
            given += part.length;
            if (part.length === 0) {
              controller.close();
              // A pending BYOB request must be answered for the end to be seen.
              (controller as ReadableByteStreamController).byobRequest?.respond(0);
            } else controller.enqueue(part);
          },
        });
      },
    }) as unknown as Blob;
  return { blob: from(0), opened };
}

const endless = () => new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a read that does not answer', () => {
  it('of a blob is opened again where the chunk began, and nothing is lost or doubled', async () => {
    const bytes = noise(2500);
    const { blob, opened } = hangingBlob(bytes, [1300, 0, 200]);
    const reader = openReader({ kind: 'blob', blob }, 0, { signal: endless() });
    const got: number[] = [];
    for (let length = 1000; length === 1000; ) {
      const filling = reader.fill(new ArrayBuffer(1000));
      await vi.advanceTimersByTimeAsync(60_000);
      const filled = await filling;
      length = filled.length;
      got.push(...new Uint8Array(filled.buffer, 0, length));
    }
    expect(got).toEqual([...bytes]);
    expect(opened).toEqual([0, 1000, 1000, 1000]);
  });

  it('of a blob is a fault when opening again never brings a byte', async () => {
    const { blob, opened } = hangingBlob(
      noise(100),
      Array.from({ length: 50 }, () => 0),
    );
    const filling = openReader({ kind: 'blob', blob }, 0, { signal: endless() }).fill(new ArrayBuffer(1000));
    const outcome = expect(filling).rejects.toMatchObject({ code: 'read-stalled', facts: { offset: 0 } });
    await vi.advanceTimersByTimeAsync(60_000);
    await outcome;
    expect(opened.length).toBeLessThan(10);
  });

  it('of a cable is a fault: it cannot be opened again', async () => {
    const stream = new ReadableStream<Uint8Array>({ pull: () => never() });
    const filling = openReader({ kind: 'stream', stream }, 0, { signal: endless() }).fill(new ArrayBuffer(1000));
    const outcome = expect(filling).rejects.toMatchObject({ code: 'read-stalled' });
    await vi.advanceTimersByTimeAsync(60_000);
    await outcome;
  });

  it('does not hold up a stop', async () => {
    const stop = new AbortController();
    const { blob } = hangingBlob(noise(100), [0]);
    const filling = openReader({ kind: 'blob', blob }, 0, { signal: stop.signal }).fill(new ArrayBuffer(1000));
    const outcome = expect(filling).rejects.toBe(stop.signal);
    stop.abort(stop.signal);
    await outcome;
  });
});

describe('a read that fails', () => {
  const failing = (name: string) =>
    new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new DOMException('', name)) });

  it.each([
    ['NotReadableError', 'source-unreadable'],
    ['NotFoundError', 'item-gone'],
  ])('with %s is %s', async (name, code) => {
    const reader = openReader({ kind: 'stream', stream: failing(name) }, 0, { signal: endless() });
    await expect(reader.fill(new ArrayBuffer(10))).rejects.toMatchObject({ code });
  });
});

it('a stream whose pieces are larger than a chunk is cut at the chunk', async () => {
  const bytes = noise(2500);
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const reader = openReader({ kind: 'stream', stream }, 0, { signal: endless() });
  const lengths = [];
  for (let i = 0; i < 4; i++) lengths.push((await reader.fill(new ArrayBuffer(1000))).length);
  expect(lengths).toEqual([1000, 1000, 500, 0]);
});
