import { Fault, isFault } from '../../../base/fault.ts';
import type { Control } from '../../../base/job.ts';
import { TREE_CHUNK_BYTES } from '../../../domain/digest.ts';
import { mediumFault, nameOf } from './medium-fault.ts';

/**
 * Bytes given to the browser at once. Each `write` costs it a pipe of its own: on Linux 64 MiB at once cost half of what 4 MiB do.
 * But nothing is reported and no stop is heard between, so a slow disk gets less.
 */
const LEAST_AT_ONCE = TREE_CHUNK_BYTES;
const MOST_AT_ONCE = 16 * TREE_CHUNK_BYTES;
const QUICK_MS = 300;
const SLOW_MS = 1_000;

/** How much is given next, after `given` bytes took `tookMs`. */
export function nextAtOnce(given: number, tookMs: number): number {
  if (tookMs < QUICK_MS) return Math.min(given * 2, MOST_AT_ONCE);
  return tookMs > SLOW_MS ? Math.max(given / 2, LEAST_AT_ONCE) : given;
}

/** How bytes come to the browser: it reads them from the blob itself, or is given them. */
type Giving = (piece: Blob) => Blob | Promise<ArrayBuffer>;
const asBlob: Giving = (piece) => piece;
const asBytes: Giving = (piece) => piece.arrayBuffer();

/**
 * Writes a new file and closes it; reports bytes written. The browser writes beside the name and moves at `close`, so a
 * crash leaves an empty file at worst, never half of one. Throws `Fault`, and what stopped the signal.
 */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  blob: Blob,
  control: Control<number>,
): Promise<File> {
  try {
    return await writeGiving(asBlob, folder, name, blob, control);
  } catch (error) {
    // Where a disk is full in the middle of a blob, Chromium now and then blames the blob, which can be read. Given the bytes it has
    // none to blame, and either they go in or it says what hinders them.
    if (!isFault(error) || error.code !== 'medium-unwritable' || error.facts.error !== 'NotReadableError') throw error;
    return await writeGiving(asBytes, folder, name, blob, control);
  }
}

async function writeGiving(
  give: Giving,
  folder: FileSystemDirectoryHandle,
  name: string,
  blob: Blob,
  control: Control<number>,
): Promise<File> {
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable({ keepExistingData: false });
  const most = give === asBlob ? MOST_AT_ONCE : LEAST_AT_ONCE;
  let at = 0;
  try {
    for (let atOnce = LEAST_AT_ONCE; at < blob.size; ) {
      control.signal.throwIfAborted();
      const piece = blob.slice(at, at + atOnce);
      const startedMs = performance.now();
      await writable.write(await give(piece));
      at += piece.size;
      control.report(at);
      atOnce = Math.min(nextAtOnce(atOnce, performance.now() - startedMs), most);
    }
    control.signal.throwIfAborted();
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    control.signal.throwIfAborted();
    throw (await sourceTrouble(blob, at)) ?? mediumFault('write', error, name);
  }
  return handle.getFile();
}

/** A failed write says nothing of which end failed; reading the same place once more does. */
async function sourceTrouble(blob: Blob, at: number): Promise<Fault | null> {
  try {
    await blob.slice(at, at + 1).arrayBuffer();
    return null;
  } catch (error) {
    return new Fault('buffer-failed', { error: nameOf(error) }, error);
  }
}

/** The first 4 MiB chunk in which two blobs differ, counted from 0; null where they do not. */
export async function firstDifferentChunk(one: Blob, other: Blob): Promise<number | null> {
  const size = Math.max(one.size, other.size);
  for (let at = 0; at < size; at += TREE_CHUNK_BYTES) {
    const [a, b] = await Promise.all(
      [one, other].map(async (blob) => new Uint8Array(await blob.slice(at, at + TREE_CHUNK_BYTES).arrayBuffer())),
    );
    if (a === undefined || b === undefined) return null;
    if (a.byteLength !== b.byteLength || a.some((byte, i) => byte !== b[i])) return at / TREE_CHUNK_BYTES;
  }
  return null;
}
