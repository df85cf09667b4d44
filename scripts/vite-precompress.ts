import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { filesBelow } from './lib/files-below.mjs';

const COMPRESSIBLE = /\.(?:html|js|css|json|svg|txt|wasm|webmanifest)$/;
const SMALLEST_BYTES = 1024;

/** Lays a `.br` and a `.gz` beside each text file, at the highest level: built once, fetched by every station. */
export function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'luzheng:precompress',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        for (const { path, bytes } of await filesBelow(outDir)) {
          if (!COMPRESSIBLE.test(path) || bytes.byteLength < SMALLEST_BYTES) continue;
          await writeFile(join(outDir, `${path}.br`), await promisify(brotliCompress)(bytes));
          await writeFile(join(outDir, `${path}.gz`), await promisify(gzip)(bytes, { level: 9 }));
        }
      },
    },
  };
}
