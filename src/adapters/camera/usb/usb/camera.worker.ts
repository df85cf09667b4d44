/// <reference types="w3c-web-usb" />
import { CameraEngine } from './camera-engine.ts';
import type { CameraRequest } from './protocol.ts';

const engine = new CameraEngine({
  usb: navigator.usb,
  clock: { nowMs: () => Date.now() },
  answer: (message, transfer = []) => self.postMessage(message, { transfer }),
});

self.onmessage = (event: MessageEvent<CameraRequest>) => engine.handle(event.data);
