import { markMedium } from '../adapters/vault/medium-store.ts';
import { privateMedium } from '../adapters/vault/private-folder.ts';
import { done, refused } from '../base/outcome.ts';
import type { BureauId } from '../domain/ids.ts';
import { browserFootage } from './browser-footage.ts';
import type { FootageAdapters } from './footage-adapters.ts';

/** In the demonstration no folder, camera or disk of the world can be chosen: its media are private folders of the browser. */
export function demonstrationFootage(bureau: BureauId): FootageAdapters {
  const real = browserFootage(bureau);
  return {
    ...real,
    pickFolder: async () => null,
    fromDrop: async () => null,
    cameras: { ...real.cameras, isOffered: false, granted: async () => [], choose: async () => null },
    medium: {
      ...real.medium,
      choose: async (id, medium) => {
        const handle = await privateMedium(id, medium.medium);
        // Its own folder may bear the mark already, whatever was stored on it.
        const marked = await markMedium(id, { ...medium, isNew: true }, handle);
        return marked.ok ? done(handle) : refused(marked.refusal);
      },
    },
  };
}
