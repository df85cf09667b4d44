/**
 * Prints every sample form for looking at: node test/forms/print-samples.mjs <directory> [name…]
 * CHROMIUM may name the browser; otherwise Playwright's own.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';

const [out, ...names] = process.argv.slice(2);
if (out === undefined) throw new Error('usage: node test/forms/print-samples.mjs <directory> [name…]');
await mkdir(out, { recursive: true });

const { module: render } = await runnerImport(new URL('./render.ts', import.meta.url).pathname, { configFile: false });
const { module: samples } = await runnerImport(new URL('./samples.ts', import.meta.url).pathname, {
  configFile: false,
});

const browser = await chromium.launch(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {});
const press = await render.startFormPress(browser);
try {
  for (const [name, form] of Object.entries(samples.SAMPLES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    await writeFile(join(out, `${name}.pdf`), await press.pdf(form));
    process.stdout.write(`${name}.pdf\n`);
  }
} finally {
  await press.close();
  await browser.close();
}
