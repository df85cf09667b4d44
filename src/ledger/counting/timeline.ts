import type { BureauId, EntryId, KeyId, PersonId } from '../../domain/ids.ts';
import type { AnyRecord, RecordOf } from '../../domain/records.ts';
import { parseSubject, type Subject, type SubjectType } from '../../domain/subject.ts';
import { applyToMembership } from '../admit.ts';
import { type KnownKey, type Membership, noMembership, type RoleGrant } from '../membership.ts';
import { byPlace, firstFrom, type Place } from '../place.ts';
import { type Judged, judgeEntry, type Opened, signedBy } from './judge.ts';

/** Who could sign what, at each place of the book. A step stands at the entry that made it, and holds from there on. */
export interface Timeline {
  readonly bureau: BureauId;
  readonly steps: readonly Step[];
}

interface Step extends Place {
  readonly membership: Membership;
}

/** As the entry at this place found it. */
export const membershipAt = ({ bureau, steps }: Timeline, place: Place): Membership =>
  steps[firstFrom(steps, place) - 1]?.membership ?? noMembership(bureau);

export const presentMembership = ({ bureau, steps }: Timeline): Membership =>
  steps.at(-1)?.membership ?? noMembership(bureau);

export interface CountedRegister {
  readonly timeline: Timeline;
  readonly judged: ReadonlyMap<EntryId, Judged>;
}

/** Counts the register of members from nothing. It is small, and every other verdict rests on it. Entries: sound ones, in order. */
export function countRegister(entries: readonly Opened[], bureau: BureauId, root: EntryId): CountedRegister {
  const records = new Map<Subject, AnyRecord>();
  const record = <T extends SubjectType>(type: T, id: string) =>
    (records.get(`${type}:${id}`) ?? null) as RecordOf[T] | null;
  const judged = new Map<EntryId, Judged>();
  const steps: Step[] = [];
  let membership = noMembership(bureau);
  for (const opened of entries) {
    const found = judgeEntry(opened, { root, membership, record });
    judged.set(opened.id, found);
    if (found.verdict.kind !== 'in-force') continue;
    const next = applyToMembership(membership, opened.entry);
    if (next !== membership) steps.push({ lc: opened.lc, id: opened.id, membership: next });
    membership = next;
    foldOne(records, opened, membership);
  }
  return { timeline: { bureau, steps }, judged };
}

/** Folds an entry in force into the records of everything it touches. */
export function foldOne(records: Map<Subject, AnyRecord>, { entry, reading }: Opened, membership: Membership): void {
  const key = membership.keys.get(entry.keyId);
  if (key === undefined || reading === null) return;
  for (const subject of reading.subjects) {
    const parsed = parseSubject(subject);
    if (parsed === null) continue;
    const record = reading.fold(parsed.type, records.get(subject) ?? null, signedBy(entry, key), parsed.id);
    if (record === null) records.delete(subject);
    else records.set(subject, record);
  }
}

/** Where two histories of the membership first differ, by whom it concerns: later entries of theirs are judged anew. */
export interface MembershipChanges {
  readonly keys: ReadonlyMap<KeyId, Place>;
  readonly persons: ReadonlyMap<PersonId, Place>;
}

export function changesBetween(before: Timeline, after: Timeline): MembershipChanges {
  const keys = new Map<KeyId, Place>();
  const persons = new Map<PersonId, Place>();
  for (const place of placesFromFirstDifference(before.steps, after.steps)) {
    const [old, now] = [membershipWith(before, place), membershipWith(after, place)];
    for (const key of new Set([...old.keys.keys(), ...now.keys.keys()])) {
      if (!keys.has(key) && !sameKey(old.keys.get(key), now.keys.get(key))) keys.set(key, place);
    }
    for (const person of new Set([...old.grants.keys(), ...now.grants.keys()])) {
      if (!persons.has(person) && !sameGrant(old.grants.get(person), now.grants.get(person)))
        persons.set(person, place);
    }
  }
  return { keys, persons };
}

/** As the entry at this place left it. */
export const membershipWith = (timeline: Timeline, place: Place): Membership => {
  const { steps } = timeline;
  const at = firstFrom(steps, place);
  return (steps[at]?.id === place.id ? steps[at] : steps[at - 1])?.membership ?? noMembership(timeline.bureau);
};

/** Equal beginnings give equal memberships: a step is made by its entry and by nothing else. */
function placesFromFirstDifference(a: readonly Step[], b: readonly Step[]): readonly Place[] {
  let same = 0;
  while (same < a.length && a[same]?.id === b[same]?.id) same += 1;
  const rest = new Map([...a.slice(same), ...b.slice(same)].map((step) => [step.id, step]));
  return [...rest.values()].sort(byPlace);
}

const sameKey = (a: KnownKey | undefined, b: KnownKey | undefined): boolean =>
  a?.admittedBy === b?.admittedBy && a?.retired?.by === b?.retired?.by && a?.frozen?.by === b?.frozen?.by;

const sameGrant = (a: readonly RoleGrant[] | undefined, b: readonly RoleGrant[] | undefined): boolean =>
  a?.at(-1)?.entry === b?.at(-1)?.entry;
