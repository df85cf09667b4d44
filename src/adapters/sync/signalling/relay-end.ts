import { concat } from '../../../base/bytes.ts';
import { Fault } from '../../../base/fault.ts';
import type { Pipe } from '../link/pipe.ts';

/**
 * Our end of the relay to one peer: which of our pipes talks to which of theirs. Pipes are numbered at each end; as in TCP,
 * data flows once both ends have named each other's number, so nothing from a closed pipe ever comes out of a later one.
 */
export interface RelayEnd {
  /** A new pipe; an older one is closed. */
  open(): Pipe;
  hear(frame: Uint8Array<ArrayBuffer>): void;
  /** The peer or the connection is gone. */
  fail(why: string): void;
  /** Frames never came: the pipe is broken, and the peer is told. */
  lose(): void;
}

/** Takes a frame for the peer, in order. Resolves when it will take more. */
export type PutFrame = (frame: Uint8Array<ArrayBuffer>) => Promise<void>;

const KINDS = ['open', 'data', 'close'] as const;
type Kind = (typeof KINDS)[number];
const HEAD_BYTES = 9;

/** Kind, the sender's number, the number it has heard of the receiver (0: none). */
function encode(kind: Kind, mine: number, theirs: number, payload?: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(HEAD_BYTES);
  const view = new DataView(head.buffer);
  view.setUint8(0, KINDS.indexOf(kind));
  view.setUint32(1, mine);
  view.setUint32(5, theirs);
  return payload === undefined ? head : concat(head, payload);
}

/** `kind` is undefined for bytes that are no frame of ours. */
function decodeHead(frame: Uint8Array): {
  readonly kind: Kind | undefined;
  readonly number: number;
  readonly heard: number;
} {
  if (frame.byteLength < HEAD_BYTES) return { kind: undefined, number: 0, heard: 0 };
  const view = new DataView(frame.buffer, frame.byteOffset, HEAD_BYTES);
  return { kind: KINDS[view.getUint8(0)], number: view.getUint32(1), heard: view.getUint32(5) };
}

const closedFault = (why: string): Fault<'pipe-closed'> => new Fault('pipe-closed', { why });

/** For a peer that is not here. */
export function closedPipe(why: string): Pipe {
  const end = makeRelayEnd(() => Promise.resolve());
  const pipe = end.open();
  end.fail(why);
  return pipe;
}

export function makeRelayEnd(put: PutFrame): RelayEnd {
  let last = 0;
  let pipe: RelayPipe | null = null;
  /** Number under which the peer has opened, as long as it has not closed it. */
  let theirs = 0;
  const say = (kind: Kind, mine: number, heard: number): void => {
    // A connection that cannot take it is ending, which closes the pipe.
    put(encode(kind, mine, heard)).catch(() => undefined);
  };

  const hearOpen = (number: number, heard: number): void => {
    const isNew = number !== theirs;
    theirs = number;
    if (pipe === null) return;
    if (heard === pipe.mine) pipe.confirm(number);
    if (isNew) say('open', pipe.mine, number);
  };

  return {
    open: () => {
      pipe?.close();
      last++;
      const opened: RelayPipe = new RelayPipe(last, put, (mine, heard) => {
        if (pipe === opened) pipe = null;
        say('close', mine, heard);
      });
      pipe = opened;
      say('open', last, theirs);
      return opened;
    },
    hear: (frame) => {
      const { kind, number, heard } = decodeHead(frame);
      if (kind === 'open') hearOpen(number, heard);
      if (kind === 'data' && heard === pipe?.mine && number === theirs) {
        pipe.confirm(number);
        pipe.deliver(frame.slice(HEAD_BYTES));
      }
      if (kind !== 'close' || number !== theirs) return;
      theirs = 0;
      if (pipe?.partner !== number) return;
      const closing = pipe;
      pipe = null;
      closing.end('closed-by-peer');
    },
    lose: () => {
      const closing = pipe;
      pipe = null;
      if (closing === null) return;
      closing.end('frames-lost');
      say('close', closing.mine, closing.partner);
    },
    fail: (why) => {
      theirs = 0;
      const closing = pipe;
      pipe = null;
      closing?.end(why);
    },
  };
}

interface Handlers {
  frame(bytes: Uint8Array<ArrayBuffer>): void;
  closed(why: string): void;
}

class RelayPipe implements Pipe {
  readonly way = 'relay';
  readonly binding = null;
  readonly mine: number;
  /** Number of the pipe at the other end, once that end has confirmed ours. */
  partner = 0;
  readonly #put: PutFrame;
  readonly #onClose: (mine: number, heard: number) => void;
  readonly #confirmed: Promise<void>;
  #settle: { readonly resolve: () => void; readonly reject: (fault: Fault) => void } | null = null;
  #handlers: Handlers | null = null;
  #early: Uint8Array<ArrayBuffer>[] = [];
  #why: string | null = null;

  constructor(mine: number, put: PutFrame, onClose: (mine: number, heard: number) => void) {
    this.mine = mine;
    this.#put = put;
    this.#onClose = onClose;
    this.#confirmed = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // Nobody may be sending when it ends.
    this.#confirmed.catch(() => undefined);
  }

  confirm(partner: number): void {
    this.partner = partner;
    this.#settle?.resolve();
  }

  async send(frame: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#confirmed;
    if (this.#why !== null) throw closedFault(this.#why);
    await this.#put(encode('data', this.mine, this.partner, frame));
    if (this.#why !== null) throw closedFault(this.#why);
  }

  listen(handlers: Handlers): void {
    this.#handlers = handlers;
    const early = this.#early;
    this.#early = [];
    for (const frame of early) handlers.frame(frame);
    if (this.#why !== null) handlers.closed(this.#why);
  }

  deliver(frame: Uint8Array<ArrayBuffer>): void {
    if (this.#handlers === null) this.#early.push(frame);
    else this.#handlers.frame(frame);
  }

  close(): void {
    if (this.#why !== null) return;
    const { mine, partner } = this;
    this.end('closed');
    this.#onClose(mine, partner);
  }

  /** Nothing more comes out of it or goes into it. */
  end(why: string): void {
    if (this.#why !== null) return;
    this.#why = why;
    this.#settle?.reject(closedFault(why));
    this.#handlers?.closed(why);
  }
}
