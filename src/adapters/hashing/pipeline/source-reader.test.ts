import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FootagePull, FootagePush } from '../../../domain/ports/footage-source.ts';
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

describe('a port of another worker', () => {
  /** The other end: pushes numbered pieces, but only as many as were pulled. */
  function pushing(pieces: number, end: FootagePush) {
    const { port1, port2 } = new MessageChannel();
    let pushed = 0;
    let pulled = 0;
    let cancelled = false;
    port1.onmessage = (event: MessageEvent<FootagePull>) => {
      if (event.data.kind === 'cancel') {
        cancelled = true;
        return;
      }
      pulled += event.data.pieces;
      for (; pushed < Math.min(pulled, pieces); pushed++) {
        const message: FootagePush = { kind: 'piece', bytes: new Uint8Array(300).fill(pushed) };
        port1.postMessage(message, [message.bytes.buffer]);
      }
      if (pushed === pieces) port1.postMessage(end);
    };
    return { port: port2, close: () => port1.close(), pushed: () => pushed, isCancelled: () => cancelled };
  }

  beforeEach(() => void vi.useRealTimers());

  it('gives its pieces in order, with a few on their way and no more', async () => {
    const source = pushing(100, { kind: 'end' });
    const reader = openReader({ kind: 'port', port: source.port }, 0, { signal: endless() });
    const first = await reader.fill(new ArrayBuffer(1000));
    expect(first.length).toBe(1000);
    await new Promise((resolve) => setTimeout(resolve));
    expect(source.pushed()).toBeLessThan(12);
    let sum = first.length;
    for (let length = 1000; length === 1000; sum += length) length = (await reader.fill(new ArrayBuffer(1000))).length;
    expect(sum).toBe(30_000);
    source.close();
  });

  it('hands on the fault that came through it, with its facts', async () => {
    const source = pushing(2, { kind: 'fault', code: 'camera-gone', facts: { at: 7 } });
    const reader = openReader({ kind: 'port', port: source.port }, 0, { signal: endless() });
    await expect(reader.fill(new ArrayBuffer(1000))).rejects.toMatchObject({ code: 'camera-gone', facts: { at: 7 } });
    source.close();
  });

  it('is told when nobody reads on', async () => {
    const source = pushing(100, { kind: 'end' });
    const reader = openReader({ kind: 'port', port: source.port }, 0, { signal: endless() });
    await reader.fill(new ArrayBuffer(300));
    reader.close();
    await vi.waitFor(() => expect(source.isCancelled()).toBe(true));
    source.close();
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
