import type { BoundedReader } from '../read/bounded-reader.ts';
import { u8, u32be, u64be, word } from '../read/bytes-at.ts';
import { type Box, boxAt, childBoxes } from './isobmff-boxes.ts';
import { tablesAreSane } from './isobmff-tables.ts';

/**
 * The outline of MP4 and MOV: top-level boxes. It answers what the demuxer does not: when the header says the movie was created,
 * whether the file ends before its boxes do, and whether its tables can be unfolded without harm.
 */
export interface BoxOutline {
  /** Whether there is an index; without one nothing can be played. */
  readonly indexed: boolean;
  /** Seconds since 1904 as the movie header has them; 0 and null: not set. */
  readonly createdSec: number | null;
  readonly truncated: boolean;
  /** False: keep the demuxer away from it. */
  readonly sane: boolean;
  /** Whether the demuxer can find the last fragment without a walk of its own. Always true of a file without fragments. */
  readonly endKnown: boolean;
}

/** Over an hour of fragments a second long. A walk over more of them would be a walk over the whole disk. */
const MAX_BOXES = 8192;
const MAX_FRAGMENT_HEADER_BYTES = 4 * 2 ** 20;

interface Walk {
  readonly movie: Box | null;
  readonly truncated: boolean;
  readonly sane: boolean;
  readonly finished: boolean;
}

/** `isLate` ends the walk over fragments early: on a slow disk each costs a seek. */
export async function outlineBoxes(reader: BoundedReader, isLate: () => boolean = () => false): Promise<BoxOutline> {
  const walk = await walkBoxes(reader, isLate);
  if (walk.movie === null) {
    return { indexed: false, createdSec: null, truncated: walk.finished, sane: walk.sane, endKnown: walk.finished };
  }
  const movie = await reader.read(walk.movie.contentAt, walk.movie.end);
  return {
    indexed: true,
    createdSec: createdIn(movie),
    truncated: walk.truncated,
    sane: walk.sane && tablesAreSane(movie),
    endKnown: walk.finished || (await hasFragmentIndex(reader)),
  };
}

async function walkBoxes(reader: BoundedReader, isLate: () => boolean): Promise<Walk> {
  let movie: Box | null = null;
  let sane = true;
  let at = 0;
  for (let n = 0; at < reader.sizeBytes; n++) {
    if (n >= MAX_BOXES || (n > 16 && isLate())) return { movie, truncated: false, sane, finished: false };
    const box = await boxAt(reader, at);
    // Zeros after the last box: clusters reserved by a camera that lost power before it wrote the index.
    if (box === null) break;
    if (box.name === 'moov') movie ??= box;
    if (box.end > reader.sizeBytes) return { movie, truncated: true, sane, finished: true };
    if (box.name === 'moof') sane &&= await fragmentIsSane(reader, box);
    at = box.end;
  }
  return { movie, truncated: movie === null, sane, finished: true };
}

async function fragmentIsSane(reader: BoundedReader, { contentAt, end }: Box): Promise<boolean> {
  return end - contentAt <= MAX_FRAGMENT_HEADER_BYTES && tablesAreSane(await reader.read(contentAt, end));
}

function createdIn(movie: Uint8Array): number | null {
  const header = childBoxes(movie).find((box) => box.name === 'mvhd')?.content;
  if (header === undefined || header.length < 12) return null;
  return u8(header, 0) === 1 ? u64be(header, 4) : u32be(header, 4);
}

/** An `mfro` box ends a file whose `mfra` index lists its fragments (ISO 14496-12 §8.8.11). */
async function hasFragmentIndex(reader: BoundedReader): Promise<boolean> {
  const tail = await reader.read(reader.sizeBytes - 16, reader.sizeBytes);
  return word(tail, 4) === 'mfro';
}
