import type { Pipe } from '../../src/adapters/sync/link/pipe.ts';
import { Fault } from '../../src/base/fault.ts';

type Frame = Uint8Array<ArrayBuffer>;
type Handlers = Parameters<Pipe['listen']>[0];

export interface MemoryPipes {
  readonly ends: readonly [Pipe, Pipe];
  /** Frames on their way, for a test to look at. */
  readonly passed: Frame[];
  /** What becomes of a frame on its way from end 0 or 1: these frames arrive instead. */
  meddle(change: (from: 0 | 1, frame: Frame) => readonly Frame[]): void;
  /** The cable is pulled and nobody is told. */
  freeze(): void;
}

interface Facts {
  readonly way?: Pipe['way'];
  readonly bindings?: readonly [Frame | null, Frame | null];
}

/** Two ends of a pipe inside this process. Frames arrive in a later microtask, in order. */
export function makeMemoryPipes({ way = 'same-pc', bindings = [null, null] }: Facts = {}): MemoryPipes {
  const passed: Frame[] = [];
  const listeners: [Handlers | null, Handlers | null] = [null, null];
  const early: [Frame[], Frame[]] = [[], []];
  let change: (from: 0 | 1, frame: Frame) => readonly Frame[] = (_, frame) => [frame];
  let closed = false;
  let frozen = false;

  const arrive = (to: 0 | 1, frame: Frame): void => {
    if (closed) return;
    const listener = listeners[to];
    if (listener === null) early[to].push(frame);
    else listener.frame(frame);
  };
  const end = (me: 0 | 1): Pipe => {
    const to = me === 0 ? 1 : 0;
    return {
      way,
      binding: bindings[me],
      send: async (frame) => {
        if (closed) throw new Fault('pipe-closed');
        const copy = frame.slice();
        passed.push(copy);
        const frames = frozen ? [] : change(me, copy);
        await Promise.resolve();
        for (const each of frames) arrive(to, each);
      },
      listen: (handlers) => {
        listeners[me] = handlers;
        for (const frame of early[me].splice(0)) handlers.frame(frame);
        if (closed) handlers.closed('closed');
      },
      close: () => {
        if (closed) return;
        closed = true;
        for (const listener of listeners) listener?.closed('closed');
      },
    };
  };
  return {
    ends: [end(0), end(1)],
    passed,
    meddle: (given) => {
      change = given;
    },
    freeze: () => {
      frozen = true;
    },
  };
}
