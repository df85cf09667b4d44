import { Fault } from '../../base/fault.ts';
import { TREE_CHUNK_BYTES } from '../../domain/digest.ts';
import { asId, type BatchId, type BureauId } from '../../domain/ids.ts';
import { COPY_ENDINGS } from '../../domain/ports/digester.ts';
import type { BufferedFile, IntakeBuffer } from '../../domain/ports/vault.ts';
import { entriesOf, fileIn } from './files/directory.ts';
import { letGo } from './files/let-go.ts';

/** `.new` is a note that was just being replaced. */
const NOTES = [COPY_ENDINGS.checkpoint, COPY_ENDINGS.digests].flatMap((ending) => [ending, `${ending}.new`]);
const UNFINISHED = [...NOTES, COPY_ENDINGS.part];

/**
 * `luzheng-<bureau>/intake/<batch>/<key>` in the browser's private file system. `root` is there for tests.
 */
export function makeIntakeBuffer(
  bureau: BureauId,
  root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory(),
): IntakeBuffer {
  const batches = async (): Promise<FileSystemDirectoryHandle> => {
    const own = await (await root()).getDirectoryHandle(`luzheng-${bureau}`, { create: true });
    return own.getDirectoryHandle('intake', { create: true });
  };
  /** Asked for once for all files of a batch: each part of the way costs a question to the browser's own process. */
  const known = new Map<BatchId, Promise<FileSystemDirectoryHandle>>();
  const directory = (batch: BatchId): Promise<FileSystemDirectoryHandle> => {
    const found = known.get(batch) ?? batches().then((all) => all.getDirectoryHandle(batch, { create: true }));
    known.set(batch, found);
    found.catch(() => known.delete(batch));
    return found;
  };

  async function open(batch: BatchId, key: string): Promise<Blob> {
    const file = await fileIn(await directory(batch), key);
    if (file === null) throw new Fault('buffer-missing', { batch, key });
    return file;
  }

  async function purge(batch: BatchId, key: string): Promise<void> {
    const own = await directory(batch);
    await Promise.all(UNFINISHED.map((ending) => letGo(own, `${key}${ending}`)));
    // The plain name goes last: whatever interrupts, the whole file is not left without a trace.
    await letGo(own, key);
    const isEmpty = (await own.keys().next()).done === true;
    // Fails, rightly, if another file has come into it since.
    if (isEmpty)
      await (await batches()).removeEntry(batch).then(
        () => known.delete(batch),
        () => undefined,
      );
  }

  async function list(): Promise<readonly BufferedFile[]> {
    const found: BufferedFile[] = [];
    for await (const [batch, handle] of entriesOf(await batches())) {
      if (handle.kind === 'directory') found.push(...(await filesOf(asId<BatchId>(batch), handle)));
    }
    return found;
  }

  async function bytesUsed(): Promise<number> {
    let bytes = 0;
    for await (const [, handle] of entriesOf(await batches())) {
      if (handle.kind === 'directory') bytes += await sizeOf(handle);
    }
    return bytes;
  }

  return { directory, open, purge, list, bytesUsed };
}

async function sizeOf(directory: FileSystemDirectoryHandle): Promise<number> {
  let bytes = 0;
  for await (const [name, handle] of entriesOf(directory)) {
    if (handle.kind === 'file') bytes += (await fileIn(directory, name))?.size ?? 0;
  }
  return bytes;
}

async function filesOf(batch: BatchId, directory: FileSystemDirectoryHandle): Promise<readonly BufferedFile[]> {
  const names = new Set<string>();
  for await (const [name, handle] of entriesOf(directory)) if (handle.kind === 'file') names.add(name);
  const files: BufferedFile[] = [];
  for (const name of names) {
    if (NOTES.some((ending) => name.endsWith(ending))) continue;
    const key = name.endsWith(COPY_ENDINGS.part) ? name.slice(0, -COPY_ENDINGS.part.length) : name;
    const isWhole = key === name;
    if (!isWhole && names.has(key)) continue;
    const bytes = isWhole ? ((await fileIn(directory, name))?.size ?? 0) : await safeBytes(directory, key);
    files.push({ batch, key, state: isWhole ? 'whole' : 'partial', bytes });
  }
  return files;
}

/** What the checkpoint beside a part vouches for: the part itself has its full size from the start. */
async function safeBytes(directory: FileSystemDirectoryHandle, key: string): Promise<number> {
  const note = await fileIn(directory, `${key}${COPY_ENDINGS.checkpoint}`);
  const chunks: unknown = note === null ? 0 : /"chunks":(\d+)/.exec(await note.text())?.[1];
  return Number(chunks ?? 0) * TREE_CHUNK_BYTES;
}
