/** TypeScript's library does not know `move` yet; in the private file system it replaces a file of that name. */
type Movable = FileSystemFileHandle & { move(name: string): Promise<void> };

export const rename = (handle: FileSystemFileHandle, name: string): Promise<void> => (handle as Movable).move(name);

/** null: there is none. */
export async function findFile(directory: FileSystemDirectoryHandle, name: string): Promise<File | null> {
  try {
    return await (await directory.getFileHandle(name)).getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}
