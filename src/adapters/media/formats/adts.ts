import type { BoundedReader } from '../read/bounded-reader.ts';
import { u8, u16be, word } from '../read/bytes-at.ts';
import type { Finding } from './finding.ts';

/**
 * AAC in ADTS frames (ISO 13818-7 §6.2). Read here because a frame that claims to be empty makes the demuxer stand still and
 * fill the memory of the page.
 */

const SAMPLE_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
];
const SAMPLES_PER_BLOCK = 1024;
const HEADER_BYTES = 7;

/** Some five hours of speech are counted; of longer recordings the first part is, and the rest estimated. */
const MAX_COUNTED_BYTES = 32 * 2 ** 20;

export interface AdtsFinding {
  readonly finding: Finding;
  readonly codec: string | null;
}

export async function findInAdts(reader: BoundedReader): Promise<AdtsFinding> {
  const start = await afterId3(reader);
  const end = Math.min(reader.sizeBytes, start + MAX_COUNTED_BYTES);
  const bytes = await reader.read(start, end);
  const sampleRate = SAMPLE_RATES[(u8(bytes, 2) >> 2) & 15];
  if (!isFrame(bytes, 0) || sampleRate === undefined) return { finding: { damaged: 'malformed' }, codec: null };
  const channels = ((u8(bytes, 2) & 1) << 2) | (u8(bytes, 3) >> 6);
  const { blocks, countedBytes, damaged } = countBlocks(bytes, end === reader.sizeBytes);
  const countedMs = (blocks * SAMPLES_PER_BLOCK * 1000) / sampleRate;
  const whole = end === reader.sizeBytes;
  const durationMs = Math.round(
    whole ? countedMs : (countedMs * (reader.sizeBytes - start)) / Math.max(countedBytes, 1),
  );
  return {
    codec: `mp4a.40.${(u8(bytes, 2) >> 6) + 1}`,
    finding: {
      audio: { codec: 'aac', channels, sampleRate },
      ...(blocks === 0 ? {} : { durationMs, durationFrom: whole ? 'counted' : 'estimated' }),
      damaged,
    },
  };
}

/** ID3v2 writes its length in four bytes of seven bits. */
async function afterId3(reader: BoundedReader): Promise<number> {
  const head = await reader.read(0, 10);
  if (word(head, 0, 3) !== 'ID3') return 0;
  return 10 + [6, 7, 8, 9].reduce((length, at) => length * 128 + (u8(head, at) & 127), 0);
}

const isFrame = (bytes: Uint8Array, at: number): boolean => (u16be(bytes, at) & 0xfff6) === 0xfff0;

interface Count {
  readonly blocks: number;
  readonly countedBytes: number;
  readonly damaged: 'truncated' | 'malformed' | null;
}

function countBlocks(bytes: Uint8Array, whole: boolean): Count {
  let blocks = 0;
  let at = 0;
  const stop = (damaged: Count['damaged']): Count => ({ blocks, countedBytes: at, damaged: whole ? damaged : null });
  while (at < bytes.length) {
    if (at + HEADER_BYTES > bytes.length) return stop('truncated');
    const length = ((u8(bytes, at + 3) & 3) << 11) | (u8(bytes, at + 4) << 3) | (u8(bytes, at + 5) >> 5);
    if (!isFrame(bytes, at) || length < HEADER_BYTES) return stop('malformed');
    if (at + length > bytes.length) return stop('truncated');
    blocks += (u8(bytes, at + 6) & 3) + 1;
    at += length;
  }
  return stop(null);
}
