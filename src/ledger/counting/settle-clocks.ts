import type { EntryId } from '../../domain/ids.ts';
import { type Verdict, voided, waitingFor } from '../verdict.ts';
import { type ClockFound, judgeClock, type KnownClock, namedBy } from './clock.ts';
import { makePlaceQueue } from './place-queue.ts';
import { type Change, type Held, isGivenUp, type WorkingSet } from './working-set.ts';

/**
 * Gives the new entries their clocks, and those that waited for them. Answers with all that are no longer early, in order of
 * places; the sound ones among them are still to be judged.
 */
export async function settleClocks(work: WorkingSet, fresh: readonly Held[]): Promise<readonly Held[]> {
  const known = new Map<EntryId, KnownClock>();
  // What is new itself is not in the store, or anew what it was: its clock is known when its turn has come.
  const asked = new Set(fresh.map(({ id }) => id));
  /** Together, so that the store is asked once; and nobody waits where it need not be asked. */
  const ask = async (held: readonly Held[]): Promise<void> => {
    const names = held.flatMap(({ entry }) => namedBy(entry.payload)).filter((id) => !asked.has(id));
    for (const id of names) asked.add(id);
    for (const [id, clock] of names.length === 0 ? [] : await work.clocks(names)) known.set(id, clock);
  };
  await ask(fresh);
  const queue = makePlaceQueue(fresh);
  const settled: Held[] = [];
  for (let held = queue.next(); held !== undefined; held = queue.next()) {
    const found = judgeClock(held.entry.payload, (id) => known.get(id));
    const next = work.put(held, changeOf(held, found));
    asked.add(held.id);
    known.set(held.id, next.stored);
    if (found.clock === 'early') continue;
    settled.push(next);
    if (!work.mayBeWaitedFor(held.id)) continue;
    const waiters = await work.waiters(held.id);
    await ask(waiters);
    for (const waiter of waiters) queue.add(waiter);
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
