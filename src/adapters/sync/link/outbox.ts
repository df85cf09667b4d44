import { Fault, isFault } from '../../../base/fault.ts';
import type { LinkEnd } from '../../../domain/link-end.ts';
import type { Cipher } from './cipher.ts';
import { cutMessage } from './frames.ts';
import type { Pipe } from './pipe.ts';

interface Waiting {
  readonly frames: Iterator<Uint8Array<ArrayBuffer>>;
  readonly bytes: number;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

/** Messages leave one after the other, frame by frame, as fast as the pipe takes them; words of the link go before the next frame. */
export interface Outbox {
  readonly waitingBytes: () => number;
  readonly sentBytes: () => number;
  readonly sentMessages: () => number;
  send(stream: string, message: Uint8Array): Promise<void>;
  say(word: Uint8Array<ArrayBuffer>): void;
  /** Says a last word and gives up what waits. */
  end(reason: Fault<LinkEnd>, lastWord: Uint8Array<ArrayBuffer> | null): Promise<void>;
}

export function makeOutbox(pipe: Pipe, cipher: Cipher, onFailed: (error: Fault<LinkEnd>) => void): Outbox {
  const words: Uint8Array<ArrayBuffer>[] = [];
  const messages: Waiting[] = [];
  let [waiting, sentBytes, sentMessages] = [0, 0, 0];
  let ended: Fault<LinkEnd> | null = null;
  let isPumping = false;
  let pumped: Promise<void> = Promise.resolve();

  /** The next frame to go, or null where nothing waits. */
  const nextFrame = (): Uint8Array<ArrayBuffer> | null => {
    const word = words.shift();
    if (word !== undefined) return word;
    for (let message = messages[0]; message !== undefined; message = messages[0]) {
      const { value, done } = message.frames.next();
      if (done !== true) return value;
      messages.shift();
      waiting -= message.bytes;
      sentMessages++;
      message.done();
    }
    return null;
  };

  const pump = async (): Promise<void> => {
    try {
      for (let frame = nextFrame(); frame !== null; frame = nextFrame()) {
        const sealed = await cipher.seal(frame);
        await pipe.send(sealed);
        sentBytes += sealed.byteLength;
      }
    } catch (error) {
      onFailed(isFault(error) ? (error as Fault<LinkEnd>) : new Fault<LinkEnd>('pipe-closed', {}, error));
    } finally {
      // At once: who waited for the last frame may send the next before another turn.
      isPumping = false;
    }
  };

  const wake = (): Promise<void> => {
    if (!isPumping) {
      isPumping = true;
      pumped = pump();
    }
    return pumped;
  };

  return {
    waitingBytes: () => waiting,
    sentBytes: () => sentBytes,
    sentMessages: () => sentMessages,
    send: (stream, message) => {
      if (ended !== null) return Promise.reject(ended);
      const frames = cutMessage(stream, message);
      waiting += message.byteLength;
      const sent = new Promise<void>((done, fail) => {
        messages.push({ frames, bytes: message.byteLength, done, fail });
      });
      void wake();
      return sent;
    },
    say: (word) => {
      // One answer is enough for however many questions: who floods us must not fill our memory.
      if (ended !== null || words.includes(word)) return;
      words.push(word);
      void wake();
    },
    end: async (reason, lastWord) => {
      if (ended !== null) return;
      ended = reason;
      for (const message of messages.splice(0)) message.fail(reason);
      waiting = 0;
      if (lastWord === null) return;
      words.push(lastWord);
      await wake();
    },
  };
}
