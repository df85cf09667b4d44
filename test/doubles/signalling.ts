import type { Pipe } from '../../src/adapters/sync/link/pipe.ts';
import { makeListeners } from '../../src/adapters/sync/signalling/listeners.ts';
import { closedPipe, makeRelayEnd, type RelayEnd } from '../../src/adapters/sync/signalling/relay-end.ts';
import type { Signalling, SignallingState } from '../../src/adapters/sync/signalling.ts';
import { MOST_MESSAGE_BYTES } from '../../src/base/signal-wire.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a hostile go-between may do to a message: change it, hand it to another, or drop it (null). */
export type Tamper = (
  from: string,
  to: string,
  message: Bytes,
) => { readonly to: string; readonly message: Bytes } | null;

/** A hub without sockets or seals: everything arrives a microtask later, in order. */
export interface MeetingPoint {
  /** Ids are `name` and a count, padded: a test can say who is who. */
  enter(name?: string): Signalling;
  /** All lose their connection and do not get it back. */
  cut(): void;
  /** All come back, under new ids. */
  heal(): void;
  tamper(how: Tamper | null): void;
}

interface Page {
  readonly hear: (from: string, message: Bytes) => void;
  readonly hearFrame: (from: string, frame: Bytes) => void;
  readonly meet: (peer: string) => void;
  readonly miss: (peer: string) => void;
}

export function makeMeetingPoint(): MeetingPoint {
  const here = new Map<string, Page>();
  const reconnects = new Set<{ readonly connect: () => void; readonly disconnect: () => void }>();
  let isCut = false;
  let count = 0;
  let how: Tamper | null = null;

  return {
    tamper: (next) => {
      how = next;
    },
    cut: () => {
      isCut = true;
      for (const each of reconnects) each.disconnect();
    },
    heal: () => {
      isCut = false;
      for (const each of reconnects) each.connect();
    },
    enter: (name = 'peer') => {
      const states = makeListeners<[SignallingState]>();
      const seen = makeListeners<[string, boolean]>();
      const messages = makeListeners<[string, Bytes]>();
      const others = new Map<string, RelayEnd>();
      let self: string | null = null;
      let state: SignallingState = 'connecting';
      const set = (next: SignallingState): void => {
        if (next === state) return;
        state = next;
        states.tell(state);
      };
      const later = (act: () => void): void => queueMicrotask(act);
      const forget = (peer: string, why: string): void => {
        const end = others.get(peer);
        others.delete(peer);
        end?.fail(why);
        if (end !== undefined) seen.tell(peer, false);
      };
      const page: Page = {
        hear: (from, message) => others.has(from) && messages.tell(from, message),
        hearFrame: (from, frame) => others.get(from)?.hear(frame),
        meet: (peer) => {
          const put = async (frame: Bytes): Promise<void> => {
            const from = self;
            if (from !== null) later(() => here.get(peer)?.hearFrame(from, frame));
          };
          others.set(peer, makeRelayEnd(put));
          seen.tell(peer, true);
        },
        miss: (peer) => forget(peer, 'peer-gone'),
      };
      const connect = (): void => {
        if (self !== null || isCut) return;
        const id = `${name}${++count}`.padEnd(22, '_');
        self = id;
        set('on');
        for (const [peer, other] of here) {
          page.meet(peer);
          other.meet(id);
        }
        here.set(id, page);
      };
      const disconnect = (): void => {
        const id = self;
        if (id === null) return;
        self = null;
        here.delete(id);
        for (const peer of [...others.keys()]) forget(peer, 'connection-lost');
        set('off');
        for (const other of here.values()) later(() => other.miss(id));
      };
      const way = { connect, disconnect };
      reconnects.add(way);
      later(connect);
      return {
        state: () => state,
        trouble: () => (state === 'off' && isCut ? 'no-answer' : null),
        peers: () => [...others.keys()],
        onState: states.add,
        onPeer: (listener) => {
          for (const peer of others.keys()) listener(peer, true);
          return seen.add(listener);
        },
        onMessage: messages.add,
        send: (peer, message) => {
          if (message.byteLength > MOST_MESSAGE_BYTES) throw new RangeError('longer than signalling carries');
          const from = self;
          if (from === null || !others.has(peer)) return;
          const sent = how === null ? { to: peer, message: message.slice() } : how(from, peer, message.slice());
          if (sent !== null) later(() => here.get(sent.to)?.hear(from, sent.message));
        },
        relay: (peer): Pipe => others.get(peer)?.open() ?? closedPipe(self === null ? 'connection-lost' : 'peer-gone'),
        retry: connect,
        close: () => {
          reconnects.delete(way);
          disconnect();
          set('off');
        },
      };
    },
  };
}
