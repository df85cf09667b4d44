import { type BureauStorage, openBureauStorage } from '../../adapters/storage/bureau-storage.ts';
import { openKnownBureaus } from '../../adapters/storage/known-bureaus.ts';
import type { Control } from '../../base/job.ts';
import type { BureauId } from '../../domain/ids.ts';
import { DEMONSTRATION } from '../../text/demonstration.ts';
import type { MediumStores } from '../../usecases/footage-ports.ts';
import { demonstrationFootage } from '../demonstration-footage.ts';
import { removeDemonstrations } from '../demonstration-shelf.ts';
import type { FootageAdapters } from '../footage-adapters.ts';
import { now, random, verifier } from '../open-desk.ts';
import { makeDemonstration } from './make-demonstration.ts';

/** Loads the demonstration into databases of its own. What stops it, a fault or a person, leaves nothing behind. */
export async function loadDemonstration(
  control: Control<{ readonly done: number; readonly total: number }>,
): Promise<void> {
  await removeDemonstrations();
  const storages: BureauStorage[] = [];
  try {
    await play(storages, control);
  } catch (error) {
    for (const storage of storages) storage.close();
    await removeDemonstrations();
    throw error;
  }
  for (const storage of storages) storage.close();
}

async function play(
  storages: BureauStorage[],
  control: Control<{ readonly done: number; readonly total: number }>,
): Promise<void> {
  let footage: FootageAdapters | null = null;
  const adapters = (): FootageAdapters => {
    if (footage === null) throw new Error('footage before the founding');
    return footage;
  };
  let bureau: BureauId | null = null;
  const buffer: FootageAdapters['buffer'] = {
    takeIn: (...args) => adapters().buffer.takeIn(...args),
    open: (place) => adapters().buffer.open(place),
    purge: (place) => adapters().buffer.purge(place),
  };
  const media: MediumStores = {
    connect: async (medium) => {
      if (bureau === null) throw new Error('a medium before the founding');
      const marked = await adapters().medium.choose(bureau, { medium, label: DEMONSTRATION.cardLabel, isNew: true });
      if (marked === null || !marked.ok) throw new Error('a medium of the demonstration cannot be used');
      return adapters().medium.open(bureau, medium, marked.value);
    },
  };
  const { stage } = await makeDemonstration(
    {
      open: async (id) => {
        const known = await openKnownBureaus({ shelf: 'demonstration' });
        // Before its founding: what is not on the list could not be deleted.
        await known.remember({ bureau: id, rememberedAt: now() });
        known.close();
        const storage = await openBureauStorage(id, { shelf: 'demonstration' });
        storages.push(storage);
        bureau = id;
        footage = demonstrationFootage(id);
        return storage;
      },
      verifier,
      random,
      origin: location.origin,
      buffer,
      media,
      now: now(),
    },
    control,
  );
  // This station's own disk is at hand; those of the others are not.
  const own = await adapters().medium.choose(stage.bureau, {
    medium: stage.media.A,
    label: DEMONSTRATION.media.A,
    isNew: true,
  });
  if (own?.ok === true) await stage.storage.local.putMediumHandle(stage.media.A, own.value);
  // Last of all: a book without it was never finished.
  await stage.storage.local.putIdentity(stage.identity);
}
