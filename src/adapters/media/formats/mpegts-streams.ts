import { u8, u16be } from '../read/bytes-at.ts';

/**
 * What the program map of a transport stream (ISO 13818-1 §2.4.4) says is in it. The demuxer leaves out what it does not read,
 * and a film of MPEG-2 would be taken for a recording of sound.
 */
export interface ProgramStreams {
  /** Names as ffprobe gives them; null: there is none. */
  readonly video: string | null;
  readonly audio: string | null;
  /** Of MPEG-2 and MPEG-1, whose sequence header says it; null: not found. */
  readonly picture: { readonly width: number; readonly height: number } | null;
}

/** Stream types of Table 2-34 and of the makers' own. 0x80 and above are so on discs and cards of AVCHD. */
const VIDEO: Readonly<Record<number, string>> = {
  1: 'mpeg1video',
  2: 'mpeg2video',
  16: 'mpeg4',
  27: 'h264',
  36: 'hevc',
  66: 'cavs',
  210: 'avs2',
};
/** Layers I and II of MPEG sound and layer III go by one number; recorders write layer II. */
const AUDIO: Readonly<Record<number, string>> = {
  3: 'mp2',
  4: 'mp2',
  15: 'aac',
  17: 'aac',
  128: 'pcm_bluray',
  129: 'ac3',
  130: 'dts',
  131: 'truehd',
  132: 'eac3',
  135: 'eac3',
};

export function programStreams(bytes: Uint8Array, stride: number): ProgramStreams | null {
  const map = mapOf(bytes, stride);
  if (map === null) return null;
  const types = streamTypes(map);
  const named = (names: Readonly<Record<number, string>>): string | null =>
    types.flatMap((type) => names[type] ?? [])[0] ?? null;
  const video = named(VIDEO);
  return { video, audio: named(AUDIO), picture: video?.endsWith('video') === true ? sequenceSize(bytes) : null };
}

/** The table that starts in the first packet of `pid`, behind its pointer field. */
function tableOf(bytes: Uint8Array, stride: number, pid: number): Uint8Array | null {
  for (let at = 0; at + 188 <= bytes.length; at += stride) {
    const starts = (u8(bytes, at + 1) & 0x40) !== 0;
    if (u8(bytes, at) !== 0x47 || !starts || (u16be(bytes, at + 1) & 0x1fff) !== pid) continue;
    const adaptation = (u8(bytes, at + 3) & 0x20) === 0 ? 0 : 1 + u8(bytes, at + 4);
    const payloadAt = at + 4 + adaptation;
    const table = bytes.subarray(payloadAt + 1 + u8(bytes, payloadAt), at + 188);
    if (table.length > 12) return table;
  }
  return null;
}

function mapOf(bytes: Uint8Array, stride: number): Uint8Array | null {
  const programs = tableOf(bytes, stride, 0);
  if (programs === null) return null;
  const end = Math.min(programs.length, 3 + (u16be(programs, 1) & 0xfff) - 4);
  for (let at = 8; at + 4 <= end; at += 4) {
    // Program 0 is the network's own.
    if (u16be(programs, at) !== 0) return tableOf(bytes, stride, u16be(programs, at + 2) & 0x1fff);
  }
  return null;
}

function streamTypes(map: Uint8Array): readonly number[] {
  const end = Math.min(map.length, 3 + (u16be(map, 1) & 0xfff) - 4);
  const types: number[] = [];
  for (let at = 12 + (u16be(map, 10) & 0xfff); at + 5 <= end; at += 5 + (u16be(map, at + 3) & 0xfff))
    types.push(u8(map, at));
  return types;
}

/** ISO 13818-2 §6.2.2.1: twelve bits each way. */
function sequenceSize(bytes: Uint8Array): ProgramStreams['picture'] {
  for (let at = bytes.indexOf(0xb3); at !== -1; at = bytes.indexOf(0xb3, at + 1)) {
    if (bytes[at - 1] !== 1 || u16be(bytes, at - 3) !== 0) continue;
    const width = u16be(bytes, at + 1) >> 4;
    const height = u16be(bytes, at + 2) & 0xfff;
    if (width > 0 && height > 0) return { width, height };
  }
  return null;
}
