import { fromBase64url } from '../../../base/base64url.ts';
import { concat } from '../../../base/bytes.ts';
import { MOST_PEERS_IN_ROOM } from '../../../base/signal-wire.ts';
import type { Pipe } from '../link/pipe.ts';
import { closedPipe, makeRelayEnd, type RelayEnd } from './relay-end.ts';
import type { Seals } from './seal.ts';

/** What goes out: sealed already, in the order given. */
export interface Outgoing {
  message(peer: string, sealed: Promise<Uint8Array<ArrayBuffer>>): void;
  /** Resolves when more may go. */
  frame(head: Uint8Array, sealed: Promise<Uint8Array<ArrayBuffer>>): Promise<void>;
}

export interface PeersHere {
  readonly list: () => readonly string[];
  /** false: that id was here before, or too many are; it is not let in. */
  enter(peer: string): boolean;
  leave(peer: string, why: string): boolean;
  /** So many have come and gone that remembering them costs more than to begin anew. */
  readonly hasMetTooMany: () => boolean;
  send(peer: string, message: Uint8Array<ArrayBuffer>): void;
  relay(peer: string): Pipe;
  hearMessage(peer: string, sealed: Uint8Array<ArrayBuffer>): void;
  hearFrame(peer: string, sealed: Uint8Array<ArrayBuffer>): void;
}

/** Years of pages opened and closed in an office; a hub makes them up in seconds, and each has keys of its own here. */
const MOST_MET = 4_096;

interface PeerHere {
  readonly relay: RelayEnd;
  /** What came is opened one after another. */
  inbound: Promise<void>;
}

/** Those in the room during one connection, and what is said between them and us. */
export function makePeersHere(
  seals: Seals,
  outgoing: Outgoing,
  onMessage: (peer: string, message: Uint8Array<ArrayBuffer>) => void,
): PeersHere {
  const here = new Map<string, PeerHere>();
  // A hub that lets one go and come back under the same id would make its old messages new again.
  const met = new Set<string>();

  /** Opens in order, while the peer is here. */
  const inOrder = (peer: string, hear: (there: PeerHere) => Promise<void>): void => {
    const there = here.get(peer);
    if (there === undefined) return;
    const heard = there.inbound.then(() => (here.get(peer) === there ? hear(there) : undefined));
    there.inbound = heard;
  };

  return {
    list: () => [...here.keys()],
    enter: (peer) => {
      if (met.has(peer) || here.size >= MOST_PEERS_IN_ROOM) return false;
      met.add(peer);
      const head = fromBase64url(peer);
      const relay = makeRelayEnd((frame) => outgoing.frame(head, seals.seal('relay', peer, frame)));
      here.set(peer, { relay, inbound: Promise.resolve() });
      return true;
    },
    leave: (peer, why) => {
      const there = here.get(peer);
      here.delete(peer);
      there?.relay.fail(why);
      return there !== undefined;
    },
    hasMetTooMany: () => met.size >= MOST_MET,
    send: (peer, message) => {
      if (here.has(peer)) outgoing.message(peer, seals.seal('message', peer, concat(message)));
    },
    relay: (peer) => here.get(peer)?.relay.open() ?? closedPipe('peer-gone'),
    hearMessage: (peer, sealed) =>
      inOrder(peer, async () => {
        const opened = await seals.open('message', peer, sealed);
        if (opened !== null && here.has(peer)) onMessage(peer, opened.plain);
      }),
    hearFrame: (peer, sealed) =>
      inOrder(peer, async ({ relay }) => {
        const opened = await seals.open('relay', peer, sealed);
        if (opened === null || !here.has(peer)) return;
        if (opened.lost > 0) relay.lose();
        relay.hear(opened.plain);
      }),
  };
}
