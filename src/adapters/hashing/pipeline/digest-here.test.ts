import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { memoryPart, runInMemory } from '../../../../test/doubles/ring.ts';
import { copyFile } from './copy-engine.ts';
import { digestHere } from './digest-here.ts';
import { openReader } from './source-reader.ts';

const hex = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest('hex');

it.each([0, 1, 1023, 1024, 3000, 8192])(
  '%i bytes: one worker finds what the ring finds, file after file, with one flush',
  async (length) => {
    const bytes = new Uint8Array(length).map((_, i) => (i * 131) ^ (i >> 5));
    const task = {
      expected: { sizeBytes: length, modifiedAt: null },
      openEnded: false,
      wants: 'all',
      resume: null,
      known: null,
      plan: { chunkBytes: 1024, segmentChunks: 9, buffers: 14 },
    } as const;
    const { signal } = new AbortController();
    const inRing = await runInMemory({ ...task, source: bytes }, { part: memoryPart() });
    for (let file = 0; file < 2; file++) {
      const part = memoryPart();
      let flushes = 0;
      const flush = () => {
        flushes += 1;
        part.flush();
      };
      const done = await copyFile(task, {
        reader: openReader({ kind: 'blob', blob: new Blob([bytes]) }, 0, { signal }),
        part: { ...part, flush },
        ...(await digestHere(true, signal)),
        keep: () => Promise.reject(new Error('a small file came to a checkpoint')),
        report: () => undefined,
        signal,
      });
      expect(done).toEqual(inRing);
      expect(done.whole).toEqual({ sha256: hex('sha256', bytes), sm3: hex('sm3', bytes) });
      expect([hex('sha256', part.bytes()), part.unflushed(), flushes]).toEqual([hex('sha256', bytes), 0, 1]);
    }
  },
);
