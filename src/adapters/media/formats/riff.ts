import type { BoundedReader } from '../read/bounded-reader.ts';
import { u32le, word } from '../read/bytes-at.ts';

/** RIFF (Microsoft and IBM, 1991): chunks of id, length and content, padded to even; LIST chunks hold others. */
export interface Chunk {
  readonly id: string;
  /** Type of a LIST or RIFF chunk, otherwise empty. */
  readonly form: string;
  readonly contentAt: number;
  readonly end: number;
}

const MAX_CHUNKS = 4096;

/** The chunks between `start` and `end`, at most 4,096 of them. A chunk that runs past `end` is given and ends the walk. */
export async function* chunksIn(
  reader: BoundedReader,
  start: number,
  end: number,
): AsyncGenerator<Chunk, void, undefined> {
  let at = start;
  for (let n = 0; n < MAX_CHUNKS && at + 8 <= end; n++) {
    const head = await reader.read(at, at + 12);
    const id = word(head, 0);
    if (!/^[\x20-\x7e]{4}$/.test(id)) return;
    const bytes = u32le(head, 4);
    const list = id === 'LIST' || id === 'RIFF';
    yield { id, form: list ? word(head, 8) : '', contentAt: at + (list ? 12 : 8), end: at + 8 + bytes };
    at += 8 + bytes + (bytes % 2);
  }
}

/**
 * Whether the file is shorter than its own header says. Streamed files carry 0 or the largest number there, and RF64 says it
 * elsewhere: of those nothing is said.
 */
export async function endsEarly(reader: BoundedReader): Promise<boolean> {
  const head = await reader.read(0, 8);
  const bytes = u32le(head, 4);
  if (word(head, 0) !== 'RIFF' || bytes === 0 || bytes >= 0xffff_fff0) return false;
  return bytes + 8 > reader.sizeBytes;
}

/** Text of a chunk, up to 256 bytes, cut at the first NUL. */
export async function chunkText(reader: BoundedReader, chunk: Chunk): Promise<string> {
  const bytes = await reader.read(chunk.contentAt, Math.min(chunk.end, chunk.contentAt + 256));
  return word(bytes, 0, bytes.length).split('\0', 1)[0] ?? '';
}
