import {
  CustomSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputFormat,
  type InputVideoTrack,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  WAVE,
} from 'mediabunny';
import type { BoundedReader } from '../read/bounded-reader.ts';
import { cleanText } from '../read/bytes-at.ts';
import type { Finding } from './finding.ts';
import { findInTags } from './isobmff-tags.ts';

/**
 * Which demuxer reads what. Only the one the signature asks for is tried: guessing finds MP3 frames in noise. Matroska, WebM and
 * FLAC are left out: hardly a recorder writes them, and some damaged ones make their demuxers run for ever.
 */
const FORMATS: Readonly<Record<string, readonly InputFormat[]>> = {
  mp4: [MP4, QTFF],
  mov: [QTFF, MP4],
  mpegts: [MPEG_TS],
  wav: [WAVE],
  mp3: [MP3],
  ogg: [OGG],
};

export const formatsOf = (container: string): readonly InputFormat[] => FORMATS[container] ?? [];
export const hasDemuxer = (container: string): boolean => FORMATS[container] !== undefined;

/** Opens a file through the budget of `reader`. The caller disposes of it. */
export function openTracks(reader: BoundedReader, container: string): Input {
  const source = new CustomSource({
    getSize: () => reader.sizeBytes,
    // A read nobody waits for any more may fail too; `reader` remembers the reason.
    handleUnhandledError: () => undefined,
    read: (start, end) => reader.read(start, end),
    prefetchProfile: 'fileSystem',
  });
  return new Input({ source, formats: [...formatsOf(container)] });
}

/** Names ffprobe gives, where the library has others: whoever compares our facts will use it. */
const CODEC_NAMES: Readonly<Record<string, string>> = {
  avc: 'h264',
  ulaw: 'pcm_mulaw',
  alaw: 'pcm_alaw',
  'pcm-s16': 'pcm_s16le',
  'pcm-s24': 'pcm_s24le',
  'pcm-s32': 'pcm_s32le',
  'pcm-f32': 'pcm_f32le',
  'pcm-f64': 'pcm_f64le',
};

const codecName = (codec: string | null): string | null =>
  codec === null ? null : (CODEC_NAMES[codec] ?? codec.replaceAll('-', '_'));

/**
 * Each question is asked by itself: a file with a broken sound track still has a picture. null: it threw, or there is no answer.
 * Failures of the disk are kept by the reader, so nothing is lost here.
 */
async function attempt<T>(question: () => Promise<T>): Promise<T | null> {
  try {
    return await question();
  } catch {
    return null;
  }
}

/** Full codec strings of the tracks, to ask the browser about. */
export interface TrackCodecs {
  readonly video: string | null;
  readonly audio: string | null;
}

export interface TrackFinding {
  readonly finding: Finding;
  readonly codecs: TrackCodecs;
}

/** How far the demuxer may be led: to what the header says, to the first packets, or to the end of the file as well. */
export type Reach = 'header' | 'start' | 'end';

export async function findInTracks(reader: BoundedReader, container: string, reach: Reach): Promise<TrackFinding> {
  const input = openTracks(reader, container);
  try {
    const tracks = await attempt(() => input.getTracks());
    if (tracks === null) return { finding: { damaged: 'malformed' }, codecs: { video: null, audio: null } };
    const picture = (await attempt(() => input.getPrimaryVideoTrack())) ?? null;
    const sound = (await attempt(() => input.getPrimaryAudioTrack())) ?? null;
    const codecs = {
      video: picture === null ? null : await attempt(() => picture.getCodecParameterString()),
      audio: sound === null ? null : await attempt(() => sound.getCodecParameterString()),
    };
    const tags = await attempt(() => input.getMetadataTags());
    return {
      codecs,
      finding: {
        ...(picture !== null ? { mediaType: 'video' } : sound !== null ? { mediaType: 'audio' } : {}),
        mime: tracks.length === 0 ? null : mimeText(await attempt(() => input.getMimeType())),
        video: picture === null ? null : await videoOf(picture, reach),
        audio: sound === null ? null : await audioOf(sound),
        ...(tracks.length === 0 ? {} : await durationOf(input, { container, sizeBytes: reader.sizeBytes, reach })),
        ...findInTags(tags?.raw ?? {}),
      },
    };
  } finally {
    input.dispose();
  }
}

/** Type and subtype in small letters, as the registry has them; codec strings as they are. */
const mimeText = (mime: string | null): string | null =>
  cleanText(mime?.replace(/^[^;]*/, (type) => type.toLowerCase()));

/** Enough packets to tell 25 from 30 frames a second, few enough to cost nothing. */
const RATE_PACKETS = 60;

/** Pictures that are shown out of their order in the file stand at most so far from it: the last ones may lack a neighbour. */
const MOST_REORDERED = 16;

/**
 * From time stamp to time stamp: the length of a fragment's last frame is often a guess of the recorder. null where the steps
 * differ, as telephones slow down in the dark: no one number is right then.
 */
export function steadyRate(shown: readonly number[], isWhole: boolean): number | null {
  const times = [...shown].sort((a, b) => a - b);
  const sure = isWhole ? times : times.slice(0, Math.max(2, times.length - MOST_REORDERED));
  const steps = sure.slice(1).map((time, n) => time - (sure[n] ?? time));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)];
  if (usual === undefined || usual <= 0) return null;
  const odd = steps.filter((step) => Math.abs(step - usual) > usual / 4).length;
  const rate = Math.round((steps.length / ((sure.at(-1) ?? 0) - (sure[0] ?? 0))) * 1000) / 1000;
  return odd > steps.length / 10 || rate > 100_000 ? null : rate;
}

async function frameRateOf(track: InputVideoTrack): Promise<number | null> {
  const times: number[] = [];
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true })) {
    times.push(packet.timestamp);
    if (times.length > RATE_PACKETS) return steadyRate(times, false);
  }
  return steadyRate(times, true);
}

async function videoOf(track: InputVideoTrack, reach: Reach): Promise<NonNullable<Finding['video']>> {
  return {
    codec: codecName(await attempt(() => track.getCodec())),
    width: pixels(await attempt(() => track.getCodedWidth())),
    height: pixels(await attempt(() => track.getCodedHeight())),
    rotation: (await attempt(() => track.getRotation())) ?? 0,
    frameRate: reach === 'header' ? null : await attempt(() => frameRateOf(track)),
  };
}

const whole = (value: number | null): number =>
  Number.isSafeInteger(value) && value !== null && value > 0 ? value : 0;
const pixels = (value: number | null): number => Math.min(whole(value), 1_000_000);

async function audioOf(track: InputAudioTrack): Promise<NonNullable<Finding['audio']>> {
  return {
    codec: codecName(await attempt(() => track.getCodec())),
    channels: whole(await attempt(() => track.getNumberOfChannels())),
    sampleRate: whole(await attempt(() => track.getSampleRate())),
  };
}

/** Files of bare frames up to this size are counted to the end, longer ones estimated from their first frames. */
const MAX_COUNTED_BYTES = 32 * 2 ** 20;
const ESTIMATE_PACKETS = 500;

const inMs = (seconds: number | null): number | null => {
  const ms = Math.round((seconds ?? 0) * 1000);
  return Number.isSafeInteger(ms) && ms > 0 ? ms : null;
};

const stated = (durationMs: number | null, durationFrom: NonNullable<Finding['durationFrom']>): Finding =>
  durationMs === null ? {} : { durationMs, durationFrom };

interface Extent {
  readonly container: string;
  readonly sizeBytes: number;
  readonly reach: Reach;
}

async function durationOf(input: Input, { container, sizeBytes, reach }: Extent): Promise<Finding> {
  if (reach === 'header') return {};
  const bareFrames = container === 'mp3';
  if (bareFrames && sizeBytes > MAX_COUNTED_BYTES) return estimatedDuration(input, sizeBytes);
  if (!bareFrames) {
    const header = inMs(await attempt(() => input.getDurationFromMetadata()));
    if (header !== null) return stated(header, 'header');
  }
  if (reach !== 'end') return {};
  const end = await attempt(() => input.computeDuration());
  const first = (await attempt(() => input.getFirstTimestamp())) ?? 0;
  return stated(inMs(end === null ? null : end - Math.max(0, first)), 'counted');
}

async function estimatedDuration(input: Input, sizeBytes: number): Promise<Finding> {
  const track = await attempt(() => input.getPrimaryAudioTrack());
  const stats = track === null ? null : await attempt(() => track.computePacketStats(ESTIMATE_PACKETS));
  return stats === null || stats.averageBitrate <= 0
    ? {}
    : stated(inMs((sizeBytes * 8) / stats.averageBitrate), 'estimated');
}
