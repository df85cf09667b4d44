import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type TreeSha256Hex, toTreeSha256 } from '../../src/domain/digest.ts';
import type { MediumStore } from '../../src/domain/ports/medium-store.ts';

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
/** The tree of at most one chunk. */
const treeOf = (text: string): TreeSha256Hex =>
  toTreeSha256(sha256(...(text === '' ? [] : [Buffer.of(0), sha256(Buffer.from(text))])).toString('hex'));
const calm = () => ({ signal: new AbortController().signal, report: () => undefined });

/** What every store on a medium does. `make` gives an empty one; its mark and its permission are in order. */
export function mediumStoreSuite(name: string, make: () => Promise<MediumStore>): void {
  const put = (store: MediumStore, path: string, text: string) =>
    store.put(path, new Blob([text]), treeOf(text), calm());

  describe(name, () => {
    it.each(['footage', ''])('what is put can be opened and is the same: %j', async (text) => {
      const store = await make();
      const { path } = await put(store, '37/a.mp4', text);
      expect(path).toBe('37/a.mp4');
      expect(await (await store.open(path)).text()).toBe(text);
      expect(await store.verify(path, treeOf(text), calm())).toEqual({ result: 'same' });
    });

    it('the same content under the same name is there already', async () => {
      const store = await make();
      const first = await put(store, '37/a.mp4', 'footage');
      expect(await put(store, '37/a.mp4', 'footage')).toMatchObject({ path: first.path });
    });

    it('another content of the same name gets a name of its own; the first is left as it is', async () => {
      const store = await make();
      const first = await put(store, '37/a.mp4', 'footage');
      const second = await put(store, '37/a.mp4', 'another');
      expect(second.path).not.toBe(first.path);
      expect(await (await store.open(first.path)).text()).toBe('footage');
      expect(await (await store.open(second.path)).text()).toBe('another');
    });

    it('content that is not what its digest says is never stored', async () => {
      const store = await make();
      const wrong = store.put('37/a.mp4', new Blob(['other']), treeOf('footage'), calm());
      await expect(wrong).rejects.toMatchObject({ code: 'read-back-mismatch' });
      expect(await store.verify('37/a.mp4', treeOf('other'), calm())).toEqual({ result: 'missing' });
    });

    it('a copy that differs, and one that is not there, are findings', async () => {
      const store = await make();
      const { path } = await put(store, '37/a.mp4', 'footage');
      expect(await store.verify(path, treeOf('another'), calm())).toEqual({ result: 'different' });
      expect(await store.verify('37/none.mp4', treeOf('footage'), calm())).toEqual({ result: 'missing' });
    });

    it('removing takes away this copy, and never another content under its name', async () => {
      const store = await make();
      const content = { treeSha256: treeOf('footage'), sizeBytes: 7 };
      const { path } = await put(store, '37/a.mp4', 'footage');
      const other = await put(store, '38/a.mp4', 'another');
      expect(await store.remove(other.path, content, calm())).toEqual({ result: 'different' });
      expect(await store.remove(path, content, calm())).toEqual({ result: 'deleted' });
      expect(await store.verify(path, content.treeSha256, calm())).toEqual({ result: 'missing' });
      expect(await (await store.open(other.path)).text()).toBe('another');
      expect(await store.remove(path, content, calm())).toEqual({ result: 'missing' });
    });

    it('where the path is not known, or the file was moved, it is found by what it holds', async () => {
      const store = await make();
      const content = { treeSha256: treeOf('footage'), sizeBytes: 7 };
      await put(store, '37/b/a.mp4', 'footage');
      await put(store, 'moved.mp4', 'footage');
      await put(store, 'equal-long.mp4', 'ootagef');
      expect(await store.remove('37/a.mp4', content, calm())).toEqual({ result: 'deleted' });
      expect(await store.remove(null, content, calm())).toEqual({ result: 'missing' });
      expect(await (await store.open('equal-long.mp4')).text()).toBe('ootagef');
    });

    it('opening what is not there is a fault', async () => {
      await expect((await make()).open('37/none.mp4')).rejects.toMatchObject({ code: 'medium-unreadable' });
    });
  });
}
