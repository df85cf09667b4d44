import { Fault, isFault } from '../../../base/fault.ts';
import { never } from '../../../base/never.ts';
import { type PieceReader, readPort } from './port-reader.ts';
import type { CopyStart } from './protocol.ts';

/**
 * A read that does not answer for this long is given up. Chromium's streams of big files stall now and then for good,
 * and opening anew costs nothing, so the first try is not waited for long; a disk that must spin up gets the others.
 */
const STALL_MS = 2_000;
/** So many stalls without a byte between them are a fault. A cable cannot be opened again: it gets all the time at once. */
const MOST_STALLS = 8;
/** A camera that hung is recovered from and asked again by its own worker, which takes longer than any disk. */
const PORT_STALLS = 30;
/** Small reads into a large buffer: the platform fills at most this much at once. */
const MOST_AT_ONCE = 1024 * 1024;

export interface Filled {
  readonly buffer: ArrayBuffer;
  readonly length: number;
}

/** Fills whole chunks from a source, in order. A short chunk is the last one. Throws `Fault`, and what stopped `signal`. */
export interface SourceReader {
  fill(buffer: ArrayBuffer): Promise<Filled>;
  close(): void;
}

export interface ReadLimits {
  readonly signal: AbortSignal;
  readonly stallMs?: number;
}

type Answer<T> = { readonly kind: 'read'; readonly value: T } | { readonly kind: 'stalled' };

/** Waits for a read, a stall or the stop, whichever is first. A read that is given up may still fail later: nobody asks. */
function within<T>(read: Promise<T>, { signal, stallMs = STALL_MS }: ReadLimits, times = 1): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const stop = () => end(() => reject(signal.reason));
    const timer = setTimeout(() => end(() => resolve({ kind: 'stalled' })), stallMs * times);
    const end = (act: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      act();
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    read.then(
      (value) => end(() => resolve({ kind: 'read', value })),
      (error: unknown) => end(() => reject(isFault(error) ? error : unreadable(error))),
    );
  });
}

/** A file that was removed says so; one that was changed, and a card that was pulled, are only "not readable". */
function unreadable(error: unknown): Fault {
  const name = error instanceof Error ? error.name : 'unknown';
  return new Fault(name === 'NotFoundError' ? 'item-gone' : 'source-unreadable', { error: name }, error);
}

/** Reads a blob from `offset` with a BYOB reader, which reuses the caller's buffers. */
class BlobReader implements SourceReader {
  readonly #blob: Blob;
  readonly #limits: ReadLimits;
  #reader: ReadableStreamBYOBReader;
  #at: number;
  #stalls = 0;

  constructor(blob: Blob, offset: number, limits: ReadLimits) {
    this.#blob = blob;
    this.#limits = limits;
    this.#at = offset;
    this.#reader = this.#open();
  }

  #open(): ReadableStreamBYOBReader {
    return this.#blob.slice(this.#at).stream().getReader({ mode: 'byob' });
  }

  async fill(given: ArrayBuffer): Promise<Filled> {
    const size = given.byteLength;
    let buffer = given;
    let length = 0;
    while (length < size) {
      const view = new Uint8Array(buffer, length, Math.min(MOST_AT_ONCE, size - length));
      const answer = await within(this.#reader.read(view), this.#limits);
      if (answer.kind === 'stalled') {
        // The buffer is lost to the hanging read: begin this chunk again with another.
        buffer = new ArrayBuffer(size);
        length = 0;
        this.#openAgain();
        continue;
      }
      const { value, done } = answer.value;
      if (value !== undefined) buffer = value.buffer;
      if (done) break;
      this.#stalls = 0;
      length += value.byteLength;
    }
    this.#at += length;
    return { buffer, length };
  }

  #openAgain(): void {
    this.#stalls += 1;
    if (this.#stalls >= MOST_STALLS) throw new Fault('read-stalled', { offset: this.#at });
    this.close();
    this.#reader = this.#open();
  }

  close(): void {
    void this.#reader.cancel().catch(() => undefined);
  }
}

/** Reads a stream from a cable; it cannot be opened again here, so a stall is a fault. */
class StreamReader implements SourceReader {
  readonly #reader: PieceReader;
  readonly #limits: ReadLimits;
  readonly #stalls: number;
  #rest: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(reader: PieceReader, limits: ReadLimits, stalls: number) {
    this.#reader = reader;
    this.#limits = limits;
    this.#stalls = stalls;
  }

  async fill(buffer: ArrayBuffer): Promise<Filled> {
    const target = new Uint8Array(buffer);
    let length = 0;
    while (length < target.byteLength) {
      if (this.#rest.byteLength === 0) {
        const answer = await within(this.#reader.read(), this.#limits, this.#stalls);
        if (answer.kind === 'stalled') throw new Fault('read-stalled', { offset: this.#at + length });
        if (answer.value.done) break;
        this.#rest = answer.value.value;
      }
      const taken = this.#rest.subarray(0, target.byteLength - length);
      target.set(taken, length);
      this.#rest = this.#rest.subarray(taken.byteLength);
      length += taken.byteLength;
    }
    this.#at += length;
    return { buffer, length };
  }

  close(): void {
    void this.#reader.cancel().catch(() => undefined);
  }
}

/** `offset` is where reading begins; a stream was opened there already. */
export function openReader(source: CopyStart['source'], offset: number, limits: ReadLimits): SourceReader {
  switch (source.kind) {
    case 'blob':
      return new BlobReader(source.blob, offset, limits);
    case 'stream':
      return new StreamReader(source.stream.getReader(), limits, MOST_STALLS);
    case 'port':
      return new StreamReader(readPort(source.port), limits, PORT_STALLS);
    default:
      return never(source);
  }
}
