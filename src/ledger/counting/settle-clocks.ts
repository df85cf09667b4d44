import { type Verdict, voided, waitingFor } from '../verdict.ts';
import { type ClockFound, judgeClock, namedBy } from './clock.ts';
import { makePlaceQueue } from './place-queue.ts';
import { type Change, type Held, isGivenUp, type WorkingSet } from './working-set.ts';

/**
 * Gives the new entries their clocks, and those that waited for them. Answers with all that are no longer early, in order of
 * places; the sound ones among them are still to be judged.
 */
export async function settleClocks(work: WorkingSet, fresh: readonly Held[]): Promise<readonly Held[]> {
  // Together, so that the store is asked once.
  await work.clocks(fresh.flatMap(({ entry }) => namedBy(entry.payload)));
  const queue = makePlaceQueue(fresh);
  const settled: Held[] = [];
  for (let held = queue.next(); held !== undefined; held = queue.next()) {
    const known = await work.clocks(namedBy(held.entry.payload));
    const found = judgeClock(held.entry.payload, (id) => known.get(id));
    const next = work.put(held, changeOf(held, found));
    if (found.clock === 'early') continue;
    settled.push(next);
    for (const waiter of await work.waiters(held.id)) queue.add(waiter);
  }
  return settled;
}

/** A branch that was given up stays so; its clock still tells those that name it. */
function changeOf(held: Held, found: ClockFound): Change {
  return isGivenUp(held) ? found : { ...found, verdict: verdictOf(found) };
}

/** A sound entry is void until it has been judged: nothing may be folded from it before. */
const verdictOf = ({ waitsFor }: ClockFound): Verdict =>
  waitsFor === null ? voided('clock-wrong') : waitingFor(waitsFor);
