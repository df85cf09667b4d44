import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryPart, runInMemory, splitStream, type TestTask } from '../../../../test/doubles/ring.ts';
import { Fault } from '../../../base/fault.ts';
import type { Checkpoint } from './protocol.ts';

const hex = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest('hex');
const noise = (length: number) => new Uint8Array(length).map((_, i) => (i * 131) ^ (i >> 5));

/** MTH of RFC 6962 §2.1 as the RFC writes it: split at the largest power of two smaller than the count. */
function mth(leaves: readonly Buffer[]): Buffer {
  const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const [only] = leaves;
  if (only === undefined) return hash();
  if (leaves.length === 1) return hash(Buffer.of(0), only);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hash(Buffer.of(1), mth(leaves.slice(0, split)), mth(leaves.slice(split)));
}

function treeOf(bytes: Uint8Array, chunkBytes: number): string {
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, i) =>
    createHash('sha256')
      .update(bytes.subarray(i * chunkBytes, (i + 1) * chunkBytes))
      .digest(),
  );
  return mth(chunks).toString('hex');
}

const PLAN = { chunkBytes: 1024, segmentChunks: 4, buffers: 6 };
const task = (bytes: Uint8Array, more: Partial<TestTask> = {}): TestTask => ({
  source: bytes,
  expected: { sizeBytes: bytes.length, modifiedAt: null },
  openEnded: false,
  wants: 'all',
  resume: null,
  known: null,
  plan: PLAN,
  ...more,
});

describe('a file goes round the ring once', () => {
  it.each([0, 1, 1023, 1024, 1025, 4095, 4096, 4097, 8192, 50_000])(
    '%i bytes: part and digests are those of the source',
    async (length) => {
      const bytes = noise(length);
      const part = memoryPart();
      const done = await runInMemory(task(bytes), { part });
      expect(hex('sha256', part.bytes())).toBe(hex('sha256', bytes));
      expect(done).toMatchObject({ sizeBytes: length, treeSha256: treeOf(bytes, 1024) });
      expect(done.whole).toEqual({ sha256: hex('sha256', bytes), sm3: hex('sm3', bytes) });
      expect(part.unflushed()).toBe(0);
    },
  );

  it('any split of the reading gives the same digests', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 12_000 }),
        fc.array(fc.integer({ min: 0, max: 3000 })),
        async (bytes, cuts) => {
          const part = memoryPart();
          const done = await runInMemory(task(bytes, { source: splitStream(bytes, cuts) }), { part });
          expect(Buffer.from(part.bytes()).equals(bytes)).toBe(true);
          expect(done.treeSha256).toBe(treeOf(bytes, 1024));
          expect(done.whole).toEqual({ sha256: hex('sha256', bytes), sm3: hex('sm3', bytes) });
        },
      ),
      { numRuns: process.env.SOAK === '1' ? 100_000 : 60 },
    );
  });

  it('the tree alone is the same tree, without whole-file digests', async () => {
    const bytes = noise(9000);
    const done = await runInMemory(task(bytes, { wants: 'tree' }), { part: memoryPart() });
    expect(done).toMatchObject({ treeSha256: treeOf(bytes, 1024), whole: null });
  });

  it('reports bytes that were read back, never backwards, and all of them at the end', async () => {
    const reports: number[] = [];
    await runInMemory(task(noise(10_000)), { part: memoryPart(), report: (bytes) => reports.push(bytes) });
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
    expect(reports.at(-1)).toBe(10_000);
  });
});

describe('an interrupted copy', () => {
  it('T-13c: stopped at any point and gone on with gives the same digests and reads no checkpointed chunk again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 30_000 }),
        fc.nat(40),
        fc.constantFrom<'all' | 'tree'>('all', 'tree'),
        async (length, stopAfter, wants) => {
          const bytes = noise(length);
          const part = memoryPart();
          const kept: Checkpoint[] = [];
          const stop = new AbortController();
          const keep = (checkpoint: Checkpoint) => void kept.push(structuredClone(checkpoint));
          const first = runInMemory(task(bytes, { wants }), {
            part,
            keep,
            signal: stop.signal,
            onChunk: (index) => index === stopAfter && stop.abort(),
          });
          await first.catch((error: unknown) => expect(error).toBe(stop.signal.reason));
          part.crash();
          const resume = kept.at(-1) ?? null;
          const hashed: number[] = [];
          const again = await runInMemory(task(bytes, { wants, resume }), {
            part,
            onChunk: (index) => hashed.push(index),
          });
          expect(Buffer.from(part.bytes()).equals(bytes)).toBe(true);
          expect(again.treeSha256).toBe(treeOf(bytes, 1024));
          expect(again.whole).toEqual(
            wants === 'all' ? { sha256: hex('sha256', bytes), sm3: hex('sm3', bytes) } : null,
          );
          expect(hashed).toEqual(
            Array.from(
              { length: Math.ceil(length / 1024) - (resume?.chunks ?? 0) },
              (_, i) => i + (resume?.chunks ?? 0),
            ),
          );
        },
      ),
      { numRuns: process.env.SOAK === '1' ? 100_000 : 60 },
    );
  });

  it('a checkpoint is kept only after its bytes were flushed and read back', async () => {
    const part = memoryPart();
    const flushedAtKeep: number[] = [];
    await runInMemory(task(noise(20_000)), {
      part,
      keep: ({ chunks }) => void flushedAtKeep.push(part.flushed() - chunks * 1024),
    });
    expect(flushedAtKeep.length).toBe(4);
    for (const ahead of flushedAtKeep) expect(ahead).toBeGreaterThanOrEqual(0);
  });
});

describe('what goes wrong has its code', () => {
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Fault ? error.code : String(error)),
    );

  it('a file that shrank or grew is changed, and no digest is given', async () => {
    const bytes = noise(9000);
    for (const sizeBytes of [8999, 9001, 0, 20_000]) {
      const changed = task(bytes, { expected: { sizeBytes, modifiedAt: null } });
      expect(await codeOf(runInMemory(changed, { part: memoryPart() })), `${sizeBytes}`).toBe('item-changed');
    }
  });

  it.each([0, 1024, 3000, 4096, 9001])(
    'a source that says too little of its size is copied to its end: %i bytes said to be 1000',
    async (length) => {
      const bytes = noise(length);
      const part = memoryPart({ grows: true });
      const kept: Checkpoint[] = [];
      const asked = task(bytes, { expected: { sizeBytes: 1000, modifiedAt: null }, openEnded: true });
      const done = await runInMemory(asked, { part, keep: (checkpoint) => kept.push(checkpoint) });
      expect(hex('sha256', part.bytes())).toBe(hex('sha256', bytes));
      expect(done).toMatchObject({ sizeBytes: length, treeSha256: treeOf(bytes, 1024) });
      expect(kept.every(({ openEnded, sizeBytes }) => openEnded === true && sizeBytes === 1000)).toBe(true);
    },
  );

  it('a flipped bit in the part is found and its chunk named', async () => {
    const part = memoryPart({ flipBitAt: 5 * 1024 + 7 });
    const copied = runInMemory(task(noise(9000)), { part });
    await expect(copied).rejects.toMatchObject({ code: 'read-back-mismatch', facts: { chunk: 5 } });
  });

  it('a disk that takes no more is full', async () => {
    expect(await codeOf(runInMemory(task(noise(9000)), { part: memoryPart({ capacity: 5000 }) }))).toBe('buffer-full');
  });

  it('content that is not what an earlier pass found is a mismatch of that chunk', async () => {
    const bytes = noise(5000);
    const { leaves } = await runInMemory(task(bytes), { part: null });
    const other = bytes.slice();
    other[3000] = (other[3000] ?? 0) ^ 1;
    const checked = runInMemory(task(other, { known: leaves }), { part: null });
    await expect(checked).rejects.toMatchObject({ code: 'read-back-mismatch', facts: { chunk: 2 } });
    await expect(runInMemory(task(bytes, { known: leaves }), { part: null })).resolves.toMatchObject({ leaves });
  });
});
