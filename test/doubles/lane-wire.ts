import type { Lane } from '../../src/adapters/sync/lane.ts';
import { MAX_MESSAGE_BYTES } from '../../src/adapters/sync/link/frames.ts';
import type { AttachedLane } from '../../src/adapters/sync/synchroniser.ts';
import type { LinkEnd } from '../../src/domain/link-end.ts';

/** One message on its way. */
export interface WireMessage {
  readonly from: string;
  readonly to: string;
  readonly stream: string;
  readonly bytes: Uint8Array;
}

/** Someone at the wire: hears what arrives, and is told when a cable comes or goes. */
export interface WireEnd {
  readonly name: string;
  plugged(to: string, lane: Pick<Lane, 'send' | 'close' | 'waitingBytes'>): AttachedLane;
}

/** Links as a queue of messages that a test can see: each lane keeps its order, as a real link does; lanes overtake each other. */
export interface LaneWire {
  readonly queue: WireMessage[];
  /** Everything that was ever sent. */
  readonly sent: WireMessage[];
  join(end: WireEnd): void;
  heal(a: string, b: string): void;
  /** What is on its way between the two is lost, and both are told. */
  cut(a: string, b: string): void;
  isLinked(a: string, b: string): boolean;
  /** Delivers the message at this place of the queue, or the first of its lane. */
  deliver(at: number): Promise<void>;
  /** The message at this place arrives twice. */
  duplicate(at: number): void;
  readonly closed: { readonly by: string; readonly to: string; readonly end: LinkEnd }[];
}

export function makeLaneWire(): LaneWire {
  const queue: WireMessage[] = [];
  const sent: WireMessage[] = [];
  const closed: { by: string; to: string; end: LinkEnd }[] = [];
  const ends = new Map<string, WireEnd>();
  const cables = new Map<string, AttachedLane>();
  const nameOf = (from: string, to: string): string => `${from} ${to}`;
  const isLinked = (a: string, b: string): boolean => cables.has(nameOf(a, b));

  const plug = (me: WireEnd, to: string): void => {
    cables.set(
      nameOf(me.name, to),
      me.plugged(to, {
        waitingBytes: () => 0,
        send: (stream, bytes) => {
          // As a link does.
          if (bytes.byteLength > MAX_MESSAGE_BYTES) throw new RangeError(`a message of ${bytes.byteLength} bytes`);
          if (!isLinked(me.name, to)) return Promise.reject(new Error('no cable'));
          const message = { from: me.name, to, stream, bytes: bytes.slice() };
          queue.push(message);
          sent.push(message);
          return Promise.resolve();
        },
        close: (end) => {
          closed.push({ by: me.name, to, end });
          wire.cut(me.name, to);
        },
      }),
    );
  };

  const wire: LaneWire = {
    queue,
    sent,
    closed,
    isLinked,
    join: (end) => ends.set(end.name, end),
    heal: (a, b) => {
      const [one, other] = [ends.get(a), ends.get(b)];
      if (one === undefined || other === undefined) throw new Error('nobody of that name');
      if (isLinked(a, b)) return;
      plug(one, b);
      plug(other, a);
    },
    cut: (a, b) => {
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        const cable = cables.get(nameOf(from, to));
        cables.delete(nameOf(from, to));
        cable?.detach();
        for (let i = queue.length - 1; i >= 0; i--) {
          if (queue[i]?.from === from && queue[i]?.to === to) queue.splice(i, 1);
        }
      }
    },
    deliver: async (at) => {
      const chosen = queue[at];
      if (chosen === undefined) return;
      const first = queue.findIndex(({ from, to }) => from === chosen.from && to === chosen.to);
      const [message] = queue.splice(first, 1);
      if (message !== undefined)
        await cables
          .get(nameOf(message.to, message.from))
          ?.hear(message.stream, message.bytes as Uint8Array<ArrayBuffer>);
    },
    duplicate: (at) => {
      const message = queue[at];
      if (message !== undefined) queue.splice(at, 0, message);
    },
  };
  return wire;
}
