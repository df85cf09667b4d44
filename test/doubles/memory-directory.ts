import { setTimeout as nextTurn } from 'node:timers/promises';

/** Errors as the platform names them. */
const platform = (name: string) => new DOMException(name, name);

interface FileNode {
  readonly kind: 'file';
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  lastModified: number;
}

interface FolderNode {
  readonly kind: 'directory';
  name: string;
  readonly below: Map<string, FileNode | FolderNode>;
}

type Step = 'list' | 'getFile' | 'read' | 'create' | 'write' | 'close' | 'remove';

/**
 * A disk in memory behind `FileSystemDirectoryHandle`, with the knobs of a real one: pulled, full, closed to us, entries
 * that fail. Writing goes beside the file and is moved at `close`, as Chromium does it.
 */
export function makeMemoryDisk(label = 'CARD') {
  const disk = new MemoryDisk(label);
  return disk;
}

class MemoryDisk {
  readonly tree: FolderNode;
  permission: PermissionState = 'granted';
  /** The disk is out: every call is "not found". */
  isPulled = false;
  quotaBytes = Number.POSITIVE_INFINITY;
  /** Bytes as they reach the disk; for one that does not keep what it was given. */
  onClose: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) => bytes;
  /** Called before each step; for pulling the disk in mid-work. */
  onStep: (step: Step, path: string) => void = () => undefined;
  readonly #failing = new Map<string, string>();

  constructor(label: string) {
    this.tree = { kind: 'directory', name: label, below: new Map() };
  }

  /** The root as the picker gives it. */
  get root(): FileSystemDirectoryHandle {
    return folderHandle(this, this.tree, '') as unknown as FileSystemDirectoryHandle;
  }

  /** Makes `step` at `path` fail with the platform's error of that name, until `heal`. */
  fail(step: Step, path: string, error: string): void {
    this.#failing.set(`${step} ${path}`, error);
  }

  heal(): void {
    this.#failing.clear();
  }

  step(step: Step, path: string): void {
    this.onStep(step, path);
    if (this.isPulled) throw platform('NotFoundError');
    if (this.permission !== 'granted') throw platform('NotAllowedError');
    const error = this.#failing.get(`${step} ${path}`);
    if (error !== undefined) throw platform(error);
  }

  put(path: string, content: string | Uint8Array<ArrayBuffer>, lastModified = 1_772_692_200_000): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const names = path.split('/');
    const name = names.pop() ?? '';
    let folder = this.tree;
    for (const part of names) {
      const next = folder.below.get(part) ?? { kind: 'directory', name: part, below: new Map() };
      if (next.kind === 'file') throw new Error(`${part} is a file`);
      folder.below.set(part, next);
      folder = next;
    }
    folder.below.set(name, { kind: 'file', name, bytes, lastModified });
  }

  #node(path: string): FileNode | FolderNode | undefined {
    let node: FileNode | FolderNode | undefined = this.tree;
    for (const part of path.split('/')) node = node?.kind === 'directory' ? node.below.get(part) : undefined;
    return node;
  }

  bytesAt(path: string): Uint8Array<ArrayBuffer> | undefined {
    const node = this.#node(path);
    return node?.kind === 'file' ? node.bytes : undefined;
  }

  remove(path: string): void {
    const slash = path.lastIndexOf('/');
    const folder = slash < 0 ? this.tree : this.#node(path.slice(0, slash));
    if (folder?.kind === 'directory') folder.below.delete(path.slice(slash + 1));
  }

  /** Paths of all files, sorted. */
  paths(): readonly string[] {
    const walk = (folder: FolderNode, path: string): readonly string[] =>
      [...folder.below.values()].flatMap((node) =>
        node.kind === 'file' ? [path + node.name] : walk(node, `${path}${node.name}/`),
      );
    return walk(this.tree, '').toSorted();
  }

  usedBytes(): number {
    return this.paths().reduce((sum, path) => sum + (this.bytesAt(path)?.byteLength ?? 0), 0);
  }
}

export type { MemoryDisk };

const below = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);

/** A snapshot that stops reading once the disk is pulled, as a real one does. */
class MemoryFile extends File {
  readonly #check: () => void;

  constructor(node: FileNode, check: () => void) {
    super([node.bytes], node.name, { lastModified: node.lastModified });
    this.#check = check;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    this.#check();
    return super.arrayBuffer();
  }

  override async text(): Promise<string> {
    this.#check();
    return super.text();
  }
}

function fileHandle(disk: MemoryDisk, folder: FolderNode, node: FileNode, path: string) {
  return {
    kind: 'file',
    name: node.name,
    getFile: async () => {
      await nextTurn();
      disk.step('getFile', path);
      if (folder.below.get(node.name) !== node) throw platform('NotFoundError');
      return new MemoryFile(node, () => disk.step('read', path));
    },
    createWritable: async () => {
      disk.step('create', path);
      return writable(disk, node, path);
    },
  };
}

function writable(disk: MemoryDisk, node: FileNode, path: string) {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let state: 'open' | 'closed' = 'open';
  const mustBeOpen = () => {
    if (state === 'closed') throw new TypeError('the stream is closed');
  };
  return {
    write: async (data: Blob | string) => {
      mustBeOpen();
      const bytes = new Uint8Array(await new Blob([data]).arrayBuffer());
      disk.step('write', path);
      size += bytes.byteLength;
      if (disk.usedBytes() + size > disk.quotaBytes) throw platform('QuotaExceededError');
      parts.push(bytes);
    },
    close: async () => {
      mustBeOpen();
      disk.step('close', path);
      state = 'closed';
      node.bytes = disk.onClose(new Uint8Array(await new Blob(parts).arrayBuffer()));
    },
    abort: async () => {
      mustBeOpen();
      state = 'closed';
      parts = [];
    },
  };
}

function folderHandle(disk: MemoryDisk, folder: FolderNode, path: string) {
  const handleOf = (node: FileNode | FolderNode) =>
    node.kind === 'file'
      ? fileHandle(disk, folder, node, below(path, node.name))
      : folderHandle(disk, node, below(path, node.name));
  const get = (name: string, kind: 'file' | 'directory', create: boolean) => {
    if (name === '' || name === '.' || name === '..' || /[/\\]/.test(name)) throw new TypeError('Name is not allowed');
    disk.step(create ? 'create' : 'list', below(path, name));
    const there = folder.below.get(name);
    if (there !== undefined && there.kind !== kind) throw platform('TypeMismatchError');
    if (there !== undefined) return handleOf(there);
    if (!create) throw platform('NotFoundError');
    const made: FileNode | FolderNode =
      kind === 'file'
        ? { kind, name, bytes: new Uint8Array(0), lastModified: 1_772_692_200_000 }
        : { kind, name, below: new Map() };
    folder.below.set(name, made);
    return handleOf(made);
  };
  async function* entries() {
    disk.step('list', path);
    for (const node of [...folder.below.values()]) {
      disk.step('list', path);
      yield [node.name, handleOf(node)] as const;
    }
  }
  return {
    kind: 'directory',
    name: folder.name,
    queryPermission: async () => disk.permission,
    getFileHandle: async (name: string, options?: { create?: boolean }) => get(name, 'file', options?.create === true),
    getDirectoryHandle: async (name: string, options?: { create?: boolean }) =>
      get(name, 'directory', options?.create === true),
    removeEntry: async (name: string) => {
      disk.step('remove', below(path, name));
      if (!folder.below.delete(name)) throw platform('NotFoundError');
    },
    entries,
    async *values(): AsyncGenerator<unknown> {
      for await (const [, handle] of entries()) yield handle;
    },
    async *keys() {
      for await (const [name] of entries()) yield name;
    },
  };
}
