import { fromBase64url, toBase64url } from '../../../base/base64url.ts';
import { concat } from '../../../base/bytes.ts';
import { never } from '../../../base/never.ts';
import {
  decodeFromHub,
  type FromHub,
  type FromPage,
  MOST_BINARY_FRAME_BYTES,
  MOST_TEXT_FRAME_BYTES,
  PEER_ID_BYTES,
} from '../../../base/signal-wire.ts';
import type { SignallingPorts, SignalSocket } from '../signalling-ports.ts';
import { type Flow, makeFlow } from './flow.ts';
import { makePeersHere, type Outgoing, type PeersHere } from './peers-here.ts';
import type { Room } from './room-proof.ts';
import { makeSeals } from './seal.ts';

export interface ConnectionEvents {
  readonly entered: () => void;
  readonly peer: (peer: string, present: boolean) => void;
  readonly message: (peer: string, message: Uint8Array<ArrayBuffer>) => void;
  /** Once, at the end. `code`: of the close frame, null where there was none or we closed. */
  readonly ended: (code: number | null) => void;
}

/** From opening to being in the room. */
const ENTER_WITHIN_MS = 10_000;
const BEAT_MS = 5_000;
const PATIENCE_MS = 12_000;
/** While relay frames are under way a hub with a slow reader answers late; it closes that reader after 15 s. */
const BUSY_PATIENCE_MS = 25_000;
const WAKE_PATIENCE_MS = 3_000;

/** One stay in the room: from opening a socket to its end, under one peer id. */
export class Connection {
  readonly peers: PeersHere;
  readonly #socket: SignalSocket;
  readonly #ports: SignallingPorts;
  readonly #events: ConnectionEvents;
  readonly #room: Room;
  readonly #hub: string;
  readonly #self: string;
  readonly #flow: Flow;
  #state: 'opening' | 'proving' | 'in' | 'ended' = 'opening';
  #heardAt: number;
  #beatAt: number;
  #callOff: () => void;
  #outbound: Promise<void> = Promise.resolve();

  constructor(url: string, room: Room, secret: string, ports: SignallingPorts, events: ConnectionEvents) {
    this.#ports = ports;
    this.#events = events;
    this.#room = room;
    this.#hub = new URL(url.replace(/^ws/, 'http')).origin;
    this.#self = toBase64url(ports.randomBytes(PEER_ID_BYTES));
    this.#flow = makeFlow(() => this.#say({ t: 'ping' }));
    this.peers = makePeersHere(makeSeals(secret, room.name, this.#self), this.#outgoing(), events.message);
    this.#heardAt = ports.nowMs();
    this.#beatAt = this.#heardAt;
    this.#socket = ports.openSocket(url);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#hear(data));
    // Says nothing of use; the end follows.
    this.#socket.addEventListener('error', () => undefined);
    this.#socket.addEventListener('close', ({ code }: CloseEvent) => this.#end(code));
    this.#callOff = ports.after(ENTER_WITHIN_MS, () => this.#end(null));
  }

  close(): void {
    this.#end(null);
  }

  /** The machine woke, or the network came back: asks at once whether the hub is still there. */
  check(): void {
    if (this.#state !== 'in') return;
    const askedAt = this.#ports.nowMs();
    this.#heardAt = askedAt - 1;
    this.#flow.ping();
    this.#callOff();
    this.#callOff = this.#ports.after(WAKE_PATIENCE_MS, () => {
      if (this.#heardAt < askedAt) this.#end(null);
      else this.#beat();
    });
  }

  #outgoing(): Outgoing {
    const inOrder = (put: () => Promise<void>): Promise<void> => {
      this.#outbound = this.#outbound.then(put);
      return this.#outbound;
    };
    return {
      message: (peer, sealed) =>
        void inOrder(async () => this.#say({ t: 'to', peer, seal: toBase64url(await sealed) })),
      frame: async (head, sealed) => {
        let size = 0;
        await inOrder(async () => {
          const frame = concat(head, await sealed);
          size = frame.byteLength;
          if (this.#state === 'in') this.#socket.send(frame);
        });
        if (this.#state === 'in') await this.#flow.sent(size);
      },
    };
  }

  #say(envelope: FromPage): void {
    if (this.#state === 'proving' || this.#state === 'in') this.#socket.send(JSON.stringify(envelope));
  }

  #hear(data: unknown): void {
    if (this.#state === 'ended') return;
    this.#heardAt = this.#ports.nowMs();
    if (data instanceof ArrayBuffer) {
      this.#hearFrame(new Uint8Array(data));
      return;
    }
    const isText = typeof data === 'string' && data.length <= MOST_TEXT_FRAME_BYTES;
    const envelope = isText ? decodeFromHub(data) : null;
    // No hub of ours says that; whoever it is, there is nothing to gain from listening on.
    if (envelope === null) this.#end(null);
    else this.#hearEnvelope(envelope);
  }

  #hearFrame(frame: Uint8Array<ArrayBuffer>): void {
    const isFrame = frame.byteLength > PEER_ID_BYTES && frame.byteLength <= MOST_BINARY_FRAME_BYTES;
    if (this.#state !== 'in' || !isFrame) this.#end(null);
    else this.peers.hearFrame(toBase64url(frame.subarray(0, PEER_ID_BYTES)), frame.slice(PEER_ID_BYTES));
  }

  #hearEnvelope(envelope: FromHub): void {
    if (envelope.t === 'hello') {
      if (this.#state === 'opening') void this.#prove(envelope.nonce);
      else this.#end(null);
      return;
    }
    if (envelope.t === 'entered') {
      if (this.#state === 'proving') this.#entered(envelope.peers);
      else this.#end(null);
      return;
    }
    if (this.#state !== 'in') {
      this.#end(null);
      return;
    }
    switch (envelope.t) {
      case 'peer-in':
        this.#meet(envelope.peer);
        break;
      case 'peer-out':
        if (this.peers.leave(envelope.peer, 'peer-gone')) this.#events.peer(envelope.peer, false);
        break;
      case 'from':
        this.#hearMessage(envelope.peer, envelope.seal);
        break;
      case 'pong':
        this.#flow.pong();
        break;
      default:
        never(envelope);
    }
  }

  #hearMessage(peer: string, seal: string): void {
    try {
      this.peers.hearMessage(peer, fromBase64url(seal));
    } catch {
      // Two spellings of the same bytes: the hub has been at it.
      this.#end(null);
    }
  }

  async #prove(nonce: string): Promise<void> {
    this.#state = 'proving';
    const proof = await this.#room.prove({ nonce, hub: this.#hub, peer: this.#self });
    this.#say({ t: 'enter', proof });
  }

  #entered(peers: readonly string[]): void {
    this.#state = 'in';
    this.#callOff();
    this.#beat();
    this.#events.entered();
    for (const peer of peers) this.#meet(peer);
  }

  #meet(peer: string): void {
    if (peer !== this.#self && this.peers.enter(peer)) this.#events.peer(peer, true);
    if (this.peers.hasMetTooMany()) this.#end(null);
  }

  #beat(): void {
    const now = this.#ports.nowMs();
    // The machine slept, or the tab was hidden and its timers held back: silence says nothing then.
    if (now - this.#beatAt > 3 * BEAT_MS) this.#heardAt = now;
    this.#beatAt = now;
    const patience = this.#flow.isBusy() ? BUSY_PATIENCE_MS : PATIENCE_MS;
    if (now - this.#heardAt > patience) {
      this.#end(null);
      return;
    }
    this.#flow.ping();
    this.#callOff = this.#ports.after(BEAT_MS, () => this.#beat());
  }

  #end(code: number | null): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#callOff();
    this.#flow.end();
    this.#socket.close();
    for (const peer of this.peers.list()) {
      this.peers.leave(peer, 'connection-lost');
      this.#events.peer(peer, false);
    }
    this.#events.ended(code);
  }
}
