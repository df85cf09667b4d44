import type { Control } from '../base/job.ts';
import type { Outcome } from '../base/outcome.ts';
import type { FootageDigests } from '../domain/digest.ts';
import type { BatchId, MediumId } from '../domain/ids.ts';
import type { OpenedFootage } from '../domain/ports/footage-source.ts';
import type { MediaProbe } from '../domain/ports/media-probe.ts';
import type { MediumRefusal, MediumStore } from '../domain/ports/medium-store.ts';
import type { Instant } from '../domain/time.ts';

export type { MediumRefusal, MediumStore };

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

export interface MediumStores {
  connect(medium: MediumId): Promise<Outcome<MediumStore, MediumRefusal>>;
}

export interface FootagePorts {
  readonly buffer: FootageBuffer;
  readonly media: MediumStores;
  readonly probe: MediaProbe;
}
