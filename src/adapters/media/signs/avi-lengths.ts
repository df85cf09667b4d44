import { chunksIn } from '../formats/riff.ts';
import type { BoundedReader } from '../read/bounded-reader.ts';
import { u32le, word } from '../read/bytes-at.ts';

/** An AVI whose index is larger has over a million chunks. */
const MOST_INDEX_BYTES = 16 * 2 ** 20;

interface Headers {
  scale: number;
  rate: number;
  frames: number;
  /** OpenDML keeps its own index in parts; the old one then covers the first gigabyte only. */
  hasExtended: boolean;
}

/** Length of the pictures as the header states it and as the index counts them; null where there is no old index to count. */
export async function aviLengths(
  reader: BoundedReader,
): Promise<{ readonly headerMs: number | null; readonly tableMs: number | null } | null> {
  const riff = (await chunksIn(reader, 0, reader.sizeBytes).next()).value;
  if (!riff) return null;
  const headers: Headers = { scale: 0, rate: 0, frames: 0, hasExtended: false };
  let counted: number | null = null;
  for await (const chunk of chunksIn(reader, riff.contentAt, Math.min(riff.end, reader.sizeBytes))) {
    if (chunk.form === 'hdrl') await takeHeaders(reader, chunk.contentAt, chunk.end, headers);
    if (chunk.id === 'idx1' && chunk.end - chunk.contentAt <= MOST_INDEX_BYTES) {
      counted = countPictures(await reader.read(chunk.contentAt, chunk.end));
    }
  }
  if (headers.hasExtended || counted === null || headers.rate === 0) return null;
  const ms = (frames: number): number | null => (frames === 0 ? null : (frames * headers.scale * 1000) / headers.rate);
  return { headerMs: ms(headers.frames), tableMs: ms(counted) };
}

async function takeHeaders(reader: BoundedReader, from: number, to: number, headers: Headers): Promise<void> {
  for await (const chunk of chunksIn(reader, from, Math.min(to, reader.sizeBytes))) {
    if (chunk.form === 'odml') headers.hasExtended = true;
    if (chunk.form === 'strl') await takeHeaders(reader, chunk.contentAt, chunk.end, headers);
    if (chunk.id !== 'strh') continue;
    const header = await reader.read(chunk.contentAt, Math.min(chunk.end, chunk.contentAt + 56));
    if (word(header, 0) !== 'vids' || headers.rate !== 0) continue;
    headers.scale = u32le(header, 20);
    headers.rate = u32le(header, 24);
    headers.frames = u32le(header, 32);
  }
}

/** Entries of the first stream of pictures: `00dc`, `00db`, and the like of other streams. */
function countPictures(index: Uint8Array): number {
  let stream: string | null = null;
  let pictures = 0;
  for (let at = 0; at + 16 <= index.length; at += 16) {
    const id = word(index, at);
    if (!/^\d\dd[bc]$/.test(id)) continue;
    stream ??= id.slice(0, 2);
    if (id.startsWith(stream)) pictures += 1;
  }
  return pictures;
}
