import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

// The gallery shows every part in every state. It is served for looking and testing only and never built into the app.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-gallery', import.meta.url)),
  plugins: [solid()],
  server: { port: Number(process.env.GALLERY_PORT ?? 5179), strictPort: true, fs: { allow: ['../..'] } },
});
