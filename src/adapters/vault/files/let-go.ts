import { Fault } from '../../../base/fault.ts';
import { nameOf } from './directory.ts';

/** A worker that was told to stop closes its file at its next chunk. */
const CLOSING = { tries: 40, everyMs: 100 };

/** Removes a file. Missing is no fault; one that is still being written to is waited for, then `other-tab-writes`. */
export async function letGo(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
  for (let tries = CLOSING.tries; ; tries--) {
    try {
      return await directory.removeEntry(name);
    } catch (error) {
      if (nameOf(error) === 'NotFoundError') return;
      if (nameOf(error) !== 'NoModificationAllowedError')
        throw new Fault('buffer-failed', { error: nameOf(error) }, error);
      if (tries === 0) throw new Fault('other-tab-writes', { name }, error);
      await new Promise((resolve) => setTimeout(resolve, CLOSING.everyMs));
    }
  }
}
