import { createEffect, on, onCleanup } from 'solid-js';
import { beijingDate } from '../domain/time.ts';
import type { Office } from '../ui/live/office.ts';
import { checkpointDue, signCheckpoint } from '../usecases/sign-checkpoint.ts';
import { carryOutDeletions } from '../usecases/spill.ts';
import { verifier } from './open-desk.ts';

/** A day begins within a minute of midnight. */
const EVERY_MS = 60_000;

/**
 * What the station does of itself, in the tab that writes: a checkpoint a day, from the first unlocking of the day on, and the
 * deletions that orders demand. Silent; what fails now (a full disk) is tried at the next occasion.
 */
export function followDuties({ desk, seat, tab }: Office): void {
  const writes = (): boolean => tab() === 'writer';
  const witness = once(async () => {
    if (writes() && seat() !== null && (await checkpointDue(desk))) await signCheckpoint(desk, verifier);
  });
  const deletions = once(async () => {
    if (writes()) await carryOutDeletions(desk);
  });
  createEffect(on([() => seat()?.person, tab], witness));
  let day = beijingDate(desk.now());
  const timer = setInterval(() => {
    const today = beijingDate(desk.now());
    if (today !== day) witness();
    day = today;
  }, EVERY_MS);
  const stop = desk.records.watch(
    async () => null,
    deletions,
    () => undefined,
  );
  onCleanup(() => {
    clearInterval(timer);
    stop();
  });
}

/** Runs one at a time; what is asked meanwhile is done once more afterwards. */
function once(act: () => Promise<void>): () => void {
  let [running, again] = [false, false];
  const run = async (): Promise<void> => {
    running = true;
    do {
      again = false;
      await act().catch(() => undefined);
    } while (again);
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}
