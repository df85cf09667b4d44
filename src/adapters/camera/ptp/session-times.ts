/** How long a session waits for a camera; tests hand in shorter ones. */
export interface SessionTimes {
  /** So long without a byte and the camera counts as hung. */
  readonly silentMs: number;
  /** So long without a byte and nothing of an earlier transfer is left. */
  readonly drainMs: number;
  /** Between two tries at a camera that says it is busy. */
  readonly busyMs: number;
}

export const SESSION_TIMES: SessionTimes = { silentMs: 10_000, drainMs: 1_500, busyMs: 250 };
