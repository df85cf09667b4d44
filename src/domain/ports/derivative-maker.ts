import type { Control } from '../../base/job.ts';
import type { Outcome } from '../../base/outcome.ts';
import type { TreeSha256Hex } from '../digest.ts';

/** What became of one stream: taken over byte for byte, encoded anew, left out as nothing here reads it; `none`: there was none. */
export type StreamFate = 'kept' | 're-encoded' | 'lost' | 'none';

/** How a film that the browser cannot play was made into one that it can. */
export interface DerivativeAccount {
  readonly picture: StreamFate;
  readonly sound: StreamFate;
  /** The original cannot be read beyond here, counted from its first picture; null: read to its end. */
  readonly endsAtSec: number | null;
  /** Pictures that could not be read; the one before stands longer. */
  readonly skippedFrames: number;
  /** Program and version that made it. */
  readonly tool: string;
}

/** A derivative while it is watched. Its digest says which bytes were watched; it is no copy, and is written into no book. */
export interface Derivative extends DerivativeAccount {
  readonly blob: Blob;
  readonly treeSha256: TreeSha256Hex;
}

/**
 * `no-index`: cut off before the recorder wrote where its pictures are. `unreadable`: the structure is damaged or forged.
 * `format-unread`, `codec-unread`: a wrapper, or streams, that neither this browser nor this program reads.
 */
export type DerivativeRefusal = { readonly code: 'no-index' | 'unreadable' | 'format-unread' | 'codec-unread' };

/** `derivative-failed`: the program broke down, or no longer moved. Of the disk: `buffer-full`, `buffer-failed`. */
export type DerivativeFaultCode = 'derivative-failed' | 'buffer-full' | 'buffer-failed' | 'source-unreadable';

/** Where a derivative goes: a directory of the private file system and a name that is not in use. */
export interface DerivativeTarget {
  readonly directory: FileSystemDirectoryHandle;
  readonly name: string;
}

/** Makes 派生件: for watching only, never for keeping. The original is read and nothing else. */
export interface DerivativeMaker {
  /**
   * Writes an MP4 of `original` to the target; reports 0 to 1. Throws `Fault<DerivativeFaultCode>`, and `AbortError` once
   * stopped; after either, a refusal too, what is at the target is rubbish for the caller to remove.
   */
  make(
    original: Blob,
    name: string,
    target: DerivativeTarget,
    control: Control<number>,
  ): Promise<Outcome<DerivativeAccount, DerivativeRefusal>>;
}
