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
  const line = makeLine();
  const pump = makePump(pipe, cipher, line, onFailed);
  let ended: Fault<LinkEnd> | null = null;

  return {
    waitingBytes: line.bytes,
    sentBytes: pump.sentBytes,
    sentMessages: line.sent,
    send: (stream, message) => {
      if (ended !== null) return Promise.reject(ended);
      const frames = cutMessage(stream, message);
      const sent = new Promise<void>((done, fail) => {
        line.messages.push({ frames, bytes: message.byteLength, done, fail });
      });
      void pump.wake();
      return sent;
    },
    say: (word) => {
      // One answer is enough for however many questions: who floods us must not fill our memory.
      if (ended !== null || line.words.includes(word)) return;
      line.words.push(word);
      void pump.wake();
    },
    end: async (reason, lastWord) => {
      if (ended !== null) return;
      ended = reason;
      for (const message of line.messages.splice(0)) message.fail(reason);
      if (lastWord === null) return;
      line.words.push(lastWord);
      await pump.wake();
    },
  };
}

interface Line {
  readonly words: Uint8Array<ArrayBuffer>[];
  readonly messages: Waiting[];
  readonly bytes: () => number;
  readonly sent: () => number;
  /** The next frame to go, or null where nothing waits. */
  readonly next: () => Uint8Array<ArrayBuffer> | null;
}

function makeLine(): Line {
  const words: Uint8Array<ArrayBuffer>[] = [];
  const messages: Waiting[] = [];
  let sent = 0;
  return {
    words,
    messages,
    bytes: () => messages.reduce((sum, message) => sum + message.bytes, 0),
    sent: () => sent,
    next: () => {
      const word = words.shift();
      if (word !== undefined) return word;
      for (let message = messages[0]; message !== undefined; message = messages[0]) {
        const { value, done } = message.frames.next();
        if (done !== true) return value;
        messages.shift();
        sent++;
        message.done();
      }
      return null;
    },
  };
}

interface Pump {
  readonly sentBytes: () => number;
  /** Resolves when nothing waits any more. */
  readonly wake: () => Promise<void>;
}

function makePump(pipe: Pipe, cipher: Cipher, line: Line, onFailed: (error: Fault<LinkEnd>) => void): Pump {
  let [sentBytes, isPumping] = [0, false];
  let pumped: Promise<void> = Promise.resolve();

  const pump = async (): Promise<void> => {
    try {
      for (let frame = line.next(); frame !== null; frame = line.next()) {
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
  return {
    sentBytes: () => sentBytes,
    wake: () => {
      if (!isPumping) {
        isPumping = true;
        pumped = pump();
      }
      return pumped;
    },
  };
}
