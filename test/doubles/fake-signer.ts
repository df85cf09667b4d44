import { createHash } from 'node:crypto';
import { toBase64url } from '../../src/base/base64url.ts';
import { utf8 } from '../../src/base/bytes.ts';
import { asId, type KeyId } from '../../src/domain/ids.ts';
import type { PublicKeys } from '../../src/domain/public-keys.ts';
import { ENTRY_TYP } from '../../src/ledger/entry.ts';
import type { EntrySigner, EntryVerifier } from '../../src/ledger/ports.ts';

const digest = (name: 'sha256' | 'sha512', data: string | Uint8Array): string =>
  createHash(name).update(data).digest('base64url');

/** A key that costs nothing: its "signature" is a digest anyone could make. For tests in which nobody tries to. */
export interface FakeSigner extends EntrySigner {
  readonly public: PublicKeys;
}

export function makeFakeSigner(name: string): FakeSigner {
  const keyId = asId<KeyId>(digest('sha256', name));
  const jwk = { kty: 'EC', crv: 'P-256', x: keyId, y: keyId } as const;
  const head = toBase64url(utf8(JSON.stringify({ alg: 'ES256', kid: keyId, typ: ENTRY_TYP })));
  return {
    keyId,
    public: { keyId, signing: jwk, agreement: jwk },
    sign: async (payload) => {
      const input = `${head}.${toBase64url(payload)}`;
      return `${input}.${digest('sha512', keyId + input)}`;
    },
  };
}

export const fakeVerifier: EntryVerifier = {
  verify: async (jws, key) => {
    const dot = jws.lastIndexOf('.');
    return jws.slice(dot + 1) === digest('sha512', key.x + jws.slice(0, dot));
  },
  thumbprint: async (key) => asId<KeyId>(key.x),
  sha256: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
};
