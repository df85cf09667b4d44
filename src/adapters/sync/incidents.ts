import type { EntryId, KeyId, StationId } from '../../domain/ids.ts';
import type { DoorWhy } from '../../ledger/door-why.ts';
import type { Timers } from './timers.ts';

export type IncidentCode = 'foreign-delete' | 'foreign-type' | 'entry-refused' | 'fork-found' | 'flood';

/** Something no honest station does, and whom it is charged to. The station signs it into the book. */
export interface SyncIncident {
  readonly code: IncidentCode;
  /** The station whose link brought it; `unknown` where nobody has proved who he is. */
  readonly link: StationId | 'unknown';
  /** The author, where what came is signed by him. */
  readonly author: KeyId | null;
  readonly entry: EntryId | null;
  /** What was wrong. */
  readonly why: DoorWhy;
  readonly count: number;
}

/** Who misbehaves goes on misbehaving: the book must not fill up with it. */
const REPEAT_MS = 10 * 60_000;

export interface Charges {
  charge(incident: SyncIncident): void;
}

/** Passes the first of each kind on, by culprit; its repetitions are left out for a while. */
export function makeCharges(timers: Timers, onIncident: (incident: SyncIncident) => void): Charges {
  const said = new Map<string, number>();
  return {
    charge: (incident) => {
      const { code, link, author } = incident;
      const culprit = author === null ? `link ${link}` : `author ${author}`;
      const key = `${code} ${culprit}`;
      const before = said.get(key);
      if (before !== undefined && timers.now() - before < REPEAT_MS) return;
      said.set(key, timers.now());
      onIncident(incident);
    },
  };
}
