import { describe, expect, it } from 'vitest';
import {
  asId,
  type BureauId,
  type DivisionId,
  type EntryId,
  type KeyId,
  type PersonId,
  type StationId,
} from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { mayHoldDetails, mayHoldDrafts } from './entitlement.ts';
import {
  type KnownKey,
  type Membership,
  noMembership,
  withGrant,
  withKey,
  withRetired,
  withStation,
} from './membership.ts';

const BY = asId<EntryId>('entry');
const WATER = asId<DivisionId>('W'.repeat(22));
const SAND = asId<DivisionId>('S'.repeat(22));
const NORTH = asId<StationId>('north');
const SOUTH = asId<StationId>('south');
const OF_WATER = `${WATER}/2026-03`;

const key = (name: string, owner: KnownKey['owner']): KnownKey => ({
  keyId: asId<KeyId>(name),
  jwk: { kty: 'EC', crv: 'P-256', x: '', y: '' },
  owner,
  admittedBy: BY,
  admitter: { key: asId<KeyId>('founder'), seq: 0 },
  retired: null,
  left: null,
  frozen: null,
});

function withStationKey(membership: Membership, station: StationId): Membership {
  const own = key(`key of ${station}`, { kind: 'station', station });
  return withStation(withKey(membership, own), { station, code: station, key: own.keyId, admittedBy: BY });
}

function withPerson(
  membership: Membership,
  name: string,
  station: StationId,
  division: DivisionId,
  roles: readonly Role[],
) {
  const person = asId<PersonId>(name);
  const granted = withGrant(membership, person, { entry: BY, lc: 2, division, roles });
  return withKey(granted, key(`key of ${name} at ${station}`, { kind: 'person', person, station }));
}

const bureau = [NORTH, SOUTH].reduce(withStationKey, noMembership(asId<BureauId>('bureau')));

describe('details', () => {
  it('of the bureau’s registers go to every admitted station, and to no other', () => {
    expect(mayHoldDetails(bureau, SOUTH, 'bureau')).toBe(true);
    expect(mayHoldDetails(bureau, asId<StationId>('stranger'), 'bureau')).toBe(false);
  });

  it('of a division go to a station where one of it signs', () => {
    const now = withPerson(bureau, 'zhang', SOUTH, WATER, ['officer']);
    expect(mayHoldDetails(now, SOUTH, OF_WATER)).toBe(true);
    expect(mayHoldDetails(now, SOUTH, `${SAND}/2026-03`)).toBe(false);
    expect(mayHoldDetails(now, NORTH, OF_WATER)).toBe(false);
  });

  it.each<[Role, boolean]>([
    ['custodian', true],
    ['legalAffairsOffice', true],
    ['supervisingLeader', true],
    ['departmentHead', false],
    ['officer', false],
  ])('of another division go to where a %s signs: %s', (role, may) => {
    expect(mayHoldDetails(withPerson(bureau, 'li', SOUTH, SAND, [role]), SOUTH, OF_WATER)).toBe(may);
  });

  it('go there no more once the key was replaced, the role given up, or the division left', () => {
    const person = asId<PersonId>('wang');
    const before = withPerson(bureau, 'wang', SOUTH, SAND, ['custodian']);
    const retired = withRetired(before, person, SOUTH, { by: BY, lc: 9 });
    const changed = withGrant(before, person, { entry: BY, lc: 9, division: SAND, roles: ['officer'] });
    expect(mayHoldDetails(before, SOUTH, OF_WATER)).toBe(true);
    expect(mayHoldDetails(retired, SOUTH, OF_WATER)).toBe(false);
    expect(mayHoldDetails(changed, SOUTH, OF_WATER)).toBe(false);
    expect(mayHoldDetails(changed, SOUTH, `${SAND}/2026-03`)).toBe(true);
  });

  it('go to no station whose own key was retired', () => {
    const own = bureau.keys.get(asId<KeyId>(`key of ${SOUTH}`));
    if (own === undefined) throw new Error('no key');
    expect(mayHoldDetails(withKey(bureau, { ...own, retired: { by: BY, lc: 9 } }), SOUTH, 'bureau')).toBe(false);
  });
});

describe('unsigned drafts of an activity', () => {
  it('may be where one of its officers signs, whatever else signs there; not where the key was replaced', () => {
    const zhang = asId<PersonId>('zhang');
    const both = withPerson(withPerson(bureau, 'zhang', NORTH, WATER, ['officer']), 'wang', SOUTH, WATER, [
      'custodian',
    ]);
    expect(mayHoldDrafts(both, NORTH, [zhang])).toBe(true);
    expect(mayHoldDrafts(both, SOUTH, [zhang])).toBe(false);
    expect(mayHoldDrafts(both, asId<StationId>('nowhere'), [zhang])).toBe(false);
    const replaced = withRetired(both, zhang, NORTH, { by: BY, lc: 9 });
    expect(mayHoldDrafts(replaced, NORTH, [zhang])).toBe(false);
  });
});
