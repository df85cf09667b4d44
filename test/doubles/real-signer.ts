import { signerOf, statementsOf } from '../../src/adapters/keys/web-crypto/entry-signer.ts';
import { generatePairs } from '../../src/adapters/keys/web-crypto/key-pairs.ts';
import type { StationId } from '../../src/domain/ids.ts';
import type { PublicKeys } from '../../src/domain/public-keys.ts';
import type { EntrySigner } from '../../src/ledger/ports.ts';
import type { StatementSigner } from '../../src/ledger/statement.ts';

/** A key of Web Crypto without a keyring around it. */
export interface RealSigner extends EntrySigner {
  readonly public: PublicKeys;
  readonly statements: (station: StationId) => StatementSigner;
}

export async function makeRealSigner(): Promise<RealSigner> {
  const { public: keys, signing } = await generatePairs(false);
  const { keyId } = keys;
  return {
    ...signerOf(keyId, signing.privateKey),
    public: keys,
    statements: (station) => ({ keyId, station, key: keys.signing, sign: statementsOf(keyId, signing.privateKey) }),
  };
}
