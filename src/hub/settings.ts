import { join, resolve } from 'node:path';
import { done, type Outcome, refused } from '../base/outcome.ts';
import type { settingFaults } from '../text/hub.ts';
import { isHostName } from './host-name.ts';

export interface Settings {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Given by LUZHENG_HOST. Absent: the kept name, or at first the computer's own. */
  readonly host?: string;
  /** Folder of name and certificate. */
  readonly dir: string;
}

export interface SettingRefusal {
  readonly code: keyof typeof settingFaults;
  readonly name: string;
  readonly given: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 4173;
const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535;

/** An empty variable counts as not set, as shells and service files leave it. */
export function decodeSettings(env: Environment, root: string): Outcome<Settings, readonly SettingRefusal[]> {
  const faults: SettingRefusal[] = [];
  const port = (name: string, otherwise: number): number => {
    const given = env[name]?.trim();
    if (!given) return otherwise;
    const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
    if (!isPort(value)) faults.push({ code: 'port-not-a-number', name, given });
    return value;
  };
  const httpPort = port('PORT', DEFAULT_PORT);
  const httpsPort = port('HTTPS_PORT', httpPort + 1);
  const host = env.LUZHENG_HOST?.trim().toLowerCase();
  if (httpPort === httpsPort) faults.push({ code: 'ports-equal', name: 'HTTPS_PORT', given: String(httpsPort) });
  if (httpsPort === 65_536) faults.push({ code: 'https-port-missing', name: 'HTTPS_PORT', given: '' });
  if (host && !isHostName(host)) faults.push({ code: 'host-not-a-name', name: 'LUZHENG_HOST', given: host });
  if (faults.length > 0) return refused(faults);
  const dir = env.LUZHENG_DIR?.trim() ? resolve(root, env.LUZHENG_DIR.trim()) : join(root, '.luzheng');
  return done({ httpPort, httpsPort, dir, ...(host ? { host } : {}) });
}
