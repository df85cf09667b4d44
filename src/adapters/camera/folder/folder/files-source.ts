import {
  type FootageItem,
  type FootageSource,
  type ListControl,
  type OpenedFootage,
  UNTOLD_HEALTH,
} from '../../../../domain/ports/footage-source.ts';
import { byPath, modifiedAt, mustBeListed, nameOf, sourceFault } from './source-fault.ts';

export interface PlacedFile {
  readonly path: string;
  readonly file: File;
}

/** Hands out paths, each once: `a.mp4`, `a (2).mp4`. */
export function makePathGiver(): (path: string) => string {
  const given = new Set<string>();
  return (path) => {
    const dot = path.lastIndexOf('.');
    const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
    let free = path;
    for (let n = 2; given.has(free); n += 1) free = `${path.slice(0, cut)} (${n})${path.slice(cut)}`;
    given.add(free);
    return free;
  };
}

/** A source of files that came without a folder handle: dropped singly, or from the plain file dialog. */
export function makePlacedFilesSource(files: readonly PlacedFile[], label: string): FootageSource {
  const give = makePathGiver();
  const held = new Map(files.map(({ path, file }) => [give(path), file]));
  return {
    label,
    list: async ({ signal, report, found }: ListControl) => {
      signal.throwIfAborted();
      report(held.size);
      const items = Array.from(
        held,
        ([path, file]): FootageItem => ({ path, name: file.name, sizeBytes: file.size, modifiedAt: modifiedAt(file) }),
      );
      found?.(items);
      return items.sort(byPath);
    },
    health: async () => UNTOLD_HEALTH,
    open: async (item: FootageItem, signal: AbortSignal): Promise<OpenedFootage> => {
      signal.throwIfAborted();
      const file = held.get(item.path);
      if (file === undefined) throw sourceFault('item-gone', item.path);
      const confirm = () => mustAnswer(item.path, file);
      mustBeListed(item, file);
      await confirm();
      return { kind: 'blob', blob: file, confirm };
    },
  };
}

/** A file without a handle cannot be looked up again; its first byte tells whether it is still the one that was given. */
async function mustAnswer(path: string, file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch (error) {
    const name = nameOf(error);
    if (name === 'NotFoundError') throw sourceFault('item-gone', path, error);
    throw sourceFault(name === 'NotAllowedError' ? 'source-permission-lost' : 'source-unreadable', path, error);
  }
}
