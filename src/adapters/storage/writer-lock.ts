import { isAbort } from '../../base/fault.ts';

/**
 * One tab writes a bureau's book, the others follow (Web Locks). A tab that closes or crashes lets go by itself and the next in
 * line becomes the writer; a follower can ask for the pen. Should a frozen tab wake and write after its pen was taken, the
 * book's unique index refuses its entry.
 */
export type WriterState = 'writer' | 'follower';

export interface WriterLock {
  /** 'follower' until `ready` says otherwise. */
  state(): WriterState;
  /** Known once this tab has the pen, or another is seen to have it. */
  readonly ready: Promise<WriterState>;
  onChange(listener: (state: WriterState) => void): () => void;
  /** Asks the writer to finish and hand over; takes the pen after 2 s without an answer. Resolves when this tab has it. */
  takeOver(): Promise<void>;
  /** For good: this tab writes no more. */
  release(): void;
}

export interface WriterOptions {
  /** Ends what is being written before the pen is handed over; the asker waits for it, but at most 2 s. */
  readonly beforeHandOver?: () => Promise<void>;
}

export interface WriterPlatform {
  readonly locks: Pick<LockManager, 'request'>;
  readonly openChannel: (name: string) => BroadcastChannel;
}

const ANSWER_MS = 2_000;

/** `for` names the tab that asked. */
type Message = { readonly kind: 'asked' | 'handed-over'; readonly for: string };

export function acquireWriter(
  name: string,
  { beforeHandOver = async () => undefined }: WriterOptions = {},
  platform: WriterPlatform = { locks: navigator.locks, openChannel: (channel) => new BroadcastChannel(channel) },
): WriterLock {
  const listeners = new Set<(state: WriterState) => void>();
  let state: WriterState = 'follower';
  let released = false;
  const become = (next: WriterState): void => {
    if (state === next) return;
    state = next;
    for (const listener of [...listeners]) listener(next);
  };
  const pen = makePen(`luzheng-writer:${name}`, platform.locks, become);
  const peers = joinPeers(platform.openChannel(`luzheng-writer:${name}`), async () => {
    if (state !== 'writer') return false;
    await beforeHandOver();
    if (state !== 'writer') return false;
    // The lock stays held, so that nobody else in line gets it; the asker takes it. If it has died meanwhile, write on.
    become('follower');
    setTimeout(() => pen.held() && become('writer'), ANSWER_MS);
    return true;
  });

  const takePen = async (): Promise<void> => {
    await peers.ask();
    if (!released) await pen.take();
  };
  let taking: Promise<void> | null = null;
  return {
    state: () => state,
    ready: pen.reach().then(() => state),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeOver: async () => {
      if (released) return;
      // Handed over a moment ago to a tab that has not taken it yet: this tab still has it.
      if (pen.held()) return become('writer');
      taking ??= takePen().finally(() => {
        taking = null;
      });
      await taking;
    },
    release: () => {
      released = true;
      pen.drop();
      peers.leave();
      become('follower');
    },
  };
}

interface Pen {
  /** Takes it if it is free, else stands in line. Resolves once that is known. */
  readonly reach: () => Promise<void>;
  /** Takes it from whoever holds it. */
  readonly take: () => Promise<void>;
  readonly held: () => boolean;
  readonly drop: () => void;
}

function makePen(name: string, locks: WriterPlatform['locks'], become: (state: WriterState) => void): Pen {
  let dropped = false;
  let letGo: (() => void) | null = null;
  let line = new AbortController();

  /** Resolves with whether the lock was got. A lock taken away later is waited for in line again. */
  const request = (how: LockOptions): Promise<boolean> =>
    new Promise((resolve, reject) => {
      let mine: (() => void) | null = null;
      const hold = (lock: Lock | null): Promise<void> => {
        if (lock === null || dropped) {
          resolve(false);
          return Promise.resolve();
        }
        const held = new Promise<void>((done) => {
          mine = done;
        });
        letGo = mine;
        become('writer');
        resolve(true);
        return held;
      };
      locks.request(name, how, hold).catch((error: unknown) => {
        if (!isAbort(error)) reject(error);
        resolve(false);
        if (mine === null || letGo !== mine) return;
        letGo = null;
        become('follower');
        standInLine();
      });
    });

  const standInLine = (): void => {
    if (dropped) return;
    line = new AbortController();
    void request({ signal: line.signal });
  };

  return {
    reach: async () => {
      if (!(await request({ ifAvailable: true }))) standInLine();
    },
    take: async () => {
      line.abort();
      await request({ steal: true });
    },
    held: () => letGo !== null,
    drop: () => {
      dropped = true;
      line.abort();
      letGo?.();
      letGo = null;
    },
  };
}

interface Peers {
  /** Resolves when the writer has handed over, or has not answered in time. */
  readonly ask: () => Promise<void>;
  readonly leave: () => void;
}

/** `onAsked` says whether this tab was the writer and has finished. */
function joinPeers(channel: BroadcastChannel, onAsked: () => Promise<boolean>): Peers {
  const me = crypto.randomUUID();
  let answered: () => void = () => undefined;
  const send = (message: Message): void => channel.postMessage(message);
  channel.onmessage = async ({ data }: MessageEvent<unknown>) => {
    const message = decodeMessage(data);
    if (message?.kind === 'handed-over' && message.for === me) answered();
    if (message?.kind === 'asked' && (await onAsked())) send({ kind: 'handed-over', for: message.for });
  };
  return {
    ask: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ANSWER_MS);
        answered = () => {
          clearTimeout(timer);
          resolve();
        };
        send({ kind: 'asked', for: me });
      }),
    leave: () => channel.close(),
  };
}

function decodeMessage(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null;
  const { kind, for: asker } = data as Record<string, unknown>;
  return (kind === 'asked' || kind === 'handed-over') && typeof asker === 'string' ? { kind, for: asker } : null;
}
