import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './places.mjs';
import { runNpm } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * True when `installed` (npm's own note in node_modules) is what `wanted` (package-lock.json) asks for. Content is
 * compared, not dates: a checkout sets dates as it likes. Packages for other systems are optional and may be absent.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function isInstalled(wanted, installed) {
  const want = wanted.packages ?? {};
  const have = installed.packages ?? {};
  const missing = Object.entries(want).some(
    ([path, { version, optional }]) => path !== '' && (have[path] ? have[path].version !== version : !optional),
  );
  return !missing && Object.keys(have).every((path) => path === '' || path in want);
}

/** @param {string} path @returns {Lock | undefined} */
function readLock(path) {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** A second checkout may borrow the packages of the first by a link; installing through it would empty the first one's. */
const isBorrowed = () => lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
/** Tests say so: installing in mid-run takes the packages from under everything that runs. */
const isKept = () => process.env.LUZHENG_KEEP_PACKAGES === '1' || isBorrowed();

/**
 * Installs by the lock file unless that has been done, or the packages are to be kept as they are.
 * @param {() => void} [announce] called before anything is installed
 * @returns {Promise<boolean>} false when installing failed; npm has then said why
 */
export async function ensureInstalled(announce = () => console.error('Installing packages by the lock file …')) {
  const wanted = readLock(join(ROOT, 'package-lock.json'));
  const installed = readLock(join(ROOT, 'node_modules/.package-lock.json'));
  if (wanted && installed && (isKept() || isInstalled(wanted, installed))) return true;
  announce();
  // Build tools are needed whatever NODE_ENV says; errors are shown even under `npm --silent`.
  return (
    (await runNpm(['ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'])) === 0
  );
}
