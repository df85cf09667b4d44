import { Fault } from '../../../base/fault.ts';
import type { LinkEnd } from '../../../domain/link-end.ts';
import { MAX_FRAME_BYTES, type Pipe } from './pipe.ts';

type Frame = Uint8Array<ArrayBuffer>;

/** Frames in the order in which they came, to whoever asks; the end of the pipe comes last. */
export interface FrameQueue {
  /** Rejects with `Fault<LinkEnd>` once the pipe has ended and nothing is left. */
  next(): Promise<Frame>;
}

/** More than this has no business waiting: the other side sends what nobody asked for. */
const MOST_WAITING_BYTES = 32 * 1_048_576;

export function queueFrames(pipe: Pipe): FrameQueue {
  const waiting: Frame[] = [];
  let bytes = 0;
  let end: Fault<LinkEnd> | null = null;
  let asker: { readonly give: (frame: Frame) => void; readonly fail: (error: unknown) => void } | null = null;

  const finish = (code: LinkEnd, facts: Readonly<Record<string, string>> = {}): void => {
    end ??= new Fault<LinkEnd>(code, facts);
    asker?.fail(end);
    asker = null;
  };
  pipe.listen({
    frame: (frame) => {
      if (end !== null) return;
      if (frame.byteLength > MAX_FRAME_BYTES) return finish('frame-malformed');
      if (asker !== null) {
        asker.give(frame);
        asker = null;
        return;
      }
      bytes += frame.byteLength;
      if (bytes > MOST_WAITING_BYTES) return finish('flood');
      waiting.push(frame);
    },
    closed: (why) => finish('pipe-closed', { why }),
  });
  return {
    next: () => {
      const frame = waiting.shift();
      if (frame !== undefined) {
        bytes -= frame.byteLength;
        return Promise.resolve(frame);
      }
      if (end !== null) return Promise.reject(end);
      return new Promise((give, fail) => {
        asker = { give, fail };
      });
    },
  };
}
