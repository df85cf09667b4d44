import type { EntryId } from '../../domain/ids.ts';
import type { EntryPayload } from '../entry.ts';
import type { Clock } from '../verdict.ts';

export interface ClockFound {
  readonly clock: Clock;
  /** What an early entry is early for. */
  readonly waitsFor: EntryId | null;
  /** Of a wrong one: how far the sound entries of its key's chain had come before it. Behind this nobody can go back. */
  readonly reach?: number;
}

export interface KnownClock {
  readonly lc: number;
  readonly clock: Clock;
  readonly reach?: number;
}

export const namedBy = ({ prev, after, refs }: Pick<EntryPayload, 'prev' | 'after' | 'refs'>): readonly EntryId[] => [
  ...new Set([...(prev === null ? [] : [prev]), ...(after === null ? [] : [after]), ...refs]),
];

/** What a clock lends to the next entry of the same key. */
export const reachOf = ({ clock, lc, reach = 0 }: KnownClock): number => (clock === 'sound' ? lc : reach);

export function judgeClock(
  payload: Pick<EntryPayload, 'prev' | 'after' | 'refs' | 'lc'>,
  known: (id: EntryId) => KnownClock | undefined,
): ClockFound {
  const { prev, lc } = payload;
  const before = prev === null ? null : known(prev);
  if (before === undefined || before?.clock === 'early') return { clock: 'early', waitsFor: prev };
  const reach = before === null ? 0 : reachOf(before);
  let greatest = reach;
  let waitsFor: EntryId | null = null;
  for (const id of namedBy({ ...payload, prev: null })) {
    const named = known(id);
    if (named === undefined || named.clock === 'early') waitsFor ??= id;
    else if (named.clock === 'sound') greatest = Math.max(greatest, named.lc);
  }
  if (waitsFor !== null && greatest < lc) return { clock: 'early', waitsFor };
  return lc === greatest + 1 ? { clock: 'sound', waitsFor: null } : { clock: 'wrong', waitsFor: null, reach };
}
