import { CLOSED_BY_HUB, MOST_MESSAGE_BYTES, SIGNAL_PATH } from '../../base/signal-wire.ts';
import type { LinkSecrets } from '../../domain/link.ts';
import type { Pipe } from './link/pipe.ts';
import { Connection } from './signalling/connection.ts';
import { makeListeners } from './signalling/listeners.ts';
import { closedPipe } from './signalling/relay-end.ts';
import { openRoom, type Room } from './signalling/room-proof.ts';
import type { Signalling, SignallingState, SignallingTrouble } from './signalling.ts';
import type { SignallingPorts } from './signalling-ports.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** Only a connection that lasted shows that the trouble is over. */
const LASTED_MS = 10_000;

/** Address of the hub's signalling below the origin the app was opened from. */
export const signalUrlOf = (origin: string): string => origin.replace(/^http/, 'ws') + SIGNAL_PATH;

/** Finds the bureau's other pages through a hub, and goes on trying for as long as it is open. */
export function openHubSignalling(url: string, secrets: LinkSecrets, ports: SignallingPorts): Signalling {
  return new HubSignalling(url, secrets, ports);
}

class HubSignalling implements Signalling {
  readonly #url: string;
  readonly #secrets: LinkSecrets;
  readonly #ports: SignallingPorts;
  readonly #room: Promise<Room>;
  readonly #states = makeListeners<[SignallingState]>();
  readonly #peers = makeListeners<[string, boolean]>();
  readonly #messages = makeListeners<[string, Uint8Array<ArrayBuffer>]>();
  #state: SignallingState = 'connecting';
  #trouble: SignallingTrouble | null = null;
  #connection: Connection | null = null;
  #callOff: () => void = () => undefined;
  #failures = 0;
  #onSince = 0;
  #isClosed = false;

  constructor(url: string, secrets: LinkSecrets, ports: SignallingPorts) {
    this.#url = url;
    this.#secrets = secrets;
    this.#ports = ports;
    this.#room = openRoom(secrets.roomKey);
    void this.#connect();
  }

  readonly state = (): SignallingState => this.#state;
  readonly trouble = (): SignallingTrouble | null => this.#trouble;
  readonly peers = (): readonly string[] => this.#connection?.peers.list() ?? [];

  onState(listener: (state: SignallingState) => void): () => void {
    return this.#states.add(listener);
  }

  onPeer(listener: (peer: string, present: boolean) => void): () => void {
    const remove = this.#peers.add(listener);
    for (const peer of this.peers()) listener(peer, true);
    return remove;
  }

  onMessage(listener: (peer: string, message: Uint8Array<ArrayBuffer>) => void): () => void {
    return this.#messages.add(listener);
  }

  send(peer: string, message: Uint8Array<ArrayBuffer>): void {
    if (message.byteLength > MOST_MESSAGE_BYTES) throw new RangeError('longer than signalling carries');
    this.#connection?.peers.send(peer, message);
  }

  relay(peer: string): Pipe {
    const peers = this.#state === 'on' ? this.#connection?.peers : undefined;
    return peers?.relay(peer) ?? closedPipe('connection-lost');
  }

  retry(): void {
    if (this.#state === 'on') this.#connection?.check();
    if (this.#state !== 'off' || this.#isClosed || this.#trouble === 'secrets-unfit') return;
    this.#callOff();
    void this.#connect();
  }

  close(): void {
    this.#isClosed = true;
    this.#callOff();
    this.#connection?.close();
    this.#set('off', null);
  }

  async #connect(): Promise<void> {
    this.#set('connecting', this.#trouble);
    const room = await this.#room.catch(() => null);
    if (this.#isClosed) return;
    // No point of the curve: made by nobody's program, and trying again will not mend it.
    if (room === null) this.#set('off', 'secrets-unfit');
    else this.#open(room);
  }

  #open(room: Room): void {
    this.#connection = new Connection(this.#url, room, this.#secrets.secret, this.#ports, {
      entered: () => {
        this.#onSince = this.#ports.nowMs();
        this.#set('on', null);
      },
      peer: (peer, present) => this.#peers.tell(peer, present),
      message: (peer, message) => this.#messages.tell(peer, message),
      ended: (code) => this.#ended(code),
    });
  }

  #ended(code: number | null): void {
    const wasOn = this.#state === 'on';
    this.#connection = null;
    if (this.#isClosed) return;
    if (wasOn && this.#ports.nowMs() - this.#onSince >= LASTED_MS) this.#failures = 0;
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(this.#failures, 10));
    this.#failures++;
    this.#callOff = this.#ports.after(longest * (0.5 + this.#ports.chance() / 2), () => void this.#connect());
    const said = saidByHub(code);
    this.#set('off', said ?? this.#trouble ?? 'no-answer');
    if (said === null) void this.#guess();
  }

  async #guess(): Promise<void> {
    const trouble = await this.#ports.whyNoAnswer();
    if (this.#state !== 'on' && !this.#isClosed) this.#set(this.#state, trouble);
  }

  #set(state: SignallingState, trouble: SignallingTrouble | null): void {
    if (state === this.#state && trouble === this.#trouble) return;
    this.#state = state;
    this.#trouble = trouble;
    this.#states.tell(state);
  }
}

/** What the hub gave as its reason, or null where the line just ended. */
function saidByHub(code: number | null): SignallingTrouble | null {
  if (code === CLOSED_BY_HUB['hub-full']) return 'hub-full';
  return Object.values<number | null>(CLOSED_BY_HUB).includes(code) ? 'refused' : null;
}
