import type { KeyId, StationId } from '../domain/ids.ts';
import { fromInstant, type Instant } from '../domain/time.ts';
import type { DoorWhy } from '../ledger/door-why.ts';
import type { IncidentCode } from '../ledger/kinds.ts';
import type { Desk } from './desk.ts';
import { noteIncident } from './note-incident.ts';

/** Something refused at the door of the book, and who is to blame: the station that brought it, or the key that signed it. */
export interface DoorIncident {
  readonly code: Extract<IncidentCode, 'entry-refused' | 'fork-found' | 'foreign-delete' | 'foreign-type' | 'flood'>;
  readonly culprit:
    | { readonly by: 'link'; readonly station: StationId | null }
    | { readonly by: 'author'; readonly key: KeyId };
  readonly why: DoorWhy;
  readonly count: number;
}

const ONCE_PER_MS = 60 * 60_000;

/**
 * Puts on record what was refused, once an hour for each culprit and code: who floods the door must not flood the book. What
 * comes within the hour is counted into the next note.
 */
export function makeRefusalNotes(desk: Desk, mayWrite: () => boolean): (incident: DoorIncident) => Promise<void> {
  const noted = new Map<string, { readonly at: Instant | null; readonly since: number }>();
  return async (incident) => {
    const { code, culprit, why } = incident;
    const who = culprit.by === 'link' ? (culprit.station ?? 'unknown') : culprit.key;
    const name = `${who} ${code} ${why}`;
    const last = noted.get(name);
    const now = desk.now();
    const count = (last?.since ?? 0) + incident.count;
    const lately = last !== undefined && last.at !== null && fromInstant(now) - fromInstant(last.at) < ONCE_PER_MS;
    if (!mayWrite() || lately) {
      noted.set(name, { at: last?.at ?? null, since: count });
      return;
    }
    noted.set(name, { at: now, since: 0 });
    await noteIncident(desk, code, { [culprit.by === 'link' ? 'link' : 'key']: who, code: why, count });
  };
}
