import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveAllPages } from './harness/pages.ts';

export default async function globalSetup(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'luzheng-pages-'));
  const close = await serveAllPages(dir);
  return async () => {
    await close();
    await rm(dir, { recursive: true, force: true });
  };
}
