import { compactVerify } from 'jose';
import type { StatementVerifier } from '../../ledger/statement.ts';
import { importSigningPublic } from './web-crypto/key-pairs.ts';
import { thumbprint } from './web-crypto/thumbprint.ts';

/** What stations say of themselves. Two spellings of one signature do no harm here: a statement has no place it could take. */
export function makeStatementVerifier(): StatementVerifier {
  return {
    read: async (jws, typ, jwk) => {
      try {
        const key = await importSigningPublic(jwk);
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
