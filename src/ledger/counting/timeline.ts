import type { BureauId, EntryId, KeyId, PersonId } from '../../domain/ids.ts';
import { type KnownKey, type Membership, noMembership, type RoleGrant } from '../membership.ts';
import { byPlace, firstFrom, isBefore, type Place } from '../place.ts';
import {
  barring,
  type Departing,
  NO_RULINGS,
  nextRulings,
  type Rulings,
  sameRulings,
  withStanding,
} from './departures.ts';
import type { Judged, Opened } from './judge.ts';
import { type Step, walkRegister } from './walk-register.ts';

/** Who could sign what, at each place of the book. */
export interface Timeline {
  readonly bureau: BureauId;
  readonly steps: readonly Step[];
  readonly rulings: Rulings;
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

/** More than adoptions that hang on one another can need; departures end by themselves. */
const MOST_ROUNDS = 200;

/**
 * Counts the register of members from nothing. It is small, and every other verdict rests on it. A departure reaches back to what
 * its subject signed before its place, so it is walked again until no more of them come to stand. Entries: sound ones, in order.
 */
export function countRegister(entries: readonly Opened[], bureau: BureauId, root: EntryId): CountedRegister {
  const walk = (under: Rulings) => walkRegister(entries, { bureau, root, rulings: under });
  let rulings = NO_RULINGS;
  /** Every departure that has come to stand so far. */
  const stood = new Map<EntryId, Departing>();
  for (let round = 0; ; round++) {
    const { steps, judged, departing, adopted } = walk(rulings);
    const fallen = [...stood.values()].filter(({ act }) => judged.get(act)?.verdict.kind !== 'in-force');
    if (fallen.length > 0 && round < MOST_ROUNDS) {
      rulings = barring(rulings, groundless(fallen, rulings, walk));
      stood.clear();
      continue;
    }
    const next = nextRulings(rulings, departing, adopted);
    if (round === MOST_ROUNDS || sameRulings(rulings, next)) return { timeline: { bureau, steps, rulings }, judged };
    for (const one of departing) if (next.standing.has(one.act)) stood.set(one.act, one);
    rulings = next;
  }
}

/**
 * Of departures that came to stand and are void by what they brought about: those that are so by their own pins alone, which say that
 * their signer was never admitted. Where none is, each is void by another one, and all of them fall.
 */
function groundless(
  departing: readonly Departing[],
  { barred }: Rulings,
  walk: (under: Rulings) => ReturnType<typeof walkRegister>,
): readonly Departing[] {
  const own = departing.filter((one) => {
    const { judged } = walk(withStanding({ ...NO_RULINGS, barred }, [one]));
    return judged.get(one.act)?.verdict.kind !== 'in-force';
  });
  return own.length > 0 ? own : departing;
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
      if (!persons.has(person) && !sameStanding(old, now, person)) persons.set(person, place);
    }
  }
  return { keys, persons: withDelegates(persons, before, after) };
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
  a?.admittedBy === b?.admittedBy &&
  a?.retired?.by === b?.retired?.by &&
  a?.frozen?.by === b?.frozen?.by &&
  a?.left?.by === b?.left?.by;

const sameStanding = (a: Membership, b: Membership, person: PersonId): boolean =>
  sameGrant(a.grants.get(person), b.grants.get(person)) &&
  a.left.get(person) === b.left.get(person) &&
  lentTo(a, person) === lentTo(b, person);

const lentTo = ({ delegations }: Membership, person: PersonId): string =>
  JSON.stringify([...delegations.values()].flatMap(({ entry, to, ended }) => (to === person ? [[entry, ended]] : [])));

/** Whoever acts in another's role is judged by that other's standing, too. */
function withDelegates(
  persons: ReadonlyMap<PersonId, Place>,
  ...timelines: readonly Timeline[]
): ReadonlyMap<PersonId, Place> {
  const all = new Map(persons);
  for (const timeline of timelines) {
    for (const { from, to } of presentMembership(timeline).delegations.values()) {
      const [lender, known] = [persons.get(from), all.get(to)];
      if (lender !== undefined && (known === undefined || isBefore(lender, known))) all.set(to, lender);
    }
  }
  return all;
}

const sameGrant = (a: readonly RoleGrant[] | undefined, b: readonly RoleGrant[] | undefined): boolean =>
  a?.at(-1)?.entry === b?.at(-1)?.entry;
