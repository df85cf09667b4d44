import type { BoundedReader } from '../read/bounded-reader.ts';
import { word } from '../read/bytes-at.ts';
import type { Finding } from './finding.ts';

/** Bytes of a frame with its header, by frame type (3GPP TS 26.101 Table A.1b, 26.201); 0: no such type. */
const NARROW = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
const WIDE = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];
const FRAME_MS = 20;
/** Almost six hours; a longer one keeps its length to itself. */
const MAX_COUNTED_BYTES = 32 * 2 ** 20;

/** AMR in its storage format (RFC 4867 §5): no index, so the frames are counted. */
export async function findInAmr(reader: BoundedReader): Promise<Finding> {
  const magic = word(await reader.read(0, 9), 0, 9);
  const wide = magic === '#!AMR-WB\n';
  if (!wide && !magic.startsWith('#!AMR\n')) return { damaged: 'malformed' };
  const audio = { codec: wide ? 'amr_wb' : 'amr_nb', channels: 1, sampleRate: wide ? 16_000 : 8_000 };
  if (reader.sizeBytes > MAX_COUNTED_BYTES) return { audio };
  const counted = countFrames(await reader.read(0, reader.sizeBytes), wide ? 9 : 6, wide ? WIDE : NARROW);
  return { audio, durationMs: counted.frames * FRAME_MS, durationFrom: 'counted', damaged: counted.damaged };
}

function countFrames(
  bytes: Uint8Array,
  start: number,
  sizes: readonly number[],
): { readonly frames: number; readonly damaged: 'truncated' | 'malformed' | null } {
  let frames = 0;
  let at = start;
  while (at < bytes.length) {
    const size = sizes[((bytes[at] ?? 0) >> 3) & 15] ?? 0;
    if (size === 0) return { frames, damaged: 'malformed' };
    if (at + size > bytes.length) return { frames, damaged: 'truncated' };
    frames += 1;
    at += size;
  }
  return { frames, damaged: null };
}
