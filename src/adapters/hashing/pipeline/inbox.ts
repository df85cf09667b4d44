import type { RingMessage } from './protocol.ts';

/** Messages one by one, in order. */
export interface Inbox {
  readonly take: (message: RingMessage) => void;
  /** Nothing more will come: whoever waits is told why. */
  readonly fail: (reason: unknown) => void;
  readonly receive: () => Promise<RingMessage>;
}

/** Waiting ends with the reason of `signal`, too: a worker of the ring that is gone sends nothing more. */
export function makeInbox(signal: AbortSignal): Inbox {
  const waiting: RingMessage[] = [];
  let wake: ((message: RingMessage) => void) | null = null;
  let refuse: (reason: unknown) => void = () => undefined;
  let failure: { readonly reason: unknown } | null = null;
  const fail = (reason: unknown): void => {
    failure ??= { reason };
    refuse(reason);
  };
  signal.addEventListener('abort', () => refuse(signal.reason), { once: true });
  return {
    fail,
    take: (message) => {
      if (wake === null) waiting.push(message);
      else wake(message);
      wake = null;
    },
    receive: () => {
      const next = waiting.shift();
      if (next !== undefined) return Promise.resolve(next);
      return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        if (failure !== null) throw failure.reason;
        wake = resolve;
        refuse = reject;
      });
    },
  };
}
