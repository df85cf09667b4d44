type Entry = readonly [string, FileSystemDirectoryHandle | FileSystemFileHandle];

/** TypeScript types the entries of a directory by the base handle; the platform gives one of the two. */
export const entriesOf = (directory: FileSystemDirectoryHandle): AsyncIterable<Entry> =>
  directory.entries() as AsyncIterable<Entry>;

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** null: there is no such file. A directory of that name counts as none. */
export async function fileIn(directory: FileSystemDirectoryHandle, name: string): Promise<File | null> {
  try {
    return await (await directory.getFileHandle(name)).getFile();
  } catch (error) {
    if (nameOf(error) === 'NotFoundError' || nameOf(error) === 'TypeMismatchError') return null;
    throw error;
  }
}

/** null: one of the directories of `path` is not there, or is a file. */
export async function directoryAt(
  root: FileSystemDirectoryHandle,
  parts: readonly string[],
  create: boolean,
): Promise<FileSystemDirectoryHandle | null> {
  let at = root;
  for (const part of parts) {
    try {
      at = await at.getDirectoryHandle(part, { create });
    } catch (error) {
      const isNone = nameOf(error) === 'NotFoundError' || nameOf(error) === 'TypeMismatchError';
      if (isNone && !create) return null;
      throw error;
    }
  }
  return at;
}
