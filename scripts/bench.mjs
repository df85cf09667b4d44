import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/built.mjs';
import { ensureInstalled } from './lib/installed.mjs';
import { BUILD, ROOT } from './lib/places.mjs';

const wanted = process.argv.slice(2);
/** Progress goes to stderr: stdout carries figures only. */
const say = (/** @type {string} */ text) => console.error(text);
/** @param {string} name */
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name === part || name.startsWith(`${part}/`));

/** @returns {Promise<Map<string, () => Promise<unknown[]>>>} every bench by name */
async function loadBenches() {
  const { bundleForNode } = await import('./lib/bundle.mjs');
  const files = (await readdir(join(ROOT, 'test/bench'))).filter((file) => /(?<!\.test)\.ts$/.test(file)).sort();
  const found = new Map();
  for (const file of files) {
    const output = join(BUILD, 'bench', file.replace(/\.ts$/, '.mjs'));
    await bundleForNode(`test/bench/${file}`, output);
    const { benches = {} } = await import(pathToFileURL(output).href);
    for (const [name, bench] of Object.entries(benches)) found.set(name, bench);
  }
  return found;
}

async function main() {
  if (!(await ensureInstalled(() => say('Installing packages …')))) return 1;
  if (!(await ensureBuilt(() => say('Building the app …')))) return 1;
  const browser = await ensureBrowser();
  if (browser) process.env.CHROMIUM_PATH = browser;
  const all = await loadBenches();
  const names = [...all.keys()].filter(isWanted);
  const unknown = wanted.filter((part) => !names.some((name) => name === part || name.startsWith(`${part}/`)));
  if (unknown.length > 0) say(`No bench is called ${unknown.join(', ')}. There are: ${[...all.keys()].join(', ')}`);
  let failed = unknown.length;
  for (const name of names) {
    say(`${name} …`);
    try {
      for (const figure of (await all.get(name)?.()) ?? []) console.log(JSON.stringify(figure));
    } catch (error) {
      say(`${name} broke off: ${error instanceof Error ? error.stack : error}`);
      failed++;
    }
  }
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
