import type { EntryId } from '../../domain/ids.ts';
import type { EntryPayload } from '../entry.ts';

/**
 * Whether an entry's logical clock can be believed. `sound`: everything it names is here and sound, and its lc is exactly one
 * more than the greatest of theirs; so nobody can jump ahead of the others and leave them no numbers. `early`: something it
 * names is not here, or early itself. `wrong` for ever: it, or something it names, does not add up. Once sound or wrong an
 * entry stays so, however the book grows.
 */
export type Clock = 'sound' | 'early' | 'wrong';

export interface ClockFound {
  readonly clock: Clock;
  /** What an early entry is early for. */
  readonly waitsFor: EntryId | null;
}

export interface KnownClock {
  readonly lc: number;
  readonly clock: Clock;
}

export const namedBy = ({ prev, after, refs }: Pick<EntryPayload, 'prev' | 'after' | 'refs'>): readonly EntryId[] => [
  ...new Set([...(prev === null ? [] : [prev]), ...(after === null ? [] : [after]), ...refs]),
];

export function judgeClock(payload: EntryPayload, known: (id: EntryId) => KnownClock | undefined): ClockFound {
  let greatest = 0;
  let waitsFor: EntryId | null = null;
  for (const id of namedBy(payload)) {
    const named = known(id);
    if (named !== undefined && (named.clock === 'wrong' || named.lc >= payload.lc)) return WRONG;
    if (named?.clock === 'sound') greatest = Math.max(greatest, named.lc);
    else waitsFor ??= id;
  }
  if (waitsFor !== null) return { clock: 'early', waitsFor };
  return payload.lc === greatest + 1 ? SOUND : WRONG;
}

const WRONG: ClockFound = { clock: 'wrong', waitsFor: null };
const SOUND: ClockFound = { clock: 'sound', waitsFor: null };
