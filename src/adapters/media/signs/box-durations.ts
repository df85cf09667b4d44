import { childBoxes } from '../formats/isobmff-boxes.ts';
import { u8, u32be, u64be } from '../read/bytes-at.ts';

/** What an MP4 or MOV says of its length and its times in two places each. `movie` is the content of its `moov` box. */
export interface MovieClaims {
  /** Length of the whole as its header states it. */
  readonly headerMs: number | null;
  /** Length of the longest track as its table of samples adds up. */
  readonly tableMs: number | null;
  /** How much of a track an edit list leaves out before the first picture that is shown. */
  readonly skippedMs: number;
  /** Seconds since 1904; null: not set. */
  readonly createdSec: number | null;
  readonly modifiedSec: number | null;
}

type Boxes = ReturnType<typeof childBoxes>;
const NONE = new Uint8Array(0);

const contentOf = (boxes: Boxes, ...path: readonly string[]): Uint8Array => {
  let content = NONE as Uint8Array;
  let among = boxes;
  for (const name of path) {
    content = among.find((box) => box.name === name)?.content ?? NONE;
    among = childBoxes(content);
  }
  return content;
};

/** `mvhd` and `mdhd` begin alike (ISO 14496-12 §8.2.2, §8.4.2): created, modified, timescale, duration. */
function headerOf(content: Uint8Array) {
  const wide = u8(content, 0) === 1;
  const [created, modified] = wide ? [u64be(content, 4), u64be(content, 12)] : [u32be(content, 4), u32be(content, 8)];
  const timescale = u32be(content, wide ? 20 : 12);
  const duration = wide ? u64be(content, 24) : u32be(content, 16);
  const unset = wide ? 2 ** 64 - 1 : 2 ** 32 - 1;
  return { created, modified, timescale, duration: duration >= unset ? 0 : duration };
}

const inMs = (units: number, timescale: number): number | null =>
  units > 0 && timescale > 0 ? (units * 1000) / timescale : null;

function tableMs(track: Uint8Array): number | null {
  const boxes = childBoxes(track);
  const { timescale } = headerOf(contentOf(boxes, 'mdia', 'mdhd'));
  const table = contentOf(boxes, 'mdia', 'minf', 'stbl', 'stts');
  // The table was held against its own box before anybody is led to it.
  const runs = Math.min(u32be(table, 4), Math.floor((table.length - 8) / 8));
  let units = 0;
  for (let n = 0; n < runs; n++) units += u32be(table, 8 + n * 8) * u32be(table, 12 + n * 8);
  return inMs(units, timescale);
}

/** Edit lists (ISO 14496-12 §8.6.6): a cut without encoding anew begins at a whole picture and hides what lies before the cut. */
function skippedMs(track: Uint8Array): number {
  const boxes = childBoxes(track);
  const { timescale } = headerOf(contentOf(boxes, 'mdia', 'mdhd'));
  const list = contentOf(boxes, 'edts', 'elst');
  const wide = u8(list, 0) === 1;
  const entryBytes = wide ? 20 : 12;
  const entries = Math.min(u32be(list, 4), Math.floor(Math.max(0, list.length - 8) / entryBytes));
  for (let n = 0; n < entries; n++) {
    const at = 8 + n * entryBytes;
    const mediaTime = wide ? u64be(list, at + 8) : u32be(list, at + 4);
    // An empty edit, which delays the track, has -1 there.
    if (mediaTime < (wide ? 2 ** 63 : 2 ** 31)) return inMs(mediaTime, timescale) ?? 0;
  }
  return 0;
}

export function movieClaims(movie: Uint8Array): MovieClaims {
  const boxes = childBoxes(movie);
  const header = headerOf(contentOf(boxes, 'mvhd'));
  const isFragmented = boxes.some(({ name }) => name === 'mvex');
  const tracks = boxes.filter(({ name }) => name === 'trak').map(({ content }) => content);
  const tables = tracks.map((track) => tableMs(track) ?? 0);
  return {
    // Of fragments the tables hold nothing, and the header of a recorder that writes them often neither.
    headerMs: isFragmented ? null : inMs(header.duration, header.timescale),
    tableMs: isFragmented || tables.length === 0 ? null : Math.max(...tables) || null,
    skippedMs: isFragmented ? 0 : Math.max(0, ...tracks.map(skippedMs)),
    createdSec: header.created || null,
    modifiedSec: header.modified || null,
  };
}
