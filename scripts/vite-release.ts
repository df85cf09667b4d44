import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { filesBelow } from './lib/files-below.mjs';

/** Writes `release.json`: the version and one digest over everything served, so that two PCs can be told apart. */
export function release(version: string): Plugin {
  let outDir = '';
  return {
    name: 'luzheng:release',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const hash = createHash('sha256');
        for (const { path, bytes } of await filesBelow(outDir))
          hash.update(`${path}\0${bytes.byteLength}\0`).update(bytes);
        const build = hash.digest('hex').slice(0, 16);
        await writeFile(join(outDir, 'release.json'), `${JSON.stringify({ version, build })}\n`);
      },
    },
  };
}
