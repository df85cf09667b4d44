import type { Timers } from '../timers.ts';

/** A dead peer is noticed within QUIET + ANSWER + one tick: under five seconds. */
export const TICK_MS = 500;
const QUIET_MS = 1_500;
const ANSWER_MS = 2_500;
/** A tick this late means that the machine slept or the page was frozen: what was not heard meanwhile proves nothing. */
const ASLEEP_MS = 4 * TICK_MS;

export interface Pulse {
  readonly tickedAt: number;
  readonly heardAt: number;
  /** When we asked, since anything was heard. */
  readonly askedAt: number | null;
}

export interface Beat {
  readonly pulse: Pulse;
  readonly act: 'wait' | 'ask' | 'dead';
}

export const firstPulse = (now: number): Pulse => ({ tickedAt: now, heardAt: now, askedAt: null });

export const heard = (pulse: Pulse, now: number): Pulse => ({ ...pulse, heardAt: now, askedAt: null });

/**
 * Only an answer that fails to come to a question of ours is a sign of death. Timers of a hidden page run late, answers do not:
 * they are given when the question comes.
 */
export function beat(pulse: Pulse, now: number): Beat {
  const slept = now - pulse.tickedAt > ASLEEP_MS || now < pulse.tickedAt;
  const ticked = { ...pulse, tickedAt: now };
  if (slept) return { pulse: { ...ticked, askedAt: now }, act: 'ask' };
  if (pulse.askedAt !== null) return { pulse: ticked, act: now - pulse.askedAt >= ANSWER_MS ? 'dead' : 'wait' };
  if (now - pulse.heardAt < QUIET_MS) return { pulse: ticked, act: 'wait' };
  return { pulse: { ...ticked, askedAt: now }, act: 'ask' };
}

export interface Heart {
  readonly heard: () => void;
  readonly stop: () => void;
}

/** Beats until it is stopped, or nobody answers. */
export function startHeart(timers: Timers, ask: () => void, dead: () => void): Heart {
  let pulse = firstPulse(timers.now());
  const tick = (): void => {
    const { pulse: next, act } = beat(pulse, timers.now());
    pulse = next;
    if (act === 'ask') ask();
    if (act === 'dead') dead();
    else stop = timers.after(TICK_MS, tick);
  };
  let stop = timers.after(TICK_MS, tick);
  return {
    heard: () => {
      pulse = heard(pulse, timers.now());
    },
    stop: () => stop(),
  };
}
