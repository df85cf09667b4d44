/** Lets so many acts run at a time, begun in the order asked. One that is stopped while it waits leaves the queue at once. */
export interface Turns {
  /** `act` is told which of the places it has, counted from 0. */
  take<T>(signal: AbortSignal, act: (place: number) => Promise<T>): Promise<T>;
}

/** `onRest` is called whenever nothing is left to do. */
export function makeTurns(onRest: () => void, places = 1): Turns {
  /** The one let go of last is taken first: what was made for it is warm. */
  const free = Array.from({ length: places }, (_, i) => places - 1 - i);
  const queue: ((place: number) => void)[] = [];

  const enter = (signal: AbortSignal): Promise<number> =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const place = free.pop();
      if (place !== undefined) return resolve(place);
      const go = (given: number) => {
        signal.removeEventListener('abort', stop);
        resolve(given);
      };
      const stop = () => {
        queue.splice(queue.indexOf(go), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
      queue.push(go);
    });

  function leave(place: number): void {
    const next = queue.shift();
    if (next === undefined) free.push(place);
    else next(place);
    if (free.length === places) onRest();
  }

  return {
    take: async (signal, act) => {
      const place = await enter(signal);
      try {
        signal.throwIfAborted();
        return await act(place);
      } finally {
        leave(place);
      }
    },
  };
}
