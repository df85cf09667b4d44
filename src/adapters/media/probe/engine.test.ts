import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCountedBlob, makePulledBlob } from '../../../../test/doubles/media-blob.ts';
import { mutants } from '../../../../test/footage/mutants.ts';
import { nameOf, readManifest, readVector } from '../../../../test/footage/vectors.ts';
import { FILE_NAME_PATTERNS } from '../../../domain/file-name.ts';
import { decodeMediaFacts, type MediaFacts } from '../../../domain/media-facts.ts';
import { toInstant } from '../../../domain/time.ts';
import { Unreadable } from '../read/bounded-reader.ts';
import { examine } from './engine.ts';

const GIB = 2 ** 30;
const vectors = new Map<string, Uint8Array<ArrayBuffer>>();
for (const { path } of await readManifest()) vectors.set(path, await readVector(path));
const vector = (path: string): Uint8Array<ArrayBuffer> => vectors.get(path) ?? new Uint8Array(0);
const FILM = 'DCIM/100MEDIA/20260305_093112.MP4';

const look = (blob: Blob, name: string, report: (facts: MediaFacts) => void = () => undefined): Promise<MediaFacts> =>
  examine({ blob, name, modifiedAt: null, patterns: FILE_NAME_PATTERNS }, { ask: async () => null, report });

describe('claims of capture time', () => {
  it('what the content claims goes before the name, and the name before the directory entry', async () => {
    const facts = await examine(
      {
        blob: new Blob([vector(FILM)]),
        name: '20260305_093112.MP4',
        modifiedAt: toInstant(Date.UTC(2026, 2, 5, 1, 33, 16)),
        patterns: FILE_NAME_PATTERNS,
      },
      { ask: async () => null, report: () => undefined },
    );
    expect(facts.captureClaims.map((claim) => claim.source)).toEqual(['container', 'file-name', 'mtime']);
    expect(facts.captureClaims[2]).toEqual({ text: '2026-03-05T01:33:16.000Z', source: 'mtime', zone: 'utc' });
  });

  it('facts are reported as they are found, for the case that it never ends', async () => {
    const reports: MediaFacts[] = [];
    const facts = await look(new Blob([vector(FILM)]), 'a.MP4', (soFar) => reports.push(soFar));
    expect(reports[0]).toMatchObject({ mediaType: 'video', container: 'mp4', durationMs: null });
    expect(reports.at(-1)).toMatchObject({ durationMs: facts.durationMs });
  });
});

describe('hostile content', () => {
  it('random bytes under any name are answered', async () => {
    const name = fc.constantFrom(
      'A.MP4',
      'A.MOV',
      'A.MTS',
      'A.AVI',
      'A.WAV',
      'A.MP3',
      'A.AAC',
      'A.AMR',
      'A.JPG',
      'A.HEIC',
      'A',
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), name, async (bytes, given) => {
        expect(decodeMediaFacts(await look(new Blob([new Uint8Array(bytes)]), given)).ok).toBe(true);
      }),
    );
  });

  it('random bytes behind any signature are answered', async () => {
    const head = fc.constantFrom(...vectors.values()).map((bytes) => bytes.slice(0, 64));
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 4096 }), async (signature, bytes) => {
        const facts = await look(new Blob([signature, new Uint8Array(bytes)]), 'A.MP4');
        expect(decodeMediaFacts(facts).ok).toBe(true);
      }),
    );
  });

  it('wounded, cut and doubled footage is answered within a second', async () => {
    await fc.assert(
      fc.asyncProperty(mutants(vectors), async ({ path, bytes }) => {
        const started = performance.now();
        expect(decodeMediaFacts(await look(new Blob([bytes]), nameOf(path))).ok).toBe(true);
        expect(performance.now() - started).toBeLessThan(1_000);
      }),
      // What once never came back is kept out by the gates; a new one would hang here, so the seed is fixed outside of soak runs.
      process.env.SOAK === '1' ? {} : { numRuns: 1_500, seed: 20260305 },
    );
  });
});

describe('large files are not read whole', () => {
  const box = (name: string, bytes: number): Uint8Array => {
    const head = new Uint8Array(16);
    const view = new DataView(head.buffer);
    view.setUint32(0, 1);
    for (let i = 0; i < 4; i++) head[4 + i] = name.charCodeAt(i);
    view.setBigUint64(8, BigInt(bytes));
    return head;
  };
  const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

  it('MP4 of 5 GiB with its index at the end', async () => {
    const film = vector(FILM);
    const moov = film.subarray(film.length - moovBytes(film));
    const head = join(film.subarray(0, 32), box('mdat', 5 * GIB - 32 - moov.length));
    const { blob, readBytes } = makeCountedBlob(head, 5 * GIB, moov);
    expect(await look(blob, 'a.MP4')).toMatchObject({ durationMs: 2000, damaged: null, video: { codec: 'h264' } });
    expect(readBytes()).toBeLessThan(2 ** 20);
  });

  it('transport stream of 5 GiB: head and tail', async () => {
    const stream = vector('PRIVATE/00001.MTS');
    const sizeBytes = Math.floor((5 * GIB) / 188) * 188;
    const { blob, readBytes } = makeCountedBlob(stream, sizeBytes, stream);
    expect(await look(blob, '00001.MTS')).toMatchObject({
      container: 'mpegts',
      video: { width: 128 },
      durationFrom: 'counted',
    });
    expect(readBytes()).toBeLessThan(32 * 2 ** 20);
  });

  it.each([
    ['REC002.MP3', 'VOICE/REC002.MP3'],
    ['REC003.AAC', 'VOICE/REC003.AAC'],
    ['REC001.AMR', 'VOICE/REC001.AMR'],
    ['a.WAV', 'VOICE/20260305-101500.WAV'],
    ['OLD.AVI', 'PRIVATE/OLD00001.AVI'],
    ['FRAG.MP4', 'DCIM/100MEDIA/FRAG0001.MP4'],
    ['a.JPG', 'DCIM/100MEDIA/DSC0001.JPG'],
    ['a.OGG', 'VOICE/REC004.OGG'],
    ['a.PNG', 'DCIM/101MEDIA/IMG_0006.PNG'],
  ])('%s followed by 5 GiB of zeros', async (name, path) => {
    const { blob, readBytes } = makeCountedBlob(vector(path), 5 * GIB);
    expect(decodeMediaFacts(await look(blob, name)).ok).toBe(true);
    expect(readBytes()).toBeLessThan(200 * 2 ** 20);
  });

  it('an index that claims gigabytes is beyond the limit, and said so', async () => {
    const head = join(vector(FILM).subarray(0, 32), box('moov', 5 * GIB - 32));
    const { blob, readBytes } = makeCountedBlob(head, 5 * GIB);
    expect(await look(blob, 'a.MP4')).toMatchObject({ container: 'mp4', durationMs: null, unfinished: 'read-limit' });
    expect(readBytes()).toBeLessThan(2 ** 20);
  });
});

describe('a card pulled while a file is looked into', () => {
  it.each([...vectors.keys()].filter((path) => vector(path).length > 0))('at once: %s', async (path) => {
    await expect(look(makePulledBlob(vector(path), 0), nameOf(path))).rejects.toBeInstanceOf(Unreadable);
  });
  it.each([FILM, 'PRIVATE/00001.MTS', 'DCIM/100MEDIA/DSC0001.JPG', 'VOICE/REC002.MP3'])('later: %s', async (path) => {
    await expect(look(makePulledBlob(vector(path), 1_500), nameOf(path))).rejects.toBeInstanceOf(Unreadable);
  });
});

function moovBytes(film: Uint8Array): number {
  const text = String.fromCharCode(...film);
  return film.length - (text.lastIndexOf('moov') - 4);
}
