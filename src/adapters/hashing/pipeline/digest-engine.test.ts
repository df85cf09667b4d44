import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { toBase64url } from '../../../base/base64url.ts';
import { digestMessage, openPlace } from './digest-engine.ts';
import type { RingChunk, RingEnd } from './protocol.ts';

const bytesOf = (seed: number, length: number) => new Uint8Array(length).map((_, i) => (i * 31 + seed) & 0xff);
const chunk = (bytes: Uint8Array<ArrayBuffer>, save = false): RingChunk => ({
  kind: 'chunk',
  index: 0,
  buffer: bytes.slice().buffer,
  length: bytes.length,
  save,
});
const sha256 = (...parts: readonly Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

async function digestOf(bytes: Uint8Array<ArrayBuffer>, state: string | null = null): Promise<string | undefined> {
  const place = await openPlace({ algorithm: 'sha256', whole: true, state });
  await digestMessage(place, chunk(bytes));
  return ((await digestMessage(place, { kind: 'end' })) as RingEnd).sha256;
}

test('file after file is digested by the same instance, and each has its own digest', async () => {
  await digestOf(bytesOf(0, 10));
  const made = vi.spyOn(WebAssembly, 'instantiate');
  for (let file = 1; file <= 20; file++) {
    const bytes = bytesOf(file, 1000 + file);
    expect(await digestOf(bytes)).toBe(sha256(bytes));
  }
  expect(made).not.toHaveBeenCalled();
  made.mockRestore();
});

test('an instance that had other files goes on from a saved state', async () => {
  const [first, second] = [bytesOf(1, 4096), bytesOf(2, 99)];
  const place = await openPlace({ algorithm: 'sha256', whole: true, state: null });
  const { sha256State } = (await digestMessage(place, chunk(first, true))) as RingChunk;
  await digestMessage(place, { kind: 'end' });
  expect(await digestOf(bytesOf(3, 500))).toBe(sha256(bytesOf(3, 500)));
  expect(await digestOf(second, toBase64url(sha256State ?? new Uint8Array(0)))).toBe(sha256(first, second));
});

test('two files at once have an instance each', async () => {
  const [one, other] = [bytesOf(4, 700), bytesOf(5, 800)];
  const places = await Promise.all(
    [one, other].map(() => openPlace({ algorithm: 'sha256', whole: true, state: null })),
  );
  await Promise.all(places.map((place, i) => digestMessage(place, chunk(i === 0 ? one : other))));
  const ends = await Promise.all(places.map((place) => digestMessage(place, { kind: 'end' })));
  expect(ends.map((end) => (end as RingEnd).sha256)).toEqual([sha256(one), sha256(other)]);
});
