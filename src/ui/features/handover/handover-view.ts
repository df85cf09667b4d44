import type { ActivityId, DivisionId, MediumId, PersonId, RecordingId } from '../../../domain/ids.ts';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import type { HandoverRecord, PersonRecord, RecordingRecord } from '../../../domain/records.ts';

export interface ReadyGroup {
  readonly activity: ActivityId | null;
  readonly title: string | null;
  readonly rows: readonly RegisterRow[];
}

/** What can be handed over, by activity, in the order of the list; footage without a place comes last. */
export function readyGroups(rows: readonly RegisterRow[]): readonly ReadyGroup[] {
  const groups = new Map<ActivityId | null, RegisterRow[]>();
  for (const row of rows) groups.set(row.activity, [...(groups.get(row.activity) ?? []), row]);
  return [...groups]
    .map(([activity, own]) => ({ activity, title: own[0]?.activityTitle ?? null, rows: own }))
    .sort((a, b) => Number(a.activity === null) - Number(b.activity === null));
}

/** Custodians other than the giver and than anybody who recorded or took in what is handed over (trap 27). */
export function receivers(
  persons: readonly PersonRecord[],
  giver: PersonId,
  rows: readonly RegisterRow[],
): readonly PersonRecord[] {
  const own = new Set<PersonId>([giver, ...rows.flatMap((row) => [...row.officers, row.takenInBy])]);
  return persons.filter((person) => person.roles.includes('custodian') && !own.has(person.id));
}

/** Which copies to read for the check: one medium per recording, the most recently stored. */
export function copiesToCheck(recordings: readonly RecordingRecord[]): ReadonlyMap<MediumId, readonly RecordingId[]> {
  const byMedium = new Map<MediumId, RecordingId[]>();
  for (const recording of recordings) {
    const copy = [...recording.copies].sort((a, b) => (a.storedAt < b.storedAt ? 1 : -1))[0];
    if (copy !== undefined) byMedium.set(copy.medium, [...(byMedium.get(copy.medium) ?? []), recording.id]);
  }
  return byMedium;
}

export type HandoverState = 'waiting' | 'accepted' | 'withdrawn';
export const handoverState = (record: HandoverRecord): HandoverState =>
  record.accepted !== null ? 'accepted' : record.withdrawn !== null ? 'withdrawn' : 'waiting';

export const divisionOf = (persons: readonly PersonRecord[], person: PersonId): DivisionId | null =>
  persons.find((one) => one.id === person)?.division ?? null;
