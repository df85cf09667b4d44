import type { ListControl } from '../../../../domain/ports/footage-source.ts';

/** Files being asked for at a time. */
const AT_ONCE = 16;

/** `file` is null where even the entry will not give it. */
export interface LeftOut {
  readonly path: string;
  readonly file: File | null;
}

/**
 * Files below a dropped folder that its handle does not show. Chromium hides names it takes for unsafe (`a:b.mp4`, `CON.mp4`,
 * `x.lnk`, a dot or blank at the end); the older entries of the same drop show and read them all, and intake passes over nothing in silence.
 */
export async function filesLeftOut(
  root: FileSystemDirectoryEntry,
  shown: ReadonlySet<string>,
  { signal }: Pick<ListControl, 'signal'>,
): Promise<readonly LeftOut[]> {
  const missing: FileSystemFileEntry[] = [];
  const folders: FileSystemDirectoryEntry[] = [root];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    for (const entry of await entriesOf(folder, signal)) {
      if (entry.isDirectory) folders.push(entry as FileSystemDirectoryEntry);
      else if (!shown.has(pathBelow(root, entry))) missing.push(entry as FileSystemFileEntry);
    }
  }
  const found: LeftOut[] = [];
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    signal.throwIfAborted();
    found.push(...(await Promise.all(missing.slice(at, at + AT_ONCE).map((entry) => placed(root, entry)))));
  }
  return found;
}

const pathBelow = (root: FileSystemEntry, entry: FileSystemEntry): string =>
  entry.fullPath.slice(root.fullPath.length + 1);

/** Empty for a folder that is closed to everyone: its handle has listed it as unreadable. */
async function entriesOf(folder: FileSystemDirectoryEntry, signal: AbortSignal): Promise<readonly FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  try {
    const reader = folder.createReader();
    for (;;) {
      signal.throwIfAborted();
      // One call gives at most 100 entries; none means the end.
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return all;
      all.push(...some);
    }
  } catch {
    signal.throwIfAborted();
    return all;
  }
}

async function placed(root: FileSystemEntry, entry: FileSystemFileEntry): Promise<LeftOut> {
  const path = pathBelow(root, entry);
  const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
  return { path, file };
}
