import { compactVerify } from 'jose';
import type { PublicJwk } from '../../ledger/ports.ts';
import type { StatementVerifier } from '../../ledger/statement.ts';
import { importSigningPublic } from './web-crypto/key-pairs.ts';
import { thumbprint } from './web-crypto/thumbprint.ts';

const MOST_KEYS = 64;

/** What stations say of themselves. Two spellings of one signature do no harm here: a statement has no place it could take. */
export function makeStatementVerifier(): StatementVerifier {
  /** The last few stations heard: importing costs as much as verifying. */
  const imported = new Map<string, Promise<CryptoKey>>();
  const keyOf = (jwk: PublicJwk): Promise<CryptoKey> => {
    const name = `${jwk.x}.${jwk.y}`;
    const key = imported.get(name) ?? importSigningPublic(jwk);
    imported.delete(name);
    imported.set(name, key);
    key.catch(() => imported.delete(name));
    const [oldest] = imported.keys();
    if (imported.size > MOST_KEYS && oldest !== undefined) imported.delete(oldest);
    return key;
  };
  return {
    read: async (jws, typ, jwk) => {
      try {
        const key = await keyOf(jwk);
        const { protectedHeader, payload } = await compactVerify(jws, key, { algorithms: ['ES256'] });
        const fits =
          Object.keys(protectedHeader).length === 3 &&
          protectedHeader.typ === typ &&
          protectedHeader.kid === (await thumbprint(jwk));
        return fits ? new Uint8Array(payload) : null;
      } catch {
        return null;
      }
    },
  };
}
