import { toClaim } from '../../../domain/capture-claim.ts';
import type { BoundedReader } from '../read/bounded-reader.ts';
import { cleanText, u8, u16le, u32le, word } from '../read/bytes-at.ts';
import type { Finding } from './finding.ts';

/**
 * The header of ASF, in which WMV and WMA come (Advanced Systems Format, revision 01.20). Older recorders and most older voice
 * recorders write it; no library for browsers reads it, and without its header a voice would pass for a film.
 */

const HEADER_BYTES = 30;
const MAX_OBJECTS = 64;
const MAX_HEADER_BYTES = 2 ** 20;

const FILE = 'a1dcab8c47a9cf118ee400c00c205365';
const STREAM = '9107dcb7b7a9cf118ee600c00c205365';
const SOUND = '409e69f84d5bcf11a8fd00805f5c442b';
const PICTURE = 'c0ef19bc4d5bcf11a8fd00805f5c442b';

const PICTURE_CODECS: Readonly<Record<string, string>> = {
  WMV1: 'wmv1',
  WMV2: 'wmv2',
  WMV3: 'wmv3',
  WVC1: 'vc1',
  MP42: 'msmpeg4v2',
  MP43: 'msmpeg4v3',
  H264: 'h264',
};
const SOUND_CODECS: Readonly<Record<number, string>> = {
  10: 'wmavoice',
  85: 'mp3',
  352: 'wmav1',
  353: 'wmav2',
  354: 'wmapro',
  355: 'wmalossless',
};

const guid = (bytes: Uint8Array, at: number): string =>
  Array.from({ length: 16 }, (_, n) =>
    u8(bytes, at + n)
      .toString(16)
      .padStart(2, '0'),
  ).join('');
const u64le = (bytes: Uint8Array, at: number): number => u32le(bytes, at) + u32le(bytes, at + 4) * 2 ** 32;

export async function findInAsf(reader: BoundedReader): Promise<Finding> {
  const start = await reader.read(0, HEADER_BYTES);
  const headerBytes = u64le(start, 16);
  const header = await reader.read(0, Math.min(headerBytes, MAX_HEADER_BYTES));
  let [timed, video, audio]: [Finding, Finding['video'], Finding['audio']] = [{}, null, null];
  let at = HEADER_BYTES;
  for (let n = 0; n < MAX_OBJECTS && at + 24 <= header.length; n++) {
    const object = header.subarray(at, at + Math.max(24, u64le(header, at + 16)));
    const kind = guid(object, 0);
    if (kind === FILE) timed = timesOf(object);
    if (kind === STREAM && guid(object, 24) === PICTURE) video ??= videoOf(object);
    if (kind === STREAM && guid(object, 24) === SOUND) audio ??= audioOf(object);
    at += object.length;
  }
  const isSound = video === null && audio !== null;
  return {
    ...(isSound ? { mediaType: 'audio', mime: 'audio/x-ms-wma' } : {}),
    video,
    audio,
    ...timed,
    damaged: headerBytes > reader.sizeBytes ? 'truncated' : video === null && audio === null ? 'malformed' : null,
  };
}

/** 100 nanoseconds since 1601. UTC by the specification; whoever has no zone writes local time. */
const MS_1601_TO_1970 = 11_644_473_600_000;

function timesOf(object: Uint8Array): Finding {
  const createdMs = u64le(object, 48) / 10_000 - MS_1601_TO_1970;
  const isTime = createdMs > 0 && createdMs < 2 ** 43;
  const claim = isTime ? toClaim(`${new Date(createdMs).toISOString().slice(0, 19)}Z`, 'container', 'unknown') : null;
  // What is played counts from the end of what is loaded beforehand.
  const durationMs = Math.round(u64le(object, 64) / 10_000 - u64le(object, 80));
  const isLength = durationMs > 0 && Number.isSafeInteger(durationMs);
  return {
    claims: claim === null ? [] : [claim],
    ...(isLength ? { durationMs, durationFrom: 'header' } : {}),
  };
}

const FORMAT_AT = 78;

function videoOf(object: Uint8Array): NonNullable<Finding['video']> {
  const fourCc = word(object, FORMAT_AT + 27).toUpperCase();
  return {
    codec: PICTURE_CODECS[fourCc] ?? cleanText(fourCc),
    width: Math.min(u32le(object, FORMAT_AT), 1_000_000),
    height: Math.min(u32le(object, FORMAT_AT + 4), 1_000_000),
    rotation: 0,
    frameRate: null,
  };
}

const audioOf = (object: Uint8Array): NonNullable<Finding['audio']> => ({
  codec: SOUND_CODECS[u16le(object, FORMAT_AT)] ?? null,
  channels: u16le(object, FORMAT_AT + 2),
  sampleRate: u32le(object, FORMAT_AT + 4),
});
