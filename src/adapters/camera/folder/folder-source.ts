import { isAbort } from '../../../base/fault.ts';
import {
  type FootageItem,
  type FootageSource,
  type ListControl,
  type OpenedFootage,
  UNTOLD_HEALTH,
} from '../../../domain/ports/footage-source.ts';
import { makeCombinedSource } from './folder/combined-source.ts';
import { askDropped, type Dropped } from './folder/dropped.ts';
import { askFolderFiles, belowChosen } from './folder/file-dialog.ts';
import { makePathGiver, makePlacedFilesSource } from './folder/files-source.ts';
import { filesLeftOut } from './folder/left-out.ts';
import { byPath, itemFault, mustBeListed, rootFault } from './folder/source-fault.ts';
import { unreadable, walk } from './folder/walk.ts';

/** A source the operator chose; `handle` can be kept and opened again after a restart, null where there is none. */
export interface ChosenFolder {
  readonly source: FootageSource;
  readonly handle: FileSystemDirectoryHandle | null;
}

/**
 * A folder on a card or disk. Read only: nothing is ever written to it or removed from it. `entry` is the older view of a
 * folder that was dropped: it shows files whose names the handle hides.
 */
export function makeFolderSource(
  handle: FileSystemDirectoryHandle,
  entry: FileSystemDirectoryEntry | null = null,
): FootageSource {
  let leftOut: FootageSource | null = null;
  const hidden = new Set<string>();
  const listLeftOut = async (shown: readonly FootageItem[], control: ListControl): Promise<readonly FootageItem[]> => {
    if (entry === null) return [];
    const found = await filesLeftOut(entry, new Set(shown.map(({ path }) => path)), control);
    leftOut = makePlacedFilesSource(
      found.flatMap(({ path, file }) => (file === null ? [] : [{ path, file }])),
      handle.name,
    );
    const items = [
      ...(await leftOut.list({ ...control, report: (seen) => control.report(shown.length + seen) })),
      ...found.flatMap(({ path, file }) => (file === null ? [unreadable(path)] : [])),
    ];
    for (const { path } of items) hidden.add(path);
    return items;
  };
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
    list: async (control) => {
      const shown = await walk(handle, control);
      return [...shown, ...(await listLeftOut(shown, control))].sort(byPath);
    },
    open: async (item, signal): Promise<OpenedFootage> => {
      signal.throwIfAborted();
      if (leftOut !== null && hidden.has(item.path)) return leftOut.open(item, signal);
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
    return { source: makeFolderSource(first.handle, first.entry), handle: first.handle };
  const give = makePathGiver();
  const parts = folders.map(({ handle, entry }) => ({
    folder: give(handle.name),
    source: makeFolderSource(handle, entry),
  }));
  const plain = files.map(({ path, file }) => ({ path: give(path), file }));
  const label = [...folders.map(({ handle }) => handle.name), ...files.map(({ path }) => path)][0] ?? '';
  const rest = makePlacedFilesSource(plain, label);
  if (parts.length === 0) return { source: rest, handle: null };
  return { source: makeCombinedSource([...parts, { folder: '', source: rest }], label), handle: null };
}
