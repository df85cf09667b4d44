import { cameraFault } from '../../ptp/camera-fault.ts';
import { CANCEL_EVENT, CLASS_REQUEST } from '../../ptp/codes.ts';
import type { BytePipe } from '../../ptp/pipe.ts';
import { type CameraInterface, mustFindInterface, type UsbDevice } from './usb-device.ts';

/** Opens the device and takes its camera interface. Throws `Fault<CameraFaultCode>`. */
export async function openUsbPipe(device: UsbDevice): Promise<BytePipe> {
  const at = mustFindInterface(device);
  await take(device, at);
  const endpoint = { in: at.bulkIn, out: at.bulkOut };
  const ofClass = { requestType: 'class', recipient: 'interface', value: 0, index: at.interface } as const;
  return {
    packetBytes: at.packetBytes,
    send: async (bytes) => {
      const { status } = await device.transferOut(endpoint.out, bytes).catch(duringTransfer);
      if (status !== 'ok') throw cameraFault('camera-halted', { endpoint: 'out' });
    },
    receive: async (length) => {
      const { status, data } = await device.transferIn(endpoint.in, length).catch(duringTransfer);
      if (status === 'stall') throw cameraFault('camera-halted', { endpoint: 'in' });
      if (status === 'babble') throw cameraFault('camera-garbled', { what: 'more bytes than asked for' });
      const bytes = data === undefined ? new Uint8Array(0) : bytesOf(data);
      return { bytes, isShort: bytes.length < length };
    },
    cancel: async (transaction) => {
      const event = new DataView(new ArrayBuffer(6));
      event.setUint16(0, CANCEL_EVENT, true);
      event.setUint32(2, transaction, true);
      await device
        .controlTransferOut({ ...ofClass, request: CLASS_REQUEST.cancel }, event.buffer)
        .catch(duringTransfer);
    },
    ...(at.events === null ? {} : { event: eventOf(device, at.events) }),
    status: async () => {
      const request = { ...ofClass, request: CLASS_REQUEST.status };
      const { status, data } = await device.controlTransferIn(request, STATUS_BYTES).catch(duringTransfer);
      if (status !== 'ok' || data === undefined || data.byteLength < 4)
        throw cameraFault('camera-halted', { endpoint: 'control' });
      return data.getUint16(2, true);
    },
    reset: async () => {
      const request = { ...ofClass, request: CLASS_REQUEST.reset };
      const { status } = await device.controlTransferOut(request).catch(duringTransfer);
      if (status !== 'ok') throw cameraFault('camera-halted', { endpoint: 'control' });
    },
    clearHalt: async () => {
      await device.clearHalt('in', endpoint.in).catch(duringTransfer);
      await device.clearHalt('out', endpoint.out).catch(duringTransfer);
    },
    reopen: async () => {
      await device.close().catch(() => undefined);
      await take(device, at);
    },
    close: async () => device.close().catch(() => undefined),
  };
}

/** Length, code, and at most three endpoints that are halted. */
const STATUS_BYTES = 16;

/** Of the packet's own size: a smaller buffer would babble where a camera pads its events. */
const eventOf =
  (device: UsbDevice, { endpoint, packetBytes }: NonNullable<CameraInterface['events']>) =>
  async (): Promise<Uint8Array> => {
    const { status, data } = await device
      .transferIn(endpoint, Math.ceil(EVENT_BYTES / packetBytes) * packetBytes)
      .catch(duringTransfer);
    if (status === 'ok') return data === undefined ? new Uint8Array(0) : bytesOf(data);
    if (status === 'stall') await device.clearHalt('in', endpoint).catch(duringTransfer);
    throw cameraFault('camera-halted', { endpoint: 'events' });
  };
/** A container with three parameters. */
const EVENT_BYTES = 24;

const bytesOf = (data: DataView): Uint8Array<ArrayBuffer> =>
  new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);

async function take(device: UsbDevice, at: CameraInterface): Promise<void> {
  if (!device.opened) await device.open().catch(whileOpening);
  if (device.configuration?.configurationValue !== at.configuration)
    await device.selectConfiguration(at.configuration).catch(whileTaking);
  await device.claimInterface(at.interface).catch(whileTaking);
  if (at.alternate !== 0) await device.selectAlternateInterface(at.interface, at.alternate).catch(whileTaking);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
const factsOf = (error: unknown) => ({
  error: nameOf(error),
  message: error instanceof Error ? error.message.slice(0, 200) : '',
});
const isGone = (error: unknown): boolean => nameOf(error) === 'NotFoundError';

/** Stock Windows answers "Access denied" here, as it gives the camera to its own driver; Linux without a rule for it too. */
function whileOpening(error: unknown): never {
  if (isGone(error)) throw cameraFault('camera-gone', factsOf(error), error);
  if (nameOf(error) === 'SecurityError') throw cameraFault('camera-denied', factsOf(error), error);
  throw cameraFault('camera-held', factsOf(error), error);
}

/** Another program, or another tab, has the interface; or it is of a class browsers never hand out. */
function whileTaking(error: unknown): never {
  if (isGone(error)) throw cameraFault('camera-gone', factsOf(error), error);
  if (nameOf(error) === 'SecurityError') throw cameraFault('camera-protected', factsOf(error), error);
  throw cameraFault('camera-held', factsOf(error), error);
}

/**
 * A cable that was pulled shows as a failed transfer first, and as a device that is gone only then: a failed transfer
 * counts as a halt, and recovering from it finds out which it was.
 */
function duringTransfer(error: unknown): never {
  if (isGone(error)) throw cameraFault('camera-gone', factsOf(error), error);
  throw cameraFault('camera-halted', factsOf(error), error);
}
