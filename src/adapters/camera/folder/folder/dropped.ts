import { Fault, isAbort } from '../../../../base/fault.ts';
import type { PlacedFile } from './files-source.ts';

/** Chromium's; not in the platform's types. */
type Droppable = DataTransferItem & {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
};

export interface DroppedFolder {
  readonly handle: FileSystemDirectoryHandle;
  /** The older view of the same folder; it shows names that handles hide. */
  readonly entry: FileSystemDirectoryEntry | null;
}

export interface Dropped {
  readonly folders: readonly DroppedFolder[];
  readonly files: readonly PlacedFile[];
}

/** What one item of a drop answered while the event lasted. */
interface Asked {
  readonly handle: Promise<FileSystemHandle | null>;
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
}

/** Asks every item at once: after the first wait the drop's items are empty. */
export function askDropped(transfer: DataTransfer): () => Promise<Dropped> {
  const asked = Array.from(transfer.items, (item: Droppable): Asked | null => {
    if (item.kind !== 'file') return null;
    const entry = item.webkitGetAsEntry?.() ?? null;
    return {
      handle: item.getAsFileSystemHandle?.() ?? Promise.resolve(null),
      entry,
      file: entry?.isDirectory === true ? null : item.getAsFile(),
    };
  }).filter((one) => one !== null);
  // A rejection must have a listener before the first wait, whichever item is looked at first.
  for (const { handle } of asked) handle.catch(() => undefined);
  return () => collect(asked);
}

async function collect(asked: readonly Asked[]): Promise<Dropped> {
  const folders: DroppedFolder[] = [];
  const files: PlacedFile[] = [];
  for (const one of asked) {
    const handle = await answered(one);
    if (handle === 'declined') continue;
    if (handle?.kind === 'directory') folders.push(folderOf(handle as FileSystemDirectoryHandle, one.entry));
    else if (one.file !== null) files.push({ path: one.file.name, file: one.file });
    else if (one.entry !== null) files.push(...(await filesBelow(one.entry)));
  }
  return { folders, files };
}

const folderOf = (handle: FileSystemDirectoryHandle, entry: FileSystemEntry | null): DroppedFolder => ({
  handle,
  entry: entry?.isDirectory === true ? (entry as FileSystemDirectoryEntry) : null,
});

/** The browser asks about some folders; declining is no fault, being refused is. Files need no handle. */
async function answered({ handle, file }: Asked): Promise<FileSystemHandle | null | 'declined'> {
  try {
    return await handle;
  } catch (error) {
    if (file !== null) return null;
    if (isAbort(error)) return 'declined';
    throw new Fault('source-permission-lost', {}, error);
  }
}

/** The older way into a dropped folder, for browsers without handles. */
async function filesBelow(entry: FileSystemEntry): Promise<readonly PlacedFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  try {
    if (!entry.isDirectory) {
      const file = await new Promise<File>((resolve, reject) => {
        (entry as FileSystemFileEntry).file(resolve, reject);
      });
      return [{ path, file }];
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const found: PlacedFile[] = [];
    for (;;) {
      // One call gives at most 100 entries; none means the end.
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return found;
      for (const below of some) found.push(...(await filesBelow(below)));
    }
  } catch (error) {
    // Without handles an unreadable entry has no size and no second try: better no source than one with a gap.
    throw error instanceof Fault ? error : new Fault('source-unreadable', { path }, error);
  }
}
