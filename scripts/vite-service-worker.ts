import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { filesBelow } from './lib/files-below.mjs';

/** What workbox-precaching takes. `revision` is null where the name already carries a digest of the content. */
export interface PrecacheEntry {
  readonly url: string;
  readonly revision: string | null;
}

/** Vite's own naming: a dash and eight base64url characters before the extension. */
const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/;

export function precacheEntry(path: string, bytes: Uint8Array): PrecacheEntry {
  const revision = HASHED.test(path) ? null : createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { url: `/${path}`, revision };
}

/**
 * Bundles `sw/sw.ts` to `/sw.js` with the list of everything that was built. In place of workbox-build, whose own
 * bundler doubles the install for one list of files.
 */
export function serviceWorker(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'luzheng:service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = join(root, config.build.outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = (await filesBelow(outDir)).filter(({ path }) => path !== 'sw.js');
        const entries = files.map(({ path, bytes }) => precacheEntry(path, bytes));
        await build({
          root,
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          define: { 'self.__WB_MANIFEST': JSON.stringify(entries) },
          build: {
            outDir,
            emptyOutDir: false,
            modulePreload: false,
            // A classic script: module service workers came later to some of the browsers in use.
            rolldownOptions: { input: join(root, 'sw/sw.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } },
          },
        });
      },
    },
  };
}
