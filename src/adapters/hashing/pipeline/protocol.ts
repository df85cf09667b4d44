import type { TreeSha256Hex } from '../../../domain/digest.ts';

/**
 * Three workers stand in a ring: copy → sha256 (and the tree's leaves) → sm3 → copy. Chunks of 4 MiB travel round it in
 * buffers that are handed on, never copied; the copy worker compares each returned chunk with what it reads back.
 */
export const CHUNK_BYTES = 4 * 1024 * 1024;
/** Chunks between two checkpoints: 64 MiB. */
export const SEGMENT_CHUNKS = 16;
/** Buffers on their way round the ring at once. */
export const RING_BUFFERS = SEGMENT_CHUNKS + 6;

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
  /** base64url of hash-wasm's saved states. */
  readonly sha256: string;
  readonly sm3: string;
}

export interface CopyStart {
  readonly kind: 'start';
  readonly source:
    | { readonly kind: 'blob'; readonly blob: Blob }
    | { readonly kind: 'stream'; readonly stream: ReadableStream<Uint8Array> };
  readonly directory: FileSystemDirectoryHandle;
  readonly name: string;
  readonly expected: { readonly sizeBytes: number; readonly modifiedAt: string | null };
  readonly resume: Checkpoint | null;
  readonly toDigests: MessagePort;
  readonly fromDigests: MessagePort;
}

export type CopyRequest = CopyStart | { readonly kind: 'abort' };

export interface CopyDone {
  readonly sha256: string;
  readonly sm3: string;
  readonly treeSha256: TreeSha256Hex;
  readonly sizeBytes: number;
  /** How many chunks a resumed copy did not have to do again. */
  readonly resumedChunks: number;
}

export type CopyAnswer =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'done'; readonly done: CopyDone }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'fault'; readonly code: string; readonly facts: Readonly<Record<string, string | number>> };

export interface DigestStart {
  readonly algorithm: 'sha256' | 'sm3';
  /** base64url of a saved state, or null to begin at the first byte. */
  readonly state: string | null;
  readonly from: MessagePort;
  readonly to: MessagePort;
}

export const partName = (name: string): string => `${name}.part`;
export const checkpointName = (name: string): string => `${name}.checkpoint`;
