import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type KeyId, type PersonId, type StationId } from '../../src/domain/ids.ts';
import { toInstant } from '../../src/domain/time.ts';
import type { KeyStore, StationKeys, WrappedPersonKey } from '../../src/ledger/keyring.ts';

const id = (letter: string, length = 22): string => letter.repeat(length);
const LI = asId<PersonId>(id('L'));
const WANG = asId<PersonId>(id('W'));

const wrapped = (key: string, person: PersonId): WrappedPersonKey => {
  const keyId = asId<KeyId>(id(key, 43));
  const half = { kty: 'EC', crv: 'P-256', x: id('x', 43), y: id('y', 43) } as const;
  return {
    keyId,
    person,
    public: { keyId, signing: half, agreement: half },
    wrapped: { signing: 'c2ln', signingIv: 'aXYx', agreement: 'YWdy', agreementIv: 'aXYy' },
    kdf: { name: 'PBKDF2-SHA256', salt: 'c2FsdA', rounds: 600_000 },
  };
};

/** `reopen` gives a store over the same place, as after a reload. */
export function describeKeyStore(
  name: string,
  make: () => Promise<{ store: KeyStore; reopen: () => Promise<KeyStore> }>,
): void {
  describe(`keys at rest: ${name}`, () => {
    let store: KeyStore;
    let reopen: () => Promise<KeyStore>;
    beforeEach(async () => {
      ({ store, reopen } = await make());
    });

    it('keeps wrapped keys in the order they were first put', async () => {
      await store.putPerson(wrapped('z', LI));
      await store.putPerson(wrapped('a', WANG));
      await store.putPerson(wrapped('m', LI));
      await store.putPerson(wrapped('z', LI));
      const kept = await (await reopen()).personKeys();
      expect(kept.map((key) => key.keyId[0])).toEqual(['z', 'a', 'm']);
      expect(kept[0]).toEqual(wrapped('z', LI));
    });

    it('drops a removed key and no other', async () => {
      await store.putPerson(wrapped('a', LI));
      await store.putPerson(wrapped('b', WANG));
      await store.removePerson(asId<KeyId>(id('a', 43)));
      await store.removePerson(asId<KeyId>(id('c', 43)));
      expect(await (await reopen()).personKeys()).toEqual([wrapped('b', WANG)]);
    });

    it('keeps the count of tries per person across a reload', async () => {
      const lastAt = toInstant(Date.UTC(2026, 2, 5));
      await store.putTries({ person: LI, wrong: 3, lastAt });
      await store.putTries({ person: LI, wrong: 4, lastAt });
      const later = await reopen();
      expect(await later.tries(LI)).toEqual({ person: LI, wrong: 4, lastAt });
      expect(await later.tries(WANG)).toBeNull();
    });

    it('keeps station keys usable and non-extractable', async () => {
      expect(await store.station()).toBeNull();
      const keys = await stationKeys();
      await store.putStation(keys);
      const kept = await (await reopen()).station();
      expect(kept?.station).toBe(keys.station);
      expect(kept?.signing.extractable).toBe(false);
      const data = new Uint8Array([1, 2, 3]);
      const ecdsa = { name: 'ECDSA', hash: 'SHA-256' };
      const signature = await crypto.subtle.sign(ecdsa, kept?.signing as CryptoKey, data);
      expect(await crypto.subtle.verify(ecdsa, keys.verifyWith, signature, data)).toBe(true);
    });
  });
}

async function stationKeys(): Promise<StationKeys & { readonly verifyWith: CryptoKey }> {
  const signing = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const agreement = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  return {
    keyId: asId<KeyId>(id('s', 43)),
    station: asId<StationId>(id('S')),
    public: wrapped('s', LI).public,
    signing: signing.privateKey,
    agreement: agreement.privateKey,
    verifyWith: signing.publicKey,
  };
}
