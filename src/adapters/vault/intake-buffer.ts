import type { BatchId, BureauId } from '../../domain/ids.ts';

/**
 * The intake buffer in the browser's private file system: `luzheng-<bureau>/intake/<batch>/<key>`. A file under its
 * plain name is whole and read back; `.part` and `.checkpoint` beside it are a copy under way.
 */
export interface IntakeBuffer {
  directory(batch: BatchId): Promise<FileSystemDirectoryHandle>;
  open(batch: BatchId, key: string): Promise<Blob>;
  /** Lets go of a file and of what an unfinished copy left. Missing is no fault. */
  purge(batch: BatchId, key: string): Promise<void>;
}

const LEFT_BY_COPIES = ['', '.part', '.checkpoint', '.checkpoint.new'];

export function makeIntakeBuffer(bureau: BureauId): IntakeBuffer {
  const batches = async (): Promise<FileSystemDirectoryHandle> => {
    const root = await navigator.storage.getDirectory();
    const own = await root.getDirectoryHandle(`luzheng-${bureau}`, { create: true });
    return own.getDirectoryHandle('intake', { create: true });
  };
  const directory = async (batch: BatchId) => (await batches()).getDirectoryHandle(batch, { create: true });
  return {
    directory,
    open: async (batch, key) => (await (await directory(batch)).getFileHandle(key)).getFile(),
    purge: async (batch, key) => {
      const own = await directory(batch);
      for (const ending of LEFT_BY_COPIES) await own.removeEntry(`${key}${ending}`).catch(() => undefined);
      if ((await own.keys().next()).done === true) await (await batches()).removeEntry(batch).catch(() => undefined);
    },
  };
}
