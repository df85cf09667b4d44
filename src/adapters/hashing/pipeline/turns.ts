/** Lets one act run at a time, in the order asked. One that is stopped while it waits leaves the queue at once. */
export interface Turns {
  take<T>(signal: AbortSignal, act: () => Promise<T>): Promise<T>;
}

/** `onRest` is called whenever nothing is left to do. */
export function makeTurns(onRest: () => void): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function leave(mine: Promise<unknown>): Promise<void> {
    await mine.catch(() => undefined);
    waiting -= 1;
    if (waiting === 0) onRest();
  }

  return {
    take: <T>(signal: AbortSignal, act: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        const stop = () => reject(signal.reason);
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop, { once: true });
        waiting += 1;
        const mine = last.then(() => {
          signal.removeEventListener('abort', stop);
          signal.throwIfAborted();
          return act();
        });
        mine.then(resolve, reject);
        last = leave(mine);
      }),
  };
}
