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

/** What a frame costs here beside its bytes: nobody unproven may fill our memory with empty ones. */
const FRAME_COST = 256;

export function queueFrames(pipe: Pipe): FrameQueue {
  const waiting: Frame[] = [];
  /** How many at its beginning have been given out: taking each from the front costs as much as all behind it. */
  let given = 0;
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
      bytes += frame.byteLength + FRAME_COST;
      if (bytes > MOST_WAITING_BYTES) return finish('flood');
      waiting.push(frame);
    },
    closed: (why) => finish('pipe-closed', { why }),
  });
  return {
    next: () => {
      const frame = waiting[given];
      if (frame !== undefined) {
        given++;
        if (2 * given > waiting.length) given -= waiting.splice(0, given).length;
        bytes -= frame.byteLength + FRAME_COST;
        return Promise.resolve(frame);
      }
      if (end !== null) return Promise.reject(end);
      return new Promise((give, fail) => {
        asker = { give, fail };
      });
    },
  };
}
