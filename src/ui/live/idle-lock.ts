import { createEffect, onCleanup } from 'solid-js';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks when nobody has touched the page for some minutes; 0 never locks. Jobs go on below. */
export function createIdleLock(minutes: () => number, lock: () => void): void {
  createEffect(() => {
    const afterMs = minutes() * 60_000;
    if (afterMs <= 0) return;
    let timer = setTimeout(lock, afterMs);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, afterMs);
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, again, { passive: true });
    onCleanup(() => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, again);
    });
  });
}
