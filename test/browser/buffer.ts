import type { Page } from '@playwright/test';

/** Copies under way in the intake buffer that have come to a checkpoint, by the names of their notes. */
export const checkpoints = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    const walk = async (directory: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of directory.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle);
        else if (name.endsWith('.checkpoint')) found.push(name);
      }
    };
    // Notes come and go while they are read.
    await walk(await navigator.storage.getDirectory()).catch(() => undefined);
    return found;
  });
