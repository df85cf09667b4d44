import { compactVerify } from 'jose';
import { fromBase64url } from '../../base/base64url.ts';
import type { KeyId } from '../../domain/ids.ts';
import { ENTRY_TYP } from '../../ledger/entry.ts';
import type { EntryVerifier, PublicJwk } from '../../ledger/ports.ts';

import { importSigningPublic } from './web-crypto/key-pairs.ts';
import { isLowS } from './web-crypto/low-s.ts';
import { thumbprint } from './web-crypto/thumbprint.ts';

interface KnownKey {
  readonly key: CryptoKey;
  readonly kid: KeyId;
}

/** Importing costs more than verifying, and a book of 100,000 entries has a few dozen authors. */
const MOST_KEYS_KEPT = 256;

/**
 * Pins what a signature may be: algorithm ES256, type `luzheng-entry+jws`, a `kid` that is the key's own thumbprint, no other
 * header member, and one spelling only. ECDSA lets anyone turn a signature (r, s) into (r, n − s), and base64url has spare bits
 * at its end; either would give a foreign hand a second entry of the same author and place, which looks like a fork.
 */
export function makeEntryVerifier(): EntryVerifier {
  const known = new Map<string, Promise<KnownKey>>();

  const knownKey = (jwk: PublicJwk): Promise<KnownKey> => {
    const name = `${jwk.x}.${jwk.y}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const fresh = importKnown(jwk);
    known.set(name, fresh);
    // A key that cannot be imported must not push out one that can.
    fresh.catch(() => known.delete(name));
    const oldest = known.keys().next();
    if (known.size > MOST_KEYS_KEPT && oldest.done === false) known.delete(oldest.value);
    return fresh;
  };

  return {
    verify: async (jws, jwk) => {
      try {
        if (!oneSpelling(jws)) return false;
        const { key, kid } = await knownKey(jwk);
        const { protectedHeader } = await compactVerify(jws, key, { algorithms: ['ES256'] });
        return headerFits(protectedHeader, kid);
      } catch {
        return false;
      }
    },
    thumbprint,
    sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  };
}

async function importKnown(jwk: PublicJwk): Promise<KnownKey> {
  // Spare bits in x or y would give one key two thumbprints.
  if (fromBase64url(jwk.x).byteLength !== 32 || fromBase64url(jwk.y).byteLength !== 32)
    throw new RangeError('not P-256');
  return { key: await importSigningPublic(jwk), kid: await thumbprint(jwk) };
}

/** Throws RangeError where the signature is not base64url; the caller answers false. */
function oneSpelling(jws: string): boolean {
  return isLowS(fromBase64url(jws.slice(jws.lastIndexOf('.') + 1)));
}

function headerFits(header: Readonly<Record<string, unknown>>, kid: KeyId): boolean {
  return Object.keys(header).length === 3 && header.alg === 'ES256' && header.typ === ENTRY_TYP && header.kid === kid;
}
