import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './built.mjs';
import { ensureInstalled } from './installed.mjs';
import { HUB, ROOT } from './places.mjs';
import { buildFailed, building, installFailed, installing } from './words.mjs';

/** `npm start`: installs and builds what is missing, then serves until it is stopped. */
export async function openHub() {
  if (!(await ensureInstalled(() => console.log(installing)))) return fail(installFailed);
  if (!(await ensureBuilt(() => console.log(building)))) return fail(buildFailed);
  const { runHub } = await import(pathToFileURL(HUB).href);
  process.exitCode = await runHub({ root: ROOT, env: process.env });
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
