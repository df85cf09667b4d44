import { makeFolderSource, pickFolder, sourceFromDrop } from '../adapters/camera/folder/folder-source.ts';
import { watchFolder } from '../adapters/camera/folder/watch-folder.ts';
import { makeUsbCameras } from '../adapters/camera/usb/usb-cameras.ts';
import { makeFootageHasher } from '../adapters/hashing/footage-hasher.ts';
import { createMediaProbe } from '../adapters/media/media-probe.ts';
import { createCodeReader } from '../adapters/scan/code-reader.ts';
import { makeIntakeBuffer } from '../adapters/vault/intake-buffer.ts';
import { chooseMediumFolder, markMedium, openMedium } from '../adapters/vault/medium-store.ts';
import { makeOriginStorage } from '../adapters/vault/origin-storage.ts';
import { done, refused } from '../base/outcome.ts';
import type { BureauId } from '../domain/ids.ts';
import type { FootageBuffer } from '../usecases/footage-ports.ts';
import { browserDerivatives } from './browser-derivatives.ts';
import type { FootageAdapters } from './footage-adapters.ts';

type Asking = FileSystemDirectoryHandle & {
  readonly queryPermission?: (options: { mode: 'read' | 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission?: (options: { mode: 'read' | 'readwrite' }) => Promise<PermissionState>;
};

/** Puts the rooms of hashing, vault, camera and media together for one bureau on this browser. */
export function browserFootage(bureau: BureauId): FootageAdapters {
  const hasher = makeFootageHasher();
  const files = makeIntakeBuffer(bureau);
  const buffer: FootageBuffer = {
    takeIn: async (place, opened, expected, control) =>
      hasher.copy(opened, { directory: await files.directory(place.batch), name: place.key }, expected, control),
    open: (place) => files.open(place.batch, place.key),
    purge: (place) => files.purge(place.batch, place.key),
  };
  const probe = createMediaProbe();
  const means = { treeOf: hasher.treeOf };
  return {
    buffer,
    probe,
    derivatives: browserDerivatives(bureau, hasher),
    examiner: probe,
    codes: createCodeReader(),
    pickFolder,
    fromDrop: sourceFromDrop,
    reopen: makeFolderSource,
    cameras: makeUsbCameras(),
    mayRead: async (handle: Asking) => ((await handle.queryPermission?.({ mode: 'read' })) ?? 'granted') === 'granted',
    watchFolder,
    askPermission: async (handle: Asking, mode) => {
      // Directories of the private file system ask nothing.
      if (handle.requestPermission === undefined) return true;
      if ((await handle.queryPermission?.({ mode })) === 'granted') return true;
      return (await handle.requestPermission({ mode }).catch(() => 'denied')) === 'granted';
    },
    medium: {
      open: (id, medium, handle) => openMedium(id, medium, handle, means),
      choose: async (id, medium) => {
        const handle = await chooseMediumFolder();
        if (handle === null) return null;
        const marked = await markMedium(id, medium, handle);
        return marked.ok ? done(handle) : refused(marked.refusal);
      },
    },
    storage: makeOriginStorage(),
  };
}
