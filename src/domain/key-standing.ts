import type { KeyId, StationId } from './ids.ts';
import type { PublicKeys } from './public-keys.ts';
import type { Signed } from './signed.ts';

/** A key made on some station and not admitted yet. */
export interface KeyRequest {
  readonly keys: PublicKeys;
  readonly station: StationId;
  readonly reason: 'passphrase-forgotten' | 'new-station' | 'restored' | 'in-doubt';
  readonly requested: Signed;
}

/** Proof that a key signed two entries for one place of its chain. */
export interface ProvenFork {
  readonly key: KeyId;
  readonly seq: number;
  readonly found: Signed;
}
