import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/lib/browser.mjs';

// node test/ui-gallery/shots.mjs OUT [view…]: pictures of the gallery, to be looked at.
const [out = 'build/ui-gallery', ...only] = process.argv.slice(2);

/** @type {readonly (readonly [name: string, width: number, height: number, query: string])[]} */
const SIZES = [
  ['1366', 1366, 696, ''],
  ['1366-dark', 1366, 768, '&theme=dark'],
  ['1093', 1093, 557, ''],
  ['960', 960, 600, ''],
  ['360', 360, 740, ''],
  ['1920', 1920, 1000, ''],
  ['1366-largest', 1366, 768, '&size=largest'],
];
const VIEWS = [
  'today',
  'intake',
  'trouble',
  'ledger',
  'record',
  'access',
  'empty',
  'parts',
  'forms',
  'field',
  'cue',
  'first',
];

const server = await createServer({
  configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)),
  logLevel: 'error',
});
await server.listen();
const base = `http://localhost:${server.config.server.port}/`;
const executablePath = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS });
await mkdir(out, { recursive: true });
try {
  for (const [name, width, height, query] of SIZES) {
    const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
    page.on('pageerror', (error) => console.error(name, error.message));
    for (const view of VIEWS) {
      if (only.length > 0 && !only.includes(view) && !only.includes(name) && !only.includes(`${view}-${name}`))
        continue;
      await page.goto(`${base}?view=${view}${query}`, { waitUntil: 'networkidle' });
      await page.locator('h1, p').first().waitFor();
      await page.screenshot({ path: join(out, `${view}-${name}.png`) });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) console.error(`${view}-${name} scrolls sideways by ${wide} px`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
