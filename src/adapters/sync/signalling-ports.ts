import type { SignallingTrouble } from './signalling.ts';

/** The part of a WebSocket that is used. */
export type SignalSocket = Pick<WebSocket, 'binaryType' | 'send' | 'close' | 'addEventListener'>;

export interface SignallingPorts {
  readonly openSocket: (url: string) => SignalSocket;
  /** Milliseconds that go on while the machine sleeps. */
  readonly nowMs: () => number;
  /** Acts once, later. Gives back how to call it off. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** 0 up to 1: machines that lost one hub together must not come back together. */
  readonly chance: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Why no connection came about; a guess. Never rejects. */
  readonly whyNoAnswer: () => Promise<SignallingTrouble>;
}

export function browserPorts(whyNoAnswer: SignallingPorts['whyNoAnswer']): SignallingPorts {
  return {
    openSocket: (url) => new WebSocket(url),
    nowMs: () => Date.now(),
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    chance: () => Math.random(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    whyNoAnswer,
  };
}
