import type { KeyId, PersonId } from '../../src/domain/ids.ts';
import type { KeyStore, PassphraseTries, StationKeys, WrappedPersonKey } from '../../src/ledger/keyring.ts';

export function makeMemoryKeyStore(): KeyStore {
  const persons = new Map<KeyId, WrappedPersonKey>();
  const tries = new Map<PersonId, PassphraseTries>();
  let station: StationKeys | null = null;
  return {
    putPerson: async (key) => void persons.set(key.keyId, structuredClone(key)),
    personKeys: async () => [...persons.values()],
    removePerson: async (keyId) => void persons.delete(keyId),
    tries: async (person) => tries.get(person) ?? null,
    putTries: async (row) => void tries.set(row.person, row),
    putStation: async (keys) => {
      station = keys;
    },
    station: async () => station,
  };
}
