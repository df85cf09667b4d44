import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMemoryDisk } from '../../../../test/doubles/memory-directory.ts';
import type { FootageItem, FootageSource } from '../../../domain/ports/footage-source.ts';
import { makeFilesSource, makeFolderSource, pickFolder, sourceFromDrop } from './folder-source.ts';

const never = new AbortController().signal;
const list = (source: FootageSource, signal = never) => source.list({ signal, report: () => undefined });
const pathsOf = (items: readonly FootageItem[]) => items.map(({ path }) => path);

const textOf = async (source: FootageSource, item: FootageItem): Promise<string> => {
  const opened = await source.open(item, never);
  if (opened.kind !== 'blob') throw new Error('not a blob');
  return opened.blob.text();
};

async function itemOf(source: FootageSource, path: string): Promise<FootageItem> {
  const item = (await list(source)).find((one) => one.path === path);
  if (item === undefined) throw new Error(`${path} is not listed`);
  return item;
}

let disk = makeMemoryDisk();
beforeEach(() => {
  disk = makeMemoryDisk();
  disk.put('DCIM/100MEDIA/B.MP4', 'second');
  disk.put('DCIM/100MEDIA/A.MP4', 'first', Date.parse('2026-03-05T06:30:00.000Z'));
  disk.put('notes.txt', '');
});
afterEach(() => vi.unstubAllGlobals());

describe('listing a folder', () => {
  it('finds every file below it, in the order of paths, with size and time', async () => {
    const source = makeFolderSource(disk.root);
    const items = await list(source);
    expect(source.label).toBe('CARD');
    expect(pathsOf(items)).toEqual(['DCIM/100MEDIA/A.MP4', 'DCIM/100MEDIA/B.MP4', 'notes.txt']);
    expect(items[0]).toEqual({
      path: 'DCIM/100MEDIA/A.MP4',
      name: 'A.MP4',
      sizeBytes: 5,
      modifiedAt: '2026-03-05T06:30:00.000Z',
    });
  });

  it('12,000 files are all there, and entries seen are counted', async () => {
    for (let i = 0; i < 12_000; i++) disk.put(`BIG/${i % 12}/${i}.mp4`, 'x');
    const seen: number[] = [];
    const items = await makeFolderSource(disk.root).list({ signal: never, report: (n) => seen.push(n) });
    expect(items).toHaveLength(12_003);
    expect(new Set(pathsOf(items)).size).toBe(12_003);
    expect(seen.at(-1)).toBe(12_003 + 2 + 1 + 12);
  });

  it('any tree of names is listed once each, sorted, whatever order the disk has', async () => {
    const name = fc.stringMatching(/^[a-zA-Z录 .]{1,6}$/).filter((n) => !/^\.+$/.test(n));
    const tree = fc.uniqueArray(
      fc.tuple(name, name).map(([folder, file]) => `d${folder}/${file}`),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(tree, async (paths) => {
        const card = makeMemoryDisk();
        for (const path of paths) card.put(path, path);
        expect(pathsOf(await list(makeFolderSource(card.root)))).toEqual([...paths].sort());
      }),
      { numRuns: 50 },
    );
  });

  it('a time that is no time is unknown, and stops nothing', async () => {
    disk.put('odd.mp4', 'x', Number.MAX_SAFE_INTEGER);
    const item = await itemOf(makeFolderSource(disk.root), 'odd.mp4');
    expect(item.modifiedAt).toBeNull();
    expect(await textOf(makeFolderSource(disk.root), item)).toBe('x');
  });

  it.each([
    ['file', 'getFile', 'DCIM/100MEDIA/A.MP4', 'NotReadableError'],
    ['file closed to us', 'getFile', 'DCIM/100MEDIA/A.MP4', 'NotAllowedError'],
    ['folder', 'list', 'DCIM/100MEDIA', 'NotReadableError'],
    ['folder closed to us', 'list', 'DCIM/100MEDIA', 'NotAllowedError'],
  ] as const)('an unreadable %s stays in the list, and opening it is a fault', async (_what, step, path, error) => {
    disk.fail(step, path, error);
    const source = makeFolderSource(disk.root);
    const item = await itemOf(source, path);
    expect(item).toMatchObject({ unreadable: true, sizeBytes: 0 });
    expect(pathsOf(await list(source))).toContain('notes.txt');
    await expect(source.open(item, never)).rejects.toMatchObject({ name: 'Fault', code: 'source-unreadable' });
  });

  it('an unreadable file that reads by now is another than the one listed', async () => {
    disk.fail('getFile', 'notes.txt', 'NotReadableError');
    const source = makeFolderSource(disk.root);
    const item = await itemOf(source, 'notes.txt');
    disk.heal();
    await expect(source.open(item, never)).rejects.toMatchObject({ code: 'item-changed' });
  });

  it.each([
    ['NotFoundError', 'source-gone'],
    ['NotAllowedError', 'source-permission-lost'],
    ['NotReadableError', 'source-unreadable'],
    ['InvalidStateError', 'source-unreadable'],
  ])('a root that fails with %s is %s', async (error, code) => {
    disk.fail('list', '', error);
    await expect(list(makeFolderSource(disk.root))).rejects.toMatchObject({ name: 'Fault', code });
  });

  it.each(['list', 'getFile'] as const)('a card pulled at %s in mid-walk is gone, not a list with gaps', async (at) => {
    disk.onStep = (step, path) => {
      if (step === at && path !== '') disk.isPulled = true;
    };
    await expect(list(makeFolderSource(disk.root))).rejects.toMatchObject({ code: 'source-gone' });
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const source = makeFolderSource(disk.root);
    disk.onStep = (step) => void (step === 'getFile' && stop.abort());
    for (let i = 0; i < 100; i++) disk.put(`${i}.mp4`, 'x');
    await expect(list(source, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('opening a file of a folder', () => {
  const path = 'DCIM/100MEDIA/A.MP4';

  it('gives its bytes, and looks again when asked', async () => {
    const source = makeFolderSource(disk.root);
    const opened = await source.open(await itemOf(source, path), never);
    if (opened.kind !== 'blob') throw new Error('not a blob');
    expect(await opened.blob.text()).toBe('first');
    await opened.confirm?.();
    disk.put(path, 'first and more');
    await expect(opened.confirm?.()).rejects.toMatchObject({ code: 'item-changed' });
  });

  it.each([
    ['grew', 'first and more', undefined],
    ['shrank', 'f', undefined],
    ['became empty', '', undefined],
    ['was written anew at the same length', 'FIRST', Date.parse('2026-03-05T06:31:00.000Z')],
  ])('one that %s since the listing has changed', async (_how, content, at) => {
    const source = makeFolderSource(disk.root);
    const item = await itemOf(source, path);
    disk.put(path, content, at ?? Date.parse('2026-03-05T06:30:00.000Z'));
    await expect(source.open(item, never)).rejects.toMatchObject({ code: 'item-changed', facts: { path } });
  });

  it.each([path, 'DCIM'])('one that vanished with %s is gone, while the card is there', async (lost) => {
    const source = makeFolderSource(disk.root);
    const item = await itemOf(source, path);
    disk.remove(lost);
    await expect(source.open(item, never)).rejects.toMatchObject({ code: 'item-gone' });
  });

  it('a pulled card is gone as a whole', async () => {
    const source = makeFolderSource(disk.root);
    const item = await itemOf(source, path);
    disk.isPulled = true;
    await expect(source.open(item, never)).rejects.toMatchObject({ code: 'source-gone' });
    disk.isPulled = false;
    expect(await textOf(source, item)).toBe('first');
  });

  it('a card whose root no longer reads is gone as a whole', async () => {
    const source = makeFolderSource(disk.root);
    const item = await itemOf(source, path);
    disk.fail('list', '', 'NotReadableError');
    disk.fail('getFile', path, 'NotReadableError');
    await expect(source.open(item, never)).rejects.toMatchObject({ code: 'source-gone' });
  });

  it('a withdrawn permission is said as one', async () => {
    const source = makeFolderSource(disk.root);
    const item = await itemOf(source, path);
    disk.permission = 'prompt';
    await expect(source.open(item, never)).rejects.toMatchObject({ code: 'source-permission-lost' });
  });

  it('a stop opens nothing', async () => {
    const source = makeFolderSource(disk.root);
    const item = await itemOf(source, path);
    await expect(source.open(item, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('plain files', () => {
  it('two of one name both stay, and each opens as itself', async () => {
    const source = makeFilesSource([new File(['one'], 'a.mp4'), new File(['two!'], 'a.mp4')], 'files');
    const items = await list(source);
    expect(pathsOf(items)).toEqual(['a (2).mp4', 'a.mp4']);
    expect(await Promise.all(items.map((item) => textOf(source, item)))).toEqual(['two!', 'one']);
  });

  it('chosen again after a restart, another size is another file and a missing one is gone', async () => {
    const [item] = await list(makeFilesSource([new File(['one'], 'a.mp4', { lastModified: 1 })], 'files'));
    if (item === undefined) throw new Error('nothing listed');
    const again = makeFilesSource([new File(['longer'], 'a.mp4', { lastModified: 1 })], 'files');
    await expect(again.open(item, never)).rejects.toMatchObject({ code: 'item-changed' });
    await expect(makeFilesSource([], 'files').open(item, never)).rejects.toMatchObject({ code: 'item-gone' });
  });

  it.each([
    ['NotFoundError', 'item-gone'],
    ['NotReadableError', 'source-unreadable'],
    ['NotAllowedError', 'source-permission-lost'],
  ])('one that fails with %s when opened is %s', async (error, code) => {
    const file = Object.assign(new File(['one'], 'a.mp4'), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', error)) }),
    });
    const source = makeFilesSource([file], 'files');
    const [item] = await list(source);
    if (item === undefined) throw new Error('nothing listed');
    await expect(source.open(item, never)).rejects.toMatchObject({ code });
  });
});

describe('picking a folder', () => {
  it('asks to read only and gives source and handle', async () => {
    const { root } = disk;
    const showDirectoryPicker = vi.fn(async () => root);
    vi.stubGlobal('window', { showDirectoryPicker });
    const chosen = await pickFolder();
    expect(chosen?.handle).toBe(root);
    expect(chosen?.source.label).toBe('CARD');
    expect(showDirectoryPicker).toHaveBeenCalledWith(expect.objectContaining({ mode: 'read' }));
  });

  it('a closed picker is no choice, a refusal is a fault', async () => {
    const fails = (name: string) => ({ showDirectoryPicker: () => Promise.reject(new DOMException('', name)) });
    vi.stubGlobal('window', fails('AbortError'));
    expect(await pickFolder()).toBeNull();
    vi.stubGlobal('window', fails('NotAllowedError'));
    await expect(pickFolder()).rejects.toMatchObject({ code: 'source-permission-lost' });
  });

  const dialog = (event: string, files: readonly File[]) => {
    const input = Object.assign(new EventTarget(), { files, click: () => input.dispatchEvent(new Event(event)) });
    vi.stubGlobal('window', {});
    vi.stubGlobal('document', { createElement: () => input });
    return input;
  };
  const below = (path: string) =>
    Object.defineProperty(new File(['x'], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path });

  it('without a picker the plain folder dialog gives a source without a handle', async () => {
    const input = dialog('change', [below('CARD/DCIM/a.mp4'), below('CARD/b.mp4')]);
    const chosen = await pickFolder();
    expect(input).toMatchObject({ type: 'file', webkitdirectory: true });
    expect(chosen?.handle).toBeNull();
    expect(chosen?.source.label).toBe('CARD');
    expect(chosen && pathsOf(await list(chosen.source))).toEqual(['DCIM/a.mp4', 'b.mp4']);
  });

  it('closing that dialog is no choice', async () => {
    dialog('cancel', []);
    expect(await pickFolder()).toBeNull();
  });
});

describe('dropping', () => {
  /** A drop whose items are empty once the event is over, as the platform has it. */
  function drop(items: readonly (FileSystemDirectoryHandle | File | 'text' | { readonly rejects: string })[]) {
    let isOver = false;
    const during = <T>(value: T): T => {
      if (isOver) throw new Error('asked after the event');
      return value;
    };
    const one = (item: (typeof items)[number]) => {
      if (item === 'text') return { kind: 'string', getAsFile: () => null };
      const isFile = item instanceof File;
      const handle =
        'rejects' in item ? Promise.reject(new DOMException('', item.rejects)) : Promise.resolve(isFile ? null : item);
      return {
        kind: 'file',
        getAsFileSystemHandle: () => during(handle),
        webkitGetAsEntry: () => during({ isDirectory: !isFile, fullPath: '/x' }),
        getAsFile: () => during(isFile ? item : new File(['4096'], 'a folder as a file')),
      };
    };
    const chosen = sourceFromDrop({ items: items.map(one) } as unknown as DataTransfer);
    isOver = true;
    return chosen;
  }

  it('one folder is that folder, with its handle', async () => {
    const { root } = disk;
    const chosen = await drop([root]);
    expect(chosen?.handle).toBe(root);
    expect(chosen && pathsOf(await list(chosen.source))).toContain('DCIM/100MEDIA/A.MP4');
  });

  it('files whose names its handle hides are listed and read through the drop’s older entries, also after the event', async () => {
    const { root } = disk;
    const file = (path: string, content: string | null) => ({
      isDirectory: false,
      fullPath: `/CARD/${path}`,
      file: (give: (one: File) => void, fail: (why: Error) => void) =>
        content === null ? fail(new Error('closed')) : give(new File([content], path.slice(path.lastIndexOf('/') + 1))),
    });
    const folder = (path: string, below: readonly unknown[]) => ({
      isDirectory: true,
      fullPath: path === '' ? '/CARD' : `/CARD/${path}`,
      createReader: () => {
        const calls = [below, []];
        return { readEntries: (give: (some: unknown) => void) => give(calls.shift()) };
      },
    });
    const media = folder('DCIM/100MEDIA', [
      file('DCIM/100MEDIA/A.MP4', 'never asked'),
      file('DCIM/100MEDIA/a:b.MP4', 'colon'),
    ]);
    const entry = folder('', [folder('DCIM', [media]), file('C:\\evil.MP4', 'path'), file('CON.MP4', null)]);
    const item = {
      kind: 'file',
      getAsFileSystemHandle: () => Promise.resolve(root),
      webkitGetAsEntry: () => entry,
      getAsFile: () => null,
    };
    const chosen = await sourceFromDrop({ items: [item] } as unknown as DataTransfer);
    if (chosen === null) throw new Error('nothing chosen');
    const items = await list(chosen.source);
    const plain = await list(makeFolderSource(root));
    expect(pathsOf(items)).toEqual([...pathsOf(plain), 'C:\\evil.MP4', 'CON.MP4', 'DCIM/100MEDIA/a:b.MP4'].sort());
    expect(items.filter(({ unreadable }) => unreadable).map(({ path }) => path)).toEqual(['CON.MP4']);
    const at = (path: string) => items.find((one) => one.path === path) as (typeof items)[number];
    expect(await textOf(chosen.source, at('DCIM/100MEDIA/a:b.MP4'))).toBe('colon');
    expect(await textOf(chosen.source, at('C:\\evil.MP4'))).toBe('path');
    expect(await textOf(chosen.source, at('DCIM/100MEDIA/A.MP4'))).toBe('first');
  });

  it('files are files', async () => {
    const chosen = await drop([new File(['b'], 'b.mp4'), new File(['a'], 'a.mp4')]);
    expect(chosen?.handle).toBeNull();
    expect(chosen && pathsOf(await list(chosen.source))).toEqual(['a.mp4', 'b.mp4']);
  });

  it('folders of one name and a file come together, each opens as itself', async () => {
    const second = makeMemoryDisk();
    second.put('notes.txt', 'of the second');
    const chosen = await drop([disk.root, second.root, new File(['loose'], 'loose.mp4')]);
    if (chosen === null) throw new Error('nothing chosen');
    const items = await list(chosen.source);
    expect(chosen.handle).toBeNull();
    expect(pathsOf(items)).toEqual([
      'CARD (2)/notes.txt',
      'CARD/DCIM/100MEDIA/A.MP4',
      'CARD/DCIM/100MEDIA/B.MP4',
      'CARD/notes.txt',
      'loose.mp4',
    ]);
    expect(await Promise.all(items.map((item) => textOf(chosen.source, item)))).toEqual([
      'of the second',
      'first',
      'second',
      '',
      'loose',
    ]);
  });

  it('a card of several that is pulled is gone', async () => {
    const chosen = await drop([disk.root, new File(['loose'], 'loose.mp4')]);
    if (chosen === null) throw new Error('nothing chosen');
    const item = await itemOf(chosen.source, 'CARD/notes.txt');
    disk.isPulled = true;
    await expect(chosen.source.open(item, never)).rejects.toMatchObject({ code: 'source-gone' });
  });

  it('text, nothing, and a folder the operator declined are no source', async () => {
    expect(await drop([])).toBeNull();
    expect(await drop(['text'])).toBeNull();
    expect(await drop([{ rejects: 'AbortError' }])).toBeNull();
  });

  it('a folder the browser refuses is a fault, not left out', async () => {
    await expect(drop([new File(['a'], 'a.mp4'), { rejects: 'NotAllowedError' }])).rejects.toMatchObject({
      code: 'source-permission-lost',
    });
  });

  it('without handles a folder is read the older way, in calls of at most 100', async () => {
    const file = (i: number) => ({
      isDirectory: false,
      fullPath: `/CARD/${i}.mp4`,
      file: (give: (f: File) => void) => give(new File([String(i)], `${i}.mp4`)),
    });
    const calls = [[file(1), file(2)], [file(3)], []];
    const entry = {
      isDirectory: true,
      fullPath: '/CARD',
      createReader: () => ({ readEntries: (give: (some: unknown) => void) => give(calls.shift()) }),
    };
    const item = { kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => null };
    const chosen = await sourceFromDrop({ items: [item] } as unknown as DataTransfer);
    expect(chosen && pathsOf(await list(chosen.source))).toEqual(['CARD/1.mp4', 'CARD/2.mp4', 'CARD/3.mp4']);
  });
});
