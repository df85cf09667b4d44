import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { heicWithExif, withExif } from './exif.ts';

/** A card as body-worn recorders, phones and cameras leave it, made with ffmpeg. */

const run = promisify(execFile);

export interface FootageFile {
  /** Below the root, parts joined by `/`. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface FootageSize {
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
}

/** Small enough to be kept beside the tests. */
export const TINY: FootageSize = { seconds: 2, width: 128, height: 96 };
export const REAL: FootageSize = { seconds: 8, width: 640, height: 360 };

export async function hasFfmpeg(): Promise<boolean> {
  try {
    await run('ffmpeg', ['-version']);
    return true;
  } catch {
    return false;
  }
}

type Recipe = (make: Maker) => Promise<Buffer>;

interface Maker {
  readonly size: FootageSize;
  /** Runs ffmpeg with the arguments and gives what it wrote to a file of that name. */
  readonly ffmpeg: (name: string, args: readonly string[]) => Promise<Buffer>;
}

const EXACT = ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', '-threads', '1'];
const H264 = [
  '-c:v',
  'libx264',
  '-profile:v',
  'baseline',
  '-preset',
  'veryslow',
  '-crf',
  '40',
  '-g',
  '25',
  '-pix_fmt',
  'yuv420p',
];
const AAC = ['-c:a', 'aac', '-b:a', '16k', '-ac', '1', '-ar', '16000'];

function picture({ size }: Maker, from = 0): readonly string[] {
  const source = `testsrc=size=${size.width}x${size.height}:rate=25:duration=${from + size.seconds}`;
  return ['-f', 'lavfi', '-ss', String(from), '-i', source, '-t', String(size.seconds)];
}

const sound = ({ size }: Maker): readonly string[] => [
  '-f',
  'lavfi',
  '-i',
  `sine=frequency=440:sample_rate=16000:duration=${size.seconds}`,
];

const at = (time: string): readonly string[] => ['-metadata', `creation_time=${time}`];

/** H.264 and AAC in MP4, index at the end as cameras leave it. `time` goes into the UTC field of the header. */
const clip =
  (time: string, from: number, more: readonly string[] = []): Recipe =>
  (make) =>
    make.ffmpeg('clip.mp4', [...picture(make, from), ...sound(make), ...H264, ...AAC, ...at(time), ...more]);

const cut =
  (recipe: Recipe, keep: number): Recipe =>
  async (make) => {
    const whole = await recipe(make);
    return whole.subarray(0, Math.floor(whole.length * keep));
  };

const sidePhoto: Recipe = (make) => make.ffmpeg('still.jpg', [...picture(make), '-frames:v', '1', '-q:v', '12']);

const quickTime: Recipe = (make) =>
  make.ffmpeg('phone.mov', [
    ...picture(make),
    ...sound(make),
    ...H264,
    ...AAC,
    ...at('2026-03-05T01:40:00Z'),
    '-movflags',
    'use_metadata_tags',
    '-metadata',
    'com.apple.quicktime.make=Apple',
    '-metadata',
    'com.apple.quicktime.model=iPhone 13',
    '-metadata',
    'com.apple.quicktime.software=17.4',
    '-metadata',
    'com.apple.quicktime.creationdate=2026-03-05T09:40:00+0800',
    '-metadata',
    'com.apple.quicktime.location.ISO6709=+34.6197+112.4540+140.000/',
  ]);

/** Adaptive multi-rate, 12.2 kbit/s (RFC 4867 §5.3): 50 frames a second, each 32 bytes. No encoder is needed to count them. */
const amr: Recipe = async ({ size }) => {
  const frame = Buffer.alloc(32, 0x55);
  frame[0] = 0x3c;
  return Buffer.concat([Buffer.from('#!AMR\n', 'latin1'), ...Array.from({ length: size.seconds * 50 }, () => frame)]);
};

const EXIF = {
  make: 'SONY',
  model: 'DSC-RX100M7',
  software: 'DSC-RX100M7 v1.00',
  dateTimeOriginal: '2026:03:05 09:45:10',
  bodySerialNumber: '00004217',
} as const;

const text =
  (content: string): Recipe =>
  async () =>
    Buffer.from(content, 'utf8');

const WHOLE_CLIP = clip('2026-03-05T01:31:12Z', 0);
const avi: Recipe = (make) =>
  make.ffmpeg('old.avi', [
    ...picture(make),
    ...sound(make),
    '-t',
    String(make.size.seconds / 2),
    '-c:v',
    'mjpeg',
    '-q:v',
    '31',
    '-r',
    '5',
    '-c:a',
    'pcm_s16le',
    '-ar',
    '8000',
  ]);

/** Path on the card → how to make it. Paths come in the order a file manager shows them. */
const CARD: Readonly<Record<string, Recipe>> = {
  'DCIM/100MEDIA/20260305_093112.MP4': WHOLE_CLIP,
  'DCIM/100MEDIA/20260305_093114.MP4': clip('2026-03-05T01:31:14Z', 2),
  'DCIM/100MEDIA/DSC0001.JPG': async (make) =>
    withExif(await sidePhoto(make), { ...EXIF, latitude: 34.6197, longitude: 112.454 }),
  'DCIM/100MEDIA/DSC0002.JPG': async (make) =>
    withExif(await sidePhoto(make), { ...EXIF, dateTimeOriginal: '2026:03:05 09:46:00', offsetTimeOriginal: '+08:00' }),
  'DCIM/100MEDIA/FRAG0001.MP4': clip('2026-03-05T02:00:00Z', 0, ['-movflags', 'frag_keyframe+empty_moov']),
  'DCIM/100MEDIA/IMG_0003.JPG': sidePhoto,
  'DCIM/101MEDIA/DSC0001.JPG': async (make) =>
    withExif(await sidePhoto(make), { ...EXIF, dateTimeOriginal: '2026:03:05 15:20:30' }),
  'DCIM/101MEDIA/DSJ_20260305152100.MP4': clip('2026-03-05T15:21:00Z', 1),
  'DCIM/101MEDIA/FAST0001.MP4': cut(clip('2026-03-05T07:30:00Z', 0, ['-movflags', '+faststart']), 0.7),
  'DCIM/101MEDIA/CUT0001.MP4': cut(WHOLE_CLIP, 0.6),
  'DCIM/101MEDIA/CUT0002.JPG': cut(sidePhoto, 0.5),
  'DCIM/101MEDIA/HEVC0001.MP4': (make) =>
    make.ffmpeg('hevc.mp4', [
      ...picture(make),
      '-c:v',
      'libx265',
      '-crf',
      '45',
      '-tag:v',
      'hvc1',
      '-x265-params',
      'log-level=none:pools=none:frame-threads=1',
      ...at('2026-03-05T07:40:00Z'),
    ]),
  'DCIM/101MEDIA/IMG_0004.HEIC': async () =>
    heicWithExif({ ...EXIF, make: 'Apple', model: 'iPhone 13', latitude: 34.6197, longitude: 112.454 }),
  'DCIM/101MEDIA/IMG_0005.MOV': quickTime,
  'DCIM/101MEDIA/IMG_0006.PNG': (make) => make.ffmpeg('screen.png', [...picture(make), '-frames:v', '1']),
  'PRIVATE/00001.MTS': (make) =>
    make.ffmpeg('cam.ts', [...picture(make), ...sound(make), ...H264, ...AAC, '-f', 'mpegts']),
  'PRIVATE/00002.MPG': (make) =>
    make.ffmpeg('dvr.mpg', [
      ...picture(make),
      ...sound(make),
      '-t',
      String(make.size.seconds / 2),
      '-c:v',
      'mpeg1video',
      '-b:v',
      '60k',
      '-c:a',
      'mp2',
      '-b:a',
      '32k',
      '-ar',
      '16000',
      '-f',
      'vob',
    ]),
  'PRIVATE/CUT0001.AVI': cut(avi, 0.6),
  'PRIVATE/OLD00001.AVI': avi,
  'VOICE/20260305-101500.WAV': (make) =>
    make.ffmpeg('pen.wav', [
      ...sound(make),
      '-t',
      '1',
      '-c:a',
      'pcm_s16le',
      '-ar',
      '8000',
      '-metadata',
      'date=2026-03-05',
    ]),
  'VOICE/REC001.AMR': amr,
  'VOICE/REC002.MP3': (make) => make.ffmpeg('pen.mp3', [...sound(make), '-c:a', 'libmp3lame', '-b:a', '16k']),
  'VOICE/REC003.AAC': (make) => make.ffmpeg('pen.aac', [...sound(make), ...AAC, '-f', 'adts']),
  'VOICE/REC004.OGG': (make) =>
    make.ffmpeg('pen.ogg', [...sound(make), '-t', '1', '-c:a', 'libvorbis', '-q:a', '0', '-ar', '16000']),
  'SYSTEM/DEVICE.log': text('2026-03-05 09:31:12 REC START\n2026-03-05 09:33:16 REC STOP\n'),
  'SYSTEM/EMPTY.MP4': text(''),
  'SYSTEM/PORTAL.MP4': text('<!DOCTYPE html><html><head><title>Login</title></head><body>Sign in</body></html>\n'),
};

/** The same content under another name: one original, two sources. */
const DUPLICATES: Readonly<Record<string, string>> = {
  'BACKUP/20260305_093112 (1).MP4': 'DCIM/100MEDIA/20260305_093112.MP4',
};

/** Lays the card out below `dir`, which is made. Throws if ffmpeg is missing or an encoder fails. */
export async function makeFootage(dir: string, size: FootageSize = REAL): Promise<readonly FootageFile[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'luzheng-footage-'));
  const ffmpeg = async (name: string, args: readonly string[]): Promise<Buffer> => {
    const out = join(scratch, name);
    await run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args, ...EXACT, out]);
    return readFile(out);
  };
  try {
    for (const [path, recipe] of Object.entries(CARD)) await put(dir, path, await recipe({ size, ffmpeg }));
    for (const [path, original] of Object.entries(DUPLICATES))
      await put(dir, path, await readFile(join(dir, original)));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return listFootage(dir);
}

const VECTORS = fileURLToPath(new URL('../vectors/media', import.meta.url));

/** The card as it is kept beside the tests, for machines without ffmpeg. */
export async function copyVectors(dir: string): Promise<readonly FootageFile[]> {
  for (const path of PATHS) await put(dir, path, await readFile(join(VECTORS, path)));
  return listFootage(dir);
}

async function put(dir: string, path: string, bytes: Buffer): Promise<void> {
  const target = join(dir, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
}

const PATHS: readonly string[] = [...Object.keys(CARD), ...Object.keys(DUPLICATES)];

async function listFootage(dir: string): Promise<readonly FootageFile[]> {
  return Promise.all(
    PATHS.map(async (path) => {
      const file = join(dir, path);
      const sha256 = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return { path, sizeBytes: (await stat(file)).size, sha256 };
    }),
  );
}
