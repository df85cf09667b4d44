import type { ActivityId, DivisionId, MediumId, PersonId, RecordingId, StationId } from '../../../domain/ids.ts';
import { rolesAt } from '../../../domain/person-record.ts';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import type { HandoverRecord, PersonRecord, RecordingRecord } from '../../../domain/records.ts';
import { type Instant, plusMs } from '../../../domain/time.ts';
import { MOST_IN_HANDOVER } from '../../../usecases/hand-over.ts';

export interface ReadyGroup {
  readonly activity: ActivityId | null;
  readonly title: string | null;
  readonly rows: readonly RegisterRow[];
}

/** What can be handed over, by activity, in the order of the list; footage without a place comes last. */
export function readyGroups(rows: readonly RegisterRow[]): readonly ReadyGroup[] {
  const groups = new Map<ActivityId | null, RegisterRow[]>();
  for (const row of rows) {
    const group = groups.get(row.activity);
    if (group === undefined) groups.set(row.activity, [row]);
    else group.push(row);
  }
  return [...groups]
    .map(([activity, own]) => ({ activity, title: own[0]?.activityTitle ?? null, rows: own }))
    .sort((a, b) => Number(a.activity === null) - Number(b.activity === null));
}

/**
 * What is ticked beforehand: what the person came for, as far as it is ready, and nothing else in its place; without a wish as much as one
 * hand-over takes.
 */
export function tickedBefore(
  ready: readonly RegisterRow[],
  asked: { readonly recordings: string; readonly activity: string },
): ReadonlySet<string> {
  const wanted = new Set(asked.recordings.split(',').filter((id) => id !== ''));
  const isAsked = wanted.size > 0 || asked.activity !== '';
  const some = isAsked ? ready.filter(({ id, activity }) => wanted.has(id) || activity === asked.activity) : ready;
  return new Set(some.slice(0, MOST_IN_HANDOVER).map(({ id }) => id));
}

/** Custodians, deputies included, other than the giver and than anybody who recorded or took in what is handed over (trap 27). */
export function receivers(
  persons: readonly PersonRecord[],
  giver: PersonId,
  rows: readonly RegisterRow[],
  at: Instant,
): readonly PersonRecord[] {
  const own = new Set<PersonId>([giver, ...rows.flatMap((row) => [...row.officers, row.takenInBy])]);
  return persons.filter((person) => rolesAt(person, at, persons).includes('custodian') && !own.has(person.id));
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

/** What the giver's PC signed of the bytes before it gave them: every copy read again and the same, not long before. */
export interface SendersCheck {
  readonly at: Instant;
  readonly station: StationId | null;
}

const FRESH_MS = 24 * 60 * 60_000;

/**
 * Footage on the giver's own PC cannot be read elsewhere. Then the check that station signed stands for the bytes; null where
 * it did not check all of them, or too long before the hand-over, or anything differed since.
 */
export function sendersCheck(record: HandoverRecord, recordings: readonly RecordingRecord[]): SendersCheck | null {
  if (recordings.length === 0 || recordings.length < record.recordings.length) return null;
  const checks = recordings.map(({ copies, state, custody }) => {
    const last = copies.map(({ lastCheck }) => lastCheck).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    if (last === undefined || last.result !== 'same' || state === 'damaged') return null;
    const signed = custody.find((event) => event.signed.entry === last.entry)?.signed;
    return { at: last.at, station: signed?.by.kind === 'station' ? signed.by.station : null };
  });
  const earliest = checks.reduce((a, b) => (a === null || b === null ? null : a.at <= b.at ? a : b));
  return earliest !== null && earliest.at >= plusMs(record.given.at, -FRESH_MS) ? earliest : null;
}

export type HandoverState = 'waiting' | 'accepted' | 'withdrawn';
export const handoverState = (record: HandoverRecord): HandoverState =>
  record.accepted !== null ? 'accepted' : record.withdrawn !== null ? 'withdrawn' : 'waiting';

export const divisionOf = (persons: readonly PersonRecord[], person: PersonId): DivisionId | null =>
  persons.find((one) => one.id === person)?.division ?? null;
