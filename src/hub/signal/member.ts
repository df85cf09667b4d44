import { randomBytes } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { fromBase64url, toBase64url } from '../../base/base64url.ts';
import { never } from '../../base/never.ts';
import {
  CLOSED_BY_HUB,
  type ClosedByHub,
  decodeFromPage,
  type FromHub,
  type FromPage,
  MOST_TEXT_FRAME_BYTES,
  PEER_ID_BYTES,
  SIGNAL_VERSION,
} from '../../base/signal-wire.ts';
import { type Bucket, makeBucket } from './bucket.ts';
import type { SignalLimits } from './limits.ts';
import { examineProof, type Proven } from './proof.ts';
import type { Rooms } from './rooms.ts';
import { makeOutlet, type Outlet, ReadingHold } from './sending.ts';

export interface Means {
  readonly rooms: Rooms<Member>;
  readonly limits: SignalLimits;
  /** Milliseconds that never go back. */
  readonly now: () => number;
  /** Origin under which the socket was opened. */
  readonly hub: string;
  /** Where the socket comes from. */
  readonly address: string;
  readonly onGone: () => void;
}

const GOING_AWAY = 1001;

/** One page at the hub. Whatever it does, by mistake or on purpose, ends its own socket and nothing else. */
export class Member {
  readonly #socket: WebSocket;
  readonly #means: Means;
  readonly #nonce = toBase64url(randomBytes(32));
  readonly #messages: Bucket;
  readonly #frames: Bucket;
  readonly #outlet: Outlet;
  readonly #reading: ReadingHold;
  readonly #enterBy: NodeJS.Timeout;
  #goodbyeBy: NodeJS.Timeout | undefined;
  #heardAt: number;
  #state: 'expected' | 'examined' | Proven | 'closing' = 'expected';

  constructor(socket: WebSocket, means: Means) {
    const { limits, now } = means;
    this.#socket = socket;
    this.#means = means;
    this.#messages = makeBucket(limits.messages, now);
    this.#frames = makeBucket(limits.relayFrames, now);
    this.#outlet = makeOutlet(socket, limits, () => this.#refuse('too-slow'));
    this.#reading = new ReadingHold(socket, () => this.#heard());
    this.#heardAt = now();
    this.#enterBy = setTimeout(() => this.#refuse('proof-refused'), limits.enterWithinMs);
    this.#listen();
    this.tell({ t: 'hello', v: SIGNAL_VERSION, nonce: this.#nonce });
  }

  /** `sender` is not read while too much waits here. */
  tell(envelope: FromHub, sender?: Member): void {
    this.#outlet.send(JSON.stringify(envelope), sender?.reading);
  }

  relay(frame: Uint8Array, sender: Member): void {
    this.#outlet.send(frame, sender.reading);
  }

  get reading(): ReadingHold {
    return this.#reading;
  }

  /** Ends it if nothing was heard for two turns, else pings. */
  beat(): void {
    const { now, limits } = this.#means;
    if (this.#state === 'closing' || this.#reading.isHeld()) return;
    if (now() - this.#heardAt > 2 * limits.heartbeatMs) this.#socket.terminate();
    else if (this.#outlet.isFree()) this.#socket.ping();
  }

  /** The hub stops. */
  goodbye(): void {
    this.#end(GOING_AWAY, 'the hub stops');
  }

  #listen(): void {
    const heardControl = (): void => {
      this.#heard();
      // The library answers each ping; a flood of them is a flood of messages.
      if (this.#messages.take(1) > 0) this.#refuse('too-many-messages');
    };
    this.#socket.on('message', (raw, isBinary) => {
      try {
        this.#hear(raw, isBinary);
      } catch (error) {
        // A bug here costs one socket, not the hub.
        console.error(error);
        this.#refuse('malformed');
      }
    });
    this.#socket.on('ping', heardControl);
    this.#socket.on('pong', heardControl);
    // A frame that is none (RFC 6455): the library has told the page why, and closes.
    this.#socket.on('error', () => this.#refuse('malformed'));
    this.#socket.on('close', () => {
      this.#leave();
      this.#state = 'closing';
      clearTimeout(this.#enterBy);
      clearTimeout(this.#goodbyeBy);
      this.#outlet.end();
      this.#reading.end();
      this.#means.onGone();
    });
  }

  #heard(): void {
    this.#heardAt = this.#means.now();
  }

  #leave(): void {
    if (typeof this.#state === 'string') return;
    const { room, peer } = this.#state;
    this.#means.rooms.leave(room, peer);
    for (const [, other] of this.#means.rooms.others(room, peer)) other.tell({ t: 'peer-out', peer });
  }

  #refuse(why: ClosedByHub): void {
    this.#end(CLOSED_BY_HUB[why], why);
  }

  #end(code: number, reason: string): void {
    if (this.#state === 'closing') return;
    this.#leave();
    this.#state = 'closing';
    clearTimeout(this.#enterBy);
    this.#outlet.end();
    this.#socket.close(code, reason);
    // Whoever does not answer a goodbye is not waited for.
    this.#goodbyeBy = setTimeout(() => this.#socket.terminate(), this.#means.limits.graceMs);
  }

  #hear(raw: RawData, isBinary: boolean): void {
    this.#heard();
    if (this.#state === 'closing') return;
    const bytes = Buffer.isBuffer(raw) ? raw : Buffer.concat(Array.isArray(raw) ? raw : [Buffer.from(raw)]);
    if (isBinary) this.#hearFrame(bytes);
    else if (bytes.byteLength > MOST_TEXT_FRAME_BYTES) this.#refuse('too-large');
    else this.#hearEnvelope(decodeFromPage(bytes.toString('utf8')));
  }

  #hearEnvelope(envelope: FromPage | null): void {
    if (envelope?.t === 'ping') {
      // Pages send one behind some relay frames and wait for the answer: it goes at the pace of these.
      this.#reading.holdFor(this.#frames.take(1));
      this.tell({ t: 'pong' }, this);
      return;
    }
    if (this.#messages.take(1) > 0) {
      this.#refuse('too-many-messages');
      return;
    }
    switch (envelope?.t) {
      case undefined:
        this.#refuse('malformed');
        break;
      case 'enter':
        if (this.#state === 'expected') void this.#enter(envelope.proof);
        else this.#refuse('malformed');
        break;
      case 'to':
        this.#hearMessage(envelope.peer, envelope.seal);
        break;
      default:
        never(envelope);
    }
  }

  async #enter(proof: string): Promise<void> {
    this.#state = 'examined';
    const { rooms, hub, address } = this.#means;
    const proven = await examineProof(proof, { nonce: this.#nonce, hub });
    // The socket may have ended meanwhile.
    if (this.#state !== 'examined') return;
    const outcome = proven === null ? 'proof-refused' : rooms.enter(proven.room, proven.peer, this, address);
    if (outcome !== 'entered') this.#refuse(outcome);
    else if (proven !== null) this.#entered(proven);
  }

  #entered(proven: Proven): void {
    clearTimeout(this.#enterBy);
    this.#state = proven;
    const others = this.#means.rooms.others(proven.room, proven.peer);
    this.tell({ t: 'entered', peers: others.map(([peer]) => peer) });
    for (const [, other] of others) other.tell({ t: 'peer-in', peer: proven.peer });
  }

  #hearMessage(peer: string, seal: string): void {
    if (typeof this.#state === 'string') {
      this.#refuse('malformed');
      return;
    }
    // Gone a moment ago, or never there: nobody to tell, and nothing to say about it.
    const to = this.#means.rooms.member(this.#state.room, peer);
    if (to !== this) to?.tell({ t: 'from', peer: this.#state.peer, seal }, this);
  }

  #hearFrame(frame: Uint8Array): void {
    if (typeof this.#state === 'string' || frame.byteLength <= PEER_ID_BYTES) {
      this.#refuse('malformed');
      return;
    }
    this.#reading.holdFor(this.#frames.take(1));
    const to = this.#means.rooms.member(this.#state.room, toBase64url(frame.subarray(0, PEER_ID_BYTES)));
    if (to === undefined || to === this) return;
    // In place: the frame is ours alone, and the reader must learn who speaks, not who was spoken to.
    frame.set(fromBase64url(this.#state.peer));
    to.relay(frame, this);
  }
}
