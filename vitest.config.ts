import { fileURLToPath } from 'node:url';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [solid({ hot: false })],
  // Screens are tested with the builds for browsers; there ws is a stub that throws, and the hub runs in Node.
  resolve: { alias: { ws: fileURLToPath(import.meta.resolve('ws')) } },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'sw/**/*.test.ts', 'test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/soak/setup.ts'],
    // Properties that call the digest engines are slow on two busy cores; a hang still ends.
    testTimeout: process.env.SOAK === '1' ? 20 * 60_000 : 30_000,
  },
});
