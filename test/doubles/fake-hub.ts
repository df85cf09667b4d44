import type { SignallingPorts, SignalSocket } from '../../src/adapters/sync/signalling-ports.ts';
import { fromBase64url, toBase64url } from '../../src/base/base64url.ts';
import { concat, fromUtf8 } from '../../src/base/bytes.ts';
import { decodeFromPage, decodeProofPayload, type FromHub } from '../../src/base/signal-wire.ts';

/** Time that goes only when told to. */
export interface TestTime {
  readonly nowMs: () => number;
  readonly after: (ms: number, act: () => void) => () => void;
  /** Everything due in this time happens, in its order; between two acts promises settle. */
  pass(ms: number): Promise<void>;
  /** Time goes on and no timer fires until it is over: the machine sleeps. */
  sleep(ms: number): Promise<void>;
  /** Milliseconds until each timer, shortest first. */
  readonly waits: () => readonly number[];
}

const CRYPTO_ACTS = [
  'decrypt',
  'deriveBits',
  'deriveKey',
  'digest',
  'encrypt',
  'exportKey',
  'generateKey',
  'importKey',
  'sign',
  'verify',
] as const;
let cryptoUnderWay = 0;
for (const act of CRYPTO_ACTS) {
  const original = crypto.subtle[act].bind(crypto.subtle) as (...given: readonly unknown[]) => Promise<unknown>;
  const counted = async (...given: readonly unknown[]): Promise<unknown> => {
    cryptoUnderWay += 1;
    try {
      return await original(...given);
    } finally {
      cryptoUnderWay -= 1;
    }
  };
  Object.defineProperty(crypto.subtle, act, { value: counted });
}

/** Web Crypto answers from threads of its own, late on a busy machine: all that was asked is answered, and acted upon. */
export async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 6; quiet++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (cryptoUnderWay > 0) quiet = 0;
  }
}

export function makeTestTime(): TestTime {
  let now = 1_000;
  let timers: { readonly at: number; readonly act: () => void }[] = [];
  const pass = async (ms: number): Promise<void> => {
    const until = now + ms;
    await settle();
    for (;;) {
      const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((timer) => timer !== next);
      now = Math.max(now, next.at);
      next.act();
      await settle();
    }
    now = until;
  };
  return {
    nowMs: () => now,
    after: (ms, act) => {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    pass,
    sleep: async (ms) => {
      now += ms;
      await pass(0);
    },
    waits: () => timers.map(({ at }) => at - now).sort((a, b) => a - b),
  };
}

/** One page's socket as the hub sees it. */
export interface PageAtHub {
  readonly peer: string | null;
  say(envelope: FromHub | object): void;
  sayText(text: string): void;
  sayFrame(from: string, sealed: Uint8Array): void;
  /** Closes with this code. */
  drop(code: number): void;
}

/** What a hub may do that is hostile, broken, or gone. Each may be changed while it runs. */
export interface FakeHub {
  readonly openSocket: SignallingPorts['openSocket'];
  readonly pages: readonly PageAtHub[];
  /** Every text and frame that passed. */
  readonly seen: (string | Uint8Array<ArrayBuffer>)[];
  readonly opened: () => number;
  /** Sealed message on its way; the hub forwards it unless this says it has done otherwise. */
  onMessage: (from: PageAtHub, to: PageAtHub, seal: string) => 'forward' | 'done';
  onFrame: (from: PageAtHub, to: PageAtHub, sealed: Uint8Array<ArrayBuffer>) => 'forward' | 'done';
  isDown: boolean;
  answersPings: boolean;
}

class FakeSocket extends EventTarget implements SignalSocket {
  binaryType: BinaryType = 'blob';
  readonly fromPage: (data: string | Uint8Array<ArrayBuffer>) => void;
  readonly #onClose: () => void;
  constructor(fromPage: (data: string | Uint8Array<ArrayBuffer>) => void, onClose: () => void) {
    super();
    this.fromPage = fromPage;
    this.#onClose = onClose;
  }
  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (typeof data === 'string') this.fromPage(data);
    else if (data instanceof Uint8Array) this.fromPage(new Uint8Array(data));
    else throw new Error('pages send text and bytes');
  }
  close(): void {
    this.#onClose();
  }
  toPage(data: string | ArrayBuffer): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
  closed(code: number): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

export function makeFakeHub(): FakeHub {
  const pages: (PageAtHub & { peer: string | null })[] = [];
  let opened = 0;
  const others = (page: PageAtHub) => pages.filter((each) => each !== page && each.peer !== null);
  const byPeer = (peer: string) => pages.find((each) => each.peer === peer);

  const hub: FakeHub = {
    pages,
    seen: [],
    opened: () => opened,
    onMessage: () => 'forward',
    onFrame: () => 'forward',
    isDown: false,
    answersPings: true,
    openSocket: () => {
      opened++;
      const leave = (): void => {
        const at = pages.indexOf(page);
        if (at >= 0) pages.splice(at, 1);
        for (const other of others(page)) if (page.peer) other.say({ t: 'peer-out', peer: page.peer });
      };
      const socket = new FakeSocket((data) => hear(data), leave);
      const page: PageAtHub & { peer: string | null } = {
        peer: null,
        say: (envelope) => socket.toPage(JSON.stringify(envelope)),
        sayText: (text) => socket.toPage(text),
        sayFrame: (from, sealed) => socket.toPage(concat(fromBase64url(from), sealed).buffer),
        drop: (code) => {
          leave();
          socket.closed(code);
        },
      };
      const enter = (proof: string): void => {
        const payload = decodeProofPayload(fromUtf8(fromBase64url(proof.split('.')[1] ?? '')));
        page.peer = payload?.peer ?? null;
        page.say({ t: 'entered', peers: others(page).map(({ peer }) => peer) });
        for (const other of others(page)) other.say({ t: 'peer-in', peer: page.peer });
      };
      const hearFrame = (frame: Uint8Array<ArrayBuffer>): void => {
        const to = byPeer(toBase64url(frame.subarray(0, 16)));
        const sealed = frame.slice(16);
        if (to && page.peer && hub.onFrame(page, to, sealed) === 'forward') to.sayFrame(page.peer, sealed);
      };
      const hear = (data: string | Uint8Array<ArrayBuffer>): void => {
        hub.seen.push(data);
        if (typeof data === 'string') hearText(data);
        else hearFrame(data);
      };
      const hearText = (data: string): void => {
        const envelope = decodeFromPage(data);
        if (envelope === null) throw new Error(`a page sent no envelope: ${data}`);
        if (envelope.t === 'enter') enter(envelope.proof);
        if (envelope.t === 'ping' && hub.answersPings) page.say({ t: 'pong' });
        if (envelope.t !== 'to') return;
        const to = byPeer(envelope.peer);
        if (to && page.peer && hub.onMessage(page, to, envelope.seal) === 'forward')
          to.say({ t: 'from', peer: page.peer, seal: envelope.seal });
      };
      queueMicrotask(() => {
        if (hub.isDown) return socket.closed(1006);
        pages.push(page);
        page.say({ t: 'hello', v: 1, nonce: 'A'.repeat(43) });
      });
      return socket;
    },
  };
  return hub;
}
