import { entriesOf } from '../files/directory.ts';
import { isNotFound, nameOf } from './medium-fault.ts';

/** Parts of a path below the medium's directory; null for one that no file of this program can have. */
export function partsOf(path: string): readonly string[] | null {
  const parts = path.split('/');
  return parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\')) ? null : parts;
}

export async function folderFor(
  root: FileSystemDirectoryHandle,
  parts: readonly string[],
  options: { readonly create: boolean },
): Promise<FileSystemDirectoryHandle> {
  let folder = root;
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, options);
  return folder;
}

/** The file of that name, `taken` where a directory has it, null where nothing does. */
export async function fileNamed(folder: FileSystemDirectoryHandle, name: string): Promise<File | 'taken' | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    if (isNotFound(error)) return null;
    if (nameOf(error) === 'TypeMismatchError') return 'taken';
    throw error;
  }
}

/** The file at a path; null where it or a folder above it is not there, or is something else. */
export async function fileAt(root: FileSystemDirectoryHandle, parts: readonly string[]): Promise<File | null> {
  try {
    const found = await fileNamed(await folderFor(root, parts, { create: false }), parts.at(-1) ?? '');
    return found === 'taken' ? null : found;
  } catch (error) {
    if (isNotFound(error) || nameOf(error) === 'TypeMismatchError') return null;
    throw error;
  }
}

/** Every file below a folder, listed folder by folder before it is given out: what goes meanwhile confuses no listing. */
export async function* filesBelow(
  folder: FileSystemDirectoryHandle,
): AsyncGenerator<{ readonly folder: FileSystemDirectoryHandle; readonly file: File }> {
  const entries: (FileSystemDirectoryHandle | FileSystemFileHandle)[] = [];
  for await (const [, handle] of entriesOf(folder)) entries.push(handle);
  for (const handle of entries) {
    if (handle.kind === 'directory') yield* filesBelow(handle);
    else yield { folder, file: await handle.getFile() };
  }
}
