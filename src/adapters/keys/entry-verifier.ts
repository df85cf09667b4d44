import { fromBase64url, utf8FromBase64url } from '../../base/base64url.ts';
import { utf8ForNow } from '../../base/bytes.ts';
import type { KeyId } from '../../domain/ids.ts';
import { ENTRY_TYP } from '../../ledger/entry.ts';
import type { EntryVerifier, PublicJwk } from '../../ledger/ports.ts';

import { importSigningPublic } from './web-crypto/key-pairs.ts';
import { isLowS } from './web-crypto/low-s.ts';
import { thumbprint } from './web-crypto/thumbprint.ts';

interface KnownKey {
  readonly key: CryptoKey;
  readonly kid: KeyId;
  /** The protected header, as spelt in a signed entry, that was read last and fits: an author spells it alike each time. */
  header: string | null;
}

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Importing costs more than verifying, and a book of 100,000 entries has a few dozen authors. */
const MOST_KEYS_KEPT = 256;

/**
 * Pins what a signature may be: algorithm ES256, type `luzheng-entry+jws`, a `kid` that is the key's own thumbprint, no other
 * header member, and one spelling only. ECDSA lets anyone turn a signature (r, s) into (r, n − s), and base64url has spare bits
 * at its end; either would give a foreign hand a second entry of the same author and place, which looks like a fork.
 *
 * Nothing is left to negotiate, so Web Crypto is asked directly (RFC 7515 §5.2, RFC 7518 §3.4): of a first meeting of two stations with
 * 20,000 entries, what jose did around that question was a twentieth. A test holds the two against each other.
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
        const parts = jws.split('.');
        const [head, body, end] = parts;
        if (parts.length !== 3 || !head || !body || !end || !BASE64URL.test(body)) return false;
        const signature = fromBase64url(end);
        if (!isLowS(signature)) return false;
        const known = await knownKey(jwk);
        if (!headerFits(head, known)) return false;
        const signed = utf8ForNow(jws.slice(0, head.length + 1 + body.length));
        return await crypto.subtle.verify(ECDSA_SHA256, known.key, signature, signed);
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
  return { key: await importSigningPublic(jwk), kid: await thumbprint(jwk), header: null };
}

/** Throws where the header is no JSON in base64url; the caller answers false. */
function headerFits(text: string, known: KnownKey): boolean {
  if (text === known.header) return true;
  const header = JSON.parse(utf8FromBase64url(text)) as Readonly<Record<string, unknown>>;
  const { alg, kid, typ } = header;
  const fits = Object.keys(header).length === 3 && alg === 'ES256' && typ === ENTRY_TYP && kid === known.kid;
  if (fits) known.header = text;
  return fits;
}
