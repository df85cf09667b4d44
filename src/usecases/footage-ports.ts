import type { Control } from '../base/job.ts';
import type { Outcome } from '../base/outcome.ts';
import type { FootageDigests, TreeSha256Hex } from '../domain/digest.ts';
import type { BatchId, MediumId } from '../domain/ids.ts';
import type { OpenedFootage } from '../domain/ports/footage-source.ts';
import type { MediaProbe } from '../domain/ports/media-probe.ts';
import type { Instant } from '../domain/time.ts';

/** Where the intake buffer keeps one file. */
export interface BufferPlace {
  readonly batch: BatchId;
  readonly key: string;
}

/** Bytes through one file; `control.report` gets bytes done of this file. */
export type ByteControl = Control<number>;

/** The intake buffer in the browser's private file system, with its digesting workers. */
export interface FootageBuffer {
  /**
   * Copies one file into the buffer, digests it in the same pass, reads it back and compares. Goes on where an earlier
   * try stopped. Throws `Fault`: of the source, `source-changed`, `read-back-mismatch`, `storage-full`.
   */
  takeIn(
    place: BufferPlace,
    opened: OpenedFootage,
    expected: { readonly sizeBytes: number; readonly modifiedAt: Instant | null },
    control: ByteControl,
  ): Promise<{ readonly digests: FootageDigests; readonly sizeBytes: number }>;
  open(place: BufferPlace): Promise<Blob>;
  /** Lets go of a file; an unfinished part goes too. Missing is no fault. */
  purge(place: BufferPlace): Promise<void>;
}

/** One registered medium whose directory is connected and carries this medium's mark. */
export interface MediumStore {
  /** Writes, closes, reads back, compares. An equal file already there counts as written; never overwrites another. */
  put(path: string, blob: Blob, expected: TreeSha256Hex, control: ByteControl): Promise<{ readonly path: string }>;
  verify(
    path: string,
    expected: TreeSha256Hex,
    control: ByteControl,
  ): Promise<{ readonly result: 'same' | 'different' | 'missing' }>;
  open(path: string): Promise<Blob>;
}

/** Why a medium cannot be used now: never connected here, permission to be asked again, not plugged in, or another's mark. */
export type MediumRefusal = {
  readonly code: 'medium-never-connected' | 'medium-asks' | 'medium-missing' | 'medium-foreign';
};

export interface MediumStores {
  connect(medium: MediumId): Promise<Outcome<MediumStore, MediumRefusal>>;
}

export interface FootagePorts {
  readonly buffer: FootageBuffer;
  readonly media: MediumStores;
  readonly probe: MediaProbe;
}
