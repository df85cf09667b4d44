import type { PersonId, StationId } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { BUREAU_SHARD } from './entry.ts';
import { type Membership, presentGrant, stillSigns } from './membership.ts';
import type { StoredEntry } from './ports.ts';

/** Whose work needs the private part of every division's entries. */
const BUREAU_WIDE: readonly Role[] = ['custodian', 'legalAffairsOffice', 'supervisingLeader'];

/**
 * Whether the details of a shard's entries may be sent to a station: names of the bureau's own registers to every
 * admitted one; a division's to where somebody of that division signs, and to where the custodian, the legal affairs
 * office or the leader does. Derived from the book alone: what a station says of itself counts for nothing.
 */
export function mayHoldDetails(membership: Membership, station: StationId, shard: string): boolean {
  if (!stationStands(membership, station)) return false;
  if (shard === BUREAU_SHARD) return true;
  const [division] = shard.split('/');
  return personsSigningAt(membership, station).some((person) => {
    const grant = presentGrant(membership, person);
    return grant !== null && (grant.division === division || grant.roles.some((role) => BUREAU_WIDE.includes(role)));
  });
}

/** Whether the details of this entry may go to a station, and be there: not where an order says that they are to be nowhere. */
export const maySendDetails = (
  membership: Membership,
  station: StationId,
  { id, shard }: Pick<StoredEntry, 'id' | 'shard'>,
): boolean => !membership.deletions.has(id) && mayHoldDetails(membership, station, shard);

/** Whether unsigned drafts of an activity may be at a station: where one of its officers signs. */
export const mayHoldDrafts = (membership: Membership, station: StationId, officers: readonly PersonId[]): boolean =>
  stationStands(membership, station) &&
  personsSigningAt(membership, station).some((person) => officers.includes(person));

function stationStands(membership: Membership, station: StationId): boolean {
  const admitted = membership.stations.get(station);
  const key = admitted === undefined ? undefined : membership.keys.get(admitted.key);
  return key !== undefined && stillSigns(key);
}

/** Persons with a key at the station that has neither been replaced nor left. */
function personsSigningAt(membership: Membership, station: StationId): readonly PersonId[] {
  return [...membership.keys.values()].flatMap((key) =>
    key.owner.kind === 'person' && key.owner.station === station && stillSigns(key) ? [key.owner.person] : [],
  );
}
