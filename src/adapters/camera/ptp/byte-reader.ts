import { cameraFault, garbled } from './camera-fault.ts';
import { type ContainerHead, decodeHead, HEADER_BYTES } from './container.ts';
import type { Arrived, BytePipe } from './pipe.ts';

/**
 * 1 MiB three times over is 3.5 times as fast as 64 KiB once; Chromium refuses transfers over 32 MiB, and Linux fails at
 * 16 MiB and leaves the camera stuck.
 */
const TRANSFER_BYTES = 1024 * 1024;
const MOST_PENDING = 3;
/** One empty packet may follow a data phase. A camera that sends nothing else is out of its mind. */
const MOST_EMPTY = 16;

export interface Wait {
  readonly signal?: AbortSignal | undefined;
  readonly silentMs: number;
}

export interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** These are the last bytes of a transfer that ended short. */
  readonly ends: boolean;
}

const EMPTY = new Uint8Array(0);

/**
 * The camera's bytes as one stream, whatever the packets: a header may come split, with 0 or 1 empty packets after
 * multiples of the packet size, and with surplus bytes that are the next container's. A receive that was asked for is
 * never forgotten: given up by its waiter, it still yields the stream's next bytes.
 */
export class ByteReader {
  readonly #pipe: BytePipe;
  readonly #pending: { readonly length: number; readonly arrived: Promise<Arrived>; hasFailed: boolean }[] = [];
  #rest: Uint8Array<ArrayBuffer> = EMPTY;
  #restEnds = false;
  #empty = 0;

  constructor(pipe: BytePipe) {
    this.#pipe = pipe;
  }

  /** After the cable was opened anew nothing of before can come. */
  forget(): void {
    this.#pending.length = 0;
    this.#rest = EMPTY;
    this.#restEnds = false;
  }

  /** Nothing is owed after an answer: what still stands in its transfer is padding. */
  dropRest(): void {
    this.#rest = EMPTY;
    this.#restEnds = false;
  }

  /** Some bytes, at most `most`. While `owed` bytes are certain to come, receives for them are under way beforehand. */
  async next(most: number, owed: number, wait: Wait): Promise<Piece> {
    if (this.#rest.length === 0) {
      this.#ask(owed);
      const { bytes, isShort } = await this.#arrival(wait);
      this.#rest = bytes;
      this.#restEnds = isShort;
      this.#empty = bytes.length === 0 ? this.#empty + 1 : 0;
      if (this.#empty > MOST_EMPTY) throw garbled('empty packets only');
    }
    const bytes = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(bytes.length);
    return { bytes, ends: this.#restEnds && this.#rest.length === 0 };
  }

  /** One receive is always safe, for an answer is due; further ones only for bytes that must come. */
  #ask(owed: number): void {
    const packet = this.#pipe.packetBytes;
    let asked = this.#pending.reduce((sum, { length }) => sum + length, 0);
    while (this.#pending.length === 0 || (asked < owed && this.#pending.length < MOST_PENDING)) {
      const length = Math.min(TRANSFER_BYTES, Math.max(1, Math.ceil((owed - asked) / packet)) * packet);
      const pending = { length, arrived: this.#pipe.receive(length), hasFailed: false };
      // Whoever waits for it hears of its failure; one nobody waits for must not count as unhandled.
      pending.arrived.catch(() => {
        pending.hasFailed = true;
      });
      this.#pending.push(pending);
      asked += length;
    }
  }

  async #arrival({ signal, silentMs }: Wait): Promise<Arrived> {
    const [first] = this.#pending;
    if (first === undefined) throw new Error('nothing was asked of the pipe');
    try {
      const arrived = await within(first.arrived, silentMs, signal);
      this.#pending.shift();
      return arrived;
    } catch (error) {
      // One that halted brings nothing any more; one that was only given up still does.
      if (first.hasFailed) this.#pending.shift();
      throw error;
    }
  }

  /** Puts bytes back that turned out to be of the next container. */
  unread(bytes: Uint8Array<ArrayBuffer>, ends: boolean): void {
    if (this.#rest.length === 0) {
      this.#rest = bytes;
      this.#restEnds = ends;
      return;
    }
    const both = new Uint8Array(bytes.length + this.#rest.length);
    both.set(bytes);
    both.set(this.#rest, bytes.length);
    this.#rest = both;
  }

  /** `owed`: bytes that follow for certain, those asked for included. */
  async exactly(length: number, owed: number, wait: Wait): Promise<Uint8Array<ArrayBuffer>> {
    const out = new Uint8Array(length);
    let at = 0;
    while (at < length) {
      const { bytes } = await this.next(length - at, owed - at, wait);
      out.set(bytes, at);
      at += bytes.length;
    }
    return out;
  }

  /** `firstBytes`: how much the first receive may take, where none is under way. */
  async head(firstBytes: number, wait: Wait): Promise<ContainerHead> {
    return decodeHead(await this.exactly(HEADER_BYTES, firstBytes, wait));
  }
}

/** Waits for bytes, the clock or the stop, whichever is first. */
function within<T>(work: Promise<T>, ms: number, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      act();
    };
    const stop = () => end(() => reject(signal?.reason));
    const timer = setTimeout(() => end(() => reject(cameraFault('camera-silent', { ms }))), ms);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    work.then(
      (value) => end(() => resolve(value)),
      (error: unknown) => end(() => reject(error)),
    );
  });
}
