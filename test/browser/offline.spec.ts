import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { APPLY_UPDATE } from '../../src/base/apply-update.ts';
import { type ServedApp, serveApp } from './serve-app.ts';

const DIST = join(process.cwd(), 'dist');
let served: ServedApp;

test.beforeEach(async () => {
  served = await serveApp();
});
test.afterEach(() => served.close());

/** Opens the app and waits until the service worker has it all and answers for this page. */
async function openInstalled(page: Page, path = '/'): Promise<void> {
  await page.goto(served.url + path);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

/** True once the app has drawn something of its own. */
const isDrawn = (page: Page): Promise<boolean> =>
  page.evaluate(
    () => document.body.textContent.trim().length > 0 && document.querySelector('script[type=module]') !== null,
  );

async function servedPaths(): Promise<string[]> {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name) && entry.name !== 'sw.js')
    .map((entry) => `/${relative(DIST, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
}

test('with the server gone the app opens again, deep links too', async ({ page }) => {
  await openInstalled(page);
  await served.close();
  await page.reload();
  await expect.poll(() => isDrawn(page)).toBe(true);
  await page.goto(`${served.url}/recordings/some-id?tab=copies`);
  await expect.poll(() => isDrawn(page)).toBe(true);
  expect(new URL(page.url()).pathname).toBe('/recordings/some-id');
});

test('the first visit may be a deep link', async ({ page }) => {
  await openInstalled(page, '/activities/some-id');
  await served.close();
  await page.goto(served.url);
  await expect.poll(() => isDrawn(page)).toBe(true);
});

test('every file that was built is there without the server: chunks, workers, wasm, icons', async ({ page }) => {
  await openInstalled(page);
  const paths = await servedPaths();
  expect(paths.length).toBeGreaterThan(2);
  await served.close();
  const missing = await page.evaluate(async (all) => {
    const answers = await Promise.all(
      all.map((path) =>
        fetch(path).then(
          (answer) => answer.ok,
          () => false,
        ),
      ),
    );
    return all.filter((_, index) => !answers[index]);
  }, paths);
  expect(missing).toEqual([]);
});

test('without the server a missing file is missing, not the page', async ({ page }) => {
  await openInstalled(page);
  await served.close();
  const outcome = await page.evaluate(() =>
    fetch('/assets/gone-abcdefgh.js').then(
      (answer) => answer.status,
      () => 'none',
    ),
  );
  expect(outcome).toBe('none');
});

/** A later build: another page under another revision. */
async function nextVersion(): Promise<string> {
  const next = await mkdtemp(join(tmpdir(), 'luzheng-next-'));
  await cp(DIST, next, { recursive: true });
  for (const name of ['index.html', 'sw.js']) {
    for (const ending of ['.br', '.gz']) await rm(join(next, name + ending), { force: true });
  }
  const page = await readFile(join(next, 'index.html'), 'utf8');
  await writeFile(join(next, 'index.html'), page.replace('<head>', '<head><meta name="build" content="next">'));
  const worker = await readFile(join(next, 'sw.js'), 'utf8');
  const revised = worker.replace(/(\/index\.html["'`],\s*"?revision"?:\s*["'`])[0-9a-f]{16}/, '$10123456789abcdef');
  expect(revised).not.toBe(worker);
  await writeFile(join(next, 'sw.js'), revised);
  return next;
}

const build = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('meta[name=build]')?.getAttribute('content') ?? null);

const cachedPages = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().flatMap(({ url }) => (url.includes('/index.html') ? [new URL(url).search] : []));
  });

test('a new version waits for consent, then takes over, and the old files go', async ({ page }) => {
  await openInstalled(page);
  const [before] = await cachedPages(page);
  const next = await nextVersion();
  await served.close();
  served = await serveApp({ dist: next, httpPort: served.port });

  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
    .toBe('installed');
  await page.reload();
  expect(await build(page)).toBeNull();

  await page.evaluate(async (message) => {
    const { waiting } = await navigator.serviceWorker.ready;
    waiting?.postMessage(message);
  }, APPLY_UPDATE);
  // The app reloads its window by itself; a question that falls into the reload is asked again.
  await expect.poll(() => build(page).catch(() => null)).toBe('next');
  const after = await cachedPages(page);
  expect(after).toEqual(['?__WB_REVISION__=0123456789abcdef']);
  expect(after).not.toContain(before);
  await rm(next, { recursive: true });
});
