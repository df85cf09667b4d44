import type { BureauId, DivisionId, EntryId, KeyId, PersonId, StationId } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { type Subject, subjectOf } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import type { PublicJwk } from './ports.ts';

/**
 * Who may sign what, as the entries of the bureau carrier say. A value: readers derive it themselves from the root,
 * never from what a peer claims.
 */
export interface KnownKey {
  readonly keyId: KeyId;
  readonly jwk: PublicJwk;
  readonly owner:
    | { readonly kind: 'person'; readonly person: PersonId; readonly station: StationId }
    | { readonly kind: 'station'; readonly station: StationId }
    /** On paper; sets in administrators and nothing else. */
    | { readonly kind: 'recovery' };
  readonly admittedBy: EntryId;
  /** Who signed that entry, and at which place of that key's chain. */
  readonly admitter: { readonly key: KeyId; readonly seq: number };
  /** The entry that put another key in its place, and that entry's lc: later acts of this key do not count. */
  readonly retired: { readonly by: EntryId; readonly lc: number } | null;
  /** Its person or its station is no member any more: what it signed beyond this place of its chain waits for another's decision. */
  readonly left: { readonly by: EntryId; readonly seq: number } | null;
  /** The entry that proves that this key signed two entries for one place: it approves nothing more. */
  readonly frozen: { readonly by: EntryId; readonly lc: number } | null;
}

export interface KnownStation {
  readonly station: StationId;
  /** Stands in every number given out there; no two stations of a bureau have the same. */
  readonly code: string;
  readonly key: KeyId;
  readonly admittedBy: EntryId;
}

export interface RoleGrant {
  readonly entry: EntryId;
  readonly lc: number;
  readonly division: DivisionId;
  readonly roles: readonly Role[];
}

export interface Membership {
  readonly bureau: BureauId;
  readonly root: EntryId | null;
  readonly keys: ReadonlyMap<KeyId, KnownKey>;
  /** Grants of each person in (lc, id) order; the last is the present one. */
  readonly grants: ReadonlyMap<PersonId, readonly RoleGrant[]>;
  readonly stations: ReadonlyMap<StationId, KnownStation>;
  /** Who is no member any more, by the entry that says so. */
  readonly left: ReadonlyMap<PersonId, EntryId>;
  readonly delegations: ReadonlyMap<EntryId, KnownDelegation>;
  /** Entries whose details are to be deleted everywhere, with the order that says so. */
  readonly deletions: ReadonlyMap<EntryId, EntryId>;
}

export interface KnownDelegation {
  readonly entry: EntryId;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly roles: readonly Role[];
  readonly since: Instant;
  readonly until: Instant;
  readonly ended: EntryId | null;
}

export const noMembership = (bureau: BureauId): Membership => ({
  bureau,
  root: null,
  keys: new Map(),
  grants: new Map(),
  stations: new Map(),
  left: new Map(),
  delegations: new Map(),
  deletions: new Map(),
});

export const presentGrant = (membership: Membership, person: PersonId): RoleGrant | null =>
  membership.left.has(person) ? null : lastGrant(membership, person);

/** The last one, though the person may have left since. */
export const lastGrant = ({ grants }: Membership, person: PersonId): RoleGrant | null =>
  grants.get(person)?.at(-1) ?? null;

export function withKey(membership: Membership, key: KnownKey): Membership {
  return { ...membership, keys: new Map(membership.keys).set(key.keyId, key) };
}

export function withStation(membership: Membership, station: KnownStation): Membership {
  return { ...membership, stations: new Map(membership.stations).set(station.station, station) };
}

/** The first proof counts; a key stays frozen. */
export function withFrozen(
  membership: Membership,
  keyId: KeyId,
  frozen: { readonly by: EntryId; readonly lc: number },
): Membership {
  const key = membership.keys.get(keyId);
  return key === undefined || key.frozen !== null ? membership : withKey(membership, { ...key, frozen });
}

export function withGrant(membership: Membership, person: PersonId, grant: RoleGrant): Membership {
  const before = membership.grants.get(person) ?? [];
  return { ...membership, grants: new Map(membership.grants).set(person, [...before, grant]) };
}

/** Retires every key the person holds at a station: another takes their place. */
export function withRetired(
  membership: Membership,
  person: PersonId,
  station: StationId,
  retired: { readonly by: EntryId; readonly lc: number },
): Membership {
  const next = new Map(membership.keys);
  for (const [id, key] of next) {
    const theirs = key.owner.kind === 'person' && key.owner.person === person && key.owner.station === station;
    if (theirs && key.retired === null) next.set(id, { ...key, retired });
  }
  return { ...membership, keys: next };
}

/** The person, the machine, or for the key on paper the bureau. */
export function ownerOf({ owner }: KnownKey, { bureau }: Pick<Membership, 'bureau'>): Subject {
  switch (owner.kind) {
    case 'person':
      return subjectOf('person', owner.person);
    case 'station':
      return subjectOf('station', owner.station);
    case 'recovery':
      return subjectOf('bureau', bureau);
  }
}

/** Whether what the key signs now can count. */
export const stillSigns = ({ retired, left }: KnownKey): boolean => retired === null && left === null;

/** Whose machine signs with this key now; null for persons' keys, and for keys that are not or no longer admitted. */
export function stationOfKey(membership: Membership, keyId: KeyId): StationId | null {
  const key = membership.keys.get(keyId);
  return key?.owner.kind === 'station' && stillSigns(key) ? key.owner.station : null;
}

/** Keys that leave with a person, or with a machine: its own, and those of persons that were made on it. */
export const keysOfPerson = ({ keys }: Membership, person: PersonId): readonly KnownKey[] =>
  [...keys.values()].filter(({ owner }) => owner.kind === 'person' && owner.person === person);

export const keysOfStation = ({ keys }: Membership, station: StationId): readonly KnownKey[] =>
  [...keys.values()].filter(({ owner }) => owner.kind !== 'recovery' && owner.station === station);

/** Of each key, the last place that counts by itself; the first departure counts. */
export function withLeft(
  membership: Membership,
  left: ReadonlyMap<KeyId, { readonly by: EntryId; readonly seq: number }>,
): Membership {
  const keys = new Map(membership.keys);
  for (const [id, pin] of left) {
    const key = keys.get(id);
    if (key !== undefined && key.left === null) keys.set(id, { ...key, left: pin });
  }
  return { ...membership, keys };
}

export function withReturned(membership: Membership, person: PersonId): Membership {
  const left = new Map(membership.left);
  return left.delete(person) ? { ...membership, left } : membership;
}

export function withDelegation(membership: Membership, delegation: KnownDelegation): Membership {
  return { ...membership, delegations: new Map(membership.delegations).set(delegation.entry, delegation) };
}

/** Who leaves lends nothing more and is lent nothing more, also when the person is set in again later. */
export function withDelegationsEnded(membership: Membership, person: PersonId, by: EntryId): Membership {
  const theirs = [...membership.delegations.values()].filter(
    ({ from, to, ended }) => ended === null && (from === person || to === person),
  );
  return theirs.reduce((next, delegation) => withDelegation(next, { ...delegation, ended: by }), membership);
}

/** Delegations that let a person act now; `at` is what the act will claim. */
export const delegationsTo = (membership: Membership, person: PersonId, at: Instant): readonly KnownDelegation[] =>
  [...membership.delegations.values()].filter(
    ({ to, since, until, ended }) => to === person && ended === null && since <= at && at < until,
  );

/** Own roles and those lent for that time by members who hold them still; null: nobody of this bureau. */
export function rolesAt(membership: Membership, person: PersonId, at: Instant): readonly Role[] | null {
  const own = presentGrant(membership, person)?.roles;
  if (own === undefined) return null;
  const lent = delegationsTo(membership, person, at).flatMap(({ from, roles }) =>
    roles.filter((role) => presentGrant(membership, from)?.roles.includes(role)),
  );
  return lent.length === 0 ? own : [...new Set([...own, ...lent])];
}

export const withDeletions = (membership: Membership, entries: readonly EntryId[], by: EntryId): Membership => ({
  ...membership,
  deletions: new Map([...entries.map((entry) => [entry, by] as const), ...membership.deletions]),
});

export function withDeparted(membership: Membership, person: PersonId, by: EntryId): Membership {
  return { ...membership, left: new Map(membership.left).set(person, by) };
}

/** Whether a key's place among the members rests upon what another signed from a place of its chain on. */
export function restsUpon(
  membership: Membership,
  keyId: KeyId,
  on: { readonly key: KeyId; readonly seq: number },
): boolean {
  const seen = new Set<KeyId>();
  for (let key = membership.keys.get(keyId); key !== undefined && !seen.has(key.keyId); ) {
    if (key.admitter.key === on.key && key.admitter.seq >= on.seq) return true;
    seen.add(key.keyId);
    key = membership.keys.get(key.admitter.key);
  }
  return false;
}
