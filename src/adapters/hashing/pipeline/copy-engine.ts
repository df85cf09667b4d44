import { fromBase64url, toBase64url } from '../../../base/base64url.ts';
import { Fault } from '../../../base/fault.ts';
import { fromHex, toHex } from '../../../base/hex.ts';
import { treeSha256 } from '../tree-sha256.ts';
import {
  CHUNK_BYTES,
  type Checkpoint,
  type CopyDone,
  type CopyStart,
  RING_BUFFERS,
  type RingChunk,
  type RingEnd,
  type RingMessage,
  SEGMENT_CHUNKS,
} from './protocol.ts';
import { openReader, type SourceReader } from './source-reader.ts';

/** The part file: a sync access handle, or a double. */
export interface PartFile {
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  read(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
}

export interface CopyPorts {
  readonly part: PartFile;
  readonly send: (message: RingMessage) => void;
  /** The next message that came round the ring. */
  readonly receive: () => Promise<RingMessage>;
  readonly keep: (checkpoint: Checkpoint) => Promise<void>;
  readonly report: (bytes: number) => void;
  readonly aborted: () => boolean;
}

/** Thrown inside the worker when the client asked to stop; what is checkpointed stays. */
export class CopyAborted extends Error {}

/** Copies, digests and reads back one file in one pass; a resumed one starts at its last checkpoint. */
export async function copyFile(start: CopyStart, ports: CopyPorts): Promise<CopyDone> {
  const resumed = start.resume?.chunks ?? 0;
  const reader = openReader(start.source, resumed * CHUNK_BYTES);
  try {
    return await new CopyRun(start, ports, reader, resumed).run();
  } finally {
    reader.close();
  }
}

class CopyRun {
  readonly #start: CopyStart;
  readonly #ports: CopyPorts;
  readonly #reader: SourceReader;
  readonly #resumed: number;
  readonly #leaves: Uint8Array[];
  readonly #free: ArrayBuffer[] = [];
  readonly #returned: RingChunk[] = [];
  readonly #scratch = new Uint8Array(CHUNK_BYTES);
  #made = 0;
  #bytes: number;
  #end: RingEnd | null = null;

  constructor(start: CopyStart, ports: CopyPorts, reader: SourceReader, resumed: number) {
    this.#start = start;
    this.#ports = ports;
    this.#reader = reader;
    this.#resumed = resumed;
    this.#leaves = (start.resume?.leaves ?? []).map(fromHex);
    this.#bytes = resumed * CHUNK_BYTES;
  }

  async run(): Promise<CopyDone> {
    const { sizeBytes } = this.#start.expected;
    // Sized beforehand: growing a file chunk by chunk is slower, and a full disk shows now rather than at the end.
    if (this.#start.source.kind === 'blob') this.#ports.part.truncate(sizeBytes);
    this.#ports.report(this.#bytes);
    for (let index = this.#resumed; ; index++) {
      if (this.#ports.aborted()) throw new CopyAborted();
      const { buffer, length } = await this.#reader.fill(await this.#takeBuffer());
      if (length === 0) break;
      this.#write(new Uint8Array(buffer, 0, length));
      const save = (index + 1) % SEGMENT_CHUNKS === 0 && length === CHUNK_BYTES;
      this.#ports.send({ kind: 'chunk', index, buffer, length, save });
      if (length < CHUNK_BYTES) break;
    }
    this.#ports.send({ kind: 'end' });
    while (this.#end === null) await this.#settle(await this.#ports.receive());
    return this.#finish(this.#end);
  }

  #write(bytes: Uint8Array<ArrayBuffer>): void {
    const written = this.#ports.part.write(bytes, { at: this.#bytes });
    if (written !== bytes.byteLength) throw new Fault('buffer-full', { offset: this.#bytes });
    this.#bytes += bytes.byteLength;
    if (this.#bytes > this.#start.expected.sizeBytes) throw new Fault('item-changed', { sizeBytes: this.#bytes });
  }

  async #takeBuffer(): Promise<ArrayBuffer> {
    for (;;) {
      const free = this.#free.pop();
      if (free !== undefined) return free;
      if (this.#made < RING_BUFFERS) {
        this.#made += 1;
        return new ArrayBuffer(CHUNK_BYTES);
      }
      await this.#settle(await this.#ports.receive());
    }
  }

  /** A chunk came round: once its segment is complete it is flushed, read back, compared and checkpointed. */
  async #settle(message: RingMessage): Promise<void> {
    if (message.kind === 'end') {
      this.#check();
      this.#end = message;
      return;
    }
    if (message.leaf !== undefined) this.#leaves.push(message.leaf);
    this.#returned.push(message);
    if (!message.save) return;
    this.#check();
    const { sha256State, sm3State } = message;
    if (sha256State === undefined || sm3State === undefined) throw new Error('a digest worker saved no state');
    await this.#ports.keep(this.#checkpoint(message.index + 1, sha256State, sm3State));
  }

  #check(): void {
    if (this.#returned.length === 0) return;
    this.#ports.part.flush();
    for (const { index, buffer, length } of this.#returned.splice(0)) {
      const kept = new Uint8Array(buffer, 0, length);
      const read = this.#scratch.subarray(0, length);
      const count = this.#ports.part.read(read, { at: index * CHUNK_BYTES });
      if (count !== length || !sameBytes(kept, read)) throw new Fault('read-back-mismatch', { chunk: index });
      this.#free.push(buffer);
      this.#ports.report(index * CHUNK_BYTES + length);
    }
  }

  #checkpoint(chunks: number, sha256: Uint8Array, sm3: Uint8Array): Checkpoint {
    return {
      version: 1,
      chunks,
      sizeBytes: this.#start.expected.sizeBytes,
      modifiedAt: this.#start.expected.modifiedAt,
      leaves: this.#leaves.map(toHex),
      sha256: toBase64url(sha256),
      sm3: toBase64url(sm3),
    };
  }

  async #finish({ sha256, sm3 }: RingEnd): Promise<CopyDone> {
    if (sha256 === undefined || sm3 === undefined) throw new Error('a digest worker gave no digest');
    if (this.#bytes !== this.#start.expected.sizeBytes) throw new Fault('item-changed', { sizeBytes: this.#bytes });
    this.#ports.part.flush();
    const tree = await treeSha256(this.#leaves);
    return { sha256, sm3, treeSha256: tree, sizeBytes: this.#bytes, resumedChunks: this.#resumed };
  }
}

/** Four bytes at a time where both begin on a word; the tail byte by byte. */
function sameBytes(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): boolean {
  const words = a.byteLength >> 2;
  const wordsOfA = new Int32Array(a.buffer, a.byteOffset, words);
  const wordsOfB = new Int32Array(b.buffer, b.byteOffset, words);
  for (let i = 0; i < words; i++) if (wordsOfA[i] !== wordsOfB[i]) return false;
  for (let i = words * 4; i < a.byteLength; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A checkpoint is followed only for the same file: size and time agree, and its first chunk still hashes to the first leaf. */
export async function fitsSource(
  checkpoint: Checkpoint,
  start: Pick<CopyStart, 'source' | 'expected'>,
): Promise<boolean> {
  const { expected, source } = start;
  if (checkpoint.version !== 1 || checkpoint.chunks < 1) return false;
  if (checkpoint.sizeBytes !== expected.sizeBytes || checkpoint.modifiedAt !== expected.modifiedAt) return false;
  if (checkpoint.leaves.length !== checkpoint.chunks || checkpoint.chunks * CHUNK_BYTES > expected.sizeBytes)
    return false;
  if (fromBase64url(checkpoint.sha256).byteLength === 0 || source.kind !== 'blob') return false;
  const first = await source.blob.slice(0, CHUNK_BYTES).arrayBuffer();
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', first))) === checkpoint.leaves[0];
}
