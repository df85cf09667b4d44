import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import { type BureauStorage, openBureauStorage } from '../../src/adapters/storage/bureau-storage.ts';
import { type BureauId, mintId } from '../../src/domain/ids.ts';

const open: BureauStorage[] = [];

afterEach(() => {
  for (const storage of open.splice(0)) storage.close();
});

/** The real storage over an IndexedDB in memory, closed after the test. `reopen` opens the same database once more. */
export async function freshStorage(): Promise<BureauStorage & { readonly reopen: () => Promise<BureauStorage> }> {
  const bureau = mintId<BureauId>((length) => crypto.getRandomValues(new Uint8Array(length)));
  const reopen = async (): Promise<BureauStorage> => {
    const storage = await openBureauStorage(bureau);
    open.push(storage);
    return storage;
  };
  return { ...(await reopen()), reopen };
}
