import { createSignal, onCleanup } from 'solid-js';
import { fromInstant } from '../domain/time.ts';
import type { Desk } from '../usecases/desk.ts';
import { noteIncident } from '../usecases/note-incident.ts';

/** Clocks of old PCs wobble by a minute; more is somebody's hand or a dead battery. */
const TOLERATED_MS = 2 * 60_000;
const EVERY_MS = 30_000;

/**
 * Notices a clock that was set back: each reading is kept, and one that lies before the last is put on record once and
 * shown until the clock has caught up. Order in the book never depends on the clock.
 */
export function watchClock(desk: Desk, mayWrite: () => boolean): () => boolean {
  const [back, setBack] = createSignal(false);
  let noted = false;

  async function look(): Promise<void> {
    const now = desk.now();
    const last = await desk.local.lastClock();
    const wentBack = last !== null && fromInstant(now) < fromInstant(last) - TOLERATED_MS;
    setBack(wentBack);
    if (!mayWrite()) return;
    if (wentBack) {
      if (!noted) await noteIncident(desk, 'clock-set-back', { last, now });
      noted = true;
    } else {
      await desk.local.putLastClock(now);
      noted = false;
    }
  }

  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  onCleanup(() => clearInterval(timer));
  return back;
}
