import { CompactSign } from 'jose';
import { fromBase64url, toBase64url } from '../../../base/base64url.ts';
import type { KeyId } from '../../../domain/ids.ts';
import { ENTRY_TYP } from '../../../ledger/entry.ts';
import type { EntrySigner } from '../../../ledger/ports.ts';
import type { StatementSigner } from '../../../ledger/statement.ts';
import { toLowS } from './low-s.ts';

/** Signs with a private key that may be non-extractable. Entries carry low-s signatures only; see the verifier. */
export const signerOf = (keyId: KeyId, key: CryptoKey): EntrySigner => ({
  keyId,
  sign: async (payload) => {
    const jws = await new CompactSign(payload)
      .setProtectedHeader({ alg: 'ES256', kid: keyId, typ: ENTRY_TYP })
      .sign(key);
    const dot = jws.lastIndexOf('.') + 1;
    return jws.slice(0, dot) + toBase64url(toLowS(fromBase64url(jws.slice(dot))));
  },
});

export const statementsOf =
  (keyId: KeyId, key: CryptoKey): StatementSigner['sign'] =>
  (typ, payload) =>
    new CompactSign(payload).setProtectedHeader({ alg: 'ES256', kid: keyId, typ }).sign(key);
