import type { UsbAccess, UsbDevice } from '../../../src/adapters/camera/usb/usb/usb-device.ts';
import { CameraCard } from './camera-card.ts';
import { SERIAL } from './datasets.ts';
import { CameraResponder } from './responder.ts';
import { type Layout, layoutOf } from './usb-layout.ts';

const HALTED = new Error('halted');
/** Sooner than a session gives up waiting for what is left on the cable. */
const NOTICE_MS = 25;
export const platform = (name: string, message = name) => new DOMException(message, name);

/** What stands in the way of using it, as Chromium puts it. */
export interface UsbObstacles {
  open: DOMException | null;
  claim: DOMException | null;
  interfaceClass: number;
  interfaceName: string | null;
  subclass: number;
  protocol: number;
  /** After it was pulled out at most so many calls fail as a bad transfer does before the system knows. */
  lateCalls: number;
  /** Further interfaces before the camera's own, and the alternate setting that has its endpoints. */
  layout: Layout;
}

/** A camera as `navigator.usb` gives it, made of the responder's endpoints. */
export class UsbCameraDevice implements UsbDevice {
  readonly responder: CameraResponder;
  readonly obstacles: UsbObstacles = {
    open: null,
    claim: null,
    interfaceClass: 6,
    interfaceName: 'MTP',
    subclass: 1,
    protocol: 1,
    lateCalls: 0,
    layout: 'plain',
  };
  readonly vendorId = 0x2207;
  readonly productId = 0x0011;
  serialNumber: string;
  readonly manufacturerName = 'Xunzheng';
  readonly productName = 'DSJ-X5';
  opened = false;
  #claimed: USBAlternateInterface | null = null;
  #notice: () => void = () => undefined;
  #late = 0;
  configuration: USBConfiguration | null = null;
  transfers = 0;

  constructor(card = new CameraCard(), serial = SERIAL) {
    this.serialNumber = serial;
    this.responder = new CameraResponder(card, {
      halted: () => HALTED,
      gone: () => {
        this.#late = this.obstacles.lateCalls;
        return this.#gone();
      },
    });
  }

  get configurations(): USBConfiguration[] {
    const { layout, ...at } = this.obstacles;
    return layoutOf(layout, { ...at, packetSize: this.responder.knobs.packetBytes });
  }

  /** Pulled out; `notice` is the system finding out, which may take it some failed transfers. */
  pulled(notice: () => void): void {
    if (this.#late === 0) {
      notice();
      return;
    }
    const timer = setTimeout(() => this.#noticed(), NOTICE_MS);
    this.#notice = () => {
      clearTimeout(timer);
      notice();
    };
  }

  #noticed(): void {
    this.#late = 0;
    this.#notice();
    this.#notice = () => undefined;
  }

  #gone(): DOMException {
    if (this.#late === 0) return platform('NotFoundError', 'The device was disconnected.');
    this.#late -= 1;
    if (this.#late === 0) queueMicrotask(() => this.#noticed());
    return platform('NetworkError', 'A transfer error has occurred.');
  }

  #check(isInUse = true): void {
    if (!this.responder.isPlugged) throw this.#gone();
    if (isInUse && !this.opened) throw platform('InvalidStateError', 'The device must be opened first.');
  }

  async open(): Promise<void> {
    this.#check(false);
    if (this.obstacles.open !== null) throw this.obstacles.open;
    this.opened = true;
  }

  async close(): Promise<void> {
    this.opened = false;
    this.#claimed = null;
    this.responder.bulkIn.fail(platform('AbortError', 'The transfer was cancelled.'));
    this.responder.interruptIn.fail(platform('AbortError', 'The transfer was cancelled.'));
  }

  async selectConfiguration(value: number): Promise<void> {
    this.#check();
    this.configuration = this.configurations.find((one) => one.configurationValue === value) ?? null;
  }

  async claimInterface(number: number): Promise<void> {
    this.#check();
    if (this.obstacles.claim !== null) throw this.obstacles.claim;
    const found = this.configuration?.interfaces.find((one) => one.interfaceNumber === number);
    if (found === undefined) throw platform('NotFoundError', 'no such interface in the selected configuration');
    this.#claimed = found.alternates[0] ?? null;
  }

  async selectAlternateInterface(number: number, setting: number): Promise<void> {
    this.#check();
    const found = this.configuration?.interfaces.find((one) => one.interfaceNumber === number);
    this.#claimed = found?.alternates.find((one) => one.alternateSetting === setting) ?? null;
    if (this.#claimed === null) throw platform('NotFoundError', 'no such alternate setting');
  }

  #mustReach(direction: USBDirection, endpoint: number): USBEndpointType {
    this.#check();
    const found = this.#claimed?.endpoints.find(
      (one) => one.direction === direction && one.endpointNumber === endpoint,
    );
    if (found === undefined) throw platform('NotFoundError', 'no such endpoint claimed');
    return found.type;
  }

  async transferOut(endpoint: number, data: BufferSource): Promise<USBOutTransferResult> {
    this.#mustReach('out', endpoint);
    const bytes = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset) : new Uint8Array(data);
    try {
      this.responder.send(bytes);
    } catch (error) {
      if (error === HALTED) return { bytesWritten: 0, status: 'stall' };
      throw error;
    }
    return { bytesWritten: bytes.length, status: 'ok' };
  }

  async transferIn(endpoint: number, length: number): Promise<USBInTransferResult> {
    if (this.#mustReach('in', endpoint) === 'interrupt') {
      const bytes = await this.responder.interruptIn.receive();
      return { status: 'ok', data: new DataView(bytes.buffer) };
    }
    if (length > 16 * 1024 * 1024) throw platform('DataError', 'The transfer is too large.');
    this.transfers += 1;
    try {
      const { bytes } = await this.responder.bulkIn.receive(length);
      return { status: 'ok', data: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    } catch (error) {
      if (error === HALTED) return { status: 'stall', data: new DataView(new ArrayBuffer(0)) };
      throw error;
    }
  }

  async controlTransferIn(setup: USBControlTransferParameters): Promise<USBInTransferResult> {
    this.#check();
    const isStatus = setup.request === 0x67 && setup.requestType === 'class';
    const bytes = isStatus ? await this.responder.status().catch(() => null) : null;
    if (bytes === null) return { status: 'stall', data: new DataView(new ArrayBuffer(0)) };
    return { status: 'ok', data: new DataView(bytes.buffer) };
  }

  async controlTransferOut(setup: USBControlTransferParameters, data?: BufferSource): Promise<USBOutTransferResult> {
    this.#check();
    if (setup.request === 0x66 && setup.requestType === 'class') {
      const isObeyed = await this.responder.reset().then(
        () => true,
        () => false,
      );
      return { bytesWritten: 0, status: isObeyed ? 'ok' : 'stall' };
    }
    if (setup.request !== 0x64 || setup.requestType !== 'class' || !(data instanceof ArrayBuffer))
      return { bytesWritten: 0, status: 'stall' };
    const view = new DataView(data);
    if (view.getUint16(0, true) !== 0x4001) return { bytesWritten: 0, status: 'stall' };
    await this.responder.cancel(view.getUint32(2, true)).catch(() => undefined);
    return { bytesWritten: data.byteLength, status: 'ok' };
  }

  async clearHalt(): Promise<void> {
    this.#check();
    this.responder.clearHalt();
  }
}

/** The bus: what is plugged in, with the events of plugging. A replugged camera is another device object, as in Chromium. */
export class UsbBus extends EventTarget implements UsbAccess {
  #devices: UsbCameraDevice[] = [];

  async getDevices(): Promise<readonly UsbCameraDevice[]> {
    return this.#devices;
  }

  plug(device: UsbCameraDevice): void {
    device.responder.plug();
    this.#devices.push(device);
    device.responder.onLeave = () => device.pulled(() => this.#leave(device));
    this.dispatchEvent(Object.assign(new Event('connect'), { device }));
  }

  #leave(device: UsbCameraDevice): void {
    this.#devices = this.#devices.filter((one) => one !== device);
    device.opened = false;
    this.dispatchEvent(Object.assign(new Event('disconnect'), { device }));
  }
}
