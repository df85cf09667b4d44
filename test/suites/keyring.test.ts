import { describe, expect, it } from 'vitest';
import { makeEntryVerifier } from '../../src/adapters/keys/entry-verifier.ts';
import { makeKeyring } from '../../src/adapters/keys/keyring.ts';
import { asId, type PersonId } from '../../src/domain/ids.ts';
import { toInstant } from '../../src/domain/time.ts';
import { freshStorage } from '../doubles/fresh-storage.ts';
import { makeMemoryKeyStore } from '../doubles/memory-key-store.ts';
import { FEW_ROUNDS, makeMemoryKeyring } from '../doubles/memory-keyring.ts';
import { describeKeyStore } from './keyring-store-suite.ts';
import { describeKeyring } from './keyring-suite.ts';

describeKeyring('Web Crypto', (means) => makeKeyring({ ...means, rounds: FEW_ROUNDS }), makeEntryVerifier());
describeKeyring('double', ({ store, now }) => makeMemoryKeyring(store, now), makeEntryVerifier());

describeKeyStore('memory', async () => {
  const store = makeMemoryKeyStore();
  return { store, reopen: async () => store };
});

describeKeyStore('IndexedDB', async () => {
  const { keys, reopen } = await freshStorage();
  return { store: keys, reopen: async () => (await reopen()).keys };
});

describe('keyring: strength', () => {
  it('a passphrase is stretched by at least 600,000 rounds under its own salt', async () => {
    const store = makeMemoryKeyStore();
    const keyring = makeKeyring({ store, now: () => toInstant(0) });
    await keyring.makePersonKey(asId<PersonId>('L'.repeat(22)), '洛水长流2026');
    await keyring.makePersonKey(asId<PersonId>('W'.repeat(22)), '洛水长流2026');
    const keys = await store.personKeys();
    expect(keys.every((key) => key.kdf.rounds >= 600_000)).toBe(true);
    expect(new Set(keys.map((key) => key.kdf.salt)).size).toBe(2);
  });
});
