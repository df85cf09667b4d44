import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Credential, issueAuthority, issueSite, judge } from './certificate.ts';

/** What happened to the kept certificates, for the terminal. */
export type Notice =
  | { readonly kind: 'new-authority' }
  | { readonly kind: 'renewed' }
  | { readonly kind: 'clock-behind' }
  | { readonly kind: 'damaged-aside'; readonly path: string };

export interface Certificates {
  readonly authority: Credential;
  readonly site: Credential;
  readonly notices: readonly Notice[];
}

/** Readable by the owner only; Windows keeps to the rights of the user's folder. */
const PRIVATE = 0o600;

/** Written beside and renamed: a crash leaves the old file or the new one, never half of one. */
export async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.new`;
  await writeFile(beside, text, { mode });
  await rename(beside, path);
}

/** @returns undefined when there is no such file; every other trouble is thrown */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function read(dir: string, name: string): Promise<Credential | undefined> {
  const certificate = await readIfThere(join(dir, `${name}.crt`));
  const key = await readIfThere(join(dir, `${name}.key`));
  return certificate === undefined && key === undefined
    ? undefined
    : { certificate: certificate ?? '', key: key ?? '' };
}

async function write(dir: string, name: string, { certificate, key }: Credential): Promise<void> {
  await writeWhole(join(dir, `${name}.key`), key, PRIVATE);
  await writeWhole(join(dir, `${name}.crt`), certificate, 0o644);
}

async function setAside(dir: string, name: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  for (const ending of ['key', 'crt']) {
    if ((await readIfThere(join(dir, `${name}.${ending}`))) === undefined) continue;
    await rename(join(dir, `${name}.${ending}`), join(dir, `${name}-${stamp}.${ending}`));
  }
  return join(dir, `${name}-${stamp}.crt`);
}

async function renew(dir: string, host: string, now: Date, authority: Credential | undefined): Promise<Certificates> {
  const signer = authority ?? (await issueAuthority(host, now));
  const site = await issueSite(host, signer, now);
  if (!authority) await write(dir, 'ca', signer);
  await write(dir, 'site', site);
  return { authority: signer, site, notices: [{ kind: authority ? 'renewed' : 'new-authority' }] };
}

/**
 * The kept credentials of `host` at `now`, made or renewed where need be. An authority that is replaced is renamed, not
 * deleted. Rejects with the file system's error when `dir` cannot be read or written.
 */
export async function keepCertificates(dir: string, host: string, now: Date): Promise<Certificates> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const authority = await read(dir, 'ca');
  if (!authority) return renew(dir, host, now, undefined);
  const site = await read(dir, 'site');
  const judgement = await judge(authority, site, host, now).catch(() => 'damaged' as const);
  if (judgement === 'damaged' || judgement === 'new-authority') {
    const path = await setAside(dir, 'ca', now);
    const made = await renew(dir, host, now, undefined);
    return judgement === 'damaged' ? { ...made, notices: [{ kind: 'damaged-aside', path }, ...made.notices] } : made;
  }
  if (judgement === 'new-site' || !site) return renew(dir, host, now, authority);
  return { authority, site, notices: judgement === 'clock-behind' ? [{ kind: 'clock-behind' }] : [] };
}
