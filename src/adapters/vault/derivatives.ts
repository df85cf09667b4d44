import { Fault } from '../../base/fault.ts';
import type { BureauId, RecordingId } from '../../domain/ids.ts';
import type { DerivativeTarget } from '../../domain/ports/derivative-maker.ts';
import { fileIn, nameOf } from './files/directory.ts';
import { letGo } from './files/let-go.ts';

/** Where 派生件 lie while they are watched. None outlives that: it is made anew for whoever asks again. */
export interface DerivativeFolder {
  target(recording: RecordingId): Promise<DerivativeTarget>;
  open(recording: RecordingId): Promise<Blob>;
  /** Missing is no fault. */
  drop(recording: RecordingId): Promise<void>;
  /** What a crash or a closed window left. */
  empty(): Promise<void>;
}

const ENDING = '.mp4';

/** `luzheng-<bureau>/derived/<recording>.mp4`, apart from the intake buffer: nothing that looks for originals comes by here. */
export function makeDerivativeFolder(
  bureau: BureauId,
  root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory(),
): DerivativeFolder {
  const own = async () => (await root()).getDirectoryHandle(`luzheng-${bureau}`, { create: true });
  const directory = async () => (await own()).getDirectoryHandle('derived', { create: true });
  const fileName = (recording: RecordingId): string => `${recording}${ENDING}`;
  return {
    target: async (recording) => ({ directory: await directory(), name: fileName(recording) }),
    open: async (recording) => {
      const file = await fileIn(await directory(), fileName(recording));
      if (file === null) throw new Fault('buffer-missing', { key: fileName(recording) });
      return file;
    },
    drop: async (recording) => letGo(await directory(), fileName(recording)),
    empty: async () => {
      try {
        await (await own()).removeEntry('derived', { recursive: true });
      } catch (error) {
        if (nameOf(error) !== 'NotFoundError') throw error;
      }
    },
  };
}
