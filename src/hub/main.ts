import { join } from 'node:path';
import { started } from '../text/hub.ts';
import { announcement, faultText, refusalText } from './announce.ts';
import { lanAddresses } from './lan-addresses.ts';
import { decodeSettings } from './settings.ts';
import { type Hub, startHub } from './start-hub.ts';

export { startHub } from './start-hub.ts';

export interface HubInput {
  /** Folder of the program: `dist/` and `.luzheng/` lie in it. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const PARENT_CHECK_MS = 300;

/** True when another hub of this app answers on `port`. */
async function isHubOn(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://localhost:${port}/luzheng/health`, { signal: AbortSignal.timeout(1000) });
    const health: unknown = await answer.json();
    return typeof health === 'object' && health !== null && 'app' in health && health.app === 'luzheng';
  } catch {
    return false;
  }
}

/**
 * Resolves on the signal of Ctrl+C and the like. Under npm also when npm's shell is gone: npm hands SIGTERM to that
 * shell only, and the hub would stay behind and hold the port.
 */
function stopped(isUnderNpm: boolean): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    const parent = process.ppid;
    if (isUnderNpm) setInterval(() => process.ppid !== parent && resolve(), PARENT_CHECK_MS).unref();
  });
}

async function serveUntilStopped(hub: Hub, isUnderNpm: boolean): Promise<void> {
  const renewal = setInterval(() => hub.renew().catch((error: unknown) => console.error(error)), DAY_MS);
  await stopped(isUnderNpm);
  clearInterval(renewal);
  await hub.close();
}

/** `npm start`: serves until a signal ends it. @returns the exit code of the process */
export async function runHub({ root, env }: HubInput): Promise<number> {
  const settings = decodeSettings(env, root);
  if (!settings.ok) {
    console.error(refusalText(settings.refusal));
    return 1;
  }
  const version = import.meta.env.VITE_APP_VERSION;
  try {
    const hub = await startHub({ ...settings.value, dist: join(root, 'dist'), version });
    console.log(announcement(hub, lanAddresses()));
    await serveUntilStopped(hub, env.npm_lifecycle_event !== undefined);
    console.log(started.stopped);
    return 0;
  } catch (error) {
    console.error(faultText(error, await isHubOn(settings.value.httpPort)));
    return 1;
  }
}
