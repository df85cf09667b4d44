import { isAbort } from '../../../base/fault.ts';
import {
  type FootageItem,
  type FootageSource,
  type OpenedFootage,
  UNTOLD_HEALTH,
} from '../../../domain/ports/footage-source.ts';
import { makeCombinedSource } from './folder/combined-source.ts';
import { askDropped, type Dropped } from './folder/dropped.ts';
import { askFolderFiles, belowChosen } from './folder/file-dialog.ts';
import { makePathGiver, makePlacedFilesSource } from './folder/files-source.ts';
import { itemFault, mustBeListed, rootFault } from './folder/source-fault.ts';
import { walk } from './folder/walk.ts';

/** A source the operator chose; `handle` can be kept and opened again after a restart, null where there is none. */
export interface ChosenFolder {
  readonly source: FootageSource;
  readonly handle: FileSystemDirectoryHandle | null;
}

/** A folder on a card or disk. Read only: nothing is ever written to it or removed from it. */
export function makeFolderSource(handle: FileSystemDirectoryHandle): FootageSource {
  const look = async (item: FootageItem): Promise<File> => {
    try {
      const file = await (await fileAt(handle, item.path)).getFile();
      mustBeListed(item, file);
      return file;
    } catch (error) {
      throw await itemFault(handle, item.path, error);
    }
  };
  return {
    label: handle.name,
    list: (control) => walk(handle, control),
    open: async (item, signal): Promise<OpenedFootage> => {
      signal.throwIfAborted();
      const blob = await look(item);
      return { kind: 'blob', blob, confirm: async () => void (await look(item)) };
    },
    health: async () => UNTOLD_HEALTH,
  };
}

async function fileAt(root: FileSystemDirectoryHandle, path: string): Promise<FileSystemFileHandle> {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  let folder = root;
  for (const part of folders) folder = await folder.getDirectoryHandle(part);
  return folder.getFileHandle(name);
}

/** Files that came without a folder, such as from a drop of single files; two of one name get paths of their own. */
export const makeFilesSource = (files: readonly File[], label: string): FootageSource =>
  makePlacedFilesSource(
    files.map((file) => ({ path: file.name, file })),
    label,
  );

/** Chromium's; not in the platform's types. */
type PickerWindow = Window & {
  readonly showDirectoryPicker?: (options: {
    readonly mode: 'read';
    readonly id: string;
  }) => Promise<FileSystemDirectoryHandle>;
};

/** Asks for a folder; must come from a click. null: the picker was closed. Throws `Fault` where the browser refuses. */
export async function pickFolder(): Promise<ChosenFolder | null> {
  const { showDirectoryPicker } = window as PickerWindow;
  if (showDirectoryPicker === undefined) {
    const chosen = await askFolderFiles();
    if (chosen === null) return null;
    const { label, files } = belowChosen(chosen);
    return { source: makePlacedFilesSource(files, label), handle: null };
  }
  try {
    const handle = await showDirectoryPicker.call(window, { mode: 'read', id: 'luzheng-footage' });
    return { source: makeFolderSource(handle), handle };
  } catch (error) {
    if (isAbort(error)) return null;
    throw rootFault(error);
  }
}

/** What was dropped on the page; null where it held neither folder nor file. Must be called during the event. */
export function sourceFromDrop(transfer: DataTransfer): Promise<ChosenFolder | null> {
  return askDropped(transfer)().then(chosenOf);
}

function chosenOf({ folders, files }: Dropped): ChosenFolder | null {
  const [first] = folders;
  if (first === undefined && files.length === 0) return null;
  if (first !== undefined && folders.length === 1 && files.length === 0)
    return { source: makeFolderSource(first), handle: first };
  const give = makePathGiver();
  const parts = folders.map((folder) => ({ folder: give(folder.name), source: makeFolderSource(folder) }));
  const plain = files.map(({ path, file }) => ({ path: give(path), file }));
  const label = [...folders.map(({ name }) => name), ...files.map(({ path }) => path)][0] ?? '';
  const rest = makePlacedFilesSource(plain, label);
  if (parts.length === 0) return { source: rest, handle: null };
  return { source: makeCombinedSource([...parts, { folder: '', source: rest }], label), handle: null };
}
