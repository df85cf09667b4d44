import { deleteDemonstration, openBureauStorage } from '../adapters/storage/bureau-storage.ts';
import { openKnownBureaus } from '../adapters/storage/known-bureaus.ts';
import { forgetPrivateFiles } from '../adapters/vault/private-folder.ts';
import type { Opened } from './BureauDesk.tsx';

/** The demonstration that was loaded to its end; null where there is none. */
export async function openDemonstration(): Promise<Opened | null> {
  const known = await openKnownBureaus({ shelf: 'demonstration' });
  try {
    for (const { bureau } of await known.list()) {
      const storage = await openBureauStorage(bureau, { shelf: 'demonstration' });
      const identity = await storage.local.identity();
      if (identity !== null) return { storage, identity, founder: null };
      storage.close();
    }
    return null;
  } finally {
    known.close();
  }
}

/** Deletes all there is of demonstrations on this PC: books, keys, files, drafts. The list goes last, so that a stop leaves a trace. */
export async function removeDemonstrations(): Promise<void> {
  const known = await openKnownBureaus({ shelf: 'demonstration' });
  try {
    const listed = await known.list();
    if (listed.length === 0) return;
    const { forgetDrafts } = await import('../adapters/sync/drafts.ts');
    for (const { bureau } of listed) {
      await deleteDemonstration(bureau);
      await forgetPrivateFiles(bureau);
      await forgetDrafts(bureau);
      await known.forget(bureau);
    }
  } finally {
    known.close();
  }
}
