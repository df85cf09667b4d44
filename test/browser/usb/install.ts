import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { build } from 'vite';
import type { UsbControls, UsbSetting } from './setting.ts';

declare global {
  interface Window {
    usbDouble: UsbControls;
  }
}

/** The tour is bundled elsewhere, but all are run from the root. */
const ROOT = process.cwd();

async function bundleDouble(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'luzheng-usb-'));
  try {
    await build({
      root: ROOT,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir,
        minify: false,
        modulePreload: false,
        rolldownOptions: {
          input: join(ROOT, 'test/browser/usb/double.ts'),
          output: { format: 'iife', entryFileNames: 'double.js' },
        },
      },
    });
    return await readFile(join(outDir, 'double.js'), 'utf8');
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/**
 * Puts the double before the scripts of page and camera worker. The context must block service workers: what one of
 * them serves cannot be added to.
 */
export async function installUsb(context: BrowserContext, setting: UsbSetting): Promise<void> {
  const double = `globalThis.usbSetting = ${JSON.stringify(setting)};\n${await bundleDouble()}\n`;
  await context.addInitScript(double);
  await context.route(/\/assets\/camera\.worker-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = response.headers();
    await route.fulfill({ status: response.status(), headers, body: double + (await response.text()) });
  });
}
