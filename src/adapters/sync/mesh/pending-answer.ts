import { Fault } from '../../../base/fault.ts';
import type { ReachCode } from '../../../domain/link-end.ts';
import type { Timers } from '../timers.ts';

/** What our last offer is waiting for. An answer to an earlier one comes too late. */
export interface PendingAnswer {
  /** Rejects with `Fault<ReachCode>` when time is up, or as `fail` says. */
  wait(attempt: number, ms: number): Promise<string>;
  give(attempt: number, sdp: string): void;
  /** null: whatever attempt waits. */
  fail(attempt: number | null, code: ReachCode): void;
}

export function makePendingAnswer(timers: Timers): PendingAnswer {
  let waiting: {
    readonly attempt: number;
    readonly give: (sdp: string) => void;
    readonly fail: (error: Fault<ReachCode>) => void;
  } | null = null;
  const fail = (attempt: number | null, code: ReachCode): void => {
    if (attempt === null || attempt === waiting?.attempt) waiting?.fail(new Fault<ReachCode>(code));
  };
  return {
    wait: (attempt, ms) => {
      const cancel = timers.after(ms, () => fail(attempt, 'not-reachable'));
      return new Promise<string>((give, failWith) => {
        waiting = { attempt, give, fail: failWith };
      }).finally(cancel);
    },
    give: (attempt, sdp) => {
      if (attempt === waiting?.attempt) waiting.give(sdp);
    },
    fail,
  };
}
