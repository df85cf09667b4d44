/// <reference types="w3c-web-usb" />
import type { CameraAtHand, CameraKey } from '../../../../domain/camera.ts';
import { cameraFault } from '../../ptp/camera-fault.ts';

/** As much of the browser's `USBDevice` as a camera takes; a test hands in a double at this level. */
export type UsbDevice = Pick<
  USBDevice,
  | 'vendorId'
  | 'productId'
  | 'serialNumber'
  | 'productName'
  | 'manufacturerName'
  | 'configuration'
  | 'configurations'
  | 'opened'
  | 'open'
  | 'close'
  | 'selectConfiguration'
  | 'claimInterface'
  | 'selectAlternateInterface'
  | 'transferIn'
  | 'transferOut'
  | 'controlTransferIn'
  | 'controlTransferOut'
  | 'clearHalt'
>;

/** As much of `navigator.usb` as works in a worker too. */
export interface UsbAccess extends EventTarget {
  getDevices(): Promise<readonly UsbDevice[]>;
}

/** The place on a device where it speaks PTP. */
export interface CameraInterface {
  readonly configuration: number;
  readonly interface: number;
  readonly alternate: number;
  readonly bulkIn: number;
  readonly bulkOut: number;
  readonly packetBytes: number;
  /** Where it tells events; null: nowhere. */
  readonly events: { readonly endpoint: number; readonly packetBytes: number } | null;
}

const STILL_IMAGE = { class: 0x06, subclass: 0x01 };
const VENDOR_CLASS = 0xff;

/**
 * What a chooser offers. An interface of the maker's own class can speak MTP too and says so by its name, which a filter
 * cannot ask for: such a device is looked at once it is chosen.
 */
export const CAMERA_FILTERS = [
  { classCode: STILL_IMAGE.class, subclassCode: STILL_IMAGE.subclass },
  { classCode: VENDOR_CLASS },
];

const speaksPtp = ({ interfaceClass, interfaceSubclass, interfaceName }: USBAlternateInterface): boolean =>
  interfaceClass === STILL_IMAGE.class
    ? interfaceSubclass === STILL_IMAGE.subclass
    : interfaceClass === VENDOR_CLASS && /\bMTP\b/i.test(interfaceName ?? '');

/** MTP's own triple under whatever name, or where the system tells none: one bulk endpoint each way, and one for events. */
const looksLikeMtp = ({
  interfaceClass,
  interfaceSubclass,
  interfaceProtocol,
  endpoints,
}: USBAlternateInterface): boolean =>
  interfaceClass === VENDOR_CLASS &&
  interfaceSubclass === VENDOR_CLASS &&
  interfaceProtocol === 0 &&
  endpoints.length === 3 &&
  endpoints.some(({ type, direction }) => type === 'interrupt' && direction === 'in');

/** The still image interface, or one of the maker's own that is named MTP or is built like it; null where there is none. */
export const findCameraInterface = (device: UsbDevice): CameraInterface | null =>
  findInterface(device, speaksPtp) ?? findInterface(device, looksLikeMtp);

function findInterface(
  device: UsbDevice,
  isOne: (alternate: USBAlternateInterface) => boolean,
): CameraInterface | null {
  for (const { configurationValue, interfaces } of device.configurations) {
    for (const { interfaceNumber, alternates } of interfaces) {
      for (const alternate of alternates) {
        const bulk = (direction: USBDirection) =>
          alternate.endpoints.find((endpoint) => endpoint.type === 'bulk' && endpoint.direction === direction);
        const [bulkIn, bulkOut] = [bulk('in'), bulk('out')];
        if (!isOne(alternate) || bulkIn === undefined || bulkOut === undefined) continue;
        const events = alternate.endpoints.find(({ type, direction }) => type === 'interrupt' && direction === 'in');
        return {
          configuration: configurationValue,
          interface: interfaceNumber,
          alternate: alternate.alternateSetting,
          bulkIn: bulkIn.endpointNumber,
          bulkOut: bulkOut.endpointNumber,
          packetBytes: bulkIn.packetSize,
          events: events === undefined ? null : { endpoint: events.endpointNumber, packetBytes: events.packetSize },
        };
      }
    }
  }
  return null;
}

/** Classes browsers never open: mass storage and video. A recorder in U-disk mode is one of them, and a drive. */
const PROTECTED = new Set([0x08, 0x0e]);

export function mustFindInterface(device: UsbDevice): CameraInterface {
  const found = findCameraInterface(device);
  if (found !== null) return found;
  const classes = device.configurations.flatMap(({ interfaces }) =>
    interfaces.flatMap(({ alternates }) => alternates.map(({ interfaceClass }) => interfaceClass)),
  );
  const code = classes.some((one) => PROTECTED.has(one)) ? 'camera-protected' : 'camera-no-interface';
  throw cameraFault(code, { classes: classes.join(' ') });
}

export const keyOf = ({ vendorId, productId, serialNumber }: UsbDevice): CameraKey => ({
  vendorId,
  productId,
  serial: serialNumber?.trim() || null,
});

const hex = (id: number): string => id.toString(16).padStart(4, '0');

export function atHand(device: UsbDevice): CameraAtHand {
  const { manufacturerName, productName, vendorId, productId } = device;
  const said = [manufacturerName, productName].map((name) => name?.trim() ?? '').filter((name) => name !== '');
  return { key: keyOf(device), name: said.join(' ') || `USB ${hex(vendorId)}:${hex(productId)}` };
}
