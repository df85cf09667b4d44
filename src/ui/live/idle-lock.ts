import { type Accessor, createEffect, onCleanup } from 'solid-js';
import { fromInstant, type Instant } from '../../domain/time.ts';

/** What a person at the desk does. Moving the window about or a job's progress is no sign of one. */
const SIGNS = ['pointerdown', 'pointermove', 'wheel', 'keydown', 'touchstart'] as const;

/** Whether nobody has touched the desk for so many minutes; 0 is never. */
export const isIdle = (touchedAt: Instant, now: Instant, minutes: number): boolean =>
  minutes > 0 && fromInstant(now) - fromInstant(touchedAt) >= minutes * 60_000;

/**
 * Locks the desk when nobody has touched it for so long; 0 never. Reads a ticking clock instead of setting a timer: timers stand still
 * while a PC sleeps, and the first touch after waking would find the desk still open. `hands` is where touches are heard.
 */
export function createIdleLock(
  minutes: Accessor<number>,
  lock: () => void,
  now: Accessor<Instant>,
  hands: EventTarget = window,
): void {
  let touchedAt = now();
  const touch = (): void => {
    touchedAt = now();
  };
  const options = { capture: true, passive: true } as const;
  for (const sign of SIGNS) hands.addEventListener(sign, touch, options);
  onCleanup(() => {
    for (const sign of SIGNS) hands.removeEventListener(sign, touch, options);
  });
  createEffect(() => {
    const at = now();
    if (at < touchedAt) touchedAt = at; // a clock set back must not keep the desk open for as long again
    if (!isIdle(touchedAt, at, minutes())) return;
    touchedAt = at;
    lock();
  });
}
