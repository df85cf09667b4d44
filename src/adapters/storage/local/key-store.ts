import type { KeyStore } from '../../../ledger/keyring.ts';
import type { BureauTables } from '../database/bureau-tables.ts';
import { guarded } from '../database/storage-fault.ts';

/** Station keys rest as `CryptoKey` objects: IndexedDB keeps them without ever showing their bytes to a script. */
export function makeKeyStore({ dexie, personKeys, stationKeys, tries }: BureauTables): KeyStore {
  return {
    putPerson: (key) =>
      guarded(() =>
        dexie.transaction('rw', personKeys, async () => {
          const present = await personKeys.where('keyId').equals(key.keyId).first();
          const order = present?.order === undefined ? {} : { order: present.order };
          await personKeys.put({ ...order, keyId: key.keyId, person: key.person, key });
        }),
      ),
    personKeys: () => guarded(async () => (await personKeys.orderBy('order').toArray()).map(({ key }) => key)),
    removePerson: (keyId) => guarded(async () => void (await personKeys.where('keyId').equals(keyId).delete())),
    tries: (person) => guarded(async () => (await tries.get(person)) ?? null),
    putTries: (row) => guarded(async () => void (await tries.put(row))),
    putStation: (keys) => guarded(async () => void (await stationKeys.put({ name: 'station', keys }))),
    station: () => guarded(async () => (await stationKeys.get('station'))?.keys ?? null),
  };
}
