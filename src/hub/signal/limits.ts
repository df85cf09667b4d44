import { MOST_PEERS_IN_ROOM } from '../../base/signal-wire.ts';
import type { Rate } from './bucket.ts';

/** What one socket, one machine and all together may ask of the hub. An office has some dozen machines. */
export interface SignalLimits {
  readonly sockets: number;
  readonly socketsPerAddress: number;
  readonly rooms: number;
  /** Opened from one address: keys cost nothing, and whoever makes many must not leave the bureau without a room. */
  readonly roomsPerAddress: number;
  readonly peersPerRoom: number;
  /** From the upgrade to a valid proof. */
  readonly enterWithinMs: number;
  /** Pings go out this often; a socket from which nothing came for two turns is dead. */
  readonly heartbeatMs: number;
  /** Envelopes and control frames. Past it the socket is closed: no page of ours comes near it. */
  readonly messages: Rate;
  /** Relay frames. Past it the sender is made to wait. */
  readonly relayFrames: Rate;
  /** Bytes waiting for one reader. Above `pauseAt` its senders are not read; a page never needs more than `most`. */
  readonly waitingBytes: { readonly pauseAt: number; readonly resumeAt: number; readonly most: number };
  /** A reader that stays above `pauseAt` for this long is closed, or it would hold up the room. */
  readonly drainWithinMs: number;
  /** After goodbye was said at the end. */
  readonly graceMs: number;
}

export const USUAL_LIMITS: SignalLimits = {
  sockets: 1024,
  socketsPerAddress: 64,
  rooms: 64,
  roomsPerAddress: 16,
  peersPerRoom: MOST_PEERS_IN_ROOM,
  enterWithinMs: 10_000,
  heartbeatMs: 10_000,
  messages: { most: 600, perSecond: 100 },
  relayFrames: { most: 4000, perSecond: 4000 },
  waitingBytes: { pauseAt: 1 << 20, resumeAt: 1 << 18, most: 8 << 20 },
  drainWithinMs: 15_000,
  graceMs: 500,
};
