import { u32le, word } from '../read/bytes-at.ts';

/** Where one piece of one stream lies in the file. */
export interface StreamChunk {
  readonly stream: number;
  readonly at: number;
  readonly bytes: number;
}

const WINDOW_BYTES = 4 * 2 ** 20;
const HEAD_BYTES = 12;
/** Larger than any frame a recorder writes; more is a forged length. */
const MOST_CHUNK_BYTES = 64 * 2 ** 20;

/** A file read forward, a few megabytes at a time. */
export class WindowedBlob {
  readonly #blob: Blob;
  #from = 0;
  #bytes = new Uint8Array(0);

  constructor(blob: Blob) {
    this.#blob = blob;
  }

  get size(): number {
    return this.#blob.size;
  }

  /** Cut at the end of the file. */
  async read(at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const isIn = at >= this.#from && at + length <= this.#from + this.#bytes.length;
    if (!isIn) {
      const slice = this.#blob.slice(at, at + Math.max(length, WINDOW_BYTES));
      this.#bytes = new Uint8Array(await slice.arrayBuffer());
      this.#from = at;
    }
    return this.#bytes.subarray(at - this.#from, at - this.#from + length);
  }
}

/**
 * The pieces of streams in the order they lie in, from every `movi` list of the file (OpenDML has several). Ends where the file
 * does, or where nothing readable follows.
 */
export async function* chunksOfStreams(file: WindowedBlob): AsyncGenerator<StreamChunk, void> {
  let isInMovi = false;
  for (let at = 0; at + 8 <= file.size; ) {
    const head = await file.read(at, HEAD_BYTES);
    const id = word(head, 0);
    const bytes = u32le(head, 4);
    if (id === 'RIFF' || (id === 'LIST' && ['movi', 'rec '].includes(word(head, 8)))) {
      isInMovi ||= id === 'LIST';
      at += HEAD_BYTES;
      continue;
    }
    const found = isInMovi ? /^(\d\d)(?:dc|db|wb)$/.exec(id) : null;
    const isCut = at + 8 + bytes > file.size;
    // An empty one stands for the frame before, shown once more.
    if (found !== null && !isCut && bytes <= MOST_CHUNK_BYTES) yield { stream: Number(found[1]), at: at + 8, bytes };
    if (isCut || !/^[\x20-\x7e]{4}$/.test(id)) return;
    at += 8 + bytes + (bytes % 2);
  }
}
