/// <reference types="w3c-web-usb" />
import type { CameraAtHand, CameraKey, CameraNews } from '../../../domain/camera.ts';
import type { FootageSource } from '../../../domain/ports/footage-source.ts';
import { cameraFault } from '../ptp/camera-fault.ts';
import { CameraClient, type CameraWorker } from './usb/camera-client.ts';
import { atHand, CAMERA_FILTERS, findCameraInterface, mustFindInterface } from './usb/usb-device.ts';

/** Cameras on a cable as this browser gives them. */
export interface UsbCameras {
  /** false: this browser, or this address, has no WebUSB. */
  readonly isOffered: boolean;
  /** Those plugged in now that were granted before, by a person or by the bureau's policy. Asks nobody. */
  granted(): Promise<readonly CameraAtHand[]>;
  /** Opens the browser's chooser; must come from a click. null: closed without a choice. Throws `Fault<CameraFaultCode>`. */
  choose(): Promise<CameraAtHand | null>;
  /** Called whenever a camera is plugged in or pulled out; the function returned ends it. */
  watch(onChange: () => void): () => void;
  source(camera: CameraAtHand): FootageSource;
  /** Called with what a camera that is in use tells unasked; the function returned ends it. */
  listen(onNews: (camera: CameraKey, news: CameraNews) => void): () => void;
  release(camera: CameraKey): void;
}

const startWorker = (): CameraWorker =>
  new Worker(new URL('./usb/camera.worker.ts', import.meta.url), { type: 'module', name: 'camera' });

export function makeUsbCameras(): UsbCameras {
  const client = new CameraClient(startWorker);
  // Absent without a secure context, and in other browsers.
  const usb = (navigator as { readonly usb?: USB }).usb;
  return {
    isOffered: usb !== undefined,
    granted: async () => {
      const devices = (await usb?.getDevices()) ?? [];
      return devices.filter((device) => findCameraInterface(device) !== null).map(atHand);
    },
    choose: async () => {
      if (usb === undefined) throw cameraFault('camera-denied', { error: 'no WebUSB' });
      try {
        const device = await usb.requestDevice({ filters: CAMERA_FILTERS });
        mustFindInterface(device);
        return atHand(device);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        // The chooser was closed: it names that as it names a device that was not found.
        if (error.name === 'NotFoundError') return null;
        throw cameraFault('camera-denied', { error: error.name }, error);
      }
    },
    watch: (onChange) => {
      usb?.addEventListener('connect', onChange);
      usb?.addEventListener('disconnect', onChange);
      return () => {
        usb?.removeEventListener('connect', onChange);
        usb?.removeEventListener('disconnect', onChange);
      };
    },
    source: (camera) => client.source(camera),
    listen: (onNews) => {
      client.onNews = onNews;
      return () => {
        client.onNews = () => undefined;
      };
    },
    release: (camera) => client.release(camera),
  };
}
