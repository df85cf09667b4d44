import type { Timers } from '../../src/adapters/sync/timers.ts';

/** A clock that stands still until the test moves it. */
export interface ManualTimers extends Timers {
  /** Lets the time pass, calling what falls due in its order; what is called may ask for more. */
  readonly pass: (ms: number) => void;
  /** The machine sleeps: the clock jumps, and only then whatever is overdue is called. */
  readonly sleep: (ms: number) => void;
  /** Milliseconds until the next call falls due; null where none waits. */
  readonly next: () => number | null;
}

export function makeManualTimers(start = Date.UTC(2026, 2, 5, 1)): ManualTimers {
  let now = start;
  let count = 0;
  const due = new Map<number, { readonly at: number; readonly run: () => void }>();
  const first = () => [...due].sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];

  const runUntil = (end: number): void => {
    for (let next = first(); next !== undefined && next[1].at <= end; next = first()) {
      due.delete(next[0]);
      now = Math.max(now, next[1].at);
      next[1].run();
    }
    now = Math.max(now, end);
  };
  return {
    now: () => now,
    after: (ms, run) => {
      const id = count++;
      due.set(id, { at: now + ms, run });
      return () => due.delete(id);
    },
    pass: (ms) => runUntil(now + ms),
    sleep: (ms) => {
      now += ms;
      runUntil(now);
    },
    next: () => {
      const next = first();
      return next === undefined ? null : Math.max(0, next[1].at - now);
    },
  };
}

/**
 * Gives whatever was set going its turn, the platform's crypto included; no time passes on a manual clock. Ours are queued behind
 * theirs and are longer, so a question and its answer are through before the last of them.
 */
export async function settle(): Promise<void> {
  for (let round = 0; round < 10; round++) {
    await crypto.subtle.digest('SHA-256', LONG);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const LONG = new Uint8Array(32_768);
