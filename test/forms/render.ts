import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { createServer } from 'vite';
import solid from 'vite-plugin-solid';
import type { FormRequest } from '../../src/forms/form-request.ts';

/** Prints forms as the app does: rendered into a foreign document, A4 by the form's own @page. */
export interface FormPress {
  /** The sheet's window, for assertions on the document. The caller closes it. */
  open(form: FormRequest): Promise<Page>;
  pdf(form: FormRequest): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** `browser` stays the caller's. Serves the sources on a free port until `close`. */
export async function startFormPress(browser: Browser): Promise<FormPress> {
  const server = await createServer({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    plugins: [solid({ hot: false })],
    server: { port: 0, host: '127.0.0.1', hmr: false },
    // A cache of its own: the developer's running server keeps its own.
    cacheDir: 'node_modules/.vite-form-press',
    optimizeDeps: { include: ['solid-js', 'solid-js/web', 'uqr'], noDiscovery: true },
    logLevel: 'error',
  });
  await server.listen();
  const origin = server.resolvedUrls?.local[0];
  if (origin === undefined) throw new Error('the form server has no address');
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}test/forms/press.html`);
  await page.waitForFunction(() => typeof window.press === 'function');

  const open = async (form: FormRequest): Promise<Page> => {
    const [sheet] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate((data) => window.press(data), form),
    ]);
    await sheet.waitForFunction(() => document.body.firstElementChild !== null);
    return sheet;
  };

  return {
    open,
    async pdf(form) {
      const sheet = await open(form);
      const bytes = await sheet.pdf({ preferCSSPageSize: true });
      await sheet.close();
      return bytes;
    },
    async close() {
      await context.close();
      await server.close();
    },
  };
}
