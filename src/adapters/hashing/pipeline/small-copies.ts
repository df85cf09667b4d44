import type { Control } from '../../../base/job.ts';
import { SMALL_COPIES_AT_ONCE } from '../../../domain/ports/digester.ts';
import type { CopyDone } from './protocol.ts';
import { type CopyJob, runSmall } from './ring-client.ts';
import { makeTurns } from './turns.ts';

/** Small files, several at once, each in a worker of its own. Workers are made on demand and let go when nothing is left. */
export function makeSmallCopies(startWorker: () => Worker, idleMs: number) {
  const workers = new Map<number, Worker>();
  let idle: ReturnType<typeof setTimeout> | undefined;
  const drop = (place: number) => {
    workers.get(place)?.terminate();
    workers.delete(place);
  };
  const dropAll = () => {
    for (const place of [...workers.keys()]) drop(place);
  };
  const turns = makeTurns(() => {
    clearTimeout(idle);
    idle = setTimeout(dropAll, idleMs);
  }, SMALL_COPIES_AT_ONCE);
  return (task: CopyJob, control: Control<number>): Promise<CopyDone> =>
    turns.take(control.signal, async (place) => {
      clearTimeout(idle);
      const worker = workers.get(place) ?? startWorker();
      workers.set(place, worker);
      try {
        return await runSmall(worker, task, control);
      } catch (error) {
        // It may still hold chunks of this file.
        drop(place);
        throw error;
      }
    });
}
