import { u8, u32be } from '../read/bytes-at.ts';
import { childBoxes, type InnerBox, splitBoxes } from './isobmff-boxes.ts';

/**
 * A gate before the demuxer. It unfolds run-length tables into one object a sample, so that one flipped bit in a count makes it fill
 * the memory of the whole page. A count that its own box cannot hold, or that no recording reaches, is a broken table.
 */

/** Of samples of one size, which have no table of sizes to be held against: eleven hours at 25 frames a second. */
const MAX_UNFOLDED_SAMPLES = 1_000_000;
/** A fragment holds seconds; even bare PCM has only 48,000 samples in one. */
const MAX_FRAGMENT_SAMPLES = 1_000_000;

/** Ten seconds of PCM at 96 kHz. */
const MAX_CHUNK_SAMPLES = 1_000_000;

/** Boxes of boxes the demuxer goes down into. */
const CONTAINERS = new Set(['trak', 'mdia', 'minf', 'stbl', 'traf', 'mvex', 'edts']);

/** `content` is that of a `moov` or `moof` box. */
export function tablesAreSane(content: Uint8Array, depth = 0): boolean {
  if (depth > 8) return false;
  let fragmentSamples = 0;
  const { boxes, tidy } = splitBoxes(content);
  // A box its parent cannot hold is skipped here, but not by the demuxer.
  if (!tidy) return false;
  for (const box of boxes) {
    if (box.name === 'udta' && !childBoxes(box.content).every(isTagSane)) return false;
    if (box.name === 'stbl' && !samplesAreSane(childBoxes(box.content))) return false;
    if (!isTagSane(box)) return false;
    if (box.name === 'trun') {
      const samples = runSamples(box.content);
      fragmentSamples += samples ?? MAX_FRAGMENT_SAMPLES + 1;
    }
    if (CONTAINERS.has(box.name) && !tablesAreSane(box.content, depth + 1)) return false;
  }
  return fragmentSamples <= MAX_FRAGMENT_SAMPLES;
}

const contentOf = (boxes: readonly InnerBox[], name: string): Uint8Array | null =>
  boxes.find((box) => box.name === name)?.content ?? null;

/** Bytes of one entry in tables that are a count and then entries (ISO 14496-12 §8.6, §8.7). */
const ENTRY_BYTES: Readonly<Record<string, number>> = { stts: 8, ctts: 8, stss: 4, stsc: 12, stco: 4, co64: 8 };

function samplesAreSane(boxes: readonly InnerBox[]): boolean {
  for (const { name, content } of boxes) {
    const entryBytes = ENTRY_BYTES[name];
    if (entryBytes !== undefined && u32be(content, 4) * entryBytes > content.length - 8) return false;
    // A table met twice is joined by the demuxer, so its sums would not be ours.
    if (entryBytes !== undefined && boxes.filter((box) => box.name === name).length > 1) return false;
    if (name === 'stsz' && u32be(content, 4) === 0 && u32be(content, 8) * 4 > content.length - 12) return false;
    if (name === 'stz2' && (u32be(content, 8) * u8(content, 7)) / 8 > content.length - 12) return false;
  }
  return timesAreSane(boxes) && chunksAreSane(boxes);
}

function timesAreSane(boxes: readonly InnerBox[]): boolean {
  const times = contentOf(boxes, 'stts');
  const offsets = contentOf(boxes, 'ctts');
  // Without composition offsets the runs stay folded, and bare PCM has billions of samples by right.
  if (times === null || offsets === null) return true;
  const samples = samplesListed(boxes);
  return [times, offsets].every((table) => runsTotal(table) <= samples);
}

/** Samples of a track as its sizes list them; that table was held against its own box. */
function samplesListed(boxes: readonly InnerBox[]): number {
  const sizes = contentOf(boxes, 'stsz') ?? contentOf(boxes, 'stz2');
  const oneSize = contentOf(boxes, 'stsz') !== null && sizes !== null && u32be(sizes, 4) !== 0;
  const listed = sizes === null ? 0 : u32be(sizes, 8);
  return oneSize ? Math.min(listed, MAX_UNFOLDED_SAMPLES) : listed;
}

function runsTotal(table: Uint8Array): number {
  let samples = 0;
  for (let n = 0; n < u32be(table, 4); n++) samples += u32be(table, 8 + n * 8);
  return samples;
}

function chunksAreSane(boxes: readonly InnerBox[]): boolean {
  const table = contentOf(boxes, 'stsc');
  const offsets = contentOf(boxes, 'stco') ?? contentOf(boxes, 'co64');
  if (table === null || offsets === null) return true;
  const sizes = contentOf(boxes, 'stsz') ?? contentOf(boxes, 'stz2');
  const samplesAtMost = Math.min(MAX_CHUNK_SAMPLES, sizes === null ? 0 : u32be(sizes, 8));
  let previous = 0;
  for (let n = 0; n < u32be(table, 4); n++) {
    const first = u32be(table, 8 + n * 12);
    if (first <= previous || first > u32be(offsets, 4) + 1) return false;
    if (u32be(table, 12 + n * 12) > samplesAtMost) return false;
    previous = first;
  }
  return true;
}

/** Samples of a track run; null if its box cannot hold what it announces. */
function runSamples(content: Uint8Array): number | null {
  const flags = u32be(content, 0) & 0xffffff;
  const samples = u32be(content, 4);
  const perSample = [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length * 4;
  const before = 8 + [0x1, 0x4].filter((flag) => (flags & flag) !== 0).length * 4;
  return samples * perSample > content.length - before || samples > MAX_FRAGMENT_SAMPLES ? null : samples;
}

const isTagSane = (box: InnerBox): boolean => box.name !== 'meta' || metaIsSane(box.content);

/** Keys of QuickTime metadata: each names its own length, eight bytes at least; a shorter one makes the demuxer step backwards. */
function metaIsSane(content: Uint8Array): boolean {
  const inner = u32be(content, 0) === 0 ? content.subarray(4) : content;
  const keys = contentOf(childBoxes(inner), 'keys');
  if (keys === null) return true;
  let at = 8;
  for (let n = 0; n < u32be(keys, 4); n++) {
    const size = u32be(keys, at);
    if (size < 8 || at + size > keys.length) return false;
    at += size;
  }
  return true;
}
