import { Fault, isAbort, isFault } from '../../../../base/fault.ts';
import { never } from '../../../../base/never.ts';
import { type CameraKey, cameraKeyText, isSameCamera } from '../../../../domain/camera.ts';
import { type FootageItem, isSourceLost } from '../../../../domain/ports/footage-source.ts';
import { type MtpClock, type MtpSource, makeMtpSource } from '../../mtp/mtp-source.ts';
import { cameraFault } from '../../ptp/camera-fault.ts';
import { PtpSession } from '../../ptp/session.ts';
import { SESSION_TIMES, type SessionTimes } from '../../ptp/session-times.ts';
import { peekEnds } from './peek-ends.ts';
import type { CameraAnswer, CameraAsk, CameraRequest } from './protocol.ts';
import { pushPieces } from './push-pieces.ts';
import { atHand, keyOf, type UsbAccess, type UsbDevice } from './usb-device.ts';
import { openUsbPipe } from './web-usb-pipe.ts';

interface Connected {
  readonly device: UsbDevice;
  readonly session: PtpSession;
  readonly source: MtpSource;
}

export interface EnginePorts {
  readonly usb: UsbAccess;
  readonly clock: MtpClock;
  readonly answer: (message: CameraAnswer, transfer?: Transferable[]) => void;
  readonly times?: SessionTimes;
}

/** What a cable that was pulled may look like at first. */
const DOUBTFUL: ReadonlySet<string> = new Set(['camera-halted', 'camera-silent', 'camera-garbled', 'camera-held']);

/** Owns the cameras: finds a device by its key, opens it once, and finds it again after a replug. */
export class CameraEngine {
  readonly #ports: EnginePorts;
  readonly #connected = new Map<string, Promise<Connected>>();
  readonly #asked = new Map<number, AbortController>();
  /** Plugged in while we looked, and not touched yet: nothing of an earlier page can be left on their cable. */
  readonly #fresh = new WeakSet<UsbDevice>();
  /** Plugged in while we looked, touched since or not. */
  readonly #arrived = new WeakSet<UsbDevice>();

  constructor(ports: EnginePorts) {
    this.#ports = ports;
    ports.usb.addEventListener('connect', (event) => {
      const { device } = event as Event & { readonly device: UsbDevice };
      this.#fresh.add(device);
      this.#arrived.add(device);
    });
    ports.usb.addEventListener('disconnect', (event) => {
      const { device } = event as Event & { readonly device: UsbDevice };
      void this.#hasGone(device);
    });
  }

  handle(request: CameraRequest): void {
    switch (request.kind) {
      case 'stop':
        this.#asked.get(request.id)?.abort();
        return;
      case 'release':
        void this.#release(request.camera);
        return;
      case 'read': {
        const { camera, item, offset, port } = request;
        void pushPieces(port, (signal) => this.#read(camera, item, offset, signal));
        return;
      }
      case 'list':
      case 'open':
      case 'peek':
      case 'health':
        void this.#answerTo(request);
        return;
      default:
        never(request);
    }
  }

  async #answerTo(ask: CameraAsk): Promise<void> {
    const { id, camera } = ask;
    const stop = new AbortController();
    const connecting = this.#at(camera);
    this.#asked.set(id, stop);
    try {
      const { source } = await connecting;
      stop.signal.throwIfAborted();
      await this.#do(ask, source, stop.signal);
    } catch (error) {
      await this.#loosen(camera, connecting, error);
      this.#ports.answer(toEnd(id, await this.#verdict(connecting, error)));
    } finally {
      this.#asked.delete(id);
    }
  }

  async #do(ask: CameraAsk, source: MtpSource, signal: AbortSignal): Promise<void> {
    const { id } = ask;
    const { answer } = this.#ports;
    switch (ask.kind) {
      case 'list': {
        const items = await source.list({
          signal,
          report: (entries) => answer({ kind: 'seen', id, entries }),
          found: (some) => answer({ kind: 'found', id, items: some }),
        });
        return answer({ kind: 'listed', id, items });
      }
      case 'open': {
        const opened = await source.open(ask.item, signal);
        return answer({ kind: 'opened', id, sizeBytes: opened.kind === 'stream' ? opened.sizeBytes : null });
      }
      case 'peek': {
        const ends = await peekEnds(source, ask.item, signal);
        const transfer = ends === null ? [] : [...new Set([ends.head.buffer, ends.tail.buffer])];
        return answer({ kind: 'peeked', id, ends }, transfer);
      }
      case 'health':
        return answer({ kind: 'health', id, health: await source.health(signal) });
      default:
        return never(ask);
    }
  }

  async *#read(
    camera: CameraKey,
    item: FootageItem,
    offset: number,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
    const connecting = this.#at(camera);
    try {
      const { source } = await connecting;
      const opened = await source.open(item, signal);
      if (opened.kind !== 'stream') throw new Error('a camera gives streams');
      const reader = opened.from(offset, signal).getReader();
      try {
        for (;;) {
          const { value, done } = await reader.read();
          if (done) return;
          yield value as Uint8Array<ArrayBuffer>;
        }
      } finally {
        await reader.cancel().catch(() => undefined);
      }
    } catch (error) {
      await this.#loosen(camera, connecting, error);
      throw await this.#verdict(connecting, error);
    }
  }

  /**
   * A pulled cable shows as transfers that fail, and the system says only a moment later that the device is gone; the
   * difference decides whether the intake waits for the plug or for a person.
   */
  async #verdict(connecting: Promise<Connected>, error: unknown): Promise<unknown> {
    if (!isFault(error) || !DOUBTFUL.has(error.code)) return error;
    const device = await connecting.then(
      (connected) => connected.device,
      () => null,
    );
    if (device === null || !(await this.#hasLeft(device))) return error;
    return cameraFault('camera-gone', error.facts, error);
  }

  async #hasLeft(device: UsbDevice): Promise<boolean> {
    const { usb, times = SESSION_TIMES } = this.#ports;
    // One that came back meanwhile is another: what was read from the old one is over.
    const isThere = async () =>
      (await usb.getDevices()).some(
        (one) => one === device || (isSameCamera(keyOf(one), keyOf(device)) && !this.#arrived.has(one)),
      );
    if (!(await isThere())) return true;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, times.drainMs);
      const look = () => {
        clearTimeout(timer);
        resolve();
      };
      usb.addEventListener('disconnect', look, { once: true });
    });
    return !(await isThere());
  }

  /** A camera that is lost, or that recovery did not bring back, is connected anew the next time it is asked for. */
  async #loosen(camera: CameraKey, failed: Promise<Connected>, error: unknown): Promise<void> {
    const isBroken = isFault(error) && (isSourceLost(error.code) || error.code.startsWith('camera-'));
    // A telephone that is locked tells when it no longer is, to whoever stays.
    const isLocked = isFault(error) && error.code === 'camera-refused' && error.facts.stores === 0;
    if (!isBroken || isLocked) return;
    // Another act may have connected it again by now: that connection is not the one that failed.
    if (this.#connected.get(cameraKeyText(camera)) === failed) await this.#release(camera);
    else await failed.then(({ session }) => session.close()).catch(() => undefined);
  }

  async #release(camera: CameraKey): Promise<void> {
    const key = cameraKeyText(camera);
    const connected = this.#connected.get(key);
    this.#connected.delete(key);
    await connected?.then(({ session }) => session.close()).catch(() => undefined);
  }

  /** Not so for another one of the same key, as cheap recorders share a serial number. */
  async #hasGone(device: UsbDevice): Promise<void> {
    const key = cameraKeyText(keyOf(device));
    const connecting = this.#connected.get(key);
    const connected = await connecting?.catch(() => null);
    if (connected?.device === device && this.#connected.get(key) === connecting) this.#connected.delete(key);
  }

  #at(camera: CameraKey): Promise<Connected> {
    const key = cameraKeyText(camera);
    const known = this.#connected.get(key);
    if (known !== undefined) return known;
    const connecting = this.#connect(camera);
    this.#connected.set(key, connecting);
    connecting.catch(() => {
      if (this.#connected.get(key) === connecting) this.#connected.delete(key);
    });
    return connecting;
  }

  async #connect(camera: CameraKey): Promise<Connected> {
    const { usb, clock, times = SESSION_TIMES } = this.#ports;
    const [device, twin] = (await usb.getDevices()).filter((one) => isSameCamera(keyOf(one), camera));
    if (twin !== undefined) throw cameraFault('camera-twins', { camera: cameraKeyText(camera) });
    if (device === undefined) throw cameraFault('camera-gone', { camera: cameraKeyText(camera) });
    const isFresh = this.#fresh.delete(device);
    const pipe = await openUsbPipe(device);
    try {
      const session = await PtpSession.open(pipe, isFresh, times);
      session.onNews = (news) => this.#ports.answer({ kind: 'news', camera, news });
      return { device, session, source: makeMtpSource(session, atHand(device).name, clock) };
    } catch (error) {
      await pipe.close();
      throw isFault(error) ? error : new Fault('camera-garbled', { error: String(error).slice(0, 200) }, error);
    }
  }
}

function toEnd(id: number, error: unknown): CameraAnswer {
  if (isAbort(error)) return { kind: 'aborted', id };
  if (isFault(error)) return { kind: 'fault', id, code: error.code, facts: error.facts };
  return { kind: 'fault', id, code: 'camera-garbled', facts: { error: String(error).slice(0, 200) } };
}
