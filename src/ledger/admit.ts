import * as v from 'valibot';
import type { EntryId, KeyId, PersonId, StationId } from '../domain/ids.ts';
import type { Entry } from './entry.ts';
import type { Pins } from './kinds/departures.ts';
import { KINDS } from './kinds.ts';
import {
  type KnownKey,
  keysOfPerson,
  keysOfStation,
  type Membership,
  withDelegation,
  withDelegationsEnded,
  withDeletions,
  withDeparted,
  withFrozen,
  withGrant,
  withKey,
  withLeft,
  withRetired,
  withReturned,
  withStation,
} from './membership.ts';
import type { PublicJwk } from './ports.ts';

/**
 * What an entry in force changes in the membership; other kinds leave it as it is. `lc` is where it counts from: its own place, or
 * that of the second signature.
 */
export function applyToMembership(membership: Membership, entry: Entry, lc = entry.payload.lc): Membership {
  const { kind, body } = entry.payload;
  switch (kind) {
    case 'bureau-founded': {
      const { founder, station, recovery } = v.parse(KINDS['bureau-founded'].body, body);
      const grant = { entry: entry.id, lc, division: founder.division, roles: founder.roles };
      const withFounder = withKey(
        { ...membership, root: entry.id },
        personKey(founder.keys, founder.person, station.station, entry),
      );
      const seated = withNewStation(withGrant(withFounder, founder.person, grant), station, entry);
      return withKey(seated, known(recovery, { kind: 'recovery' }, entry));
    }
    case 'station-admitted':
      return withNewStation(membership, v.parse(KINDS['station-admitted'].body, body), entry);
    case 'person-admitted': {
      const { person, division, roles, station, keys } = v.parse(KINDS['person-admitted'].body, body);
      const next = withKey(membership, personKey(keys, person, station, entry));
      return withGrant(next, person, { entry: entry.id, lc, division, roles });
    }
    case 'person-changed': {
      const { person, division, roles } = v.parse(KINDS['person-changed'].body, body);
      return withGrant(membership, person, { entry: entry.id, lc, division, roles });
    }
    case 'key-admitted': {
      const { person, station, keys } = v.parse(KINDS['key-admitted'].body, body);
      const retired = withRetired(membership, person, station, { by: entry.id, lc });
      return withKey(retired, personKey(keys, person, station, entry));
    }
    case 'equivocation-found': {
      const { key } = v.parse(KINDS['equivocation-found'].body, body);
      return withFrozen(membership, key, { by: entry.id, lc });
    }
    case 'member-left':
    case 'station-withdrawn':
      return applyDeparture(membership, entry);
    case 'delegation-granted':
    case 'delegation-ended':
      return applyDelegation(membership, entry);
    case 'details-deletion-ordered':
      return withDeletions(membership, v.parse(KINDS[kind].body, body).entries, entry.id);
    case 'administrators-reseated':
      return v
        .parse(KINDS[kind].body, body)
        .administrators.reduce((next, { person, division, roles, station, keys }) => {
          const granted = withGrant(withReturned(next, person), person, { entry: entry.id, lc, division, roles });
          return withKey(granted, personKey(keys, person, station, entry));
        }, membership);
    default:
      return membership;
  }
}

/** The last place of each key that a departure accepts, of the keys there are where it counts; -1: nothing. */
export function pinsIn(membership: Membership, { payload }: Entry): ReadonlyMap<KeyId, number> {
  if (payload.kind === 'member-left') {
    const { person, pins } = v.parse(KINDS['member-left'].body, payload.body);
    return pinned(keysOfPerson(membership, person), pins);
  }
  if (payload.kind !== 'station-withdrawn') return new Map();
  const { station, pins } = v.parse(KINDS['station-withdrawn'].body, payload.body);
  return pinned(keysOfStation(membership, station), pins);
}

const pinned = (keys: readonly KnownKey[], pins: Pins): ReadonlyMap<KeyId, number> =>
  new Map(keys.map(({ keyId }) => [keyId, pins.find(({ key }) => key === keyId)?.last?.seq ?? -1]));

function applyDeparture(membership: Membership, entry: Entry): Membership {
  const by: EntryId = entry.id;
  const pins = [...pinsIn(membership, entry)].map(([key, seq]) => [key, { by, seq }] as const);
  const next = withLeft(membership, new Map(pins));
  if (entry.payload.kind !== 'member-left') return next;
  const { person } = v.parse(KINDS['member-left'].body, entry.payload.body);
  return withDeparted(withDelegationsEnded(next, person, by), person, by);
}

function applyDelegation(membership: Membership, { id, keyId, payload }: Entry): Membership {
  if (payload.kind === 'delegation-granted') {
    const { to, roles, from: since, until } = v.parse(KINDS[payload.kind].body, payload.body);
    const owner = membership.keys.get(keyId)?.owner;
    if (owner?.kind !== 'person') return membership;
    return withDelegation(membership, { entry: id, from: owner.person, to, roles, since, until, ended: null });
  }
  const [ref] = payload.refs;
  const given = ref === undefined ? undefined : membership.delegations.get(ref);
  return given === undefined ? membership : withDelegation(membership, { ...given, ended: id });
}

interface NewStation {
  readonly station: StationId;
  readonly code: string;
  readonly keys: AdmittedKeys;
}

function withNewStation(membership: Membership, { station, code, keys }: NewStation, entry: Entry): Membership {
  const next = withKey(membership, known(keys, { kind: 'station', station }, entry));
  return withStation(next, { station, code, key: keys.keyId, admittedBy: entry.id });
}

/** Every key an entry of the register of members names, whatever becomes of the entry: what such a key signs can be carried. */
export function keysNamedIn({ payload }: Pick<Entry, 'payload'>): readonly AdmittedKeys[] {
  switch (payload.kind) {
    case 'bureau-founded': {
      const read = v.safeParse(KINDS['bureau-founded'].body, payload.body);
      return read.success ? [read.output.founder.keys, read.output.station.keys, read.output.recovery] : [];
    }
    case 'administrators-reseated': {
      const read = v.safeParse(KINDS[payload.kind].body, payload.body);
      return read.success ? read.output.administrators.map(({ keys }) => keys) : [];
    }
    case 'person-admitted':
    case 'key-admitted':
    case 'station-admitted': {
      const read = v.safeParse(KINDS[payload.kind].body, payload.body);
      return read.success ? [read.output.keys] : [];
    }
    default:
      return [];
  }
}

export interface AdmittedKeys {
  readonly keyId: KeyId;
  readonly signing: PublicJwk;
}

const known = (keys: AdmittedKeys, owner: KnownKey['owner'], entry: Entry): KnownKey => ({
  keyId: keys.keyId,
  jwk: keys.signing,
  owner,
  admittedBy: entry.id,
  admitter: { key: entry.keyId, seq: entry.payload.seq },
  retired: null,
  left: null,
  frozen: null,
});

const personKey = (keys: AdmittedKeys, person: PersonId, station: StationId, entry: Entry) =>
  known(keys, { kind: 'person', person, station }, entry);
