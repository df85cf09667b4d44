import { createEffect, on, onCleanup } from 'solid-js';
import type { ActivityId } from '../domain/ids.ts';
import { beijingDate } from '../domain/time.ts';
import type { Office } from '../ui/live/office.ts';
import { deleteSpilledFootage, spilledRecordings } from '../usecases/delete-spilled-footage.ts';
import type { FootagePorts } from '../usecases/footage-ports.ts';
import { openTonight, remindsNow } from '../usecases/open-tonight.ts';
import { checkpointDue, signCheckpoint } from '../usecases/sign-checkpoint.ts';
import { carryOutDeletions } from '../usecases/spill.ts';
import { finishPurge } from '../usecases/store-footage.ts';
import type { DerivativeAdapters } from './footage-adapters.ts';
import { verifier } from './open-desk.ts';

export interface FootageOfDuties extends Pick<FootagePorts, 'buffer' | 'media'> {
  /** How media stand; told anew whenever one was looked at. */
  readonly states: () => unknown;
  /** Says aloud that so many activities of today still wait for their footage. */
  readonly remind: (open: number) => void;
  readonly derivatives: Pick<DerivativeAdapters, 'drop' | 'empty'>;
}

/** A day begins within a minute of midnight. */
const EVERY_MS = 60_000;

/**
 * What the station does of itself, in the tab that writes: a checkpoint a day, from the first unlocking of the day on, and the
 * deletions that orders demand, of words and of files. Silent; what fails now (a full disk) is tried at the next occasion.
 */
export function followDuties({ desk, seat, tab }: Office, footage: FootageOfDuties): void {
  const writes = (): boolean => tab() === 'writer';
  const witness = once(async () => {
    if (writes() && seat() !== null && (await checkpointDue(desk))) await signCheckpoint(desk, verifier);
  });
  const deletions = once(async () => {
    if (writes()) await carryOutDeletions(desk, forgetDrafts);
  });
  // Yjs comes with it only where an order names an activity.
  const forgetDrafts = async (activity: ActivityId): Promise<void> =>
    (await import('./draft-keeper.ts')).draftKeeperOf(desk.book.bureau).shared.forget(activity);
  const stopped = new AbortController();
  const files = once(async () => {
    const isOrdered = desk.book.membership().deletions.size > 0;
    if (!writes() || !isOrdered) return;
    for (const recording of await spilledRecordings(desk.records)) await footage.derivatives.drop(recording);
    await deleteSpilledFootage(desk, footage, stopped.signal);
  });
  // Nobody watches or stores anything yet; what is there was left by a crash or a closed window.
  const leftovers = once(async () => {
    if (!writes()) return;
    await footage.derivatives.empty();
    await finishPurge(desk, footage);
  });
  createEffect(on([() => seat()?.person, tab], witness));
  createEffect(on(tab, leftovers));
  // A medium that was missing has been connected.
  createEffect(on(footage.states, files));
  let reminded: string | null = null;
  const evening = once(async () => {
    const now = desk.now();
    if (!writes() || !remindsNow(now, reminded)) return;
    reminded = beijingDate(now);
    const open = await openTonight(desk.records, now);
    if (open > 0) footage.remind(open);
  });
  let day = beijingDate(desk.now());
  const timer = setInterval(() => {
    const today = beijingDate(desk.now());
    if (today !== day) witness();
    evening();
    day = today;
  }, EVERY_MS);
  const stop = desk.records.watch(
    async () => null,
    () => {
      deletions();
      files();
    },
    () => undefined,
  );
  onCleanup(() => {
    clearInterval(timer);
    stopped.abort();
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
