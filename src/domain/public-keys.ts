import type { KeyId } from './ids.ts';

/** Public half of a P-256 key (RFC 7517). Only these members: a thumbprint covers exactly them. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** Both public halves of a key pair as an admission entry carries them: ES256 to sign, ECDH to be written to. */
export interface PublicKeys {
  readonly keyId: KeyId;
  readonly signing: PublicJwk;
  readonly agreement: PublicJwk;
}
