export type InTurn = <T>(signal: AbortSignal, act: () => Promise<T>) => Promise<T>;

/**
 * Acts one after the other, in the order they were asked for. One that is aborted while it waits rejects at once and holds nobody up;
 * one under way is left to end by itself, and only then comes the next.
 */
export function makeQueue(): InTurn {
  let last: Promise<void> = Promise.resolve();
  return async (signal, act) => {
    const before = last;
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    last = before.then(() => left);
    try {
      await reached(before, signal);
      return await act();
    } finally {
      leave();
    }
  };
}

function reached(turn: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void turn.then(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
  });
}
