import type { Arrived } from '../../../src/adapters/camera/ptp/pipe.ts';

/** What the camera sends in one go: a length, the bytes when they are taken, and what ends it. */
export interface Outgoing {
  readonly length: number;
  readonly read: (offset: number, into: Uint8Array) => void;
  /** An empty packet follows where the length is a multiple of the packet size. */
  readonly emptyPacket: boolean;
  /** The endpoint halts after these bytes. */
  readonly halts?: boolean;
}

interface Waiting {
  readonly length: number;
  readonly resolve: (arrived: Arrived) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The bulk endpoint in, as a host controller sees it: a receive goes on over packets until it is full, or ends with a
 * packet that is short or empty.
 */
export class BulkIn {
  readonly #queue: { readonly sent: Outgoing; at: number }[] = [];
  readonly #waiting: Waiting[] = [];
  /** A receive under way that is not full yet, with what it has. */
  #partial: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #filled = 0;
  isHalted = false;
  takenBytes = 0;
  /** Pulled out after so many bytes in all. */
  leavesAt = Number.POSITIVE_INFINITY;
  readonly #packetBytes: () => number;
  readonly #errors: { readonly halted: () => unknown; readonly gone: () => unknown };
  readonly #onLeave: () => void;

  constructor(
    packetBytes: () => number,
    errors: { readonly halted: () => unknown; readonly gone: () => unknown },
    onLeave: () => void,
  ) {
    this.#packetBytes = packetBytes;
    this.#errors = errors;
    this.#onLeave = onLeave;
  }

  get isIdle(): boolean {
    return this.#queue.length === 0;
  }

  push(sent: Outgoing): void {
    this.#queue.push({ sent, at: 0 });
    this.#serve();
  }

  /** Everything not taken yet is dropped, as by a Cancel. */
  drop(): void {
    this.#queue.length = 0;
  }

  receive(length: number): Promise<Arrived> {
    if (length % this.#packetBytes() !== 0) throw new Error('a receive that is no multiple of the packet would babble');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ length, resolve, reject });
      this.#serve();
    });
  }

  /** The endpoint halts of itself, with what is under way. */
  halt(): void {
    this.isHalted = true;
    this.#filled = 0;
    this.#serve();
  }

  /** Receives under way fail: the host closed the device, or it is gone. */
  fail(error: unknown): void {
    this.#filled = 0;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  #serve(): void {
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      if (this.isHalted) {
        this.#waiting.shift();
        first.reject(this.#errors.halted());
        continue;
      }
      if (!this.#fill(first)) return;
    }
  }

  /** false: the receive needs more than there is. */
  #fill(first: Waiting): boolean {
    if (this.#filled === 0) this.#partial = new Uint8Array(first.length);
    while (this.#filled < first.length) {
      const head = this.#queue[0];
      if (head === undefined) return false;
      const left = head.sent.length - head.at;
      const count = Math.min(left, first.length - this.#filled, this.leavesAt - this.takenBytes);
      head.sent.read(head.at, this.#partial.subarray(this.#filled, this.#filled + count));
      head.at += count;
      this.#filled += count;
      this.takenBytes += count;
      if (this.takenBytes >= this.leavesAt) {
        this.#onLeave();
        return false;
      }
      if (head.at < head.sent.length) break;
      const isWhole = head.sent.length % this.#packetBytes() === 0;
      if (isWhole && head.sent.emptyPacket && this.#filled === first.length) {
        // The receive is full: the empty packet is the next one's.
        break;
      }
      this.#queue.shift();
      if (head.sent.halts === true) {
        this.isHalted = true;
        this.#filled = 0;
        return true;
      }
      if (!isWhole || head.sent.emptyPacket) return this.#end(first, true);
    }
    return this.#end(first, false);
  }

  #end({ resolve }: Waiting, isShort: boolean): true {
    const bytes = this.#partial.subarray(0, this.#filled);
    this.#filled = 0;
    this.#waiting.shift();
    resolve({ bytes, isShort });
    return true;
  }
}
