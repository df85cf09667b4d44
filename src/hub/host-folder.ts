import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, writeWhole } from './certificate-folder.ts';
import { isHostName, localNameOf } from './host-name.ts';

export interface KeptHost {
  readonly host: string;
  /** The name before, if this start changed it. */
  readonly before?: string;
}

/**
 * The name of the LAN address: as given, else as kept, else the computer's own. It is kept from the first start on,
 * because a renamed computer would otherwise become another station. Rejects with the file system's error.
 */
export async function keepHost(dir: string, given: string | undefined, computerName: string): Promise<KeptHost> {
  const path = join(dir, 'host');
  const kept = (await readIfThere(path))?.trim();
  const before = kept && isHostName(kept) ? kept : undefined;
  const host = given ?? before ?? localNameOf(computerName);
  if (host === before) return { host };
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await writeWhole(path, `${host}\n`, 0o644);
  return before ? { host, before } : { host };
}
