import { makeFootageHasher } from '../../../src/adapters/hashing/footage-hasher.ts';
import { makeIntakeBuffer } from '../../../src/adapters/vault/intake-buffer.ts';
import { markMedium, openMedium } from '../../../src/adapters/vault/medium-store.ts';
import { Fault, isFault } from '../../../src/base/fault.ts';
import { toTreeSha256 } from '../../../src/domain/digest.ts';
import { asId, type BatchId, type BureauId, type MediumId } from '../../../src/domain/ids.ts';
import type { CopyTarget, Digester } from '../../../src/domain/ports/digester.ts';
import type { OpenedFootage } from '../../../src/domain/ports/footage-source.ts';
import { toInstant } from '../../../src/domain/time.ts';

import type { FootageBuffer } from '../../../src/usecases/footage-ports.ts';
import { FOOTAGE_BUFFER_CHECKS } from '../../suites/footage-buffer-suite.ts';

/** The adapters without the app, for browser tests and benches. Content comes from a dropped folder or is made here. */
const bureau = asId<BureauId>('harnessharnessharnessh');
const batch = asId<BatchId>('batchbatchbatchbatchba');
const medium = asId<MediumId>('mediummediummediummedi');
const buffer = makeIntakeBuffer(bureau);
let hasher: Digester = makeFootageHasher();
let dropped: FileSystemDirectoryHandle | null = null;
let stop = new AbortController();
let release: () => void = () => undefined;

document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  type Dropped = DataTransferItem & { getAsFileSystemHandle(): Promise<FileSystemHandle | null> };
  const [item] = [...(event.dataTransfer?.items ?? [])] as Dropped[];
  void item?.getAsFileSystemHandle().then((handle) => {
    dropped = handle as FileSystemDirectoryHandle | null;
  });
});

/** A read that changes its mind about time: what `confirm` of a folder source does. */
async function openDropped(name: string): Promise<{ readonly file: File; readonly opened: OpenedFootage }> {
  if (dropped === null) throw new Error('nothing was dropped');
  const handle = await dropped.getFileHandle(name);
  const file = await handle.getFile();
  const confirm = async () => {
    const now = await handle.getFile().catch((error: unknown) => {
      throw new Fault('item-gone', {}, error);
    });
    if (now.size !== file.size || now.lastModified !== file.lastModified) throw new Fault('item-changed');
  };
  return { file, opened: { kind: 'blob', blob: file, confirm } };
}

type Ended<T> = { readonly value: T } | { readonly fault: string; readonly facts: object };

/** Faults as values: they do not cross into the test otherwise. */
async function ended<T>(work: Promise<T>): Promise<Ended<T>> {
  try {
    return { value: await work };
  } catch (error) {
    if (isFault(error)) return { fault: error.code, facts: error.facts };
    return { fault: error instanceof Error ? error.name : String(error), facts: { message: String(error) } };
  }
}

const targetOf = async (key: string): Promise<CopyTarget> => ({ directory: await buffer.directory(batch), name: key });
const control = (report: (bytes: number) => void = () => undefined) => {
  stop = new AbortController();
  return { signal: stop.signal, report };
};

interface Asked {
  readonly key: string;
  /** Stops when so many bytes are done. */
  readonly stopAt?: number;
}

function watching(asked: Asked) {
  const reports: number[] = [];
  const watched = control((bytes) => {
    reports.push(bytes);
    if (bytes >= (asked.stopAt ?? Number.POSITIVE_INFINITY)) stop.abort();
  });
  return { reports, watched };
}

async function take(
  how: 'copy' | 'copySafely',
  asked: Asked,
  opened: OpenedFootage,
  sizeBytes: number,
  modifiedMs: number,
) {
  const { reports, watched } = watching(asked);
  const expected = { sizeBytes, modifiedAt: toInstant(modifiedMs) };
  const startedMs = performance.now();
  const result = await ended(hasher[how](opened, await targetOf(asked.key), expected, watched));
  return { ...result, reports, ms: performance.now() - startedMs };
}

const harness = {
  dropped: () => dropped !== null,
  copy: async (asked: Asked & { readonly name: string; readonly safely?: boolean }) => {
    const { file, opened } = await openDropped(asked.name);
    return take(asked.safely === true ? 'copySafely' : 'copy', asked, opened, file.size, file.lastModified);
  },
  /** Content that is made here, to choose what a listing says of it. */
  copyMade: (
    asked: Asked & { readonly bytes: number; readonly seed: number; readonly says?: number; readonly safely?: boolean },
  ) => {
    const blob = new Blob([new Uint8Array(asked.bytes).map((_, i) => (i * 31 + asked.seed) ^ (i >> 8))]);
    const opened: OpenedFootage = { kind: 'blob', blob };
    return take(asked.safely === true ? 'copySafely' : 'copy', asked, opened, asked.says ?? asked.bytes, 0);
  },
  /** As a cable gives it: a stream, counting from where each was opened. */
  copyStream: async (asked: Asked & { readonly bytes: number; readonly seed: number }) => {
    const all = new Uint8Array(asked.bytes).map((_, i) => (i * 31 + asked.seed) ^ (i >> 8));
    const openedAt: number[] = [];
    const opened: OpenedFootage = {
      kind: 'stream',
      sizeBytes: asked.bytes,
      from: (offset) => {
        openedAt.push(offset);
        let at = offset;
        return new ReadableStream({
          pull: (sink) => {
            if (at >= all.length) return sink.close();
            sink.enqueue(all.slice(at, at + 100_000));
            at += 100_000;
          },
        });
      },
    };
    return { ...(await take('copy', asked, opened, asked.bytes, 0)), openedAt };
  },
  /** A cable that gives the half of a file, and the rest when it is released. */
  copyHeld: (asked: Asked & { readonly bytes: number }) => {
    const half = new Uint8Array(asked.bytes / 2);
    const opened: OpenedFootage = {
      kind: 'stream',
      sizeBytes: asked.bytes,
      from: () =>
        new ReadableStream({
          start: (sink) => {
            sink.enqueue(half);
            release = () => {
              sink.enqueue(half);
              sink.close();
            };
          },
        }),
    };
    return take('copy', asked, opened, asked.bytes, 0);
  },
  release: () => release(),
  complete: async (key: string) => ended(hasher.complete(await targetOf(key), control())),
  treeOf: async (key: string) => {
    const startedMs = performance.now();
    const result = await ended(hasher.treeOf(await buffer.open(batch, key), control()));
    return { ...result, ms: performance.now() - startedMs };
  },
  /** From the buffer to a medium as the app stores it. A directory of the private file system stands in: no picker here. */
  store: async (key: string, tree: string) => {
    const root = await navigator.storage.getDirectory();
    const directory = await root.getDirectoryHandle('stand-in-for-a-medium', { create: true });
    await markMedium(bureau, { medium, label: 'bench', isNew: true }, directory);
    const opened = await openMedium(bureau, medium, directory, { treeOf: hasher.treeOf });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const blob = await buffer.open(batch, key);
    const startedMs = performance.now();
    const result = await ended(opened.value.put(`${key}.bin`, blob, toTreeSha256(tree), control()));
    const ms = performance.now() - startedMs;
    await directory.removeEntry(`${key}.bin`).catch(() => undefined);
    return { ...result, ms };
  },
  /** The port's checks against the buffer as the app puts it together. The sentence of each that does not hold, and why. */
  suite: async () => {
    const whole: FootageBuffer = {
      takeIn: async (place, opened, expected, calm) =>
        hasher.copy(opened, { directory: await buffer.directory(place.batch), name: place.key }, expected, calm),
      open: (place) => buffer.open(place.batch, place.key),
      purge: (place) => buffer.purge(place.batch, place.key),
    };
    const failed: string[] = [];
    for (const { states, check } of FOOTAGE_BUFFER_CHECKS) {
      await harness.clear();
      await check(whole).catch((error: unknown) => failed.push(`${states}: ${String(error)}`));
    }
    return { checked: FOOTAGE_BUFFER_CHECKS.length, failed };
  },
  stop: () => stop.abort(),
  /** A second window has workers of its own; so has a fresh hasher. */
  freshHasher: () => {
    hasher = makeFootageHasher();
  },
  purge: (key: string) => ended(buffer.purge(batch, key)),
  list: () => buffer.list(),
  bytesUsed: () => buffer.bytesUsed(),
  names: async () => {
    const names: string[] = [];
    for await (const name of (await buffer.directory(batch)).keys()) names.push(name);
    return names.sort();
  },
  /** Flips a bit of what the buffer holds, as a failing disk would. */
  damage: async (name: string, at: number) => {
    const handle = await (await buffer.directory(batch)).getFileHandle(name);
    const bytes = new Uint8Array(await (await handle.getFile()).slice(at, at + 1).arrayBuffer());
    const writable = await handle.createWritable({ keepExistingData: true });
    await writable.write({ type: 'write', position: at, data: bytes.map((byte) => byte ^ 1) });
    await writable.close();
  },
  /** Puts text in place of one of the notes beside a file. */
  overwrite: async (name: string, text: string) => {
    const handle = await (await buffer.directory(batch)).getFileHandle(name);
    const writable = await handle.createWritable();
    await writable.write(text);
    await writable.close();
  },
  read: async (name: string) => {
    const handle = await (await buffer.directory(batch)).getFileHandle(name);
    return (await handle.getFile()).text();
  },
  clear: async () => {
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
  },
};

export type FootageHarness = typeof harness;
Object.assign(window, { footage: harness });
