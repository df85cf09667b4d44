import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hub, HubOptions } from '../../src/hub/start-hub.ts';

// Benches and the tour are bundled elsewhere, but all are run from the root by their scripts.
const ROOT = process.cwd();

export interface ServedApp {
  /** `http://localhost:PORT`, without a slash at the end. */
  readonly url: string;
  readonly hub: Hub;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * Serves the built app by the built hub inside this process, on a port of its own unless one is given, so that a test
 * can end the server when it likes. `dist` is the folder of another build; `dir` keeps name and certificate.
 */
export async function serveApp(
  given: Partial<Pick<HubOptions, 'httpPort' | 'dist' | 'dir' | 'host'>> = {},
): Promise<ServedApp> {
  const built = join(ROOT, 'build/hub.mjs');
  if (!existsSync(built)) throw new Error('The app is not built: run npm run build first.');
  const { startHub } = (await import(pathToFileURL(built).href)) as { startHub: (options: HubOptions) => Promise<Hub> };
  const own = given.dir ? undefined : await mkdtemp(join(tmpdir(), 'luzheng-served-'));
  const httpPort = given.httpPort ?? (await freePort());
  const hub = await startHub({
    httpPort,
    httpsPort: await freePort(),
    dir: given.dir ?? own ?? '',
    dist: given.dist ?? join(ROOT, 'dist'),
    version: 'test',
    ...(given.host ? { host: given.host } : {}),
  });
  const close = async (): Promise<void> => {
    await hub.close();
    if (own) await rm(own, { recursive: true, force: true });
  };
  return { url: `http://localhost:${httpPort}`, hub, port: httpPort, close };
}
