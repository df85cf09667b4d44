import type { Pipe } from './link/pipe.ts';

/** `off`: closed, or the last try failed and the next waits. */
export type SignallingState = 'connecting' | 'on' | 'off';

/**
 * Why signalling is off. `certificate-not-trusted?` is a guess: browsers do not tell a page why a connection failed.
 * `refused`: the hub answered and would not have us. `secrets-unfit`: the room's key is none; another invite is needed.
 */
export type SignallingTrouble = 'no-answer' | 'certificate-not-trusted?' | 'refused' | 'hub-full' | 'secrets-unfit';

/**
 * How pages of one bureau find each other. Whoever is here holds the bureau's link secrets, which a guest with an invite
 * does too: a peer is nobody until the handshake of the link has proved a station key.
 */
export interface Signalling {
  readonly state: () => SignallingState;
  readonly trouble: () => SignallingTrouble | null;
  /** Called when state or trouble changes. */
  onState(listener: (state: SignallingState) => void): () => void;
  /** Peers here now, by the random id of their connection. */
  readonly peers: () => readonly string[];
  /** Also told at once of those who are here already. When the connection is lost, all are gone. */
  onPeer(listener: (peer: string, present: boolean) => void): () => void;
  /** Sealed for this peer before it leaves; at most 16 KiB. Dropped where the peer has gone. */
  send(peer: string, message: Uint8Array<ArrayBuffer>): void;
  onMessage(listener: (peer: string, message: Uint8Array<ArrayBuffer>) => void): () => void;
  /** A pipe through whoever does the signalling; both ends open theirs. One at a time per peer: an older one is closed. */
  relay(peer: string): Pipe;
  /** Tries again now instead of when the wait is over. */
  retry(): void;
  close(): void;
}
