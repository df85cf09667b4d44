import { ensureInstalled } from './lib/installed.mjs';

if (await ensureInstalled()) {
  const { createServer } = await import('vite');
  const server = await createServer();
  await server.listen();
  server.printUrls();
} else {
  process.exitCode = 1;
}
