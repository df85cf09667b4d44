import type { PublicKeys } from '../../../ledger/keyring.ts';
import type { PublicJwk } from '../../../ledger/ports.ts';
import { thumbprint } from './thumbprint.ts';

export const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const;
export const AGREEMENT_USES: readonly KeyUsage[] = ['deriveBits', 'deriveKey'];

/** A signing pair and its ECDH companion: what is sealed for the holder is sealed to the companion. */
export interface KeyPairs {
  readonly signing: CryptoKeyPair;
  readonly agreement: CryptoKeyPair;
  readonly public: PublicKeys;
}

/** `extractable` only where the private halves are to be wrapped at once, and dropped. */
export async function generatePairs(extractable: boolean): Promise<KeyPairs> {
  const signing = await crypto.subtle.generateKey(ECDSA, extractable, ['sign', 'verify']);
  const agreement = await crypto.subtle.generateKey(ECDH, extractable, [...AGREEMENT_USES]);
  const signingPublic = await exportPublic(signing.publicKey);
  const keys = {
    keyId: await thumbprint(signingPublic),
    signing: signingPublic,
    agreement: await exportPublic(agreement.publicKey),
  };
  return { signing, agreement, public: keys };
}

export async function exportPublic(key: CryptoKey): Promise<PublicJwk> {
  const { x, y } = await crypto.subtle.exportKey('jwk', key);
  if (x === undefined || y === undefined) throw new Error('not a key on P-256');
  return { kty: 'EC', crv: 'P-256', x, y };
}

export const importSigningPublic = (jwk: PublicJwk): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y }, ECDSA, false, ['verify']);
