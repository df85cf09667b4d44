import { toBase64url } from '../../../base/base64url.ts';
import { Fault } from '../../../base/fault.ts';
import { fromHex, toHex } from '../../../base/hex.ts';
import { treeSha256 } from '../tree-sha256.ts';
import type { Checkpoint, CopyDone, CopyStart, RingChunk, RingEnd, RingMessage } from './protocol.ts';
import type { SourceReader } from './source-reader.ts';

/** The part file: a sync access handle, or a double. */
export interface PartFile {
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  read(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
}

export interface CopyPorts {
  /** Stands at the first byte that is not copied yet. */
  readonly reader: SourceReader;
  /** null: the source is only digested. */
  readonly part: PartFile | null;
  readonly send: (message: RingMessage) => void;
  /** The next message that came round the ring. */
  readonly receive: () => Promise<RingMessage>;
  readonly keep: (checkpoint: Checkpoint) => Promise<void>;
  /** Bytes that have been through everything, from the start of the file. */
  readonly report: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** Measured: Chromium on Linux writes 4 MiB at once up to ten times slower than the same in four pieces. */
const WRITE_BYTES = 1024 * 1024;

export type CopyTask = Pick<CopyStart, 'expected' | 'openEnded' | 'wants' | 'resume' | 'known' | 'plan'>;

/**
 * Copies, digests and reads back one file in one pass; a resumed one starts at its last checkpoint. Throws `Fault`, what
 * the part file throws, and the reason of `signal`.
 */
export const copyFile = (task: CopyTask, ports: CopyPorts): Promise<CopyDone> => new CopyRun(task, ports).run();

class CopyRun {
  readonly #task: CopyTask;
  readonly #ports: CopyPorts;
  readonly #leaves: Uint8Array[];
  readonly #free: ArrayBuffer[] = [];
  /** Back from the digests, not yet compared with the part file. */
  readonly #returned: RingChunk[] = [];
  readonly #scratch: Uint8Array<ArrayBuffer>;
  #made = 0;
  #bytes: number;

  constructor(task: CopyTask, ports: CopyPorts) {
    this.#task = task;
    this.#ports = ports;
    this.#leaves = (task.resume?.leaves ?? []).map(fromHex);
    this.#bytes = this.#leaves.length * task.plan.chunkBytes;
    this.#scratch = new Uint8Array(ports.part === null ? 0 : task.plan.chunkBytes);
  }

  async run(): Promise<CopyDone> {
    // Sized beforehand: growing a file chunk by chunk is slower, and a full disk shows now rather than at the end.
    if (!this.#task.openEnded) this.#ports.part?.truncate(this.#task.expected.sizeBytes);
    this.#ports.report(this.#bytes);
    while (await this.#sendChunk()) this.#ports.signal.throwIfAborted();
    // An earlier try may have left more behind than is copied now.
    if (this.#task.openEnded) this.#ports.part?.truncate(this.#bytes);
    else if (this.#bytes !== this.#task.expected.sizeBytes) throw new Fault('item-changed', { sizeBytes: this.#bytes });
    this.#ports.send({ kind: 'end' });
    for (;;) {
      const message = await this.#receive();
      if (message.kind === 'end') return this.#finish(message);
      await this.#settle(message);
    }
  }

  /** false: that was the last one. */
  async #sendChunk(): Promise<boolean> {
    const { chunkBytes, segmentChunks } = this.#task.plan;
    const index = this.#bytes / chunkBytes;
    const { buffer, length } = await this.#ports.reader.fill(await this.#takeBuffer());
    if (length === 0) return false;
    if (!this.#task.openEnded && this.#bytes + length > this.#task.expected.sizeBytes)
      throw new Fault('item-changed', { sizeBytes: this.#bytes + length });
    this.#write(new Uint8Array(buffer, 0, length));
    const save = (index + 1) % segmentChunks === 0 && length === chunkBytes;
    this.#ports.send({ kind: 'chunk', index, buffer, length, save });
    return length === chunkBytes;
  }

  #write(bytes: Uint8Array<ArrayBuffer>): void {
    for (let at = 0; at < bytes.byteLength; at += WRITE_BYTES) {
      const piece = bytes.subarray(at, at + WRITE_BYTES);
      const written = this.#ports.part?.write(piece, { at: this.#bytes }) ?? piece.byteLength;
      if (written !== piece.byteLength) throw new Fault('buffer-full', { offset: this.#bytes });
      this.#bytes += piece.byteLength;
    }
  }

  async #takeBuffer(): Promise<ArrayBuffer> {
    for (;;) {
      const free = this.#free.pop();
      if (free !== undefined) return free;
      if (this.#made < this.#task.plan.buffers) {
        this.#made += 1;
        return new ArrayBuffer(this.#task.plan.chunkBytes);
      }
      const message = await this.#receive();
      if (message.kind === 'end') throw new Error('the ring ended before its chunks came back');
      await this.#settle(message);
    }
  }

  async #receive(): Promise<RingMessage> {
    const message = await this.#ports.receive();
    this.#ports.signal.throwIfAborted();
    return message;
  }

  /** A chunk came round: once its segment is complete it is flushed, read back, compared and checkpointed. */
  async #settle(message: RingChunk): Promise<void> {
    if (message.leaf === undefined) throw new Error('a digest worker made no leaf');
    const known = this.#task.known;
    if (known !== null && known[message.index] !== toHex(message.leaf))
      throw new Fault('read-back-mismatch', { chunk: message.index });
    this.#leaves.push(message.leaf);
    this.#returned.push(message);
    if (this.#ports.part === null) return this.#release();
    if (!message.save) return;
    this.#compare(this.#ports.part);
    await this.#ports.keep(this.#checkpoint(message));
  }

  #compare(part: PartFile): void {
    part.flush();
    for (const { index, buffer, length } of this.#returned) {
      const read = this.#scratch.subarray(0, length);
      const count = part.read(read, { at: index * this.#task.plan.chunkBytes });
      if (count !== length || !sameBytes(new Uint8Array(buffer, 0, length), read))
        throw new Fault('read-back-mismatch', { chunk: index });
    }
    this.#release();
  }

  #release(): void {
    for (const { index, buffer, length } of this.#returned.splice(0)) {
      // A short buffer came from a reader that had to make its own.
      if (buffer.byteLength === this.#task.plan.chunkBytes) this.#free.push(buffer);
      this.#ports.report(index * this.#task.plan.chunkBytes + length);
    }
  }

  #checkpoint({ index, sha256State, sm3State }: RingChunk): Checkpoint {
    const states =
      sha256State === undefined || sm3State === undefined
        ? null
        : { sha256: toBase64url(sha256State), sm3: toBase64url(sm3State) };
    return {
      version: 1,
      chunks: index + 1,
      ...this.#task.expected,
      leaves: this.#leaves.map(toHex),
      states,
      ...(this.#task.openEnded ? { openEnded: true } : {}),
    };
  }

  async #finish({ sha256, sm3 }: RingEnd): Promise<CopyDone> {
    if (this.#ports.part !== null) this.#compare(this.#ports.part);
    const whole = sha256 === undefined || sm3 === undefined ? null : { sha256, sm3 };
    if (whole === null && this.#task.wants === 'all') throw new Error('a digest worker gave no digest');
    return {
      sizeBytes: this.#bytes,
      leaves: this.#leaves.map(toHex),
      treeSha256: await treeSha256(this.#leaves),
      whole,
    };
  }
}

/** Four bytes at a time, the tail byte by byte. Both must begin on a word. */
function sameBytes(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): boolean {
  const words = a.byteLength >> 2;
  const wordsOfA = new Int32Array(a.buffer, a.byteOffset, words);
  const wordsOfB = new Int32Array(b.buffer, b.byteOffset, words);
  for (let i = 0; i < words; i++) if (wordsOfA[i] !== wordsOfB[i]) return false;
  for (let i = words * 4; i < a.byteLength; i++) if (a[i] !== b[i]) return false;
  return true;
}
