import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from './files-below.mjs';
import { BUILD, DIST, HUB, ROOT } from './places.mjs';
import { run } from './run.mjs';

const STAMP = join(BUILD, 'sources.sha256');
const FOLDERS = ['public', 'src', 'sw', 'scripts'];
const FILES = ['index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/** One digest over all that goes into the app. Tests do not. */
export async function sourceStamp(root = ROOT) {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    if (!existsSync(join(root, folder))) continue;
    for (const { path, bytes } of await filesBelow(join(root, folder))) {
      if (!/\.test\.tsx?$/.test(path)) hash.update(`${folder}/${path}\0${bytes.byteLength}\0`).update(bytes);
    }
  }
  for (const file of FILES) {
    const bytes = await readFile(join(root, file)).catch(() => Buffer.alloc(0));
    hash.update(`${file}\0${bytes.byteLength}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** @param {string} stamp */
function isBuilt(stamp) {
  const parts = [join(DIST, 'index.html'), join(DIST, 'sw.js'), HUB, STAMP];
  return parts.every((path) => existsSync(path)) && readFileSync(STAMP, 'utf8') === stamp;
}

/** Builds app and hub. The stamp is written last, so a build that broke off is never taken for a good one. */
export async function buildAll() {
  const stamp = await sourceStamp();
  await rm(STAMP, { force: true });
  // A process of its own: the builder reads configuration and environment afresh and leaves nothing behind.
  if ((await run(process.execPath, [join(ROOT, 'scripts/lib/build-app.mjs')], { aside: true })) !== 0) return false;
  await mkdir(BUILD, { recursive: true });
  await writeFile(STAMP, stamp);
  return true;
}

/**
 * Builds unless what lies there was built from these very sources.
 * @param {() => void} [announce]
 * @returns {Promise<boolean>} false when building failed; the builder has then said why
 */
export async function ensureBuilt(announce = () => console.error('Building the app …')) {
  if (isBuilt(await sourceStamp())) return true;
  announce();
  return buildAll();
}
