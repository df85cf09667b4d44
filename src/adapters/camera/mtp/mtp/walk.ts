import type { FootageItem, ListControl } from '../../../../domain/ports/footage-source.ts';
import { OPERATION } from '../../ptp/codes.ts';
import { FlatList } from './flat-list.ts';
import { type CameraObject, type MtpObjects, type Placed, refusal } from './objects.ts';

/** A folder of thousands is shown in parts. */
const PART_OBJECTS = 64;
/** Deeper than any camera nests; a folder that holds itself ends here. */
const MOST_DEPTH = 32;

export const byPath = (a: FootageItem, b: FootageItem): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

interface Folder {
  readonly storage: number;
  /** null: the root. */
  readonly object: CameraObject | null;
  readonly path: string;
  readonly depth: number;
}

/**
 * Walks the folders and yields files as they are found, a folder's own before those below it. `only`: just the folders
 * on the way to this path. An object is yielded once, even where a camera answers the root with everything it holds. A
 * folder that is closed to everyone is listed as unreadable.
 */
export async function* walk(
  objects: MtpObjects,
  { signal, report }: ListControl,
  only?: string,
): AsyncGenerator<readonly Placed[], void> {
  const storages = await objects.storages(signal);
  const seen = new Set<number>();
  const paths = new Set<string>();
  const folders: Folder[] = storages.map((storage) => ({ storage, object: null, path: '', depth: 0 }));
  const refused: number[] = [];
  const flat = new FlatList(objects, signal);
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const below: Folder[] = [];
    const handles = await objects.handles(folder.storage, folder.object?.handle ?? null, signal);
    const own = folder.object?.handle ?? null;
    const isMute = typeof handles === 'number' || handles.length === 0;
    const told = isMute && own !== null ? await flat.below(folder.storage, own, handles) : null;
    if (typeof handles === 'number' && told === null) {
      if (folder.object !== null) yield [placed({ ...folder.object, isClosed: true }, folder.path)];
      else if (objects.isNoStore(handles)) refused.push(handles);
      else throw refusal(OPERATION.getObjectHandles, handles);
      continue;
    }
    const parts = told ?? contents(objects, folder, typeof handles === 'number' ? [] : handles, flat, signal);
    for await (const part of parts) {
      const files: Placed[] = [];
      for (const object of part) {
        if (seen.has(object.handle)) continue;
        seen.add(object.handle);
        const path = unused(paths, folder.path === '' ? partOf(object) : `${folder.path}/${partOf(object)}`);
        if (!object.isFolder) files.push(placed(object, path));
        else if (folder.depth < MOST_DEPTH && leadsTo(only, path))
          below.push({ storage: folder.storage, object, path, depth: folder.depth + 1 });
      }
      report(seen.size);
      if (files.length > 0) yield files;
    }
    folders.unshift(...below.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }
  const [first] = refused;
  if (first !== undefined && refused.length === storages.length) throw refusal(OPERATION.getObjectHandles, first);
}

const leadsTo = (only: string | undefined, folder: string): boolean =>
  only === undefined || only === folder || only.startsWith(`${folder}/`);

async function* contents(
  objects: MtpObjects,
  { object: folder, path }: Folder,
  handles: readonly number[],
  flat: FlatList,
  signal: AbortSignal,
): AsyncGenerator<readonly CameraObject[], void> {
  const listed = folder === null ? null : await objects.listed(folder.handle, handles, signal);
  if (listed !== null) return yield listed;
  const among = new Set(handles);
  let part: CameraObject[] = [];
  for (const one of handles) {
    signal.throwIfAborted();
    const object = await objects.object(one, signal);
    // Told with everything the store holds: it is found again in its own folder.
    const isDeeper = folder === null && object?.parent !== undefined && among.has(object.parent);
    if (object !== null && isDeeper) flat.note(object);
    else if (object !== null) part.push(object);
    // The very first file is on screen at once; after that, screens are filled in parts.
    if (part.length >= PART_OBJECTS || (path === '' && part.length === 1)) {
      yield part;
      part = [];
    }
  }
  yield part;
}

const placed = (object: CameraObject, path: string): Placed => ({ item: toItem(object, path), object });

const toItem = ({ name, saidBytes, modifiedAt, isClosed }: CameraObject, path: string): FootageItem => ({
  path,
  name: name === '' ? path.slice(path.lastIndexOf('/') + 1) : name,
  sizeBytes: saidBytes,
  modifiedAt,
  ...(isClosed ? { unreadable: true } : {}),
});

/** A slash in a name is no folder, nor are dots alone a way out of one, and an object without a name is still there. */
const partOf = ({ name, handle }: CameraObject): string =>
  name.replace(/[/\\]/g, '_').replace(/^\.{1,2}$/, '_') || `object-${handle}`;

/** Names repeat within a folder of some cameras. */
function unused(taken: Set<string>, wanted: string): string {
  const dot = wanted.lastIndexOf('.');
  const cut = dot > wanted.lastIndexOf('/') + 1 ? dot : wanted.length;
  let free = wanted;
  for (let n = 2; taken.has(free); n += 1) free = `${wanted.slice(0, cut)} (${n})${wanted.slice(cut)}`;
  taken.add(free);
  return free;
}
