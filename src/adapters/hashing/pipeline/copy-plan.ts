import { TREE_CHUNK_BYTES } from '../../../domain/digest.ts';
import { SMALL_COPY_BYTES } from '../../../domain/ports/digester.ts';
import type { RingPlan } from './protocol.ts';

/** With a part file: a checkpoint every 32 MiB, its buffers held until it is flushed and read back. */
export const COPY_PLAN: RingPlan = {
  chunkBytes: TREE_CHUNK_BYTES,
  segmentChunks: SMALL_COPY_BYTES / TREE_CHUNK_BYTES,
  buffers: 13,
};

/** Without one nothing waits for a flush. */
export const DIGEST_PLAN: RingPlan = {
  chunkBytes: TREE_CHUNK_BYTES,
  segmentChunks: Number.POSITIVE_INFINITY,
  buffers: 6,
};
