import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * Every file below `dir` but compressed copies, in one order on every machine.
 * @param {string} dir
 * @returns {Promise<{ path: string, bytes: Buffer }[]>} paths with `/`, relative to `dir`
 */
export async function filesBelow(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(join(dir, path)) })));
}
