import { Fault } from '../../../base/fault.ts';
import type { FootagePull, FootagePush } from '../../../domain/ports/footage-source.ts';

/** Pieces on their way while one is being copied: the cable never waits for the digests, and memory stays flat. */
const PIECES_AHEAD = 6;

export type PieceReader = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'>;

/** Reads what another worker pushes through a port, never more than was pulled. Throws the fault that came through it. */
export function readPort(port: MessagePort): PieceReader {
  const ask = (message: FootagePull) => port.postMessage(message);
  const waiting: FootagePush[] = [];
  let wake: (() => void) | null = null;
  port.onmessage = (event: MessageEvent<FootagePush>) => {
    waiting.push(event.data);
    wake?.();
  };
  ask({ kind: 'pull', pieces: PIECES_AHEAD });
  return {
    read: async () => {
      while (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const [next] = waiting;
      if (next?.kind === 'piece') {
        waiting.shift();
        ask({ kind: 'pull', pieces: 1 });
        return { done: false, value: next.bytes };
      }
      // The end stays where it is: reading on gives it again.
      if (next?.kind === 'fault') throw new Fault(next.code, next.facts);
      return { done: true, value: undefined };
    },
    cancel: async () => {
      ask({ kind: 'cancel' });
      port.close();
    },
  };
}
