/** The clock of links, handed in so that no test has to sleep. */
export interface Timers {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls once, later; the answer cancels. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export const browserTimers: Timers = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
