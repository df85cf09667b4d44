import type { FootageItem, ListControl } from '../../../../domain/ports/footage-source.ts';
import type { CameraObject, MtpObjects, Placed } from './objects.ts';

/** A folder of thousands is shown in parts. */
const PART_OBJECTS = 64;
/** Deeper than any camera nests; a folder that holds itself ends here. */
const MOST_DEPTH = 32;

export const byPath = (a: FootageItem, b: FootageItem): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

interface Folder {
  readonly storage: number;
  readonly handle: number | null;
  readonly path: string;
  readonly depth: number;
}

/**
 * Walks the folders and yields files as they are found, a folder's own before those below it. `only`: just the folders
 * on the way to this path. An object is yielded once, even where a camera answers the root with everything it holds.
 */
export async function* walk(
  objects: MtpObjects,
  { signal, report }: ListControl,
  only?: string,
): AsyncGenerator<readonly Placed[], void> {
  const storages = await objects.storages(signal);
  const seen = new Set<number>();
  const paths = new Set<string>();
  const folders: Folder[] = storages.map((storage) => ({ storage, handle: null, path: '', depth: 0 }));
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const below: Folder[] = [];
    for await (const part of contents(objects, folder, signal)) {
      const files: Placed[] = [];
      for (const object of part) {
        if (seen.has(object.handle)) continue;
        seen.add(object.handle);
        const path = unused(paths, folder.path === '' ? partOf(object) : `${folder.path}/${partOf(object)}`);
        if (!object.isFolder) files.push({ item: toItem(object, path), object });
        else if (folder.depth < MOST_DEPTH && leadsTo(only, path))
          below.push({ storage: folder.storage, handle: object.handle, path, depth: folder.depth + 1 });
      }
      report(seen.size);
      if (files.length > 0) yield files;
    }
    folders.unshift(...below.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }
}

const leadsTo = (only: string | undefined, folder: string): boolean =>
  only === undefined || only.startsWith(`${folder}/`);

async function* contents(
  objects: MtpObjects,
  { storage, handle, path }: Folder,
  signal: AbortSignal,
): AsyncGenerator<readonly CameraObject[], void> {
  const handles = await objects.handles(storage, handle, signal);
  const listed = handle === null ? null : await objects.listed(handle, handles, signal);
  if (listed !== null) return yield listed;
  let part: CameraObject[] = [];
  for (const one of handles) {
    signal.throwIfAborted();
    const object = await objects.object(one, signal);
    if (object !== null) part.push(object);
    // The very first file is on screen at once; after that, screens are filled in parts.
    if (part.length >= PART_OBJECTS || (path === '' && part.length === 1)) {
      yield part;
      part = [];
    }
  }
  yield part;
}

const toItem = ({ name, saidBytes, modifiedAt }: CameraObject, path: string): FootageItem => ({
  path,
  name,
  sizeBytes: saidBytes,
  modifiedAt,
});

/** A slash in a name is no folder, and an object without a name is still there. */
const partOf = ({ name, handle }: CameraObject): string => name.replace(/[/\\]/g, '_') || `object-${handle}`;

/** Names repeat within a folder of some cameras. */
function unused(taken: Set<string>, wanted: string): string {
  const dot = wanted.lastIndexOf('.');
  const cut = dot > wanted.lastIndexOf('/') + 1 ? dot : wanted.length;
  let free = wanted;
  for (let n = 2; taken.has(free); n += 1) free = `${wanted.slice(0, cut)} (${n})${wanted.slice(cut)}`;
  taken.add(free);
  return free;
}
