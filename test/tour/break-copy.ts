import type { Driver } from './driver.ts';

/** Flips one byte of the first non-empty stored file on the stand-in medium, behind the app's back. Returns its path. */
export async function breakOneByte(driver: Driver): Promise<string> {
  return driver.page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen-medium');
    const find = async (
      directory: FileSystemDirectoryHandle,
      path: string,
    ): Promise<[FileSystemFileHandle, string] | null> => {
      for await (const [name, handle] of directory.entries()) {
        const at = `${path}/${name}`;
        if (handle.kind === 'directory') {
          const inside = await find(handle as FileSystemDirectoryHandle, at);
          if (inside !== null) return inside;
        } else if (!name.endsWith('.json') && (await (handle as FileSystemFileHandle).getFile()).size > 0) {
          return [handle as FileSystemFileHandle, at];
        }
      }
      return null;
    };
    const found = await find(root, '');
    if (found === null) throw new Error('nothing is stored');
    const [handle, path] = found;
    const file = await handle.getFile();
    const at = Math.floor(file.size / 2);
    const byte = new Uint8Array(await file.slice(at, at + 1).arrayBuffer())[0] ?? 0;
    const writable = await handle.createWritable({ keepExistingData: true });
    await writable.write({ type: 'write', position: at, data: new Uint8Array([byte ^ 1]) });
    await writable.close();
    return path;
  });
}

/** Runs the app's own check over the register and says whether it names a difference. */
export async function checkFinds(driver: Driver): Promise<boolean> {
  const { page } = driver;
  await driver.visit('/register');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: /复核/ }).first().click();
  // The end of the check is said in one sentence, whatever it found.
  const ended = page.getByText(/件不一致或找不到|件全部一致|件一致/).first();
  await ended.waitFor({ timeout: 300_000 });
  return /[1-9]\d* 件不一致/.test((await ended.textContent()) ?? '');
}
