import type { FileTrace } from '../course-words.ts';
import type { MediaFacts } from '../media-facts.ts';
import type { Instant } from '../time.ts';

/** What a look for editing found in one file. */
export interface FileSigns {
  /** All that one file can show by itself; whether another file has the same content is told by `print`. */
  readonly traces: readonly FileTrace[];
  /**
   * The same for files whose pictures are the same byte for byte though the files differ: a film put into another wrapper, a
   * photograph with other claims. SHA-256 in hex; null where none can be taken.
   */
  readonly print: string | null;
  /** Names of editing programs as they stand in the file, the device's own among them. */
  readonly writers: readonly string[];
}

/** Looks for traces of editing (Art. 11), and takes single pictures in which a filmed clock may be (Art. 5). */
export interface FootageExaminer {
  /**
   * `facts` are those the probe gave for the same bytes; `modifiedAt` is the original's directory entry; `ownWriters` are names
   * the device's own encoder writes, no trace of editing. Hostile content is
   * answered, not thrown. null: it could not be looked through, so nothing is said of it. Throws `Fault<MediaFaultCode>`, and
   * `AbortError`.
   */
  signs(
    blob: Blob,
    facts: MediaFacts,
    control: {
      readonly signal: AbortSignal;
      readonly modifiedAt: Instant | null;
      readonly ownWriters?: readonly string[];
    },
  ): Promise<FileSigns | null>;
  /** The picture shown so many seconds after the first; null where there is none or it cannot be decoded. Throws as `signs`. */
  still(
    blob: Blob,
    facts: MediaFacts,
    control: { readonly signal: AbortSignal; readonly atSec: number; readonly maxSide: number },
  ): Promise<ImageData | null>;
}
