import type { BatchId } from '../ids.ts';

/** What the intake buffer holds under one place. `bytes`: of the whole file, or what its last checkpoint made safe. */
export interface BufferedFile {
  readonly batch: BatchId;
  readonly key: string;
  readonly state: 'whole' | 'partial';
  readonly bytes: number;
}

export type BufferFaultCode = 'buffer-missing' | 'other-tab-writes' | 'buffer-failed';

/** The intake buffer of one bureau in the browser's private file system. Throws `Fault<BufferFaultCode>`. */
export interface IntakeBuffer {
  /** Where the files of a batch go; made if it is not there. */
  directory(batch: BatchId): Promise<FileSystemDirectoryHandle>;
  /** The whole file; `buffer-missing` if there is none. */
  open(batch: BatchId, key: string): Promise<Blob>;
  /**
   * Lets go of a file and of what an unfinished copy left. Missing is no fault. A copy that is just being stopped is
   * waited for; one that goes on in another tab is `other-tab-writes`.
   */
  purge(batch: BatchId, key: string): Promise<void>;
  /** Everything that is there, after a crash too; nothing is ever let go of unasked. */
  list(): Promise<readonly BufferedFile[]>;
  /** What files, parts and their notes take on disk. */
  bytesUsed(): Promise<number>;
}

/** How the browser treats what this origin keeps. `quotaBytes` is a rough claim: never a reason to refuse an intake. */
export interface OriginStorage {
  persisted(): Promise<boolean>;
  persist(): Promise<boolean>;
  estimate(): Promise<{ readonly usedBytes: number; readonly quotaBytes: number }>;
}
