import type { KeyId } from '../../domain/ids.ts';
import { type Membership, stillSigns } from '../../ledger/membership.ts';
import type { StationStanding } from './link/handshake.ts';

/** What the register says of whoever knocks: a machine's key alone opens a link, and only while the machine is the bureau's. */
export function stationStanding({ keys }: Pick<Membership, 'keys'>, keyId: KeyId): StationStanding {
  const key = keys.get(keyId);
  if (key === undefined || key.owner.kind !== 'station') return { kind: 'unknown' };
  return stillSigns(key) ? { kind: 'admitted', station: key.owner.station } : { kind: 'revoked' };
}
