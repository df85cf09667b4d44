import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { mediaTypeOf } from './media-type.ts';

export type Coding = 'br' | 'gzip';

export interface SiteFile {
  readonly mediaType: string;
  /** True where the name carries a digest of the content, so that it never changes under its name. */
  readonly immutable: boolean;
  readonly digest: string;
  readonly plain: Uint8Array;
  readonly coded: Readonly<Partial<Record<Coding, Uint8Array>>>;
}

/** The built app by path (`/assets/…`), read once: a build that runs meanwhile cannot mix two versions. */
export type Site = ReadonlyMap<string, SiteFile>;

const SUFFIX: Readonly<Record<Coding, string>> = { br: '.br', gzip: '.gz' };
const isCoded = (path: string): boolean => Object.values(SUFFIX).some((suffix) => path.endsWith(suffix));
/** Vite's naming: a dash and eight base64url characters before the extension. */
const HASHED = /^\/assets\/.*-[\w-]{8}\.\w+$/;

/** Rejects with the file system's error when `dir` cannot be read. */
export async function readSite(dir: string): Promise<Site> {
  const bytes = new Map<string, Uint8Array>();
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    bytes.set(`/${relative(dir, path).split(sep).join('/')}`, await readFile(path));
  }
  const site = new Map<string, SiteFile>();
  for (const [path, plain] of bytes) {
    if (isCoded(path)) continue;
    const br = bytes.get(path + SUFFIX.br);
    const gzip = bytes.get(path + SUFFIX.gzip);
    site.set(path, {
      mediaType: mediaTypeOf(path),
      immutable: HASHED.test(path),
      digest: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
      plain,
      coded: { ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) },
    });
  }
  return site;
}
