import * as v from 'valibot';
import type { KeyId, PersonId } from '../domain/ids.ts';
import type { Entry } from './entry.ts';
import { KINDS } from './kinds.ts';
import { type KnownKey, type Membership, withGrant, withKey, withRetired } from './membership.ts';
import type { PublicJwk } from './ports.ts';

/** What an entry in force changes in the membership; other kinds leave it as it is. */
export function applyToMembership(membership: Membership, entry: Entry): Membership {
  const { kind, body, lc } = entry.payload;
  switch (kind) {
    case 'bureau-founded': {
      const { founder, station } = v.parse(KINDS['bureau-founded'].body, body);
      const grant = { entry: entry.id, lc, roles: founder.roles };
      const withFounder = withKey(
        { ...membership, root: entry.id },
        personKey(founder.keys, founder.person, station.station, entry),
      );
      const owner = { kind: 'station', station: station.station } as const;
      return withKey(withGrant(withFounder, founder.person, grant), known(station.keys, owner, entry));
    }
    case 'person-admitted': {
      const { person, roles, station, keys } = v.parse(KINDS['person-admitted'].body, body);
      const next = withKey(membership, personKey(keys, person, station, entry));
      return withGrant(next, person, { entry: entry.id, lc, roles });
    }
    case 'person-changed': {
      const { person, roles } = v.parse(KINDS['person-changed'].body, body);
      return withGrant(membership, person, { entry: entry.id, lc, roles });
    }
    case 'key-admitted': {
      const { person, station, keys } = v.parse(KINDS['key-admitted'].body, body);
      const retired = withRetired(membership, person, station, { by: entry.id, lc });
      return withKey(retired, personKey(keys, person, station, entry));
    }
    default:
      return membership;
  }
}

interface AdmittedKeys {
  readonly keyId: KeyId;
  readonly signing: PublicJwk;
}

const known = (keys: AdmittedKeys, owner: KnownKey['owner'], entry: Entry): KnownKey => ({
  keyId: keys.keyId,
  jwk: keys.signing,
  owner,
  admittedBy: entry.id,
  retired: null,
});

const personKey = (
  keys: AdmittedKeys,
  person: PersonId,
  station: Extract<KnownKey['owner'], { kind: 'person' }>['station'],
  entry: Entry,
) => known(keys, { kind: 'person', person, station }, entry);
