import { concat } from '../../../base/bytes.ts';
import { isFault } from '../../../base/fault.ts';
import type { CameraNews } from '../../../domain/camera.ts';
import type { CameraFaultCode } from '../../../domain/ports/footage-source.ts';
import { ByteReader, type Wait } from './byte-reader.ts';
import { cameraFault, garbled, toCode } from './camera-fault.ts';
import { OPERATION, type Operation, RESPONSE } from './codes.ts';
import { encodeCommand, HEADER_BYTES } from './container.ts';
import { type DeviceDescription, decodeDevice } from './datasets.ts';
import { followEvents } from './events.ts';
import type { BytePipe } from './pipe.ts';
import { Recovery, type Unfinished } from './recovery.ts';
import { patienceFor, SESSION_TIMES, type SessionTimes } from './session-times.ts';
import { type Expected, type Response, receiveAnswer } from './transaction.ts';

export interface Answer extends Response {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly sizeBytes: Expected['sizeBytes'];
  /** At most a few MiB come. */
  readonly isSlice: boolean;
  /** No more is asked for at first: a receive that waits for more than comes loses what it has. */
  readonly likelyBytes?: number | undefined;
}

/** Small answers: a device description, a few dozen handles. Lists of 12,000 take more receives. */
const SMALL_BYTES = 16 * 1024;
const LARGE_BYTES = 1024 * 1024;
/** A list of 12,000 objects with all their properties is below 8 MB; more than this is no list. */
const MOST_ANSWER_BYTES = 64 * 1024 * 1024;
const MOST_BUSY = 8;
const SESSION_ID = 1;

/**
 * One PTP session over a cable: operations one after another, each with its answer. A hang, a halt or nonsense is
 * recovered from before the next operation begins; `ask` tries once more by itself, `read` leaves that to its caller,
 * who knows how far it came. Throws `Fault<CameraFaultCode>` and what stopped a signal.
 */
export class PtpSession {
  /** What the camera tells unasked, until the session is closed or the camera is gone. */
  onNews: (news: CameraNews) => void = () => undefined;
  readonly #pipe: BytePipe;
  readonly #times: SessionTimes;
  readonly #reader: ByteReader;
  #last: Promise<unknown> = Promise.resolve();
  #transaction = 0;
  #isOpen = false;
  /** What was left in the middle; the cable is not clean until it is recovered. */
  #unfinished: Unfinished | null = null;
  readonly #recovery: Recovery;
  #isClosed = false;
  #isCareless = false;
  #sawNameless = false;
  #device: DeviceDescription | null = null;

  private constructor(pipe: BytePipe, times: SessionTimes) {
    this.#pipe = pipe;
    this.#times = times;
    this.#reader = new ByteReader(pipe);
    this.#recovery = new Recovery(pipe, this.#reader, times);
  }

  /**
   * `isFresh`: just plugged in. Otherwise a page may have died in mid-transfer, and a command sent into that hangs some
   * cameras for good: first whatever still comes is taken off the cable.
   */
  static async open(pipe: BytePipe, isFresh: boolean, times: SessionTimes = SESSION_TIMES): Promise<PtpSession> {
    const session = new PtpSession(pipe, times);
    // Before the first command: one responder answers nothing while an event of its own waits to be taken.
    void followEvents(
      pipe,
      () => !session.#isClosed,
      times.busyMs,
      (news) => session.onNews(news),
    );
    if (!isFresh) await session.#recovery.clean(null);
    await session.#begin();
    return session;
  }

  get device(): DeviceDescription {
    if (this.#device === null) throw new Error('the session is not open');
    return this.#device;
  }

  can(operation: Operation): boolean {
    return this.device.operations.includes(operation);
  }

  /** An operation with a small answer, or none. A refusal by the camera is an answer: see its code. */
  async ask(operation: Operation, params: readonly number[] = [], signal?: AbortSignal): Promise<Answer> {
    return this.#inTurn(async () => {
      for (let busy = 0; ; busy++) {
        const answer = await this.#askTwice(operation, params, signal);
        if (!(await this.#isMended(answer.code, busy))) return answer;
      }
    });
  }

  /** Whether what the camera refused for is over, so that it is worth asking again. */
  async #isMended(answer: number, tries: number): Promise<boolean> {
    if (answer === RESPONSE.deviceBusy && tries < MOST_BUSY) await pause(this.#times.busyMs);
    else if (answer === RESPONSE.sessionNotOpen && tries === 0) await this.#openSession();
    // The session is someone else's who died, and so is its count.
    else if (answer === RESPONSE.invalidTransaction && tries === 0) await this.#renewSession();
    else return false;
    return true;
  }

  /** As `ask`, where any other answer than OK is a fault. */
  async demand(operation: Operation, params: readonly number[] = [], signal?: AbortSignal): Promise<Answer> {
    const answer = await this.ask(operation, params, signal);
    if (answer.code === RESPONSE.ok) return answer;
    throw cameraFault('camera-refused', { operation: toCode(operation), answer: toCode(answer.code) });
  }

  /** The data phase as it comes. Its consumer may leave at any point; what is left is dealt with before the next operation. */
  async *read(
    operation: Operation,
    params: readonly number[],
    { signal, sizeBytes, isSlice, likelyBytes = LARGE_BYTES }: ReadOptions,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, Response> {
    const release = await this.#takeTurn();
    try {
      await this.#settle();
      for (let tries = 0; ; tries++) {
        signal?.throwIfAborted();
        const expected = { sizeBytes, firstBytes: Math.min(LARGE_BYTES, likelyBytes + HEADER_BYTES), isSlice };
        const response = yield* this.#transact(operation, params, expected, this.#wait(signal));
        // With these answers no data came.
        if (!(await this.#isMended(response.code, tries))) return response;
      }
    } finally {
      release();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const release = await this.#takeTurn();
    try {
      if (this.#unfinished === null) await this.#askOnce(OPERATION.closeSession, []).catch(() => undefined);
      await this.#pipe.close();
    } finally {
      release();
    }
  }

  #wait = (signal?: AbortSignal): Wait => ({ signal, silentMs: this.#times.silentMs });

  async #takeTurn(): Promise<() => void> {
    const before = this.#last;
    let release = (): void => undefined;
    this.#last = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  async #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const release = await this.#takeTurn();
    try {
      await this.#settle();
      return await act();
    } finally {
      release();
    }
  }

  async #askTwice(operation: Operation, params: readonly number[], signal?: AbortSignal): Promise<Answer> {
    try {
      return await this.#askOnce(operation, params, signal);
    } catch (error) {
      if (!isFault(error) || error.code === 'camera-gone') throw error;
      // It may have answered all the while, under no transaction's name.
      this.#isCareless ||= this.#sawNameless;
      await this.#settle();
      return this.#askOnce(operation, params, signal);
    }
  }

  async #askOnce(operation: Operation, params: readonly number[], signal?: AbortSignal): Promise<Answer> {
    const parts: Uint8Array[] = [];
    let length = 0;
    const expected = { sizeBytes: null, firstBytes: SMALL_BYTES, isSlice: true };
    const wait = { signal, silentMs: patienceFor(operation, this.#times) };
    const receiving = this.#transact(operation, params, expected, wait);
    for (;;) {
      const { value, done } = await receiving.next();
      if (done === true) return { ...value, bytes: concat(...parts) };
      parts.push(value);
      length += value.length;
      if (length > MOST_ANSWER_BYTES) throw garbled('answer without end', { operation: toCode(operation) });
    }
  }

  async *#transact(
    operation: Operation,
    params: readonly number[],
    { isSlice, ...more }: Pick<Expected, 'sizeBytes' | 'firstBytes'> & { readonly isSlice: boolean },
    wait: Wait,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, Response> {
    // Outside a session the standard wants transaction 0, and cameras that count begin with 1 in each.
    const isOutside = !this.#isOpen || operation === OPERATION.openSession;
    const transaction = isOutside ? 0 : this.#nextTransaction();
    const expected = {
      ...more,
      operation,
      transaction,
      isCareless: this.#isCareless,
      onStray: (of: number) => {
        this.#sawNameless = of === 0;
      },
    };
    const unfinished: Unfinished = { transaction, isSmall: isSlice, fault: null };
    this.#unfinished = unfinished;
    try {
      await this.#pipe.send(encodeCommand(operation, transaction, params));
      const response = yield* receiveAnswer(this.#reader, expected, wait);
      this.#unfinished = null;
      this.#sawNameless = false;
      return response;
    } catch (error) {
      if (isFault(error)) unfinished.fault = error.code as CameraFaultCode;
      throw error;
    }
  }

  #nextTransaction(): number {
    this.#transaction = this.#transaction >= 0xffff_fffe ? 1 : this.#transaction + 1;
    return this.#transaction;
  }

  /** Some cameras describe themselves only once a session is open. */
  async #begin(): Promise<void> {
    const early = await this.#askTwice(OPERATION.getDeviceInfo, []);
    await this.#openSession();
    const answer = early.code === RESPONSE.ok ? early : await this.#askTwice(OPERATION.getDeviceInfo, []);
    if (answer.code !== RESPONSE.ok)
      throw cameraFault('camera-refused', {
        operation: toCode(OPERATION.getDeviceInfo),
        answer: toCode(answer.code),
      });
    this.#device = decodeDevice(answer.bytes);
  }

  async #openSession(): Promise<void> {
    for (let busy = 0; ; busy++) {
      const { code } = await this.#askTwice(OPERATION.openSession, [SESSION_ID]);
      if (this.#isOpened(code)) return;
      if (code !== RESPONSE.deviceBusy || busy >= MOST_BUSY)
        throw cameraFault('camera-refused', { operation: toCode(OPERATION.openSession), answer: toCode(code) });
      await pause(this.#times.busyMs);
    }
  }

  #isOpened(answer: number): boolean {
    if (answer === RESPONSE.ok) this.#transaction = 0;
    this.#isOpen = answer === RESPONSE.ok || answer === RESPONSE.sessionAlreadyOpen;
    return this.#isOpen;
  }

  async #renewSession(): Promise<void> {
    await this.#askTwice(OPERATION.closeSession, []);
    this.#isOpen = false;
    await this.#openSession();
  }

  /** Brings cable and camera back in step if the last transaction was left in the middle. */
  async #settle(): Promise<void> {
    const left = this.#unfinished;
    if (left === null) return;
    if (!(await this.#recovery.readOut(left))) {
      await this.#recovery.clean(left);
      await this.#openAgain();
    }
    this.#unfinished = null;
  }

  /** Not `openSession`: it recovers by coming back here. A camera that hangs even now is reset, once. */
  async #openAgain(): Promise<void> {
    const open = async () => {
      this.#isOpened((await this.#askOnce(OPERATION.openSession, [SESSION_ID])).code);
    };
    try {
      await open();
    } catch (error) {
      if (!isFault(error) || error.code === 'camera-gone' || !(await this.#recovery.reset())) throw error;
      this.#isOpen = false;
      await open();
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
