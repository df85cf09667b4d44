import { cameraFault } from '../../../src/adapters/camera/ptp/camera-fault.ts';
import type { BytePipe } from '../../../src/adapters/camera/ptp/pipe.ts';
import type { SessionTimes } from '../../../src/adapters/camera/ptp/session-times.ts';
import { CameraCard } from './camera-card.ts';
import { CameraResponder } from './responder.ts';

/** Short enough for a test to wait them out, long enough for a busy machine. */
export const QUICK: SessionTimes = { silentMs: 150, searchMs: 150, drainMs: 40, busyMs: 1 };

export const makeCamera = (card = new CameraCard()): CameraResponder =>
  new CameraResponder(card, {
    halted: () => cameraFault('camera-halted'),
    gone: () => cameraFault('camera-gone'),
  });

/** The responder's endpoints as the session wants its cable. */
export function pipeTo(camera: CameraResponder) {
  let reopened = 0;
  const check = () => {
    if (!camera.isPlugged) throw cameraFault('camera-gone');
  };
  const pipe: BytePipe = {
    get packetBytes() {
      return camera.knobs.packetBytes;
    },
    send: async (bytes) => {
      check();
      camera.send(bytes);
    },
    receive: async (length) => {
      check();
      return camera.bulkIn.receive(length);
    },
    cancel: async (transaction) => {
      check();
      return camera.cancel(transaction);
    },
    ...(camera.knobs.interrupt === 'none' ? {} : { event: () => camera.interruptIn.receive() }),
    status: async () => {
      check();
      return new DataView((await camera.status()).buffer).getUint16(2, true);
    },
    reset: async () => {
      check();
      return camera.reset();
    },
    clearHalt: async () => camera.clearHalt(),
    reopen: async () => {
      check();
      reopened += 1;
      camera.bulkIn.fail(cameraFault('camera-silent'));
      camera.interruptIn.fail(cameraFault('camera-silent'));
      camera.bulkIn.drop();
    },
    close: async () => {
      camera.bulkIn.fail(cameraFault('camera-silent'));
      camera.interruptIn.fail(cameraFault('camera-silent'));
    },
  };
  return { pipe, reopened: () => reopened };
}
