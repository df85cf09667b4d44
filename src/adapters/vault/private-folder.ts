import type { BureauId, MediumId } from '../../domain/ids.ts';
import { nameOf } from './medium/medium-fault.ts';

const folderOf = (bureau: BureauId): string => `luzheng-${bureau}`;
const root = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();

/** A folder of the browser's private file system that stands for a medium of a demonstration: no disk is touched. */
export async function privateMedium(bureau: BureauId, medium: MediumId): Promise<FileSystemDirectoryHandle> {
  const own = await (await root()).getDirectoryHandle(folderOf(bureau), { create: true });
  return (await own.getDirectoryHandle('media', { create: true })).getDirectoryHandle(medium, { create: true });
}

/** Deletes all files of a bureau in the private file system, its intake buffer too. For demonstrations only. */
export async function forgetPrivateFiles(bureau: BureauId): Promise<void> {
  try {
    await (await root()).removeEntry(folderOf(bureau), { recursive: true });
  } catch (error) {
    if (nameOf(error) !== 'NotFoundError') throw error;
  }
}
