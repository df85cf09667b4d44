import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

// The real pages over a real book in memory, with a year's footage in it. For looking and testing, never built into the app.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../../node_modules/.vite-records', import.meta.url)),
  plugins: [solid({ hot: false })],
  server: { port: Number(process.env.GALLERY_PORT ?? 5188), strictPort: true, hmr: false, fs: { allow: ['../../..'] } },
});
