import { fileURLToPath } from 'node:url';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { ALIASED, ALIASES } from './scripts/lib/aliases.mjs';

export default defineConfig({
  plugins: [solid({ hot: false })],
  // Screens are tested with the builds for browsers; there ws is a stub that throws, and the hub runs in Node.
  resolve: { alias: [...ALIASES, { find: 'ws', replacement: fileURLToPath(import.meta.resolve('ws')) }] },
  test: {
    server: { deps: { inline: ALIASED } },
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'sw/**/*.test.ts', 'test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/soak/setup.ts'],
    // As many as there are cores; left to itself it keeps one free, which of two is half.
    maxWorkers: '100%',
    // Properties that call the digest engines are slow on two busy cores; a hang still ends.
    testTimeout: process.env.SOAK === '1' ? 20 * 60_000 : 30_000,
  },
});
