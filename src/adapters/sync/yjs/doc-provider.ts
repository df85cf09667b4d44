import { Awareness } from 'y-protocols/awareness';
import { WebrtcConn, WebrtcProvider } from 'y-webrtc';
import type * as Y from 'yjs';
import type { CableEnd } from './virtual-peer.ts';

/** The transaction a message of y-webrtc comes from: its origin, or that it answers a question of the peer. */
export type Cause = { readonly kind: 'update'; readonly origin: unknown } | { readonly kind: 'answer' };

export interface JoinedPeer {
  /** Hands a message of the peer to y-webrtc, which applies what it holds. */
  hear(message: Uint8Array): void;
  leave(): void;
}

/** One unmodified `WebrtcProvider` for one document, with peers put in by hand. */
export interface DocProvider {
  join(peer: string, out: (message: Uint8Array, cause: Cause) => void): JoinedPeer;
  destroy(): void;
}

/** `room` must be unique in this process: y-webrtc keeps its rooms by name. */
export async function provideDoc(doc: Y.Doc, room: string): Promise<DocProvider> {
  let cause: Cause = { kind: 'answer' };
  // Before and after y-webrtc's own listener: what it sends in between is caused by this transaction.
  doc.on('update', (_, origin: unknown) => {
    cause = { kind: 'update', origin };
  });
  const provider = new WebrtcProvider(room, doc, { signaling: [], awareness: mute(doc), peerOpts: {} });
  await provider.key;
  const opened = provider.room;
  if (opened === null) throw new Error('y-webrtc opened no room');
  keepThroughCancelledUnload(opened);
  doc.on('update', () => {
    cause = { kind: 'answer' };
  });
  return {
    join: (peer, out) => {
      const cable: { end: CableEnd | null } = { end: null };
      // A connection made by hand: `peerOpts` reaches the peer in the constructor, so it is set for this one alone.
      provider.peerOpts = {
        cable: {
          out: (message: Uint8Array) => out(message, cause),
          plug: (end: CableEnd) => {
            cable.end = end;
          },
        },
      };
      opened.webrtcConns.set(peer, new WebrtcConn(NO_SIGNALLING, true, peer, opened));
      cable.end?.connect();
      return { hear: (message) => cable.end?.data(message), leave: () => cable.end?.close() };
    },
    destroy: () => provider.destroy(),
  };
}

/** y-webrtc wants somewhere to send offers; links have found each other already. */
const NO_SIGNALLING = { send: () => undefined } as unknown as ConstructorParameters<typeof WebrtcConn>[0];

/** Nobody's cursor is shown here; alive, it would speak every fifteen seconds and for each document. */
function mute(doc: Y.Doc): Awareness {
  const awareness = new Awareness(doc);
  awareness.destroy();
  return awareness;
}

/**
 * y-webrtc leaves all rooms on `beforeunload`, also when the user then chooses to stay, and never comes back to them. Links end
 * with the page anyhow.
 */
function keepThroughCancelledUnload(room: { readonly _beforeUnloadHandler: () => void }): void {
  if (typeof window !== 'undefined') window.removeEventListener('beforeunload', room._beforeUnloadHandler);
  else nodeProcess()?.off('exit', room._beforeUnloadHandler);
}

const nodeProcess = (): { off(event: string, listener: () => void): void } | undefined =>
  (globalThis as { readonly process?: { off(event: string, listener: () => void): void } }).process;
