/** One end of a stream of a link, as y-webrtc is to see a peer. */
export interface Cable {
  /** What y-webrtc sends. */
  out(message: Uint8Array): void;
  /** Called once, with what the cable may do to y-webrtc. */
  plug(end: CableEnd): void;
}

export interface CableEnd {
  /** The connection stands: y-webrtc begins to speak. */
  connect(): void;
  data(message: Uint8Array): void;
  close(): void;
}

type Listener = (value?: unknown) => void;

/**
 * Takes the place of simple-peer under an unmodified y-webrtc: the build aliases `simple-peer/simplepeer.min.js` to this file.
 * It connects to nothing itself. A link that has proved its station lends it a stream, and says when it stands.
 */
export default class VirtualPeer {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #cable: Cable;
  #gone = false;

  constructor(options: { readonly initiator: boolean; readonly cable?: Cable }) {
    if (options.cable === undefined) throw new Error('y-webrtc is not to connect by itself');
    this.#cable = options.cable;
    this.#cable.plug({
      connect: () => this.#emit('connect'),
      data: (message) => this.#emit('data', message),
      close: () => this.destroy(),
    });
  }

  on(event: string, listener: Listener): this {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return this;
  }

  /** Links find each other by themselves; what y-webrtc's own signalling would say is not needed. */
  signal(): void {}

  send(message: Uint8Array): void {
    if (!this.#gone) this.#cable.out(message);
  }

  destroy(): void {
    if (this.#gone) return;
    this.#gone = true;
    for (const listener of this.#listeners.get('close') ?? []) listener();
  }

  #emit(event: string, value?: unknown): void {
    if (this.#gone) return;
    for (const listener of this.#listeners.get(event) ?? []) listener(value);
  }
}
