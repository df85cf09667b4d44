import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/built.mjs';
import { ensureInstalled } from './lib/installed.mjs';
import { BUILD } from './lib/places.mjs';
import { run } from './lib/run.mjs';

/** `npm run tour -- --footage DIR --out DIR [--usb] [--break]`: the arguments go to test/tour/tour.ts as they are. */
async function main() {
  if (!(await ensureInstalled()) || !(await ensureBuilt())) return 1;
  const browser = await ensureBrowser();
  if (!browser) return 1;
  const { bundleForNode } = await import('./lib/bundle.mjs');
  const bundle = join(BUILD, 'tour/tour.mjs');
  await bundleForNode('test/tour/tour.ts', bundle);
  return run(process.execPath, [bundle, ...process.argv.slice(2)], { env: { CHROMIUM_PATH: browser } });
}

process.exitCode = await main();
