import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'vite';
import { ALIASED, ALIASES } from './aliases.mjs';
import { ROOT } from './places.mjs';

/**
 * Bundles TypeScript for Node 20, which strips no types itself.
 * @param {string} input relative to the root
 * @param {string} output absolute path of the one file
 * @param {{ whole?: boolean }} [options] `whole`: packages go into the file too, so that it runs without node_modules
 */
export async function bundleForNode(input, output, { whole = false } = {}) {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
    resolve: { alias: ALIASES },
    ssr: { noExternal: whole ? true : ALIASED },
    build: {
      ssr: join(ROOT, input),
      target: 'node20',
      outDir: dirname(output),
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: basename(output), codeSplitting: false } },
    },
  });
}
