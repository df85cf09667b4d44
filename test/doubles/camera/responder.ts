import { BulkIn } from './bulk-in.ts';
import type { CameraCard, CardObject } from './camera-card.ts';
import {
  describeDevice,
  devicePropDescription,
  devicePropValue,
  objectInfo,
  propList,
  storageInfo,
} from './datasets.ts';
import { goodKnobs, type Knobs, type Mishap } from './knobs.ts';
import { container, Wire } from './wire.ts';

const STORAGE = 0x0001_0001;
const OK = 0x2001;

interface Command {
  readonly code: number;
  readonly transaction: number;
  readonly params: readonly number[];
}

/** A data phase as the camera is about to send it. */
interface Answering {
  readonly code: number;
  readonly params?: readonly number[];
  readonly data?: { readonly length: number; readonly read: (offset: number, into: Uint8Array) => void };
}

/**
 * A camera at the level of bytes on bulk endpoints: PTP with MTP's extensions, after the standards and after two
 * responders on real cables. It refuses whatever would write.
 */
export class CameraResponder {
  readonly knobs: Knobs = goodKnobs();
  readonly card: CameraCard;
  readonly bulkIn: BulkIn;
  /** Operations as they came, for tests that count them. */
  readonly heard: number[] = [];
  readonly cancelled: number[] = [];
  isPlugged = true;
  /** Called when it is pulled out, by whatever cause. */
  onLeave: () => void = () => undefined;
  now: () => number = Date.now;
  readonly #mishaps = new Map<number, Mishap[]>();
  #isHung = false;
  #session = false;
  readonly #errors: { readonly halted: () => unknown; readonly gone: () => unknown };

  constructor(card: CameraCard, errors: CameraResponder['errors']) {
    this.card = card;
    this.#errors = errors;
    this.bulkIn = new BulkIn(
      () => this.knobs.packetBytes,
      errors,
      () => this.unplug(),
    );
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
    this.#session = false;
    this.onLeave();
  }

  plug(): void {
    this.isPlugged = true;
    this.#isHung = false;
    this.bulkIn.isHalted = false;
    this.#session = this.knobs.sessionIsOpen;
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
    return Promise.resolve();
  }

  clearHalt(): void {
    this.bulkIn.isHalted = false;
    this.bulkIn.drop();
  }

  /** Bytes on the bulk endpoint out: one command. */
  send(bytes: Uint8Array): void {
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
    if (this.#isHung) return;
    const mishap = this.#mishaps.get(command.code)?.shift();
    if (mishap === undefined) this.#send(command, this.#answer(command));
    else this.#goWrong(command, mishap);
  }

  #goWrong(command: Command, mishap: Mishap): void {
    if (mishap.kind === 'silent') return;
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

  #send(command: Command, answering: Answering, cut?: { readonly at: number; readonly halts: boolean }): void {
    const { data } = answering;
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
      } else this.#push(whole, read, cut?.halts);
      if (cut?.halts === true) return;
    }
    const params = new Wire();
    for (const param of answering.params ?? []) params.u32(param);
    const response = container(3, answering.code, command.transaction, params.bytes());
    this.#push(response.length, (offset, into) => into.set(response.subarray(offset, offset + into.length)));
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
    if (knobs.lacks.has(code)) return { code: 0x2005 };
    if (code === 0x1002) return this.#openSession();
    if (!this.#session) return { code: 0x2003 };
    if (code === 0x1003) {
      this.#session = false;
      return { code: OK };
    }
    if (code === 0x1004) return answered(new Wire().u32s([STORAGE]).bytes());
    if (code === 0x1005) return params[0] === STORAGE ? answered(storageInfo(knobs)) : { code: 0x2008 };
    if (code === 0x1014 || code === 0x1015) return this.#deviceProp(command);
    if (code === 0x1006 || code === 0x1007) return this.#handles(command);
    return this.#onObject(command);
  }

  #openSession(): Answering {
    if (this.#session || this.knobs.sessionIsOpen) {
      this.#session = true;
      return { code: 0x201e, params: [1] };
    }
    this.#session = true;
    return { code: OK };
  }

  #deviceProp({ code, params: [prop = 0] }: Command): Answering {
    const bytes =
      code === 0x1014
        ? devicePropDescription(prop, this.knobs, this.now())
        : devicePropValue(prop, this.knobs, this.now());
    return bytes === null ? { code: 0x200a } : answered(bytes);
  }

  #handles({ code, params: [, , parent = 0] }: Command): Answering {
    const isRoot = this.knobs.rootParents.includes(parent);
    if (!isRoot && this.card.at(parent)?.isFolder !== true) return { code: 0x201a };
    const below = this.card.below(isRoot ? 0 : parent).map(({ handle }) => handle);
    return code === 0x1006 ? { code: OK, params: [below.length] } : answered(new Wire().u32s(below).bytes());
  }

  #onObject({ code, params }: Command): Answering {
    const object = this.card.at(params[0] ?? 0);
    if (object === undefined) return { code: 0x2009 };
    switch (code) {
      case 0x1008:
        return answered(objectInfo(object, STORAGE, this.knobs));
      case 0x1009:
        return { code: OK, data: { length: object.sizeBytes, read: object.content } };
      case 0x101b:
        return this.#partial(object, params[1] ?? 0, params[2] ?? 0);
      case 0x95c1:
        return this.#partial(object, (params[1] ?? 0) + (params[2] ?? 0) * 2 ** 32, params[3] ?? 0);
      case 0x9803:
        return params[1] === 0xdc04 ? answered(new Wire().u64(object.sizeBytes).bytes()) : { code: 0xa801 };
      case 0x9805:
        return this.#propList(object, params);
      default:
        return { code: 0x2005 };
    }
  }

  #partial(object: CardObject, offset: number, most: number): Answering {
    const length = Math.max(0, Math.min(most, object.sizeBytes - offset, this.knobs.mostPartialBytes));
    const read = (at: number, into: Uint8Array) => object.content(offset + at, into);
    return { code: OK, params: [length], data: { length, read } };
  }

  #propList(object: CardObject, params: readonly number[]): Answering {
    const { propList: habit } = this.knobs;
    if (habit === 'refused') return { code: 0xa805 };
    const below = habit === 'self' || params[4] === 0 ? [object] : this.card.below(object.handle);
    return answered(propList(below, params[2] ?? 0, habit !== 'without-sizes'));
  }
}

const answered = (bytes: Uint8Array): Answering => ({
  code: OK,
  data: { length: bytes.length, read: (offset, into) => into.set(bytes.subarray(offset, offset + into.length)) },
});
