import { CameraClient, type CameraWorker } from '../../../src/adapters/camera/usb/usb/camera-client.ts';
import { CameraEngine } from '../../../src/adapters/camera/usb/usb/camera-engine.ts';
import type { CameraAnswer, CameraRequest } from '../../../src/adapters/camera/usb/usb/protocol.ts';
import { QUICK } from './camera-pipe.ts';
import type { UsbBus } from './usb-device.ts';

/** Engine and client with real ports between them: what cannot be cloned or was handed on already fails as it would. */
export function clientOver(bus: UsbBus, nowMs: () => number = Date.now) {
  const ports: MessagePort[] = [];
  const start = (): CameraWorker => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const engine = new CameraEngine({
      usb: bus,
      clock: { nowMs },
      answer: (message, transfer = []) => port2.postMessage(message, transfer),
      times: QUICK,
    });
    port2.onmessage = (event: MessageEvent<CameraRequest>) => engine.handle(event.data);
    const worker: CameraWorker = {
      postMessage: (message, transfer = []) => port1.postMessage(message, transfer),
      onmessage: null,
      onerror: null,
    };
    port1.onmessage = (event: MessageEvent<CameraAnswer>) => worker.onmessage?.(event);
    return worker;
  };
  const close = () => {
    for (const port of ports) port.close();
  };
  return { client: new CameraClient(start), close };
}
