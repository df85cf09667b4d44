import { Fault, isFault } from '../../../base/fault.ts';
import type { Control } from '../../../base/job.ts';
import type { TreeSha256Hex } from '../../../domain/digest.ts';
import { beside } from '../../../domain/medium-path.ts';
import type { MediumStore } from '../../../domain/ports/medium-store.ts';
import { MARK_NAME, type MarkOwner, readMark } from './mark.ts';
import { mediumFault } from './medium-fault.ts';
import { fileAt, fileNamed, filesBelow, folderFor, partsOf } from './place.ts';
import { firstDifferentChunk, writeFile } from './write-file.ts';

export interface MediumMeans {
  /** The tree digest of a blob, reporting bytes done; of the hashing room. */
  readonly treeOf: (blob: Blob, control: Control<number>) => Promise<TreeSha256Hex>;
}

/** So many other files of one name and place are no accident. */
const MOST_NAMESAKES = 999;
/** Faults of reading a blob, as the hashing room names them; here the blob lies on the medium. */
const READ_FAULTS: ReadonlySet<string> = new Set(['source-unreadable', 'item-gone', 'item-changed', 'read-stalled']);

export class DirectoryStore implements MediumStore {
  readonly #root: FileSystemDirectoryHandle;
  readonly #owner: MarkOwner;
  readonly #means: MediumMeans;
  /** Names that are being written, as the least distinguishing file system tells them apart. */
  readonly #claimed = new Set<string>();

  constructor(root: FileSystemDirectoryHandle, owner: MarkOwner, means: MediumMeans) {
    this.#root = root;
    this.#owner = owner;
    this.#means = means;
  }

  async put(
    path: string,
    blob: Blob,
    expected: TreeSha256Hex,
    control: Control<number>,
  ): Promise<{ readonly path: string }> {
    control.signal.throwIfAborted();
    await this.#mustBeHere('write');
    const parts = partsOf(path);
    if (parts === null || path === MARK_NAME) throw new Fault('medium-unwritable', { path });
    try {
      const folder = await folderFor(this.#root, parts, { create: true });
      const free = await this.#freeOrEqual(folder, path, blob, expected, control);
      if (!free.isStored)
        await this.#writeAndCompare(folder, free.path, blob, expected, control).finally(() =>
          this.#claimed.delete(claimOf(free.path)),
        );
      control.report(blob.size);
      return { path: free.path };
    } catch (error) {
      control.signal.throwIfAborted();
      throw await this.#whatFailed('write', error, path);
    }
  }

  async verify(
    path: string,
    expected: TreeSha256Hex,
    control: Control<number>,
  ): Promise<{ readonly result: 'same' | 'different' | 'missing' }> {
    control.signal.throwIfAborted();
    await this.#mustBeHere('read');
    const parts = partsOf(path);
    try {
      const file = parts === null ? null : await fileAt(this.#root, parts);
      if (file !== null) return { result: (await this.#tree(file, path, control)) === expected ? 'same' : 'different' };
    } catch (error) {
      control.signal.throwIfAborted();
      throw await this.#whatFailed('read', error, path);
    }
    await this.#mustBeHere('read');
    return { result: 'missing' };
  }

  async open(path: string): Promise<Blob> {
    const parts = partsOf(path);
    try {
      const file = parts === null ? null : await fileAt(this.#root, parts);
      if (file !== null) return file;
    } catch (error) {
      throw await this.#whatFailed('read', error, path);
    }
    await this.#mustBeHere('read');
    throw new Fault('medium-unreadable', { path });
  }

  async remove(
    path: string | null,
    content: { readonly treeSha256: TreeSha256Hex; readonly sizeBytes: number },
    control: Control<number>,
  ): Promise<{ readonly result: 'deleted' | 'missing' | 'different' }> {
    control.signal.throwIfAborted();
    await this.#mustBeHere('write');
    const parts = path === null ? null : partsOf(path);
    try {
      const there = parts === null ? null : await fileAt(this.#root, parts);
      if (parts !== null && there !== null) {
        if (!(await this.#isEqual(there, content, control))) return { result: 'different' };
        await (await folderFor(this.#root, parts, { create: false })).removeEntry(parts.at(-1) ?? '');
        return { result: 'deleted' };
      }
      let removed = 0;
      for await (const { folder, file } of filesBelow(this.#root)) {
        control.signal.throwIfAborted();
        if (!(await this.#isEqual(file, content, control))) continue;
        await folder.removeEntry(file.name);
        removed += 1;
      }
      // A disk that is pulled may look empty.
      await this.#mustBeHere('write');
      return { result: removed > 0 ? 'deleted' : 'missing' };
    } catch (error) {
      control.signal.throwIfAborted();
      throw await this.#whatFailed('write', error, path ?? '');
    }
  }

  async #isEqual(
    file: File,
    { treeSha256, sizeBytes }: { readonly treeSha256: TreeSha256Hex; readonly sizeBytes: number },
    control: Control<number>,
  ): Promise<boolean> {
    return file.size === sizeBytes && (await this.#tree(file, file.name, control)) === treeSha256;
  }

  /** Looked at before every act: a drive letter may by now belong to another disk. */
  async #mustBeHere(act: 'write' | 'read'): Promise<void> {
    let mark: 'own' | 'foreign' | 'none';
    try {
      mark = await readMark(this.#root, this.#owner);
    } catch (error) {
      throw mediumFault(act, error);
    }
    if (mark !== 'own') throw new Fault('medium-missing', { mark });
  }

  /** A disk that is pulled in mid-work answers in many ways: where its mark is gone by now, that is what failed. */
  async #whatFailed(act: 'write' | 'read', error: unknown, path: string): Promise<Fault> {
    const fault = mediumFault(act, error, path);
    if (fault.code !== 'medium-unwritable' && fault.code !== 'medium-unreadable') return fault;
    return this.#mustBeHere(act).then(
      () => fault,
      (gone: unknown) => mediumFault(act, gone, path),
    );
  }

  /** The first name beside `path` that is free, and claimed then; or that holds these very bytes already. */
  async #freeOrEqual(
    folder: FileSystemDirectoryHandle,
    path: string,
    blob: Blob,
    expected: TreeSha256Hex,
    control: Control<number>,
  ): Promise<{ readonly path: string; readonly isStored: boolean }> {
    for (let count = 1; count <= MOST_NAMESAKES; count += 1) {
      const candidate = count === 1 ? path : beside(path, count);
      const claim = claimOf(candidate);
      // Several files are written at once; what another of them has taken holds other bytes than these.
      if (this.#claimed.has(claim)) continue;
      this.#claimed.add(claim);
      const there = await fileNamed(folder, lastOf(candidate)).catch((error: unknown) => {
        this.#claimed.delete(claim);
        throw error;
      });
      if (there === null) return { path: candidate, isStored: false };
      this.#claimed.delete(claim);
      const mayBeEqual = there !== 'taken' && there.size === blob.size;
      if (mayBeEqual && (await this.#tree(there, candidate, control)) === expected)
        return { path: candidate, isStored: true };
    }
    throw new Fault('medium-unwritable', { path, namesakes: MOST_NAMESAKES });
  }

  /** Half of the bytes reported are those written, half those read back: both pass through the medium. */
  async #writeAndCompare(
    folder: FileSystemDirectoryHandle,
    path: string,
    blob: Blob,
    expected: TreeSha256Hex,
    { signal, report }: Control<number>,
  ): Promise<void> {
    const name = lastOf(path);
    try {
      const file = await writeFile(folder, name, blob, { signal, report: (bytes) => report(Math.floor(bytes / 2)) });
      const tree = await this.#tree(file, path, {
        signal,
        report: (bytes) => report(Math.floor((blob.size + bytes) / 2)),
      });
      signal.throwIfAborted();
      if (file.size === blob.size && tree === expected) return;
      // No chunk differs where the blob itself is no longer what its digest says.
      const chunk = await firstDifferentChunk(blob, file);
      throw new Fault('read-back-mismatch', chunk === null ? { path } : { path, chunk });
    } catch (error) {
      // What is not known to be whole does not stay under a name that says it is; another disk's file does.
      await this.#mustBeHere('write')
        .then(() => folder.removeEntry(name))
        .catch(() => undefined);
      throw error;
    }
  }

  async #tree(file: File, path: string, control: Control<number>): Promise<TreeSha256Hex> {
    try {
      return await this.#means.treeOf(file, control);
    } catch (error) {
      if (isFault(error) && READ_FAULTS.has(error.code))
        throw new Fault('medium-unreadable', { path, why: error.code }, error);
      throw error;
    }
  }
}

const claimOf = (path: string): string => path.normalize('NFC').toLowerCase();
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
