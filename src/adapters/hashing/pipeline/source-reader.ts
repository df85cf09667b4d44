import { Fault } from '../../../base/fault.ts';
import type { CopyStart } from './protocol.ts';

/** A reader that does not answer for this long is opened anew; Chromium's streams of big files stall now and then. */
const STALL_MS = 8_000;
const MOST_STALLS = 3;
/** Small reads into a large buffer: the platform fills at most this much at once. */
const SCRATCH_BYTES = 1024 * 1024;

export interface Filled {
  readonly buffer: ArrayBuffer;
  readonly length: number;
}

/** Fills whole chunks from a source, in order. A short chunk is the last one. Throws `Fault`. */
export interface SourceReader {
  fill(buffer: ArrayBuffer): Promise<Filled>;
  close(): void;
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | 'stalled'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stalled = new Promise<'stalled'>((resolve) => {
    timer = setTimeout(() => resolve('stalled'), ms);
  });
  try {
    return await Promise.race([work, stalled]);
  } finally {
    clearTimeout(timer);
  }
}

const unreadable = (error: unknown): Fault =>
  new Fault('source-unreadable', { error: error instanceof Error ? error.name : 'unknown' }, error);

/** Reads a blob from `offset` with a BYOB reader, which reuses the caller's buffers. */
function readBlob(blob: Blob, offset: number): SourceReader {
  const open = (from: number) => blob.slice(from).stream().getReader({ mode: 'byob' });
  let at = offset;
  let reader = open(at);
  let stalls = 0;

  async function fill(given: ArrayBuffer): Promise<Filled> {
    let buffer = given;
    const size = given.byteLength;
    let length = 0;
    while (length < size) {
      const read = reader.read(new Uint8Array(buffer, length, Math.min(SCRATCH_BYTES, size - length)));
      const part = await within(read, STALL_MS).catch((error: unknown) => {
        throw unreadable(error);
      });
      if (part === 'stalled') {
        // The buffer is lost to the hanging read: begin this chunk again with another.
        if (++stalls > MOST_STALLS) throw new Fault('read-stalled', { offset: at });
        buffer = new ArrayBuffer(size);
        length = 0;
        reader = open(at);
        continue;
      }
      if (part.value !== undefined) buffer = part.value.buffer as ArrayBuffer;
      if (part.done) break;
      length += part.value.byteLength;
    }
    at += length;
    return { buffer, length };
  }
  return { fill, close: () => void reader.cancel().catch(() => undefined) };
}

/** Reads a stream from a cable; it cannot be opened again here, so a stall is a fault. */
function readStream(stream: ReadableStream<Uint8Array>): SourceReader {
  const reader = stream.getReader();
  let rest = new Uint8Array(0);

  async function fill(buffer: ArrayBuffer): Promise<Filled> {
    const target = new Uint8Array(buffer);
    let length = 0;
    while (length < target.byteLength) {
      if (rest.byteLength === 0) {
        const part = await within(reader.read(), STALL_MS).catch((error: unknown) => {
          throw unreadable(error);
        });
        if (part === 'stalled') throw new Fault('read-stalled', { offset: length });
        if (part.done) break;
        rest = new Uint8Array(part.value);
      }
      const taken = rest.subarray(0, target.byteLength - length);
      target.set(taken, length);
      rest = rest.subarray(taken.byteLength);
      length += taken.byteLength;
    }
    return { buffer, length };
  }
  return { fill, close: () => void reader.cancel().catch(() => undefined) };
}

export const openReader = (source: CopyStart['source'], offset: number): SourceReader =>
  source.kind === 'blob' ? readBlob(source.blob, offset) : readStream(source.stream);
