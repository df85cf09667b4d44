import { fromInstant, type Instant } from '../../../domain/time.ts';
import type { PassphraseTries } from '../../../ledger/keyring.ts';

/** Tries before waits begin. */
export const FREE_TRIES = 5;
const FIRST_WAIT_SEC = 30;
const LONGEST_WAIT_SEC = 3600;

/** Seconds that must pass after `wrong` wrong tries: none up to the fourth, then 30, 60, 120, … up to an hour. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_SEC, FIRST_WAIT_SEC * 2 ** Math.min(wrong - FREE_TRIES, 20));

/** Whole seconds still to wait. A clock set back cannot be trusted to count: the wait then starts again. */
export function secondsLeft(tries: PassphraseTries | null, now: Instant): number {
  if (tries === null) return 0;
  const waited = Math.max(0, fromInstant(now) - fromInstant(tries.lastAt));
  return Math.max(0, Math.ceil(waitAfter(tries.wrong) - waited / 1000));
}
