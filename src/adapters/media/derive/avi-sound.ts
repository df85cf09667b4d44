import { CustomSource, Input, MP3, WAVE } from 'mediabunny';
import { u16le, u32le } from '../read/bytes-at.ts';
import type { StreamChunk } from './avi-chunks.ts';

/** Format tags whose bytes a WAV would hold as they are (RFC 2361): PCM, A-law, µ-law. */
const AS_WAV = new Set([1, 6, 7]);
const MP3_TAG = 85;
const WAV_HEAD_BYTES = 44;

/** The pieces of one stream as if they lay behind one another, with `head` before them. */
function joined(file: Blob, chunks: readonly StreamChunk[], head: Uint8Array<ArrayBuffer>): CustomSource {
  const starts: number[] = [];
  let size = head.length;
  for (const { bytes } of chunks) {
    starts.push(size);
    size += bytes;
  }
  /** The last piece that begins at or before `at`. */
  const pieceAt = (at: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const read = async (start: number, end: number): Promise<Uint8Array> => {
    const parts: BlobPart[] = start < head.length ? [head.subarray(start, Math.min(end, head.length))] : [];
    for (let at = Math.max(start, head.length); at < end; ) {
      const index = pieceAt(at);
      const [piece, from] = [chunks[index], starts[index]];
      if (piece === undefined || from === undefined) break;
      const length = Math.min(end - at, from + piece.bytes - at);
      parts.push(file.slice(piece.at + at - from, piece.at + at - from + length));
      at += length;
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };
  return new CustomSource({ getSize: () => size, read, handleUnhandledError: () => undefined });
}

/** `format` is the stream's WAVEFORMAT. Lengths above 4 GiB do not fit; no sound of a recorder is that long. */
function wavHead(format: Uint8Array, dataBytes: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(WAV_HEAD_BYTES);
  const view = new DataView(head.buffer);
  const put = (at: number, text: string) => head.set(new TextEncoder().encode(text), at);
  put(0, 'RIFF');
  view.setUint32(4, dataBytes + WAV_HEAD_BYTES - 8, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  head.set(format.subarray(0, 16), 20);
  put(36, 'data');
  view.setUint32(40, dataBytes, true);
  return head;
}

/** The sound of an AVI as a file of its own kind; null: of a kind that nothing here reads. The caller disposes of it. */
export function soundOf(file: Blob, all: readonly StreamChunk[], format: Uint8Array): Input | null {
  const chunks = all.filter(({ bytes }) => bytes > 0);
  const tag = u16le(format, 0);
  const isPlausible = u16le(format, 2) > 0 && u32le(format, 4) > 0;
  if (chunks.length === 0 || !isPlausible) return null;
  if (tag === MP3_TAG) return new Input({ source: joined(file, chunks, new Uint8Array(0)), formats: [MP3] });
  if (!AS_WAV.has(tag)) return null;
  const dataBytes = chunks.reduce((sum, { bytes }) => sum + bytes, 0);
  return new Input({ source: joined(file, chunks, wavHead(format, dataBytes)), formats: [WAVE] });
}
