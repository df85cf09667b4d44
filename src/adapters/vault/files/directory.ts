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
