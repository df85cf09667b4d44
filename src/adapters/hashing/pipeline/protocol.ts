/**
 * Three workers stand in a ring: copy → sha256 (and the tree's leaves) → sm3 → copy. Chunks travel round it in buffers
 * that are handed on, never copied; the copy worker compares each returned chunk with what it reads back.
 */
export interface RingPlan {
  readonly chunkBytes: number;
  /** Chunks between two checkpoints. */
  readonly segmentChunks: number;
  /** Buffers on their way round at once: those of a segment wait for its flush, the rest keep the digests busy. */
  readonly buffers: number;
}

/** One chunk on its way round. */
export interface RingChunk {
  readonly kind: 'chunk';
  readonly index: number;
  readonly buffer: ArrayBuffer;
  readonly length: number;
  /** Asks both digest workers for their state after this chunk. */
  readonly save: boolean;
  leaf?: Uint8Array<ArrayBuffer>;
  sha256State?: Uint8Array<ArrayBuffer>;
  sm3State?: Uint8Array<ArrayBuffer>;
}

export interface RingEnd {
  readonly kind: 'end';
  sha256?: string;
  sm3?: string;
}

export type RingMessage = RingChunk | RingEnd;

/** What a checkpoint keeps, beside the part file: everything up to `chunks` is copied, flushed and read back. */
export interface Checkpoint {
  readonly version: 1;
  readonly chunks: number;
  readonly sizeBytes: number;
  readonly modifiedAt: string | null;
  /** Hex of each chunk's SHA-256. */
  readonly leaves: readonly string[];
  /** base64url of hash-wasm's saved states; null where only the tree was made. */
  readonly states: { readonly sha256: string; readonly sm3: string } | null;
  /** `sizeBytes` is only what the source said, and it may hold more. */
  readonly openEnded?: true;
}

export interface CopyStart {
  readonly kind: 'start';
  readonly source:
    | { readonly kind: 'blob'; readonly blob: Blob }
    | { readonly kind: 'stream'; readonly stream: ReadableStream<Uint8Array> }
    /** Bytes that come from another worker, none of them through the page. */
    | { readonly kind: 'port'; readonly port: MessagePort };
  /** The source does not know its size: it is read to its end, whatever was expected. */
  readonly openEnded: boolean;
  /** null: nothing is kept of it. */
  readonly target: { readonly directory: FileSystemDirectoryHandle; readonly name: string } | null;
  /** false: the source is only digested. */
  readonly writes: boolean;
  readonly expected: { readonly sizeBytes: number; readonly modifiedAt: string | null };
  /** `tree`: without the whole-file digests. */
  readonly wants: 'all' | 'tree';
  readonly resume: Checkpoint | null;
  /** Leaves found before, to be found again; null: nothing is known of the content. */
  readonly known: readonly string[] | null;
  readonly plan: RingPlan;
  /** null: the copying worker digests, too. */
  readonly ring: Ring | null;
}

export interface Ring {
  readonly toDigests: MessagePort;
  readonly fromDigests: MessagePort;
}

export type CopyRequest = CopyStart | { readonly kind: 'abort' };

export interface CopyDone {
  readonly sizeBytes: number;
  readonly leaves: readonly string[];
  readonly treeSha256: string;
  readonly whole: { readonly sha256: string; readonly sm3: string } | null;
}

export type CopyAnswer =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'done'; readonly done: CopyDone }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'fault'; readonly code: string; readonly facts: Readonly<Record<string, string | number>> };

export interface DigestStart {
  readonly algorithm: 'sha256' | 'sm3';
  /** The sha256 worker makes the leaves whether or not it hashes the whole file. */
  readonly whole: boolean;
  /** base64url of a saved state, or null to begin at the first byte. */
  readonly state: string | null;
  readonly from: MessagePort;
  readonly to: MessagePort;
}

/** A digest worker's only answer to the client: the saved state is not one of its library. */
export const STATE_REFUSED = 'state-refused';
