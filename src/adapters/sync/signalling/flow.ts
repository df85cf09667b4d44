/**
 * Back-pressure without timers, which browsers slow down in hidden tabs: behind every so many bytes goes a ping, and its
 * answer says that the hub has read everything before it. A hub whose reader is slow reads no more, so the answer waits.
 */
export interface Flow {
  /** Counts what was sent. Resolves when more may go. */
  sent(bytes: number): Promise<void>;
  /** The hub answered the oldest open ping. */
  pong(): void;
  /** Asks for an answer now, for the heartbeat. */
  ping(): void;
  /** True while relay frames are under way: the hub may then be slow to answer. */
  readonly isBusy: () => boolean;
  end(): void;
}

const MARK_EVERY_BYTES = 256 * 1024;
const WINDOW_BYTES = 1024 * 1024;

export function makeFlow(sendPing: () => void): Flow {
  let sentBytes = 0;
  let markedBytes = 0;
  let readBytes = 0;
  const marks: number[] = [];
  let waiting: (() => void)[] = [];

  const ping = (): void => {
    marks.push(sentBytes);
    markedBytes = sentBytes;
    sendPing();
  };
  return {
    sent: (bytes) => {
      sentBytes += bytes;
      if (sentBytes - markedBytes >= MARK_EVERY_BYTES) ping();
      if (sentBytes - readBytes < WINDOW_BYTES) return Promise.resolve();
      return new Promise((resolve) => waiting.push(resolve));
    },
    ping,
    pong: () => {
      readBytes = marks.shift() ?? readBytes;
      if (sentBytes - readBytes >= WINDOW_BYTES) return;
      const resolved = waiting;
      waiting = [];
      for (const resolve of resolved) resolve();
    },
    isBusy: () => markedBytes - readBytes >= MARK_EVERY_BYTES,
    end: () => {
      for (const resolve of waiting) resolve();
      waiting = [];
    },
  };
}
