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
let buffer = makeIntakeBuffer(bureau);
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

/** Until somebody releases what is held. */
const held = (): Promise<void> =>
  new Promise((resolve) => {
    release = resolve;
  });

/** A read that changes its mind about time: what `confirm` of a folder source does. It can be held until a test has done its worst. */
async function openDropped(
  name: string,
  holdsConfirm: boolean,
): Promise<{ readonly file: File; readonly opened: OpenedFootage }> {
  if (dropped === null) throw new Error('nothing was dropped');
  const handle = await dropped.getFileHandle(name);
  const file = await handle.getFile();
  const mayConfirm = holdsConfirm ? held() : Promise.resolve();
  const confirm = async () => {
    await mayConfirm;
    const now = await handle.getFile().catch((error: unknown) => {
      throw new Fault('item-gone', {}, error);
    });
    if (now.size !== file.size || now.lastModified !== file.lastModified) throw new Fault('item-changed');
  };
  return { file, opened: { kind: 'blob', blob: file, confirm } };
}

/** As a cable gives it: a stream that stands still at a byte, for good or until it is released. */
function streamed(file: Blob, holdAt: number, onOpen: (offset: number) => void = () => undefined): OpenedFootage {
  const mayGoOn = held();
  const from = (offset: number) => {
    onOpen(offset);
    let at = offset;
    return new ReadableStream<Uint8Array>({
      pull: async (sink) => {
        if (at >= file.size) return sink.close();
        if (at >= holdAt) await mayGoOn;
        const end = Math.min(at + 250_000, at < holdAt ? Math.min(holdAt, file.size) : file.size);
        sink.enqueue(new Uint8Array(await file.slice(at, end).arrayBuffer()));
        at = end;
      },
    });
  };
  return { kind: 'stream', sizeBytes: file.size, from };
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
}

const madeOf = (bytes: number, seed: number): Blob =>
  new Blob([new Uint8Array(bytes).map((_, i) => (i * 31 + seed) ^ (i >> 8))]);

async function take(
  how: 'copy' | 'copySafely',
  asked: Asked,
  opened: OpenedFootage,
  sizeBytes: number,
  modifiedMs: number,
) {
  const reports: number[] = [];
  const watched = control((bytes) => void reports.push(bytes));
  const expected = { sizeBytes, modifiedAt: toInstant(modifiedMs) };
  const startedMs = performance.now();
  const result = await ended(hasher[how](opened, await targetOf(asked.key), expected, watched));
  return { ...result, reports, ms: performance.now() - startedMs };
}

const harness = {
  dropped: () => dropped !== null,
  /** From the dropped file; or, with `holdAt`, from a stream of it that stands still there. */
  copy: async (
    asked: Asked & {
      readonly name: string;
      readonly safely?: boolean;
      readonly holdAt?: number;
      readonly holdsConfirm?: boolean;
    },
  ) => {
    const { file, opened } = await openDropped(asked.name, asked.holdsConfirm === true);
    const source = asked.holdAt === undefined ? opened : streamed(file, asked.holdAt);
    return take(asked.safely === true ? 'copySafely' : 'copy', asked, source, file.size, file.lastModified);
  },
  /** Content that is made here, to choose what a listing says of it. */
  copyMade: (asked: Asked & { readonly bytes: number; readonly seed: number; readonly says?: number }) => {
    const blob = madeOf(asked.bytes, asked.seed);
    return take('copy', asked, { kind: 'blob', blob }, asked.says ?? asked.bytes, 0);
  },
  /** A cable; says where its stream was opened. */
  copyStream: async (asked: Asked & { readonly bytes: number; readonly seed: number; readonly holdAt?: number }) => {
    const openedAt: number[] = [];
    const opened = streamed(
      madeOf(asked.bytes, asked.seed),
      asked.holdAt ?? Number.POSITIVE_INFINITY,
      (offset) => void openedAt.push(offset),
    );
    return { ...(await take('copy', asked, opened, asked.bytes, 0)), openedAt };
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
    // It remembers folders that are gone now.
    buffer = makeIntakeBuffer(bureau);
  },
};

export type FootageHarness = typeof harness;
Object.assign(window, { footage: harness });
