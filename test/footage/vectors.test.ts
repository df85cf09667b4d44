import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/adapters/media/probe/engine.ts';
import { FILE_NAME_PATTERNS } from '../../src/domain/file-name.ts';
import { decodeMediaFacts, type MediaFacts } from '../../src/domain/media-facts.ts';
import { disagreements } from './agreement.ts';
import { EXPECTED } from './expected.ts';
import { nameOf, readManifest, readVector } from './vectors.ts';

const manifest = await readManifest();

const factsOf = async (path: string): Promise<MediaFacts> =>
  examine(
    { blob: new Blob([await readVector(path)]), name: nameOf(path), modifiedAt: null, patterns: FILE_NAME_PATTERNS },
    { ask: async () => null, report: () => undefined },
  );

describe('footage kept beside the tests', () => {
  it('is what its manifest says, byte by byte, and small', async () => {
    for (const { path, sizeBytes, sha256 } of manifest) {
      const bytes = await readVector(path);
      expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sha256);
      expect(bytes.length, path).toBe(sizeBytes);
      expect(bytes.length, path).toBeLessThanOrEqual(40_000);
    }
    expect(manifest.reduce((sum, file) => sum + file.sizeBytes, 0)).toBeLessThanOrEqual(400_000);
  });

  it('holds every file something is expected of', () => {
    expect(manifest.map((file) => file.path).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it('has two files of one name with other content, and one content under two names', () => {
    const named = manifest.filter((file) => nameOf(file.path) === 'DSC0001.JPG');
    expect(new Set(named.map((file) => file.sha256)).size).toBe(2);
    const digests = manifest.map((file) => file.sha256);
    expect(digests.length - new Set(digests).size).toBe(1);
  });
});

describe('facts of every file', () => {
  it.each(manifest.map((file) => [file.path, file] as const))('%s', async (path, file) => {
    const facts = await factsOf(path);
    expect(disagreements(file, facts)).toEqual([]);
    const decoded = decodeMediaFacts(JSON.parse(JSON.stringify(facts)));
    expect(decoded).toEqual({ ok: true, value: facts });
  });
});
