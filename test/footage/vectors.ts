import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ManifestFile } from './manifest.ts';

/** The small card kept beside the tests. */
export const VECTORS_DIR = fileURLToPath(new URL('../vectors/media/', import.meta.url));

export const readManifest = async (): Promise<readonly ManifestFile[]> =>
  JSON.parse(await readFile(`${VECTORS_DIR}manifest.json`, 'utf8')) as readonly ManifestFile[];

export const readVector = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(`${VECTORS_DIR}${path}`));

export const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
