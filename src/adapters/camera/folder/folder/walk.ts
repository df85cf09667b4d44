import type { FootageItem, ListControl } from '../../../../domain/ports/footage-source.ts';
import { byPath, itemFault, modifiedAt, rootFault } from './source-fault.ts';

/** Sizes are asked for so many files at a time: one by one a card of 12,000 files waits for each answer in turn. */
const AT_ONCE = 16;

interface Found {
  readonly path: string;
  readonly handle: FileSystemFileHandle;
}

export const unreadable = (path: string): FootageItem => ({
  path,
  name: path.slice(path.lastIndexOf('/') + 1),
  sizeBytes: 0,
  modifiedAt: null,
  unreadable: true,
});

/**
 * Every file below a folder, in the order of paths. A file or sub-folder that will not say what it is stays in the list
 * as unreadable; a root that will not is a fault. `report` gets the number of entries seen, `found` the files as they come.
 */
export async function walk(root: FileSystemDirectoryHandle, control: ListControl): Promise<readonly FootageItem[]> {
  const items: FootageItem[] = [];
  const take = (...found: readonly FootageItem[]) => {
    items.push(...found);
    control.found?.(found);
  };
  const folders: { readonly path: string; readonly handle: FileSystemDirectoryHandle }[] = [{ path: '', handle: root }];
  let seen = 0;
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const files: Found[] = [];
    try {
      for await (const handle of folder.handle.values()) {
        control.signal.throwIfAborted();
        const path = folder.path === '' ? handle.name : `${folder.path}/${handle.name}`;
        if (handle.kind === 'directory') folders.push({ path, handle: handle as FileSystemDirectoryHandle });
        else files.push({ path, handle: handle as FileSystemFileHandle });
        seen += 1;
        control.report(seen);
      }
    } catch (error) {
      control.signal.throwIfAborted();
      if (folder.path === '') throw rootFault(error);
      take(await passOver(root, folder.path, error));
    }
    for (let at = 0; at < files.length; at += AT_ONCE) {
      control.signal.throwIfAborted();
      take(...(await Promise.all(files.slice(at, at + AT_ONCE).map((found) => measure(root, found)))));
    }
  }
  return items.sort(byPath);
}

async function measure(root: FileSystemDirectoryHandle, { path, handle }: Found): Promise<FootageItem> {
  try {
    const file = await handle.getFile();
    return { path, name: handle.name, sizeBytes: file.size, modifiedAt: modifiedAt(file) };
  } catch (error) {
    return passOver(root, path, error);
  }
}

/** Some entries are closed to everyone (System Volume Information): listed, and the walk goes on while the root answers. */
async function passOver(root: FileSystemDirectoryHandle, path: string, error: unknown): Promise<FootageItem> {
  const fault = await itemFault(root, path, error);
  if (fault.code === 'source-gone' || fault.code === 'source-permission-lost') throw fault;
  return unreadable(path);
}
