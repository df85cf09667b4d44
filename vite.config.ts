import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { ALIASES } from './scripts/lib/aliases.mjs';
import { precompress } from './scripts/vite-precompress.ts';
import { release } from './scripts/vite-release.ts';
import { serviceWorker } from './scripts/vite-service-worker.ts';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string };

/** A clerk reads what `npm start` prints; how long each plugin took is not for them. */
const QUIET = { checks: { pluginTimings: false } };

export default defineConfig({
  // The last three work on the finished folder, each on what the one before it left there.
  plugins: [solid(), release(version), serviceWorker(), precompress()],
  resolve: { alias: ALIASES },
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
  server: { port: 5173, strictPort: true },
  worker: { format: 'es', rolldownOptions: QUIET },
  build: {
    // No data: URL for scripts, fonts and styles: the content security policy of the hub allows none.
    assetsInlineLimit: 0,
    // Its inline polyfill is for browsers without modulepreload, which lack the private file system too.
    modulePreload: { polyfill: false },
    rolldownOptions: QUIET,
  },
});
