import type { KeyStore } from '../ledger/keyring.ts';

/**
 * Keys between their making and the database they belong in: a bureau's id commits to its founder's key, so the key
 * comes first. Held in memory; a crash here leaves nothing behind.
 */
export function makeParkedKeys(): KeyStore & { readonly moveTo: (store: KeyStore) => Promise<void> } {
  const persons = new Map<string, Parameters<KeyStore['putPerson']>[0]>();
  const tries = new Map<string, Parameters<KeyStore['putTries']>[0]>();
  let station: Awaited<ReturnType<KeyStore['station']>> = null;
  return {
    putPerson: async (key) => void persons.set(key.keyId, key),
    personKeys: async () => [...persons.values()],
    removePerson: async (keyId) => void persons.delete(keyId),
    putStation: async (keys) => {
      station = keys;
    },
    station: async () => station,
    putTries: async (row) => void tries.set(row.person, row),
    tries: async (person) => tries.get(person) ?? null,
    moveTo: async (store) => {
      for (const key of persons.values()) await store.putPerson(key);
      if (station !== null) await store.putStation(station);
    },
  };
}
