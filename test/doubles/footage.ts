import { createHash } from 'node:crypto';
import { Fault } from '../../src/base/fault.ts';
import { done, refused } from '../../src/base/outcome.ts';
import { toSha256, toSm3, toTreeSha256 } from '../../src/domain/digest.ts';
import type { MediumId } from '../../src/domain/ids.ts';
import { unknownFacts } from '../../src/domain/media-facts.ts';
import {
  type FootageItem,
  type FootageSource,
  type OpenedFootage,
  UNTOLD_HEALTH,
} from '../../src/domain/ports/footage-source.ts';
import type { MediaProbe } from '../../src/domain/ports/media-probe.ts';
import type {
  BufferPlace,
  FootageBuffer,
  MediumRefusal,
  MediumStore,
  MediumStores,
} from '../../src/usecases/footage-ports.ts';

export interface CardFile {
  readonly path: string;
  readonly content: string;
}

/** A card in memory that can be pulled, and whose files can vanish. */
export function makeCard(files: readonly CardFile[]) {
  const held = new Map(files.map((file) => [file.path, file.content]));
  let pulled = false;
  let opensUntilPulled = Number.POSITIVE_INFINITY;
  const check = () => {
    if (pulled) throw new Fault('source-gone');
  };
  const item = (path: string): FootageItem => ({
    path,
    name: path.split('/').at(-1) ?? path,
    sizeBytes: Buffer.byteLength(held.get(path) ?? ''),
    modifiedAt: null,
  });
  const source: FootageSource = {
    label: '测试卡',
    list: async () => {
      check();
      return [...held.keys()].map(item);
    },
    health: async () => UNTOLD_HEALTH,
    open: async (asked) => {
      if (opensUntilPulled <= 0) pulled = true;
      opensUntilPulled -= 1;
      check();
      const content = held.get(asked.path);
      if (content === undefined) throw new Fault('item-gone', { path: asked.path });
      return { kind: 'blob', blob: new Blob([content]) };
    },
  };
  return {
    source,
    pullAfter: (opens: number) => {
      opensUntilPulled = opens;
    },
    putBack: () => {
      pulled = false;
      opensUntilPulled = Number.POSITIVE_INFINITY;
    },
    lose: (path: string) => held.delete(path),
  };
}

const hex = (algorithm: string, bytes: Buffer): string => createHash(algorithm).update(bytes).digest('hex');

const digestsOf = (bytes: Buffer) => ({
  sha256: toSha256(hex('sha256', bytes)),
  sm3: toSm3(hex('sm3', bytes)),
  // One chunk of less than 4 MiB: leaf hash of RFC 6962 over its SHA-256.
  treeSha256: toTreeSha256(
    hex(
      'sha256',
      bytes.length === 0 ? bytes : Buffer.concat([Buffer.from([0]), createHash('sha256').update(bytes).digest()]),
    ),
  ),
});

async function wholeOf(opened: OpenedFootage, signal: AbortSignal): Promise<Buffer> {
  if (opened.kind === 'blob') return Buffer.from(await opened.blob.arrayBuffer());
  const parts: Uint8Array[] = [];
  for await (const part of opened.from(0, signal)) parts.push(part);
  return Buffer.concat(parts);
}

/** A buffer in memory that counts what it copies, so that a test can see nothing is done twice. */
export function makeMemoryBuffer() {
  const held = new Map<string, Buffer>();
  const name = (place: BufferPlace) => `${place.batch}/${place.key}`;
  let copies = 0;
  const buffer: FootageBuffer = {
    takeIn: async (place, opened, expected, control) => {
      control.signal.throwIfAborted();
      const bytes = await wholeOf(opened, control.signal);
      const isOpenEnded = opened.kind === 'stream' && opened.sizeBytes === null;
      if (!isOpenEnded && bytes.length !== expected.sizeBytes) throw new Fault('item-changed');
      copies += 1;
      held.set(name(place), bytes);
      control.report(bytes.length);
      return { digests: digestsOf(bytes), sizeBytes: bytes.length };
    },
    open: async (place) => {
      const bytes = held.get(name(place));
      if (bytes === undefined) throw new Fault('buffer-missing', { ...place });
      return new Blob([new Uint8Array(bytes)]);
    },
    purge: async (place) => void held.delete(name(place)),
  };
  return { buffer, copies: () => copies, held: () => held.size };
}

export function makeMemoryMedia() {
  const files = new Map<string, Buffer>();
  let refusal: MediumRefusal | null = null;
  let pullIn = Number.POSITIVE_INFINITY;
  const store: MediumStore = {
    put: async (path, blob, expected) => {
      const bytes = Buffer.from(await blob.arrayBuffer());
      if (digestsOf(bytes).treeSha256 !== expected) throw new Fault('read-back-mismatch');
      files.set(path, bytes);
      return { path };
    },
    verify: async (path, expected) => {
      const bytes = files.get(path);
      if (bytes === undefined) return { result: 'missing' };
      return { result: digestsOf(bytes).treeSha256 === expected ? 'same' : 'different' };
    },
    open: async (path) => new Blob([new Uint8Array(files.get(path) ?? Buffer.alloc(0))]),
    remove: async (path, { treeSha256 }) => {
      if (pullIn === 0) throw new Fault('medium-missing');
      pullIn -= 1;
      const isEqual = (bytes: Buffer) => digestsOf(bytes).treeSha256 === treeSha256;
      const there = path === null ? undefined : files.get(path);
      if (there !== undefined && !isEqual(there)) return { result: 'different' };
      const equal = path !== null && there ? [path] : [...files].flatMap(([at, bytes]) => (isEqual(bytes) ? [at] : []));
      for (const at of equal) files.delete(at);
      return { result: equal.length > 0 ? 'deleted' : 'missing' };
    },
  };
  const media: MediumStores = {
    connect: async (_medium: MediumId) => (refusal === null ? done(store) : refused(refusal)),
  };
  return {
    media,
    files,
    refuse: (why: MediumRefusal | null) => {
      refusal = why;
    },
    /** The medium is pulled after so many deletions. */
    pullAfter: (deletions: number) => {
      pullIn = deletions;
    },
    flip: (path: string) => {
      const bytes = files.get(path);
      if (bytes !== undefined && bytes.length > 0) bytes[0] = (bytes[0] ?? 0) ^ 1;
    },
  };
}

/** Knows a file by its name alone. */
export const namingProbe: MediaProbe = {
  probe: async (_blob, name) => ({
    ...unknownFacts(),
    mediaType: /\.(mp4|mov)$/i.test(name) ? 'video' : /\.jpe?g$/i.test(name) ? 'photo' : 'other',
    durationMs: /\.mp4$/i.test(name) ? 60_000 : null,
  }),
  thumbnail: async () => null,
};
