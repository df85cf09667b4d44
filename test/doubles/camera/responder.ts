import {
  type Answering,
  answered,
  type Command,
  deviceProp,
  handles,
  OK,
  onObject,
  refusalOfStore,
} from './answers.ts';
import { BulkIn } from './bulk-in.ts';
import type { CameraCard } from './camera-card.ts';
import { describeDevice, storageInfo } from './datasets.ts';
import { InterruptIn } from './interrupt-in.ts';
import { goodKnobs, type Knobs, type Mishap } from './knobs.ts';
import { container, Wire } from './wire.ts';

/**
 * A camera at the level of bytes on bulk endpoints: PTP with MTP's extensions, after the standards and after two
 * responders on real cables. It refuses whatever would write.
 */
export class CameraResponder {
  readonly knobs: Knobs = goodKnobs();
  readonly card: CameraCard;
  readonly bulkIn: BulkIn;
  readonly interruptIn = new InterruptIn();
  /** Operations as they came, for tests that count them. */
  readonly heard: number[] = [];
  readonly cancelled: number[] = [];
  statusAsked = 0;
  resets = 0;
  isPlugged = true;
  /** Called when it is pulled out, by whatever cause. */
  onLeave: () => void = () => undefined;
  now: () => number = Date.now;
  readonly #mishaps = new Map<number, Mishap[]>();
  #isHung = false;
  #isDeaf = false;
  /** Waits until its event is taken. */
  #held: Uint8Array[] = [];
  #session = false;
  #lastTransaction = 0;
  #isOutHalted = false;
  readonly #errors: { readonly halted: () => unknown; readonly gone: () => unknown };

  constructor(card: CameraCard, errors: CameraResponder['errors']) {
    this.card = card;
    this.#errors = errors;
    this.bulkIn = new BulkIn(
      () => this.knobs.packetBytes,
      errors,
      () => this.unplug(),
    );
    this.interruptIn.onRead = () => {
      for (const bytes of this.#held.splice(0)) this.send(bytes);
    };
  }

  get errors() {
    return this.#errors;
  }

  /** Goes wrong the next time `operation` is asked for; several in the order given. */
  mishap(operation: number, ...mishaps: readonly Mishap[]): void {
    this.#mishaps.set(operation, [...(this.#mishaps.get(operation) ?? []), ...mishaps]);
  }

  unplug(): void {
    this.isPlugged = false;
    this.bulkIn.leavesAt = Number.POSITIVE_INFINITY;
    this.bulkIn.drop();
    this.bulkIn.fail(this.#errors.gone());
    this.interruptIn.fail(this.#errors.gone());
    this.#session = false;
    this.onLeave();
  }

  plug(): void {
    this.isPlugged = true;
    this.#isHung = false;
    this.#isDeaf = false;
    this.bulkIn.isHalted = false;
    this.#isOutHalted = false;
    this.#session = this.knobs.sessionIsOpen;
    // Whoever left the session open had come so far in it.
    this.#lastTransaction = this.#session ? 500 : 0;
  }

  unplugAfter(bytes: number): void {
    this.bulkIn.leavesAt = this.bulkIn.takenBytes + bytes;
  }

  /** What a page that died in mid-transfer leaves on the cable. */
  leaveTransfer(bytes: number): void {
    this.#session = true;
    const { data } = this.#objectData(bytes);
    this.#send({ code: 0x1009, transaction: 77, params: [] }, { code: OK, data });
  }

  #objectData(length: number): Required<Pick<Answering, 'data'>> {
    return { data: { length, read: (_offset, into) => into.fill(0xa5) } };
  }

  cancel(transaction: number): Promise<void> {
    if (this.knobs.cancel === 'hangs') return new Promise(() => undefined);
    if (this.knobs.cancel === 'halts') return Promise.reject(this.#errors.halted());
    this.cancelled.push(transaction);
    this.bulkIn.drop();
    if (this.knobs.cancel === 'halts-endpoints') {
      this.#isOutHalted = true;
      this.bulkIn.halt();
    }
    return Promise.resolve();
  }

  /** GetDeviceStatus: a length of two bytes, a code, and the endpoints that are halted. */
  status(): Promise<Uint8Array<ArrayBuffer>> {
    const { status } = this.knobs;
    this.statusAsked += 1;
    if (status === 'hangs') return new Promise(() => undefined);
    if (status === 'refused') return Promise.reject(this.#errors.halted());
    const code = this.statusAsked <= status.busy ? 0x2019 : OK;
    return Promise.resolve(new Wire().u16(4).u16(code).bytes());
  }

  reset(): Promise<void> {
    if (this.knobs.reset === 'refused') return Promise.reject(this.#errors.halted());
    this.resets += 1;
    this.#isDeaf = false;
    this.#session = false;
    this.#lastTransaction = 0;
    this.clearHalt();
    return Promise.resolve();
  }

  clearHalt(): void {
    this.#isOutHalted = false;
    this.bulkIn.isHalted = false;
    this.bulkIn.drop();
  }

  /** Bytes on the bulk endpoint out: one command. */
  send(bytes: Uint8Array): void {
    if (this.#isOutHalted) throw this.#errors.halted();
    if (this.knobs.interrupt === 'blocks' && !this.interruptIn.isRead) return void this.#held.push(bytes.slice());
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(0, true) !== bytes.length || view.getUint16(4, true) !== 1)
      throw new Error('no command container');
    const command: Command = {
      code: view.getUint16(6, true),
      transaction: view.getUint32(8, true),
      params: Array.from({ length: (bytes.length - 12) / 4 }, (_, i) => view.getUint32(12 + 4 * i, true)),
    };
    this.heard.push(command.code);
    if (!this.bulkIn.isIdle && this.knobs.intoTransfer === 'hangs') this.#isHung = true;
    if (this.#isHung || this.#isDeaf) return;
    for (let event = 0; event < this.knobs.events; event++) {
      const told = container(4, 0x4002, 0, new Wire().u32(event).bytes());
      this.#push(told.length, (offset, into) => into.set(told.subarray(offset, offset + into.length)));
    }
    const mishap = this.#mishaps.get(command.code)?.shift();
    if (mishap === undefined) this.#send(command, this.#answer(command));
    else this.#goWrong(command, mishap);
  }

  #goWrong(command: Command, mishap: Mishap): void {
    if (mishap.kind === 'silent') return;
    if (mishap.kind === 'deaf') {
      this.#isDeaf = true;
      return;
    }
    if (mishap.kind === 'garbage') {
      const { bytes } = mishap;
      this.#push(bytes.length, (offset, into) => into.set(bytes.subarray(offset, offset + into.length)));
    } else if (mishap.kind === 'busy') this.#send(command, { code: 0x2019 });
    else if (mishap.kind === 'answer') this.#send(command, { code: mishap.code });
    else if (mishap.kind === 'transaction')
      this.#send({ ...command, transaction: command.transaction + mishap.shift }, this.#answer(command));
    else if (mishap.kind === 'leftover') {
      this.#send({ ...command, transaction: command.transaction - 1 }, { code: OK, ...this.#objectData(700) });
      this.#send(command, this.#answer(command));
    } else {
      const cut = { at: mishap.afterBytes, halts: mishap.kind === 'halt' };
      this.#send(command, this.#answer(command), cut);
    }
  }

  #push(length: number, read: (offset: number, into: Uint8Array) => void, halts = false): void {
    this.bulkIn.push({ length, read, emptyPacket: this.knobs.emptyPacket, halts });
  }

  #send(asked: Command, answering: Answering, cut?: { readonly at: number; readonly halts: boolean }): void {
    const { data } = answering;
    const isNameless = this.knobs.answersUnder === 'nothing';
    const command = isNameless ? { ...asked, code: 0, transaction: 0 } : asked;
    if (data !== undefined) {
      const told = this.#toldLength(data.length + 12);
      const head = container(2, command.code, command.transaction, new Uint8Array(0), told);
      const whole = Math.min(12 + data.length, 12 + (cut?.at ?? Number.POSITIVE_INFINITY));
      const read = (offset: number, into: Uint8Array) => {
        const ofHead = Math.max(0, Math.min(into.length, head.length - offset));
        if (ofHead > 0) into.set(head.subarray(offset, offset + ofHead));
        if (into.length > ofHead) data.read(offset + ofHead - head.length, into.subarray(ofHead));
      };
      if (this.knobs.splitHeader) {
        this.#push(head.length, read);
        if (whole > 12) this.#push(whole - 12, (offset, into) => read(offset + 12, into), cut?.halts);
      } else this.#pushInChunks(whole, read, cut?.halts);
      if (cut?.halts === true) return;
      if (this.knobs.stuckAfterFullPacket && whole > 12 && whole % this.knobs.packetBytes === 0) return;
    }
    const params = new Wire();
    for (const param of answering.params ?? []) params.u32(param);
    const own = container(3, answering.code, command.transaction, params.bytes());
    const response = new Uint8Array(own.length + this.knobs.padBytes);
    response.set(own);
    this.#push(response.length, (offset, into) => into.set(response.subarray(offset, offset + into.length)));
  }

  #pushInChunks(length: number, read: (offset: number, into: Uint8Array) => void, halts = false): void {
    const { chunkBytes } = this.knobs;
    for (let at = 0; at < length; at += chunkBytes) {
      const isLast = at + chunkBytes >= length;
      this.bulkIn.push({
        length: Math.min(chunkBytes, length - at),
        read: (offset, into) => read(at + offset, into),
        emptyPacket: isLast && this.knobs.emptyPacket,
        halts: isLast && halts,
      });
    }
  }

  #toldLength(length: number): number {
    const { longAt, longLength } = this.knobs;
    if (length < longAt) return length;
    return longLength === 'untold' ? 0xffff_ffff : 12 + (length % longAt);
  }

  #answer(command: Command): Answering {
    const { code, params } = command;
    const { knobs } = this;
    if (code === 0x1001) {
      if (knobs.describesOnlyInSession && !this.#session) return { code: 0x2003 };
      return answered(describeDevice(knobs));
    }
    if (knobs.lacks.has(code) || knobs.feigns.has(code)) return { code: 0x2005 };
    if (code === 0x1002) return this.#openSession();
    if (!this.#session) return { code: 0x2003 };
    if (code === 0x1003) {
      this.#session = false;
      knobs.sessionIsOpen = false;
      return { code: OK };
    }
    if (knobs.countsTransactions && command.transaction !== this.#lastTransaction + 1) return { code: 0x2004 };
    this.#lastTransaction = command.transaction;
    if (code === 0x1004) return answered(new Wire().u32s(knobs.stores.map(({ id }) => id)).bytes());
    if (code === 0x1005) return refusalOfStore(this, params[0]) ?? answered(storageInfo(knobs));
    if (code === 0x1014 || code === 0x1015) return deviceProp(this, command);
    if (code === 0x1006 || code === 0x1007) return handles(this, command);
    return onObject(this, command);
  }

  #openSession(): Answering {
    if (this.#session || this.knobs.sessionIsOpen) {
      if (!this.#session) this.#lastTransaction = 500;
      this.#session = true;
      return { code: 0x201e, params: [1] };
    }
    this.#session = true;
    this.#lastTransaction = 0;
    return { code: OK };
  }
}
