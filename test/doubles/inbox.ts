/** Collects what a callback is given, so that a test waits for a value and not for a time. */
export interface Inbox<V> {
  readonly put: (value: V) => void;
  readonly fail: (error: unknown) => void;
  /** The next value, or the next failure as a rejection. */
  readonly next: () => Promise<V>;
  readonly until: (wanted: (value: V) => boolean) => Promise<V>;
  /** Values that came and were not asked for. */
  readonly rest: () => readonly V[];
}

export function makeInbox<V>(): Inbox<V> {
  const come: (() => V)[] = [];
  let wake: (() => void) | null = null;
  const add = (take: () => V): void => {
    come.push(take);
    wake?.();
  };
  const next = async (): Promise<V> => {
    while (come.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const take = come.shift();
    if (take === undefined) throw new Error('nothing came');
    return take();
  };
  return {
    put: (value) => add(() => value),
    fail: (error) =>
      add(() => {
        throw error;
      }),
    next,
    until: async (wanted) => {
      for (;;) {
        const value = await next();
        if (wanted(value)) return value;
      }
    },
    rest: () => come.splice(0).map((take) => take()),
  };
}
