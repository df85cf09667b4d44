import type { CameraAtHand } from './camera.ts';
import type { DeviceRecord } from './records.ts';

/** Registers are typed by hand, and cameras pad their serial numbers. */
const plain = (serial: string | null): string => (serial ?? '').replace(/\s/g, '').toUpperCase();

/** The device of the register that a camera says to be; null: it says nothing, or nobody registered it. */
export function deviceOfCamera(devices: readonly DeviceRecord[], { key }: CameraAtHand): DeviceRecord | null {
  const serial = plain(key.serial);
  return serial === '' ? null : (devices.find((device) => plain(device.serialNo) === serial) ?? null);
}
