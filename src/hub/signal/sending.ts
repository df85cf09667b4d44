import type { WebSocket } from 'ws';
import type { SignalLimits } from './limits.ts';

/** The way out to one page. What waits here is bounded: whoever sends too much is not read until it has drained. */
export interface Outlet {
  readonly send: (data: string | Uint8Array, sender?: ReadingHold) => void;
  /** True while little waits, so that a ping is no further load. */
  readonly isFree: () => boolean;
  /** Lets go of all it holds. */
  readonly end: () => void;
}

type Timings = Pick<SignalLimits, 'waitingBytes' | 'drainWithinMs'>;

export function makeOutlet(socket: WebSocket, { waitingBytes, drainWithinMs }: Timings, onTooSlow: () => void): Outlet {
  const held = new Set<ReadingHold>();
  const reason = {};
  let deadline: NodeJS.Timeout | undefined;
  let ended = false;

  const letGo = (): void => {
    clearTimeout(deadline);
    deadline = undefined;
    for (const sender of held) sender.release(reason);
    held.clear();
  };
  const arm = (): void => {
    clearTimeout(deadline);
    deadline = setTimeout(onTooSlow, drainWithinMs);
  };
  const flushed = (): void => {
    if (deadline === undefined || ended) return;
    if (socket.bufferedAmount <= waitingBytes.resumeAt) letGo();
    // A slow line that moves is no dead one.
    else arm();
  };

  return {
    send: (data, sender) => {
      if (ended) return;
      socket.send(data, flushed);
      const waiting = socket.bufferedAmount;
      if (waiting > waitingBytes.most) onTooSlow();
      if (ended || waiting <= waitingBytes.pauseAt) return;
      if (deadline === undefined) arm();
      if (sender === undefined || held.has(sender)) return;
      held.add(sender);
      sender.hold(reason);
    },
    isFree: () => socket.bufferedAmount <= waitingBytes.resumeAt,
    end: () => {
      ended = true;
      letGo();
    },
  };
}

/** A socket is read only while nobody holds it. */
export class ReadingHold {
  readonly #socket: WebSocket;
  readonly #onRelease: () => void;
  readonly #reasons = new Set<object>();
  #rateTimer: NodeJS.Timeout | undefined;

  constructor(socket: WebSocket, onRelease: () => void) {
    this.#socket = socket;
    this.#onRelease = onRelease;
  }

  hold(reason: object): void {
    this.#reasons.add(reason);
    this.#socket.pause();
  }

  release(reason: object): void {
    if (!this.#reasons.delete(reason) || this.#reasons.size > 0) return;
    this.#onRelease();
    this.#socket.resume();
  }

  /** For sending faster than is good; nothing for 0. */
  holdFor(ms: number): void {
    if (ms === 0) return;
    this.hold(this);
    clearTimeout(this.#rateTimer);
    this.#rateTimer = setTimeout(() => this.release(this), ms);
  }

  isHeld(): boolean {
    return this.#reasons.size > 0;
  }

  end(): void {
    clearTimeout(this.#rateTimer);
  }
}
