import { toClaim } from '../../../domain/capture-claim.ts';
import type { CaptureClaim } from '../../../domain/records.ts';
import type { BoundedReader } from '../read/bounded-reader.ts';
import { cleanText, i32le, u16le, u32le, word } from '../read/bytes-at.ts';
import type { Finding } from './finding.ts';
import { type Chunk, chunksIn, chunkText, endsEarly } from './riff.ts';

/**
 * AVI 1.0 with OpenDML 1.02 headers. No maintained library for browsers reads it, and dashboard and older body-worn recorders
 * still write it; so its headers are read here, and only those.
 */

export interface AviStream {
  readonly kind: string;
  readonly handler: string;
  readonly scale: number;
  readonly rate: number;
  readonly length: number;
  readonly format: Uint8Array;
}

interface AviHeaders {
  streams: AviStream[];
  claim: CaptureClaim | null;
  software: string | null;
  totalFrames: number;
}

async function readHeaders(reader: BoundedReader): Promise<AviHeaders> {
  const headers: AviHeaders = { streams: [], claim: null, software: null, totalFrames: 0 };
  for await (const riff of chunksIn(reader, 0, reader.sizeBytes)) {
    if (riff.id !== 'RIFF') continue;
    for await (const chunk of chunksIn(reader, riff.contentAt, Math.min(riff.end, reader.sizeBytes))) {
      await takeChunk(reader, chunk, headers, 1);
    }
  }
  return headers;
}

/** In the order of the file, by which its pieces are numbered. */
export const aviStreams = async (reader: BoundedReader): Promise<readonly AviStream[]> =>
  (await readHeaders(reader)).streams;

export async function findInAvi(reader: BoundedReader): Promise<Finding> {
  const headers = await readHeaders(reader);
  const picture = headers.streams.find((stream) => stream.kind === 'vids');
  const sound = headers.streams.find((stream) => stream.kind === 'auds');
  const timed = picture ?? sound;
  return {
    mediaType: picture === undefined && sound !== undefined ? 'audio' : 'video',
    video: picture === undefined ? null : videoOf(picture),
    audio: sound === undefined ? null : audioOf(sound),
    ...durationOf(timed, headers.totalFrames),
    damaged: (await endsEarly(reader)) ? 'truncated' : timed === undefined ? 'malformed' : null,
    claims: headers.claim === null ? [] : [headers.claim],
    writtenBy: headers.software,
  };
}

async function takeChunk(reader: BoundedReader, chunk: Chunk, headers: AviHeaders, depth: number): Promise<void> {
  switch (chunk.form || chunk.id) {
    case 'hdrl':
    case 'odml':
    case 'INFO':
      if (depth > 3) return;
      for await (const inner of chunksIn(reader, chunk.contentAt, Math.min(chunk.end, reader.sizeBytes))) {
        await takeChunk(reader, inner, headers, depth + 1);
      }
      return;
    case 'strl':
      headers.streams.push(await streamOf(reader, chunk));
      return;
    case 'dmlh':
      headers.totalFrames = u32le(await reader.read(chunk.contentAt, chunk.contentAt + 4), 0);
      return;
    case 'IDIT':
    case 'ICRD':
      headers.claim ??= toClaim(fromDateText(await chunkText(reader, chunk)), 'container', 'local');
      return;
    case 'ISFT':
      headers.software ??= cleanText(await chunkText(reader, chunk));
      return;
    default:
  }
}

async function streamOf(reader: BoundedReader, list: Chunk): Promise<AviStream> {
  let header: Uint8Array = new Uint8Array(0);
  let format: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunksIn(reader, list.contentAt, Math.min(list.end, reader.sizeBytes))) {
    if (chunk.id === 'strh') header = await reader.read(chunk.contentAt, Math.min(chunk.end, chunk.contentAt + 56));
    if (chunk.id === 'strf') format = await reader.read(chunk.contentAt, Math.min(chunk.end, chunk.contentAt + 64));
  }
  return {
    kind: word(header, 0),
    handler: word(header, 4),
    scale: u32le(header, 20),
    rate: u32le(header, 24),
    length: u32le(header, 32),
    format,
  };
}

function durationOf(stream: AviStream | undefined, totalFrames: number): Finding {
  if (stream === undefined || stream.rate === 0 || stream.scale === 0) return {};
  // Beyond 1 GB the old header counts the first part only; OpenDML's counts all frames.
  const units = stream.kind === 'vids' ? Math.max(stream.length, totalFrames) : stream.length;
  const durationMs = Math.round((units * stream.scale * 1000) / stream.rate);
  return units === 0 || !Number.isSafeInteger(durationMs) ? {} : { durationMs, durationFrom: 'header' };
}

const PICTURE_CODECS: Readonly<Record<string, string>> = {
  MJPG: 'mjpeg',
  JPEG: 'mjpeg',
  H264: 'h264',
  X264: 'h264',
  AVC1: 'h264',
  H265: 'hevc',
  HEVC: 'hevc',
  XVID: 'mpeg4',
  DIVX: 'mpeg4',
  DX50: 'mpeg4',
  FMP4: 'mpeg4',
  MP4V: 'mpeg4',
  DVSD: 'dvvideo',
  DV25: 'dvvideo',
};

export function pictureCodec({ format, handler }: Pick<AviStream, 'format' | 'handler'>): string | null {
  const compression = word(format, 16).toUpperCase();
  const fourCc = /^[\x20-\x7e]{4}$/.test(compression) ? compression : handler.toUpperCase();
  return PICTURE_CODECS[fourCc] ?? cleanText(fourCc);
}

function videoOf(stream: AviStream): NonNullable<Finding['video']> {
  const { format, rate, scale } = stream;
  const frameRate = scale === 0 || rate / scale > 100_000 ? null : Math.round((rate / scale) * 1000) / 1000;
  return {
    codec: pictureCodec(stream),
    width: Math.min(Math.abs(i32le(format, 4)), 1_000_000),
    height: Math.min(Math.abs(i32le(format, 8)), 1_000_000),
    rotation: 0,
    frameRate,
  };
}

/** Format tags of `mmreg.h`, under the names ffprobe gives. PCM depends on its width. */
const SOUND_CODECS: Readonly<Record<number, string>> = {
  2: 'adpcm_ms',
  6: 'pcm_alaw',
  7: 'pcm_mulaw',
  17: 'adpcm_ima_wav',
  80: 'mp2',
  85: 'mp3',
  255: 'aac',
  8192: 'ac3',
};

export function audioOf({ format }: Pick<AviStream, 'format'>): NonNullable<Finding['audio']> {
  const tag = u16le(format, 0);
  const bits = u16le(format, 14);
  const codec = tag === 1 ? (bits === 8 ? 'pcm_u8' : `pcm_s${bits}le`) : (SOUND_CODECS[tag] ?? null);
  return { codec, channels: u16le(format, 2), sampleRate: u32le(format, 4) };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Thu Mar 05 09:31:12 2026` as C's `asctime` writes it, or digits in year order. Text of any other form is left alone. */
export function fromDateText(text: string): string | null {
  const digits = /^\s*(\d{4})[-:/.](\d\d)[-:/.](\d\d)[ T]+(\d\d:\d\d:\d\d)/.exec(text);
  if (digits !== null) return `${digits[1]}-${digits[2]}-${digits[3]}T${digits[4]}`;
  const asctime = /^\s*[a-z]{3},?\s+([a-z]{3})\s+(\d{1,2})\s+(\d\d:\d\d:\d\d)\s+(\d{4})/i.exec(text);
  const month = MONTHS.indexOf(asctime?.[1]?.toLowerCase() ?? '') + 1;
  if (asctime === null || month === 0) return null;
  return `${asctime[4]}-${String(month).padStart(2, '0')}-${asctime[2]?.padStart(2, '0')}T${asctime[3]}`;
}

/** The first complete frame of motion JPEG, to make a small picture of; null if there is none in the first 8 MiB. */
export async function firstJpegFrame(reader: BoundedReader): Promise<Uint8Array<ArrayBuffer> | null> {
  const riff = (await chunksIn(reader, 0, reader.sizeBytes).next()).value;
  if (!riff) return null;
  for await (const list of chunksIn(reader, riff.contentAt, reader.sizeBytes)) {
    if (list.form !== 'movi') continue;
    for await (const frame of chunksIn(reader, list.contentAt, Math.min(list.end, reader.sizeBytes))) {
      const picture = /^\d\dd[bc]$/.test(frame.id) && frame.end - frame.contentAt > 4;
      if (picture && frame.end - frame.contentAt <= 8 * 2 ** 20) return reader.read(frame.contentAt, frame.end);
    }
  }
  return null;
}
