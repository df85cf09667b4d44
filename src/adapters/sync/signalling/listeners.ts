/** Those who want to be told. One that is taken off while others are told is not told any more. */
export interface Listeners<A extends readonly unknown[]> {
  readonly add: (listener: (...args: A) => void) => () => void;
  readonly tell: (...args: A) => void;
}

export function makeListeners<A extends readonly unknown[]>(): Listeners<A> {
  const all = new Set<(...args: A) => void>();
  return {
    add: (listener) => {
      // One function added twice is two listeners.
      const own = (...args: A): void => listener(...args);
      all.add(own);
      return () => {
        all.delete(own);
      };
    },
    tell: (...args) => {
      for (const listener of [...all]) if (all.has(listener)) listener(...args);
    },
  };
}
