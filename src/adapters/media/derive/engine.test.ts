import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input, type StreamTargetChunk } from 'mediabunny';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOf, readVector } from '../../../../test/footage/vectors.ts';
import type { AskBrowser } from '../probe/can-play.ts';
import { derive, TOOL } from './engine.ts';
import { failureOf } from './failure.ts';

const PLAYS: AskBrowser = async () => true;
const PACKET = 188;

/** As camcorders write them: four bytes of time before each packet. */
const withTimes = (stream: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.concat(
      Array.from({ length: stream.length / PACKET }, (_, n) =>
        Buffer.concat([Buffer.alloc(4), stream.subarray(n * PACKET, (n + 1) * PACKET)]),
      ),
    ),
  );
const NO_ENCODERS = { picture: null, sound: null };

function memorySink() {
  let bytes = new Uint8Array(0);
  const sink = new WritableStream<StreamTargetChunk>({
    write: ({ data, position }) => {
      const end = Math.max(bytes.length, position + data.length);
      const grown = new Uint8Array(end);
      grown.set(bytes);
      grown.set(data, position);
      bytes = grown;
    },
  });
  return { sink, bytes: () => bytes };
}

async function make(bytes: Uint8Array<ArrayBuffer>, name: string, ask = PLAYS) {
  const { sink, bytes: written } = memorySink();
  const reports: number[] = [];
  const made = await derive(new Blob([bytes]), name, sink, {
    ask,
    encoders: NO_ENCODERS,
    report: (done) => reports.push(done),
  });
  return { made, written, reports };
}

/** The same stream with another type for its streams of type `from` in the program map, as camcorders have it for LPCM. */
function retyped(stream: Uint8Array, from: number, to: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(stream);
  for (let at = 0; at < bytes.length; at += PACKET) {
    const isMap = bytes[at + 5] === 2 && ((bytes[at + 1] ?? 0) & 0x40) !== 0;
    for (let entry = at + 17; isMap && entry + 5 < at + PACKET - 4; entry += 5 + (bytes[entry + 4] ?? 0))
      if (bytes[entry] === from) bytes[entry] = to;
  }
  return bytes;
}

/** Content of each packet of a film's picture and sound, in its order. */
async function packetsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, readonly string[]>> {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const found: Record<string, string[]> = {};
  for (const track of await input.getTracks()) {
    const list: string[] = [];
    for await (const packet of new EncodedPacketSink(track).packets())
      list.push(`${packet.timestamp.toFixed(3)} ${packet.data.length}`);
    found[track.type] = list;
  }
  return found;
}

it('the tool that is named is the one that is installed', async () => {
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  expect(TOOL).toBe(`Mediabunny ${dependencies.mediabunny}`);
});

it('a stream that the library passes over is lost, and not said to be absent', async () => {
  const stream = await readVector('PRIVATE/00001.MTS');
  const sound = await make(retyped(stream, 0x0f, 0x80), '00001.MTS');
  expect(sound.made).toMatchObject({ ok: true, value: { picture: 'kept', sound: 'lost' } });
  const picture = await make(retyped(stream, 0x1b, 0x02), '00001.MTS');
  expect(picture.made).toMatchObject({ ok: true, value: { picture: 'lost', sound: 'kept' } });
});

describe('派生件', () => {
  it.each(['PRIVATE/00001.MTS', 'DCIM/101MEDIA/IMG_0005.MOV', 'DCIM/100MEDIA/FRAG0001.MP4'])(
    '%s is put into an MP4 with every picture it has',
    async (path) => {
      const original = await readVector(path);
      const { made, written, reports } = await make(original, nameOf(path));
      expect(made).toMatchObject({ ok: true, value: { picture: 'kept', endsAtSec: null } });
      const [before, after] = [await packetsOf(original), await packetsOf(written())];
      expect(after.video).toHaveLength(before.video?.length ?? -1);
      expect(Math.max(...reports)).toBe(1);
      expect(new TextDecoder().decode(written().subarray(4, 8))).toBe('ftyp');
    },
  );

  it('a film that breaks off is made as far as it goes, and says so', async () => {
    const whole = await readVector('PRIVATE/00001.MTS');
    const { made, written } = await make(whole.slice(0, Math.floor(whole.length * 0.6)), '00001.MTS');
    expect(made).toMatchObject({ ok: true, value: { picture: 'kept' } });
    const [before, after] = [await packetsOf(whole), await packetsOf(written())];
    expect(after.video?.length).toBeGreaterThan(0);
    expect(after.video?.length).toBeLessThan(before.video?.length ?? 0);
    expect(made.ok && made.value.endsAtSec).toBeGreaterThan(0);
  });

  it('a stream cut between two packets has no end that anything tells of, and none is made up', async () => {
    const whole = await readVector('PRIVATE/00001.MTS');
    const cut = whole.slice(0, Math.floor((whole.length * 0.6) / PACKET) * PACKET);
    for (const stream of [cut, withTimes(cut), withTimes(whole)])
      expect((await make(stream, '00001.MTS')).made).toMatchObject({
        ok: true,
        value: { picture: 'kept', endsAtSec: null },
      });
    const { made } = await make(withTimes(cut).slice(0, -100), '00001.MTS');
    expect(made.ok && made.value.endsAtSec).toBeGreaterThan(0);
  });

  it('a film whose end is gone although its index is there ends where its bytes do', async () => {
    const fast = await readVector('DCIM/101MEDIA/FAST0001.MP4');
    const { made } = await make(fast.slice(0, fast.length - 1200), 'FAST0001.MP4');
    expect(made.ok).toBe(true);
  });

  it.each([
    ['DCIM/101MEDIA/CUT0001.MP4', 'no-index'],
    ['PRIVATE/00002.MPG', 'format-unread'],
    ['VOICE/REC001.AMR', 'format-unread'],
    ['SYSTEM/PORTAL.MP4', 'format-unread'],
    ['SYSTEM/EMPTY.MP4', 'format-unread'],
  ])('of %s none can be made, and it is said why: %s', async (path, code) => {
    const { made, written } = await make(await readVector(path), nameOf(path));
    expect(made).toEqual({ ok: false, refusal: { code } });
    expect(written()).toHaveLength(0);
  });

  it('streams that the browser neither plays nor decodes are left out, and all of them are a refusal', async () => {
    const film = await readVector('PRIVATE/00001.MTS');
    const soundOnly = await make(film, 'a.MTS', async ({ kind }) => kind === 'audio');
    expect(soundOnly.made).toMatchObject({ ok: true, value: { picture: 'lost', sound: 'kept' } });
    expect(Object.keys(await packetsOf(soundOnly.written()))).toEqual(['audio']);
    const none = await make(film, 'a.MTS', async () => false);
    expect(none.made).toEqual({ ok: false, refusal: { code: 'codec-unread' } });
  });

  it('forged tables are not unfolded', async () => {
    const film = await readVector('DCIM/100MEDIA/20260305_093112.MP4');
    const at = Buffer.from(film).indexOf('stsz') + 12;
    new DataView(film.buffer, film.byteOffset).setUint32(at, 0x7fff_ffff);
    expect((await make(film, 'a.MP4')).made).toEqual({ ok: false, refusal: { code: 'unreadable' } });
  });

  it('a full disk is a fault of the disk, not of the film', async () => {
    const sink = new WritableStream<StreamTargetChunk>({
      write: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const film = await readVector('PRIVATE/00001.MTS');
    const making = derive(new Blob([film]), 'a.MTS', sink, {
      ask: PLAYS,
      encoders: NO_ENCODERS,
      report: () => undefined,
    });
    expect(failureOf(await making.catch((error: unknown) => error))).toMatchObject({ code: 'buffer-full' });
  });
});

describe('AVI', () => {
  const run = promisify(execFile);
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luzheng-derive-'));
    const film = [
      '-f',
      'lavfi',
      '-i',
      'testsrc=size=128x96:rate=25:duration=3',
      '-f',
      'lavfi',
      '-i',
      'sine=duration=3',
    ];
    const picture = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-bf', '0', '-g', '25'];
    for (const [name, sound] of [
      ['mp3.avi', 'libmp3lame'],
      ['ulaw.avi', 'pcm_mulaw'],
      ['adpcm.avi', 'adpcm_ima_wav'],
    ] as const)
      await run('ffmpeg', [
        '-y',
        '-v',
        'error',
        ...film,
        ...picture,
        '-c:a',
        sound,
        '-ar',
        '44100',
        join(folder, name),
      ]);
    const reordered = [
      '-c:v',
      'libx264',
      '-pix_fmt',
      'yuv420p',
      '-bf',
      '2',
      '-x264-params',
      'b-adapt=0',
      '-g',
      '25',
      '-c:a',
      'libmp3lame',
    ];
    await run('ffmpeg', ['-y', '-v', 'error', ...film, ...reordered, join(folder, 'reordered.avi')]);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const avi = async (name: string) => new Uint8Array(await readFile(join(folder, name)));

  it('with H.264 and MP3 is put into an MP4 with every picture at its time', async () => {
    const { made, written, reports } = await make(await avi('mp3.avi'), 'a.avi');
    expect(made).toMatchObject({
      ok: true,
      value: { picture: 'kept', sound: 'kept', endsAtSec: null, skippedFrames: 0 },
    });
    const { video = [], audio = [] } = await packetsOf(written());
    expect(video).toHaveLength(75);
    const times = video.map((packet) => Number.parseFloat(packet));
    // The writer put one empty piece among the first: the frame before it stands for two.
    const steps = times.slice(1).map((time, n) => Math.round((time - (times[n] ?? 0)) * 25));
    expect(steps.filter((step) => step !== 1)).toEqual([2]);
    expect(audio.length).toBeGreaterThan(50);
    expect(Math.max(...reports)).toBe(1);
  });

  it('sound that nothing here can encode or read is left out, and said', async () => {
    for (const name of ['ulaw.avi', 'adpcm.avi'])
      expect((await make(await avi(name), 'a.avi')).made).toMatchObject({
        ok: true,
        value: { picture: 'kept', sound: 'lost' },
      });
  });

  it('cut off ends where its bytes do, and says where', async () => {
    const whole = await avi('mp3.avi');
    const { made, written } = await make(whole.slice(0, Math.floor(whole.length / 2)), 'a.avi');
    expect(made).toMatchObject({ ok: true, value: { picture: 'kept' } });
    expect(made.ok && made.value.endsAtSec).toBeGreaterThan(0.5);
    expect((await packetsOf(written())).video?.length).toBeLessThan(75);
  });

  it('whose pictures are stored out of their order is not shown in the wrong one: its sound alone is there, and that is said', async () => {
    const { made, written } = await make(await avi('reordered.avi'), 'a.avi');
    expect(made).toMatchObject({ ok: true, value: { picture: 'lost', sound: 'kept' } });
    expect(Object.keys(await packetsOf(written()))).toEqual(['audio']);
  });

  it('whose pictures nothing here reads is refused', async () => {
    const { made } = await make(await readVector('PRIVATE/OLD00001.AVI'), 'OLD00001.AVI');
    expect(made).toEqual({ ok: false, refusal: { code: 'codec-unread' } });
  });

  it('wounded is answered', async () => {
    const whole = await avi('mp3.avi');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 5), fc.uint8Array({ minLength: 4, maxLength: 4 }), async (at, bytes) => {
        const wounded = whole.slice();
        wounded.set(bytes, at);
        const { made } = await make(wounded, 'a.avi').catch((error: unknown) => ({ made: failureOf(error) }));
        expect(made).toBeDefined();
      }),
      { numRuns: 15 },
    );
  });
});
