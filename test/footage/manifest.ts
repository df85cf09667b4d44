import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type FootageFile, makeFootage, TINY } from './make.ts';

/** What ffprobe says of a file: the second opinion our facts are held against. */
export interface SecondOpinion {
  readonly durationMs: number | null;
  readonly video: {
    readonly codec: string;
    readonly width: number;
    readonly height: number;
    readonly frameRate: number;
  } | null;
  readonly audio: { readonly codec: string; readonly channels: number; readonly sampleRate: number } | null;
}

export interface ManifestFile extends FootageFile {
  /** null: ffprobe cannot open it. */
  readonly ffprobe: SecondOpinion | null;
}

const run = promisify(execFile);

interface ProbedStream {
  readonly codec_type: string;
  readonly codec_name?: string;
  readonly width?: number;
  readonly height?: number;
  readonly avg_frame_rate?: string;
  readonly channels?: number;
  readonly sample_rate?: string;
}

interface Probed {
  readonly streams: readonly ProbedStream[];
  readonly format: { readonly duration?: string };
}

async function askFfprobe(file: string): Promise<SecondOpinion | null> {
  const args = ['-v', 'error', '-print_format', 'json', '-show_format', '-show_streams', file];
  let probed: Probed;
  try {
    probed = JSON.parse((await run('ffprobe', args)).stdout) as Probed;
  } catch {
    return null;
  }
  const video = probed.streams.find((stream) => stream.codec_type === 'video');
  const audio = probed.streams.find((stream) => stream.codec_type === 'audio');
  const seconds = Number(probed.format.duration);
  return {
    durationMs: Number.isFinite(seconds) ? Math.round(seconds * 1000) : null,
    video: video === undefined ? null : pictureOf(video),
    audio: audio === undefined ? null : soundOf(audio),
  };
}

function pictureOf(stream: ProbedStream): NonNullable<SecondOpinion['video']> {
  const [frames = 0, seconds = 1] = (stream.avg_frame_rate ?? '0/1').split('/').map(Number);
  return {
    codec: stream.codec_name ?? '',
    width: stream.width ?? 0,
    height: stream.height ?? 0,
    frameRate: Math.round((frames / seconds) * 1000) / 1000,
  };
}

const soundOf = (stream: ProbedStream): NonNullable<SecondOpinion['audio']> => ({
  codec: stream.codec_name ?? '',
  channels: stream.channels ?? 0,
  sampleRate: Number(stream.sample_rate ?? 0),
});

/** Makes the small card anew, with a manifest beside it. Another ffmpeg writes other bytes, so digests change with it. */
export async function makeVectors(dir: string): Promise<readonly ManifestFile[]> {
  const files = await makeFootage(dir, TINY);
  const manifest: ManifestFile[] = [];
  for (const file of files) manifest.push({ ...file, ffprobe: await askFfprobe(join(dir, file.path)) });
  await writeFile(join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
