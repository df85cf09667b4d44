import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMemoryDisk } from '../../../test/doubles/memory-directory.ts';
import { Fault } from '../../base/fault.ts';
import { toHex } from '../../base/hex.ts';
import { TREE_CHUNK_BYTES, type TreeSha256Hex, toTreeSha256 } from '../../domain/digest.ts';
import { asId, type BureauId, type MediumId } from '../../domain/ids.ts';
import type { MediumStore } from '../../domain/ports/medium-store.ts';
import { nextAtOnce } from './medium/write-file.ts';
import { chooseMediumFolder, markMedium, openMedium } from './medium-store.ts';

const BUREAU = asId<BureauId>('bureau-of-this-station');
const MEDIUM = asId<MediumId>('medium-number-one-xxxx');
const OTHER = asId<MediumId>('medium-number-two-xxxx');
const MIB = 1024 * 1024;
const PATH = '2026/A-2026-37/A-2026-37-02_REC_0044.MP4';
const MARK = 'luzheng-medium.json';

/** Any digest will do: what counts is that equal bytes, and only they, give equal ones. Reads as the hashing room does. */
async function treeOf(
  blob: Blob,
  control: { signal: AbortSignal; report: (n: number) => void },
): Promise<TreeSha256Hex> {
  control.signal.throwIfAborted();
  let bytes: ArrayBuffer;
  try {
    bytes = await blob.arrayBuffer();
  } catch (error) {
    throw new Fault('source-unreadable', {}, error);
  }
  control.report(blob.size);
  return toTreeSha256(toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));
}

const quiet = () => ({ signal: new AbortController().signal, report: () => undefined });
const treeOfText = (text: string) => treeOf(new Blob([text]), quiet());

let disk = makeMemoryDisk('DISK');
let store: MediumStore;

const open = (handle: FileSystemDirectoryHandle | null = disk.root, medium = MEDIUM, bureau = BUREAU) =>
  openMedium(bureau, medium, handle, { treeOf });

const put = async (text: string, path = PATH, control = quiet()) =>
  store.put(path, new Blob([text]), await treeOfText(text), control);

const textAt = (path: string) => {
  const bytes = disk.bytesAt(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

beforeEach(async () => {
  disk = makeMemoryDisk('DISK');
  expect(await markMedium(BUREAU, { medium: MEDIUM, label: 'disk 1', isNew: true }, disk.root)).toEqual({
    ok: true,
    value: null,
  });
  const opened = await open();
  if (!opened.ok) throw new Error(opened.refusal.code);
  store = opened.value;
});

describe('opening a medium', () => {
  it('a medium without a handle was never connected', async () => {
    expect(await open(null)).toEqual({ ok: false, refusal: { code: 'medium-never-connected' } });
  });

  it.each(['prompt', 'denied'] as const)('permission that stands at %s must be asked for', async (permission) => {
    disk.permission = permission;
    expect(await open()).toEqual({ ok: false, refusal: { code: 'medium-asks' } });
  });

  it('a directory that knows no permissions counts as granted', async () => {
    const handle = Object.assign(disk.root, { queryPermission: undefined });
    expect((await open(handle)).ok).toBe(true);
  });

  it('a pulled disk, one without a mark and one whose mark cannot be read are missing', async () => {
    const missing = { ok: false, refusal: { code: 'medium-missing' } };
    disk.fail('read', MARK, 'NotReadableError');
    expect(await open()).toEqual(missing);
    disk.heal();
    disk.isPulled = true;
    expect(await open()).toEqual(missing);
    expect(await open(makeMemoryDisk().root)).toEqual(missing);
  });

  it('another medium, another bureau and a mark that cannot be understood are foreign', async () => {
    const foreign = { ok: false, refusal: { code: 'medium-foreign' } };
    expect(await open(disk.root, OTHER)).toEqual(foreign);
    expect(await open(disk.root, MEDIUM, asId<BureauId>('another-bureau'))).toEqual(foreign);
    disk.put(MARK, '{"format":"luzheng-medium"');
    expect(await open()).toEqual(foreign);
  });
});

describe('marking a medium', () => {
  it("another's mark is refused and stays as it is, the same one is fine", async () => {
    const before = textAt(MARK);
    expect(await markMedium(BUREAU, { medium: OTHER, label: 'disk 2', isNew: true }, disk.root)).toEqual({
      ok: false,
      refusal: { code: 'medium-foreign' },
    });
    expect((await markMedium(BUREAU, { medium: MEDIUM, label: 'new label', isNew: true }, disk.root)).ok).toBe(true);
    expect(textAt(MARK)).toBe(before);
  });

  it('a folder without a mark is not taken for a medium that holds footage: nothing is written', async () => {
    const other = makeMemoryDisk('OTHER');
    const stored = { medium: MEDIUM, label: 'disk 1', isNew: false };
    expect(await markMedium(BUREAU, stored, other.root)).toEqual({ ok: false, refusal: { code: 'medium-unmarked' } });
    expect(await other.root.keys().next()).toMatchObject({ done: true });
    expect((await markMedium(BUREAU, stored, disk.root)).ok).toBe(true);
  });

  it('an empty mark, left by a crash, is filled', async () => {
    disk.put(MARK, '');
    expect((await markMedium(BUREAU, { medium: MEDIUM, label: 'disk 1', isNew: true }, disk.root)).ok).toBe(true);
    expect((await open()).ok).toBe(true);
  });

  it.each([
    ['QuotaExceededError', 'medium-full'],
    ['NotAllowedError', 'medium-permission-lost'],
    ['InvalidStateError', 'medium-unwritable'],
  ])('%s while marking is %s', async (error, code) => {
    const fresh = makeMemoryDisk();
    fresh.fail('write', MARK, error);
    await expect(markMedium(BUREAU, { medium: MEDIUM, label: 'x', isNew: true }, fresh.root)).rejects.toMatchObject({
      code,
    });
  });
});

describe('storing on a medium', () => {
  it('writes below new folders, reads back, and opens again', async () => {
    expect(await put('footage')).toEqual({ path: PATH });
    expect(textAt(PATH)).toBe('footage');
    expect(await (await store.open(PATH)).text()).toBe('footage');
  });

  it('takes an empty file', async () => {
    expect(await put('')).toEqual({ path: PATH });
    expect(textAt(PATH)).toBe('');
  });

  it('bytes reported only grow, and end at the size of the file', async () => {
    const bytes = new Uint8Array(2 * TREE_CHUNK_BYTES + 7).fill(5);
    const reports: number[] = [];
    const blob = new Blob([bytes]);
    await store.put(PATH, blob, await treeOf(blob, quiet()), { ...quiet(), report: (n) => reports.push(n) });
    expect(reports).toEqual(reports.toSorted((a, b) => a - b));
    expect(reports.length).toBeGreaterThanOrEqual(4);
    expect(reports.at(-1)).toBe(bytes.byteLength);
    // Comparing element by element would take a minute.
    expect(Buffer.compare(disk.bytesAt(PATH) ?? Buffer.alloc(0), bytes)).toBe(0);
  });

  it.each([
    { given: 4, tookMs: 10, next: 8 },
    { given: 64, tookMs: 10, next: 64 },
    { given: 16, tookMs: 600, next: 16 },
    { given: 16, tookMs: 1_500, next: 8 },
    { given: 4, tookMs: 9_000, next: 4 },
  ])('after $given MiB took $tookMs ms, $next MiB are written at once', ({ given, tookMs, next }) => {
    expect(nextAtOnce(given * MIB, tookMs)).toBe(next * MIB);
  });

  it('an equal file there counts as stored and is not written again', async () => {
    await put('footage');
    const written = vi.fn();
    disk.onStep = (step) => void (step === 'write' && written());
    expect(await put('footage')).toEqual({ path: PATH });
    expect(written).not.toHaveBeenCalled();
  });

  it('put at the same time under one name, or names a disk may take for one, each gets a name of its own', async () => {
    const paths = [PATH, PATH, PATH.toLowerCase()];
    const stored = await Promise.all(['one', 'two', 'three'].map((text, i) => put(text, paths[i])));
    expect(new Set(stored.map(({ path }) => path.toLowerCase())).size).toBe(3);
    expect(stored.map(({ path }) => textAt(path))).toEqual(['one', 'two', 'three']);
  });

  it('a different file, of the same length too, is never written over', async () => {
    await put('footage');
    const second = PATH.replace('.MP4', ' (2).MP4');
    const third = PATH.replace('.MP4', ' (3).MP4');
    expect(await put('FOOTAGE')).toEqual({ path: second });
    expect(await put('longer footage')).toEqual({ path: third });
    expect(await put('FOOTAGE')).toEqual({ path: second });
    expect([PATH, second, third].map(textAt)).toEqual(['footage', 'FOOTAGE', 'longer footage']);
  });

  it('a directory that has the name is passed by', async () => {
    disk.put(`${PATH}/inside`, 'x');
    expect(await put('footage')).toEqual({ path: PATH.replace('.MP4', ' (2).MP4') });
  });

  it.each(['../up.mp4', 'a//b', './a', 'a\\b', '', MARK])('the path %j is not written', async (path) => {
    const before = disk.paths();
    const mark = textAt(MARK);
    await expect(put('footage', path)).rejects.toMatchObject({ code: 'medium-unwritable' });
    expect(disk.paths()).toEqual(before);
    expect(textAt(MARK)).toBe(mark);
  });

  it('bytes the disk did not keep are a mismatch in their chunk, and do not stay', async () => {
    const bytes = new Uint8Array(2 * TREE_CHUNK_BYTES + 3);
    const blob = new Blob([bytes]);
    disk.onClose = (kept) => {
      kept[TREE_CHUNK_BYTES + 1] = 1;
      return kept;
    };
    const stored = store.put(PATH, blob, await treeOf(blob, quiet()), quiet());
    await expect(stored).rejects.toMatchObject({ code: 'read-back-mismatch', facts: { path: PATH, chunk: 1 } });
    expect(disk.paths()).toEqual([MARK]);
  });

  it('a buffer that no longer holds what its digest says is a mismatch without a chunk', async () => {
    const stored = store.put(PATH, new Blob(['damaged']), await treeOfText('footage'), quiet());
    await expect(stored).rejects.toMatchObject({ code: 'read-back-mismatch', facts: { path: PATH } });
    expect(disk.paths()).toEqual([MARK]);
  });

  it('a full disk leaves no part behind', async () => {
    disk.quotaBytes = disk.usedBytes() + 3;
    await expect(put('footage')).rejects.toMatchObject({ code: 'medium-full' });
    expect(disk.paths()).toEqual([MARK]);
  });

  it.each([
    ['write', 'NotAllowedError', 'medium-permission-lost'],
    ['write', 'InvalidStateError', 'medium-unwritable'],
    ['close', 'QuotaExceededError', 'medium-full'],
    // Chromium's check of downloads: not a stop of ours.
    ['close', 'AbortError', 'medium-unwritable'],
    ['create', 'NoModificationAllowedError', 'medium-unwritable'],
    ['read', 'NotReadableError', 'medium-unreadable'],
  ] as const)('%s failing with %s is %s, and nothing stays', async (step, error, code) => {
    disk.fail(step, PATH, error);
    await expect(put('footage')).rejects.toMatchObject({ name: 'Fault', code });
    expect(disk.paths()).toEqual([MARK]);
  });

  it.each(['create', 'write', 'close', 'read'] as const)('a disk pulled at %s is missing', async (at) => {
    disk.onStep = (step, path) => {
      if (step === at && path === PATH) disk.isPulled = true;
    };
    await expect(put('footage')).rejects.toMatchObject({ code: 'medium-missing' });
  });

  it('another disk in its place gets nothing', async () => {
    disk.put(MARK, '{"format":"luzheng-medium","version":1,"bureau":"b","medium":"m","label":""}');
    await expect(put('footage')).rejects.toMatchObject({ code: 'medium-missing' });
    expect(disk.paths()).toEqual([MARK]);
  });

  it.each(['write', 'close', 'read'] as const)('a stop at %s leaves nothing and is no fault', async (at) => {
    const stop = new AbortController();
    disk.onStep = (step, path) => {
      if (step === at && path === PATH) stop.abort();
    };
    await expect(put('footage', PATH, { ...quiet(), signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(disk.paths()).toEqual([MARK]);
  });

  it('a buffer that cannot be read is not blamed on the medium', async () => {
    const source = makeMemoryDisk('BUFFER');
    source.put('key', 'footage');
    const blob = await (await source.root.getFileHandle('key')).getFile();
    const broken = Object.assign(blob, {
      slice: () =>
        Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
    });
    disk.fail('write', PATH, 'NotReadableError');
    await expect(store.put(PATH, broken, await treeOfText('footage'), quiet())).rejects.toMatchObject({
      code: 'buffer-failed',
    });
  });
});

describe('verifying a copy', () => {
  const verify = async (path = PATH) => store.verify(path, await treeOfText('footage'), quiet());

  it('says same, different or missing', async () => {
    await put('footage');
    expect(await verify()).toEqual({ result: 'same' });
    disk.put(PATH, 'footagf');
    expect(await verify()).toEqual({ result: 'different' });
    disk.remove(PATH);
    expect(await verify()).toEqual({ result: 'missing' });
    expect(await verify('no/such/folder.mp4')).toEqual({ result: 'missing' });
    expect(await verify('../outside.mp4')).toEqual({ result: 'missing' });
  });

  it('a pulled medium is a fault, never a missing copy', async () => {
    await put('footage');
    disk.isPulled = true;
    await expect(verify()).rejects.toMatchObject({ code: 'medium-missing' });
    disk.isPulled = false;
    disk.onStep = (step, path) => {
      if (step === 'getFile' && path === PATH) disk.isPulled = true;
    };
    await expect(verify()).rejects.toMatchObject({ code: 'medium-missing' });
  });

  it('a copy that cannot be read is a fault, not a difference', async () => {
    await put('footage');
    disk.fail('read', PATH, 'NotReadableError');
    await expect(verify()).rejects.toMatchObject({ code: 'medium-unreadable' });
    disk.heal();
    disk.fail('getFile', PATH, 'NotReadableError');
    await expect(verify()).rejects.toMatchObject({ code: 'medium-unreadable' });
    await expect(store.open(PATH)).rejects.toMatchObject({ code: 'medium-unreadable' });
  });
});

describe('choosing a medium', () => {
  const choose = async (picker: (() => Promise<unknown>) | undefined) => {
    vi.stubGlobal('window', { showDirectoryPicker: picker });
    try {
      return await chooseMediumFolder();
    } finally {
      vi.unstubAllGlobals();
    }
  };
  const fails = (name: string) => () => Promise.reject(new DOMException('', name));

  it('asks to write, and a closed picker is no choice', async () => {
    const picker = vi.fn(async () => disk.root);
    expect((await choose(picker))?.name).toBe('DISK');
    expect(picker).toHaveBeenCalledWith(expect.objectContaining({ mode: 'readwrite' }));
    expect(await choose(fails('AbortError'))).toBeNull();
  });

  it('a browser that refuses, or has no picker, is a fault', async () => {
    await expect(choose(fails('NotAllowedError'))).rejects.toMatchObject({ code: 'medium-permission-lost' });
    await expect(choose(undefined)).rejects.toMatchObject({ code: 'medium-unwritable' });
  });
});

describe('removing from a medium', () => {
  const content = async (text: string) => ({ treeSha256: await treeOfText(text), sizeBytes: text.length });

  it('a pulled disk, and another one in its place, are faults and never a finding', async () => {
    await put('footage');
    disk.isPulled = true;
    await expect(store.remove(PATH, await content('footage'), quiet())).rejects.toMatchObject({
      code: 'medium-missing',
    });
    disk.isPulled = false;
    disk.put(MARK, JSON.stringify({ format: 'luzheng-medium', version: 1, bureau: BUREAU, medium: OTHER, label: 'x' }));
    await expect(store.remove(PATH, await content('footage'), quiet())).rejects.toMatchObject({
      code: 'medium-missing',
    });
    expect(textAt(PATH)).toBe('footage');
  });

  it('a disk that cannot be written is a fault', async () => {
    await put('footage');
    disk.fail('remove', PATH, 'NoModificationAllowedError');
    await expect(store.remove(PATH, await content('footage'), quiet())).rejects.toMatchObject({
      code: 'medium-unwritable',
    });
  });
});
