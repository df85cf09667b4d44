import { concat } from '../../../base/bytes.ts';
import { isFault } from '../../../base/fault.ts';
import type { CameraFaultCode } from '../../../domain/ports/footage-source.ts';
import type { ByteReader } from './byte-reader.ts';
import { RESPONSE } from './codes.ts';
import { MOST_RESPONSE_BYTES, responseAtEnd } from './container.ts';
import type { BytePipe } from './pipe.ts';

const DRAIN_BYTES = 64 * 1024;
/** A recording of hours may still be on its way where the camera knows no Cancel: then opening anew is quicker. */
const MOST_DRAINED_BYTES = 64 * 1024 * 1024;

/** What was left in the middle; the cable is not clean until it is recovered. */
export interface Unfinished {
  readonly transaction: number;
  /** What remains is at most a slice: cheaper read to its end than cancelled. */
  readonly isSmall: boolean;
  fault: CameraFaultCode | null;
}

export interface RecoveryTimes {
  readonly drainMs: number;
  readonly busyMs: number;
}

const MOST_HALTS = 2;
/** A Cancel that is not through by then is not waited for. */
const MOST_STATUS = 20;

/** Brings a cable back in step, from the mildest means to the last. */
export class Recovery {
  readonly #pipe: BytePipe;
  readonly #reader: ByteReader;
  readonly #times: RecoveryTimes;
  /** It never came back once: asking again would cost the same wait each time. */
  #isStatusTold = true;

  constructor(pipe: BytePipe, reader: ByteReader, times: RecoveryTimes) {
    this.#pipe = pipe;
    this.#reader = reader;
    this.#times = times;
  }

  /** A transfer that was only given up, and of which little is left, is read to its end. */
  async readOut(left: Unfinished): Promise<boolean> {
    const wasGivenUp = left.fault === null && left.isSmall;
    return wasGivenUp && (await drain(this.#reader, left.transaction, this.#times.drainMs)) === 'answered';
  }

  async clean(left: Unfinished | null): Promise<void> {
    if (left?.fault === 'camera-halted') await this.#clearHalt();
    if (left !== null) await sendCancel(this.#pipe, left.transaction, this.#times.drainMs);
    const isInStep = await this.#drained(left?.transaction ?? null);
    if (left !== null) await this.#untilReady();
    if (isInStep) return;
    await this.#pipe.reopen();
    this.#reader.forget();
  }

  /** Nothing else brought an answer. The session is gone with it. false: this cable has no such request. */
  async reset(): Promise<boolean> {
    const { reset } = this.#pipe;
    if (reset === undefined) return false;
    await inTime(reset(), this.#times.drainMs);
    await this.#clearHalt();
    await this.#pipe.reopen();
    this.#reader.forget();
    return true;
  }

  async #drained(transaction: number | null): Promise<boolean> {
    for (let halts = 0; halts <= MOST_HALTS; halts++) {
      const end = await drain(this.#reader, transaction, this.#times.drainMs);
      if (end !== 'halted') return end === 'answered';
      // The standard lets a camera halt both endpoints when it is cancelled.
      await this.#clearHalt();
    }
    return false;
  }

  /** The standard wants the status asked for after a Cancel until the camera is no longer busy with it. */
  async #untilReady(): Promise<void> {
    const { status } = this.#pipe;
    if (status === undefined) return;
    for (let asked = 0; this.#isStatusTold && asked < MOST_STATUS; asked++) {
      const code = await inTime(status(), this.#times.drainMs);
      this.#isStatusTold = code !== null;
      if (code !== RESPONSE.deviceBusy) return;
      await new Promise((resolve) => setTimeout(resolve, this.#times.busyMs));
    }
  }

  /** Where it fails opening anew is what is left, and that tells too whether the camera is there. */
  async #clearHalt(): Promise<void> {
    await this.#pipe.clearHalt().catch((error: unknown) => {
      if (isFault(error) && error.code === 'camera-gone') throw error;
    });
  }
}

/** null: no answer within that time, or a refusal. Throws `camera-gone`. */
async function inTime<T>(request: Promise<T>, ms: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  const answered = request.catch((error: unknown) => {
    if (isFault(error) && error.code === 'camera-gone') throw error;
    return null;
  });
  try {
    return await Promise.race([answered, patience]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Tells the camera to drop a transaction. No response follows a Cancel, some cameras never finish the request itself, and
 * some halt at it: none of that matters, for what still comes is drained next.
 */
async function sendCancel(pipe: BytePipe, transaction: number, ms: number): Promise<void> {
  await inTime(pipe.cancel(transaction), ms);
}

/** Takes off the cable what an earlier transfer left there: up to its response, a halt, or silence. */
async function drain(
  reader: ByteReader,
  transaction: number | null,
  ms: number,
): Promise<'answered' | 'halted' | 'silent'> {
  // A response may begin in one transfer and end in the next.
  let tail = new Uint8Array(0);
  try {
    for (let drained = 0; drained < MOST_DRAINED_BYTES; ) {
      const { bytes, ends } = await reader.next(Number.POSITIVE_INFINITY, DRAIN_BYTES, { silentMs: ms });
      drained += bytes.length;
      tail = concat(tail, bytes.subarray(-MOST_RESPONSE_BYTES)).subarray(-MOST_RESPONSE_BYTES);
      if (ends && responseAtEnd(tail, transaction) >= 0) return 'answered';
    }
  } catch (error) {
    if (!isFault(error) || error.code === 'camera-gone') throw error;
    if (error.code === 'camera-halted') return 'halted';
  }
  return 'silent';
}
