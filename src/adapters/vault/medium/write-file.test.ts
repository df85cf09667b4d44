import { describe, expect, it } from 'vitest';
import { writeFile } from './write-file.ts';

const platform = (name: string): DOMException => new DOMException('said the platform', name);
const quiet = () => ({ signal: new AbortController().signal, report: () => undefined });
const CONTENT = new Blob(['x'.repeat(9 * 1024 * 1024)]);

/** A folder of one file; what is written is kept only once it is closed. `refuse` says why data is not taken, or null. */
function folderThat(refuse: (data: Blob | ArrayBuffer) => DOMException | null) {
  const seen: ('blob' | 'bytes')[] = [];
  let kept: BlobPart[] = [];
  const createWritable = async () => {
    const parts: BlobPart[] = [];
    return {
      write: async (data: Blob | ArrayBuffer) => {
        seen.push(data instanceof Blob ? 'blob' : 'bytes');
        const refusal = refuse(data);
        if (refusal !== null) throw refusal;
        parts.push(data);
      },
      close: async () => {
        kept = parts;
      },
      abort: async () => undefined,
    };
  };
  const handle = { createWritable, getFile: async () => new File(kept, 'REC.MP4') };
  const folder = { getFileHandle: async () => handle } as unknown as FileSystemDirectoryHandle;
  return { folder, seen };
}

describe('a write for which the browser blames the blob', () => {
  it('is done anew with the bytes, which says what really hinders it: a full disk', async () => {
    const { folder, seen } = folderThat((data) =>
      platform(data instanceof Blob ? 'NotReadableError' : 'QuotaExceededError'),
    );
    await expect(writeFile(folder, 'REC.MP4', CONTENT, quiet())).rejects.toMatchObject({ code: 'medium-full' });
    expect(seen).toEqual(['blob', 'bytes']);
  });

  it('or goes through whole', async () => {
    const { folder } = folderThat((data) => (data instanceof Blob ? platform('NotReadableError') : null));
    const file = await writeFile(folder, 'REC.MP4', CONTENT, quiet());
    expect(await file.text()).toBe(await CONTENT.text());
  });

  it('and is given up where the bytes are not taken either', async () => {
    const { folder, seen } = folderThat(() => platform('NotReadableError'));
    await expect(writeFile(folder, 'REC.MP4', CONTENT, quiet())).rejects.toMatchObject({ code: 'medium-unwritable' });
    expect(seen).toEqual(['blob', 'bytes']);
  });
});

it('a write that fails for another reason is not tried again', async () => {
  const { folder, seen } = folderThat(() => platform('InvalidStateError'));
  await expect(writeFile(folder, 'REC.MP4', CONTENT, quiet())).rejects.toMatchObject({ code: 'medium-unwritable' });
  expect(seen).toEqual(['blob']);
});
