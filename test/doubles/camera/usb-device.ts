import type { UsbAccess, UsbDevice } from '../../../src/adapters/camera/usb/usb/usb-device.ts';
import { CameraCard } from './camera-card.ts';
import { SERIAL } from './datasets.ts';
import { CameraResponder } from './responder.ts';

const HALTED = new Error('halted');
export const platform = (name: string, message = name) => new DOMException(message, name);

/** What stands in the way of using it, as Chromium puts it. */
export interface UsbObstacles {
  open: DOMException | null;
  claim: DOMException | null;
  interfaceClass: number;
  interfaceName: string | null;
}

/** A camera as `navigator.usb` gives it, made of the responder's endpoints. */
export class UsbCameraDevice implements UsbDevice {
  readonly responder: CameraResponder;
  readonly obstacles: UsbObstacles = { open: null, claim: null, interfaceClass: 6, interfaceName: 'MTP' };
  readonly vendorId = 0x2207;
  readonly productId = 0x0011;
  serialNumber: string;
  readonly manufacturerName = 'Xunzheng';
  readonly productName = 'DSJ-X5';
  opened = false;
  #claimed = false;
  configuration: USBConfiguration | null = null;
  transfers = 0;

  constructor(card = new CameraCard(), serial = SERIAL) {
    this.serialNumber = serial;
    this.responder = new CameraResponder(card, {
      halted: () => HALTED,
      gone: () => platform('NotFoundError', 'The device was disconnected.'),
    });
  }

  get configurations(): USBConfiguration[] {
    const { interfaceClass, interfaceName } = this.obstacles;
    const packetSize = this.responder.knobs.packetBytes;
    const alternate = {
      alternateSetting: 0,
      interfaceClass,
      interfaceSubclass: 1,
      interfaceProtocol: 1,
      interfaceName,
      endpoints: [
        { endpointNumber: 1, direction: 'in', type: 'bulk', packetSize },
        { endpointNumber: 2, direction: 'out', type: 'bulk', packetSize },
        { endpointNumber: 3, direction: 'in', type: 'interrupt', packetSize: 64 },
      ],
    };
    const usbInterface = { interfaceNumber: 0, alternate, alternates: [alternate], claimed: this.#claimed };
    const configuration = { configurationValue: 1, configurationName: null, interfaces: [usbInterface] };
    return [configuration as unknown as USBConfiguration];
  }

  #check(isInUse = true): void {
    if (!this.responder.isPlugged) throw platform('NotFoundError', 'The device was disconnected.');
    if (isInUse && !this.opened) throw platform('InvalidStateError', 'The device must be opened first.');
  }

  async open(): Promise<void> {
    this.#check(false);
    if (this.obstacles.open !== null) throw this.obstacles.open;
    this.opened = true;
  }

  async close(): Promise<void> {
    this.opened = false;
    this.#claimed = false;
    this.responder.bulkIn.fail(platform('AbortError', 'The transfer was cancelled.'));
  }

  async selectConfiguration(value: number): Promise<void> {
    this.#check();
    this.configuration = this.configurations.find((one) => one.configurationValue === value) ?? null;
  }

  async claimInterface(): Promise<void> {
    this.#check();
    if (this.obstacles.claim !== null) throw this.obstacles.claim;
    this.#claimed = true;
  }

  async selectAlternateInterface(): Promise<void> {
    this.#check();
  }

  async transferOut(endpoint: number, data: BufferSource): Promise<USBOutTransferResult> {
    this.#check();
    if (!this.#claimed || endpoint !== 2) throw platform('NotFoundError', 'no such endpoint claimed');
    const bytes = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset) : new Uint8Array(data);
    this.responder.send(bytes);
    return { bytesWritten: bytes.length, status: 'ok' };
  }

  async transferIn(endpoint: number, length: number): Promise<USBInTransferResult> {
    this.#check();
    if (!this.#claimed || endpoint !== 1) throw platform('NotFoundError', 'no such endpoint claimed');
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

  async controlTransferOut(setup: USBControlTransferParameters, data?: BufferSource): Promise<USBOutTransferResult> {
    this.#check();
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
    device.responder.onLeave = () => this.#leave(device);
    this.dispatchEvent(Object.assign(new Event('connect'), { device }));
  }

  #leave(device: UsbCameraDevice): void {
    this.#devices = this.#devices.filter((one) => one !== device);
    device.opened = false;
    this.dispatchEvent(Object.assign(new Event('disconnect'), { device }));
  }
}
