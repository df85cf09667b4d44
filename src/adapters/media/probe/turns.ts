/**
 * Acts one after the other. An aborted one rejects at once, without waiting for those before it. `onIdle` is called when nothing
 * has been asked for `idleMs`.
 */
export function makeTurns(onIdle: () => void, idleMs: number) {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;

  return async function inTurn<T>(signal: AbortSignal, act: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    clearTimeout(idle);
    waiting += 1;
    const turn = last.then(() => {
      signal.throwIfAborted();
      return act();
    });
    last = turn.then(noop, noop).then(() => {
      waiting -= 1;
      if (waiting === 0) idle = setTimeout(onIdle, idleMs);
    });
    return orAborted(turn, signal);
  };
}

const noop = (): void => undefined;

function orAborted<T>(turn: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
