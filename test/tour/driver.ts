import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Locator, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS } from '../../scripts/lib/browser.mjs';
import { plugFootageCamera } from './footage-camera.ts';

/** A person at a browser: finds things by what is written on them, and takes pictures. */
export interface Driver {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly shot: (name: string) => Promise<void>;
  /** Pictures taken so far. */
  readonly shots: () => number;
  readonly button: (name: string | RegExp) => Locator;
  readonly field: (label: string | RegExp) => Locator;
  /** Opens an address anew, as a bookmark does; the desk is locked then. */
  readonly go: (path: string) => Promise<void>;
  /** Follows a link inside the app. */
  readonly visit: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DriverOptions {
  readonly url: string;
  readonly screens: string;
  readonly profile?: string;
  /** A camera at the cable that holds this folder. The browser then keeps no service worker: what one serves cannot be added to. */
  readonly camera?: string | null;
  /** So that pictures of a browser opened again go on in their order. */
  readonly shotsBefore?: number;
}

/**
 * Directory pickers abort at once without a window, so a directory of the private file system stands in for the one a
 * person would choose: a genuine directory handle, with the same interface.
 */
const STAND_IN_PICKER = (): void => {
  const pick = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('chosen-medium', { create: true });
  Object.assign(window, { showDirectoryPicker: pick });
};

export async function standInPicker(context: BrowserContext): Promise<void> {
  await context.addInitScript(STAND_IN_PICKER);
}

/** A driver of a page that is open already; pictures go to `screens`, or nowhere. */
export function driverOf(
  context: BrowserContext,
  page: Page,
  url: string,
  screens: string | null = null,
  shotsBefore = 0,
): Driver {
  let count = shotsBefore;
  return {
    page,
    context,
    shot: async (name) => {
      count += 1;
      if (screens === null) return;
      await page.screenshot({ path: join(screens, `${String(count).padStart(2, '0')}-${name}.png`) });
    },
    shots: () => count,
    button: (name) => page.getByRole('button', { name }).first(),
    field: (label) => page.getByLabel(label).first(),
    go: async (path) => void (await page.goto(`${url}${path}`)),
    visit: async (path) => {
      await page.evaluate((href) => {
        const link = document.createElement('a');
        link.href = href;
        document.body.append(link);
        link.click();
        link.remove();
      }, path);
      await page.waitForURL(`${url}${path}`);
    },
    close: () => context.close(),
  };
}

export async function openDriver({
  url,
  screens,
  profile,
  camera = null,
  shotsBefore,
}: DriverOptions): Promise<Driver> {
  const own = profile ?? join(tmpdir(), `luzheng-tour-${process.pid}`);
  mkdirSync(screens, { recursive: true });
  const context = await chromium.launchPersistentContext(own, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [...CHROMIUM_FLAGS],
    headless: true,
    serviceWorkers: camera === null ? 'allow' : 'block',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
  });
  await standInPicker(context);
  if (camera !== null) await plugFootageCamera(context, camera);
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && console.error(`console: ${message.text()}`));
  page.setDefaultTimeout(30_000);
  const driver = driverOf(context, page, url, screens, shotsBefore);
  return {
    ...driver,
    close: async () => {
      await context.close();
      if (profile === undefined) rmSync(own, { recursive: true, force: true });
    },
  };
}

/** Drops a directory of the disk on an element, as the file manager does. */
export async function dropFolder(driver: Driver, target: Locator, directory: string): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('the drop zone is not in sight');
  const cdp = await driver.context.newCDPSession(driver.page);
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const data = { items: [], files: [directory], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await cdp.detach();
}

/** Prints the form in sight to PDF: the sheet's own document, alone, as paper would show it. */
export async function printSheet(driver: Driver, path: string): Promise<void> {
  const frame = driver.page.getByTestId('form-sheet');
  await frame.waitFor();
  const html = await driver.page.evaluate(() => {
    const sheet = document.querySelector<HTMLIFrameElement>('iframe[data-testid="form-sheet"]');
    const inner = sheet?.contentDocument;
    return inner === null || inner === undefined ? '' : `<!doctype html>${inner.documentElement.outerHTML}`;
  });
  if (!html.includes('<table')) throw new Error(`no form in sight for ${path}`);
  const paper = await driver.context.newPage();
  await paper.setContent(html);
  const pdf = await paper.pdf({ preferCSSPageSize: true, printBackground: true });
  await paper.close();
  writeFileSync(path, pdf);
}
