import type { Control } from '../../base/job.ts';
import type { FootageDigests, Sha256Hex, TreeSha256Hex } from '../digest.ts';
import type { Instant } from '../time.ts';
import type { OpenedFootage } from './footage-source.ts';

/** Where one file goes: a directory of the private file system and a name without ending. */
export interface CopyTarget {
  readonly directory: FileSystemDirectoryHandle;
  readonly name: string;
}

/**
 * What stands beside a name in the buffer. Under its plain name a file is whole, flushed and read back; `.part` and
 * `.checkpoint` are a copy under way; `.digests` is what the finished pass of a large file found.
 */
export const COPY_ENDINGS = { part: '.part', checkpoint: '.checkpoint', digests: '.digests' } as const;

/**
 * Below this a copy has no checkpoint: one that was stopped is made anew. So many of them are under way at once, because small files
 * cost waiting rather than work.
 */
export const SMALL_COPY_BYTES = 32 * 1024 * 1024;
export const SMALL_COPIES_AT_ONCE = 4;

/** What the source's listing said; a source that says otherwise later is another file. */
export interface ExpectedSource {
  readonly sizeBytes: number;
  readonly modifiedAt: Instant | null;
}

export interface TreeOfFootage {
  readonly sizeBytes: number;
  readonly treeSha256: TreeSha256Hex;
  /** SHA-256 of each 4 MiB chunk in order; kept beside the file so that damage can be localised. */
  readonly leaves: readonly Sha256Hex[];
}

/** Every byte is in the buffer and was read back; the whole-file digests are still to come. The card may be unplugged. */
export interface SafeFootage extends TreeOfFootage {
  /** Bytes a resumed copy did not have to do again. */
  readonly resumedBytes: number;
}

export interface CopiedFootage extends SafeFootage {
  readonly digests: FootageDigests;
}

/**
 * `source-unreadable`, `item-gone`, `item-changed`, `source-gone`, `source-permission-lost`, `read-stalled`: the source.
 * `buffer-full`, `buffer-failed`, `other-tab-writes`: the private file system. `read-back-mismatch` (fact `chunk`): what
 * was read back is not what was written. `worker-crashed`: the browser ended a worker.
 */
export type DigesterFaultCode =
  | 'source-unreadable'
  | 'item-gone'
  | 'item-changed'
  | 'source-gone'
  | 'source-permission-lost'
  | 'read-stalled'
  | 'buffer-full'
  | 'buffer-failed'
  | 'other-tab-writes'
  | 'read-back-mismatch'
  | 'worker-crashed';

/**
 * Copies and digests footage. Large files are done one at a time, small ones `SMALL_COPIES_AT_ONCE`; others wait their turn. Reports
 * bytes done of the file.
 * Throws `Fault<DigesterFaultCode>`, and `AbortError` when stopped. After either, what is checkpointed stays and the
 * next call with the same target goes on from it; `item-changed` and a small file begin anew.
 */
export interface Digester {
  /** One pass: copied, three digests, flushed, read back and compared, then sealed under its plain name. */
  copy(
    opened: OpenedFootage,
    target: CopyTarget,
    expected: ExpectedSource,
    control: Control<number>,
  ): Promise<CopiedFootage>;
  /** The shorter pass: as `copy`, with the tree digest only. */
  copySafely(
    opened: OpenedFootage,
    target: CopyTarget,
    expected: ExpectedSource,
    control: Control<number>,
  ): Promise<SafeFootage>;
  /** After `copySafely`: the other two digests, from the buffer. Chunks are held against the leaves once more. */
  complete(target: CopyTarget, control: Control<number>): Promise<CopiedFootage>;
  /** The tree digest of a blob, for read-back on a medium and for fixity. */
  treeOf(blob: Blob, control: Control<number>): Promise<TreeSha256Hex>;
}
