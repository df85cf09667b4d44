import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePulledBlob } from '../../../../test/doubles/media-blob.ts';
import { mutants } from '../../../../test/footage/mutants.ts';
import { nameOf, readManifest, readVector } from '../../../../test/footage/vectors.ts';
import { FILE_NAME_PATTERNS } from '../../../domain/file-name.ts';
import { type Instant, toInstant } from '../../../domain/time.ts';
import { examine } from '../probe/engine.ts';
import { Unreadable } from '../read/bounded-reader.ts';
import { findSigns } from './find-signs.ts';

/** Clips a recorder could have written, and what ffmpeg makes of them when somebody edits. */
const run = promisify(execFile);
let folder: string;
const made = new Map<string, Uint8Array<ArrayBuffer>>();

/** Nothing of ffmpeg is left in it: bit-exact, and the encoder's own note in the pictures taken out. */
const CLEAN = ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'];
const NO_NOTE = ['-bsf:v', 'filter_units=remove_types=6'];
const FILM = ['-f', 'lavfi', '-i', 'testsrc=size=128x96:rate=25:duration=8', '-c:v', 'libx264', '-g', '25', '-bf', '0'];
const CREATED = ['-metadata', 'creation_time=2026-03-05T01:31:12Z'];

async function ffmpeg(name: string, args: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  await run('ffmpeg', ['-y', '-v', 'error', ...args, join(folder, name)]);
  const bytes = new Uint8Array(await readFile(join(folder, name)));
  made.set(name, bytes);
  return bytes;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luzheng-signs-'));
  const own = join(folder, 'recorder.mp4');
  await ffmpeg('recorder.mp4', [...FILM, '-pix_fmt', 'yuv420p', ...CLEAN, ...NO_NOTE, ...CREATED]);
  await ffmpeg('remuxed.mp4', ['-i', own, '-c', 'copy']);
  await ffmpeg('wrapped.mov', ['-i', own, '-c', 'copy', ...CLEAN]);
  await ffmpeg('trimmed.mp4', ['-ss', '2.6', '-i', own, '-c', 'copy', '-t', '5', ...CLEAN]);
  await ffmpeg('encoded.mp4', ['-i', own, '-c:v', 'libx264', '-vf', 'hue=s=0', ...CLEAN]);
  await ffmpeg('recorder.avi', [...FILM.slice(0, 4), '-c:v', 'mjpeg', ...CLEAN]);
  await ffmpeg('converted.avi', ['-i', own, '-c:v', 'mjpeg']);
  await ffmpeg('converted.ts', ['-i', own, '-c', 'copy']);
  await ffmpeg('recorder.jpg', [...FILM.slice(0, 4), '-frames:v', '1', ...CLEAN]);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string): Uint8Array<ArrayBuffer> => made.get(name) ?? new Uint8Array(0);

async function signsOf(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  modifiedAt: Instant | null = null,
  ownWriters: readonly string[] = [],
) {
  const blob = new Blob([bytes]);
  const patterns = FILE_NAME_PATTERNS;
  const facts = await examine({ blob, name, modifiedAt, patterns }, { ask: async () => null, report: () => undefined });
  return findSigns(blob, facts, { modifiedAt, ownWriters });
}

describe('traces of editing', () => {
  it('a clip as a recorder wrote it has none', async () => {
    const written = toInstant(Date.UTC(2026, 2, 5, 1, 31, 20));
    expect((await signsOf(file('recorder.mp4'), 'recorder.mp4', written)).traces).toEqual([]);
    expect((await signsOf(file('recorder.avi'), 'recorder.avi')).traces).toEqual([]);
    expect((await signsOf(file('recorder.jpg'), 'recorder.jpg')).traces).toEqual([]);
  });

  it.each(['remuxed.mp4', 'encoded.mp4', 'converted.avi', 'converted.ts'])(
    'the name of the program that wrote %s is found',
    async (name) => expect((await signsOf(file(name), name)).traces).toContain('editorTag'),
  );

  it('what the encoder of the model writes is no mark; another version of it, or another program, is', async () => {
    const tagged = file('remuxed.mp4');
    const own = /Lavf[\d.]+/.exec(Buffer.from(tagged).toString('latin1'))?.[0] ?? '';
    expect((await signsOf(tagged, 'remuxed.mp4')).writers).toContain(own);
    expect((await signsOf(tagged, 'remuxed.mp4', null, [own])).traces).toEqual([]);
    expect((await signsOf(tagged, 'remuxed.mp4', null, ['Lavf1.2.3'])).traces).toEqual(['editorTag']);
    expect((await signsOf(file('encoded.mp4'), 'encoded.mp4', null, [own])).traces).toContain('editorTag');
  });

  it('a film that was shortened without encoding it anew is longer inside than its header says', async () => {
    expect((await signsOf(file('trimmed.mp4'), 'trimmed.mp4')).traces).toContain('durationDiffers');
  });

  it('an AVI whose header says more pictures than its index lists', async () => {
    const bytes = file('recorder.avi').slice();
    // strh: length in frames at 32 of its content.
    const at = Buffer.from(bytes).indexOf('vids') + 32;
    new DataView(bytes.buffer).setUint32(at, 2_000, true);
    expect((await signsOf(bytes, 'a.avi')).traces).toEqual(['durationDiffers']);
  });

  it('a header that was created after it was last changed', async () => {
    const bytes = file('recorder.mp4').slice();
    const at = Buffer.from(bytes).indexOf('mvhd') + 4;
    const view = new DataView(bytes.buffer);
    view.setUint32(at + 4, view.getUint32(at + 8) + 3_600);
    expect((await signsOf(bytes, 'a.mp4')).traces).toEqual(['createdAfterModified']);
  });

  it('content that claims to be younger than its directory entry, whatever zone it may mean', async () => {
    const at = (hour: number, minute: number) => toInstant(Date.UTC(2026, 2, 4, hour, minute));
    // 01:31:12 read as Beijing time is 17:31:12 of the day before.
    expect((await signsOf(file('recorder.mp4'), 'a.mp4', at(17, 31))).traces).toEqual([]);
    expect((await signsOf(file('recorder.mp4'), 'a.mp4', at(17, 28))).traces).toEqual(['createdAfterModified']);
  });

  it('a cut-off recording is no edited one', async () => {
    const whole = await readVector('DCIM/101MEDIA/FAST0001.MP4');
    expect((await signsOf(whole, 'FAST0001.MP4')).traces).not.toContain('durationDiffers');
  });
});

describe('the print of what is inside', () => {
  const printOf = async (name: string) => (await signsOf(file(name), name)).print;

  it('is the same in another wrapper, and another for another film', async () => {
    const own = await printOf('recorder.mp4');
    expect(own).toMatch(/^[0-9a-f]{64}$/);
    expect(await printOf('remuxed.mp4')).toBe(own);
    expect(await printOf('wrapped.mov')).toBe(own);
    expect(await printOf('encoded.mp4')).not.toBe(own);
    expect(await printOf('trimmed.mp4')).not.toBe(own);
  });

  it('of a photograph does not follow its tags', async () => {
    const bytes = file('recorder.jpg');
    const tagged = new Uint8Array([...bytes.subarray(0, 2), 0xff, 0xfe, 0, 6, 65, 66, 67, 68, ...bytes.subarray(2)]);
    expect((await signsOf(tagged, 'b.jpg')).print).toBe(await printOf('recorder.jpg'));
    expect(await printOf('recorder.jpg')).not.toBeNull();
  });

  it('two clips that follow one another have different ones', async () => {
    const prints = await Promise.all(
      ['20260305_093112.MP4', '20260305_093114.MP4'].map(async (name) => {
        const bytes = await readVector(`DCIM/100MEDIA/${name}`);
        return (await signsOf(bytes, name)).print;
      }),
    );
    expect(new Set(prints).size).toBe(2);
  });
});

describe('hostile content', () => {
  it('wounded, cut and doubled footage is answered', async () => {
    const vectors = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const { path } of await readManifest()) vectors.set(path, await readVector(path));
    await fc.assert(
      fc.asyncProperty(mutants(vectors), async ({ path, bytes }) => {
        const { traces } = await signsOf(bytes, nameOf(path));
        expect(traces.length).toBeLessThanOrEqual(4);
      }),
      process.env.SOAK === '1' ? {} : { numRuns: 300, seed: 20260305 },
    );
  });

  it('a card pulled meanwhile is said', async () => {
    const bytes = file('recorder.mp4');
    const blob = new Blob([bytes]);
    const label = { name: 'a.mp4', modifiedAt: null, patterns: FILE_NAME_PATTERNS };
    const facts = await examine({ blob, ...label }, { ask: async () => null, report: () => undefined });
    await expect(
      findSigns(makePulledBlob(bytes, 1_500), facts, { modifiedAt: null, ownWriters: [] }),
    ).rejects.toBeInstanceOf(Unreadable);
  });
});
