import { CameraCard, type CardObject } from '../../doubles/camera/camera-card.ts';
import { platform, UsbBus, UsbCameraDevice } from '../../doubles/camera/usb-device.ts';
import type { UsbControls, UsbOrder, UsbSetting } from './setting.ts';

/**
 * `navigator.usb` for a browser without a cable: in the camera worker a bus with the byte-level responder on it, in the
 * page what the page may ask. Loaded by tests only, before the app's own scripts.
 */
const setting = (globalThis as { usbSetting?: UsbSetting }).usbSetting;
if (setting === undefined) throw new Error('the double of navigator.usb needs a setting');
const orders = new BroadcastChannel('usb-double');

const PIECE_BYTES = 4 * 1024 * 1024;

/** The responder reads when it is asked, so the worker waits for each piece as for a disk. */
function fetched(at: string): CardObject['content'] {
  let piece = { from: -1, bytes: new Uint8Array(0) };
  const load = (from: number): void => {
    const request = new XMLHttpRequest();
    request.open('GET', at, false);
    request.responseType = 'arraybuffer';
    request.setRequestHeader('range', `bytes=${from}-${from + PIECE_BYTES - 1}`);
    request.send();
    if (request.status !== 206) throw new Error(`${at} answered ${request.status}`);
    piece = { from, bytes: new Uint8Array(request.response as ArrayBuffer) };
  };
  return (offset, into) => {
    for (let done = 0; done < into.length; ) {
      const from = Math.floor((offset + done) / PIECE_BYTES) * PIECE_BYTES;
      if (piece.from !== from) load(from);
      const part = piece.bytes.subarray(offset + done - from, offset + into.length - from);
      into.set(part, done);
      done += part.length;
    }
  };
}

function cardOf({ files }: UsbSetting): CameraCard {
  const card = new CameraCard();
  for (const { path, bytes, at, modified } of files)
    card.put(path, at === undefined ? bytes : { sizeBytes: bytes, content: fetched(at) }, modified);
  return card;
}

function inWorker(own: UsbSetting): void {
  const bus = new UsbBus();
  const card = cardOf(own);
  let device: UsbCameraDevice | null = null;
  let isOrdered = false;
  const plug = () => {
    device = new UsbCameraDevice(card);
    Object.assign(device.responder.knobs, own.knobs, { lacks: new Set(own.lacks) });
    device.obstacles.lateCalls = own.lateCalls ?? 0;
    bus.plug(device);
    const { onLeave } = device.responder;
    device.responder.onLeave = () => {
      onLeave();
      // What the page ordered it knows already.
      if (!isOrdered) orders.postMessage({ kind: 'left' } satisfies UsbOrder);
    };
  };
  plug();
  orders.onmessage = ({ data }: MessageEvent<UsbOrder>) => {
    if (data.kind === 'heard?') orders.postMessage({ kind: 'heard' } satisfies UsbOrder);
    else if (data.kind === 'plug') plug();
    else if (data.kind === 'unplug') {
      isOrdered = true;
      device?.responder.unplug();
      isOrdered = false;
    } else if (data.kind === 'unplug-after') device?.responder.unplugAfter(data.bytes);
    else if (data.kind === 'record') {
      const { handle } = card.put(data.path, data.bytes);
      device?.responder.interruptIn.tell(0x4002, handle);
    } else if (data.kind === 'obstacle' && device !== null)
      device.obstacles.open = data.error === null ? null : platform(data.error, 'Access denied.');
  };
  Object.defineProperty(navigator, 'usb', { value: bus });
}

function inPage(own: UsbSetting): void {
  const usb = new EventTarget();
  let device: UsbCameraDevice | null = new UsbCameraDevice(cardOf(own));
  const order = (message: UsbOrder) => orders.postMessage(message);
  let pulls = 0;
  const leave = () => {
    pulls += 1;
    device = null;
    usb.dispatchEvent(new Event('disconnect'));
  };
  let heard = (): void => undefined;
  orders.onmessage = ({ data }: MessageEvent<UsbOrder>) => {
    if (data.kind === 'left') leave();
    else if (data.kind === 'heard') heard();
  };
  let asked = 0;
  const controls: UsbControls = {
    asked: () => asked,
    pulls: () => pulls,
    plug: () => {
      order({ kind: 'plug' });
      device = new UsbCameraDevice(cardOf(own));
      usb.dispatchEvent(new Event('connect'));
    },
    unplug: () => {
      order({ kind: 'unplug' });
      leave();
    },
    unplugAfter: (bytes) => order({ kind: 'unplug-after', bytes }),
    record: (path, bytes) => order({ kind: 'record', path, bytes }),
    obstacle: (error) => order({ kind: 'obstacle', error }),
    obeyed: () =>
      new Promise((resolve) => {
        heard = resolve;
        order({ kind: 'heard?' });
      }),
  };
  Object.assign(usb, {
    getDevices: async () => (device === null || !own.isGranted ? [] : [device]),
    requestDevice: async () => {
      asked += 1;
      if (device === null) throw platform('NotFoundError', 'No device selected.');
      return device;
    },
  });
  Object.defineProperty(navigator, 'usb', { value: usb });
  Object.assign(window, { usbDouble: controls });
}

if (typeof window === 'undefined') inWorker(setting);
else inPage(setting);
