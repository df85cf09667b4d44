import type { BatchId, RecordingId } from './ids.ts';

/** What an intake found on its card and what it left there. This station's own memory: the book speaks of what was taken in. */
export interface CardList {
  readonly batch: BatchId;
  /** Every file the card listed. */
  readonly listed: number;
  /** Files that were chosen. */
  readonly chosen: number;
  /** Left out because name, size and device say that they were taken in before. Only digests could tell for certain. */
  readonly before: readonly RecordingId[];
  /** Recordings nobody chose, and whatever was given up: only the card has them. */
  readonly leftOut: number;
  /** Files that are no recordings, as logs and small pictures, and were not chosen. */
  readonly leftOther: number;
  /** Some of them by path, to be looked for. */
  readonly leftOutPaths: readonly string[];
}

export const MOST_LEFT_OUT_PATHS = 100;
