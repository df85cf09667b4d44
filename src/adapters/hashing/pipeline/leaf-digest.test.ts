import { createHash } from 'node:crypto';
import { createSHA256 } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { byHasher, byWebCrypto, fasterLeafDigest, type LeafDigest } from './leaf-digest.ts';

const chunk = (seed: number, bytes = 1000) => new Uint8Array(bytes).map((_, i) => i * seed);
const expected = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

/** A way that takes so long on a clock of its own, and counts its calls. */
function ways(nativeMs: number, libraryMs: number) {
  let now = 0;
  const calls = { native: 0, library: 0 };
  const way = (name: keyof typeof calls, ms: number): LeafDigest => {
    return async (bytes) => {
      now += ms;
      calls[name] += 1;
      return expected(bytes);
    };
  };
  return { leaf: fasterLeafDigest(way('native', nativeMs), way('library', libraryMs), () => now), calls };
}

describe('leaves', () => {
  it('are the SHA-256 of the chunk either way', async () => {
    const library = byHasher(await createSHA256());
    for (const seed of [3, 5]) {
      expect(await library(chunk(seed))).toEqual(expected(chunk(seed)));
      expect(await byWebCrypto(chunk(seed))).toEqual(expected(chunk(seed)));
    }
  });

  it.each([
    { nativeMs: 1, libraryMs: 4, after: { native: 8, library: 3 } },
    { nativeMs: 4, libraryMs: 1, after: { native: 3, library: 8 } },
  ])('are made both ways three times, then the faster way: $nativeMs ms against $libraryMs ms', async (each) => {
    const { leaf, calls } = ways(each.nativeMs, each.libraryMs);
    for (let seed = 1; seed <= 8; seed++) expect(await leaf(chunk(seed))).toEqual(expected(chunk(seed)));
    expect(calls).toEqual(each.after);
  });

  it('of a short chunk tell nothing about the machine', async () => {
    const { leaf, calls } = ways(1, 4);
    await leaf(chunk(1));
    for (let seed = 1; seed <= 4; seed++) await leaf(chunk(seed, 10));
    expect(calls).toEqual({ native: 5, library: 1 });
  });

  it('that differ are a fault', async () => {
    const wrong: LeafDigest = () => new Uint8Array(32);
    await expect(fasterLeafDigest(byWebCrypto, wrong, () => 0)(chunk(1))).rejects.toThrow('disagree');
  });
});
