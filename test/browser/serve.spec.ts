import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_FLAGS } from '../../scripts/lib/browser.mjs';
import { FIRST_RUN } from '../../src/text/first-run.ts';
import { LOCK } from '../../src/text/lock.ts';
import { foundBureau } from '../tour/acts.ts';
import { driverOf } from '../tour/driver.ts';
import { type ServedApp, serveApp } from './serve-app.ts';

/** What the content security policy stopped, and what the page complained of. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  return found;
}

const hasText = (page: Page): Promise<boolean> => page.evaluate(() => document.body.textContent.trim().length > 0);

test.describe('on this PC', () => {
  test('the app opens without breaking its own policy', async ({ page }) => {
    const found = complaints(page);
    await page.goto('/');
    await expect.poll(() => hasText(page)).toBe(true);
    expect(found).toEqual([]);
  });

  test('has what the app is built on: keys, private file system, wasm, blob pictures', async ({ page }) => {
    await page.goto('/');
    const can = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await folder.getFileHandle('probe', { create: true });
      const out = await file.createWritable();
      await out.write('x');
      await out.close();
      const picture = new Image();
      picture.src = URL.createObjectURL(
        new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/svg+xml' }),
      );
      await picture.decode();
      const module = await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array());
      return [(await file.getFile()).size, module instanceof WebAssembly.Module, digest.byteLength];
    });
    expect(can).toEqual([1, true, 32]);
  });

  test('scripts and handlers put into the page and connections elsewhere are stopped', async ({ page }) => {
    await page.goto('/');
    const stopped = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.injected = true');
      document.body.append(button);
      button.click();
      await new Promise((resolve) => setTimeout(resolve));
      return { violations, injected: 'injected' in window };
    });
    expect(stopped.injected).toBe(false);
    expect(stopped.violations).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr', 'connect-src']));
  });

  test('127.0.0.1 moves to localhost, path kept', async ({ page, baseURL }) => {
    await page.goto(`${(baseURL ?? '').replace('localhost', '127.0.0.1')}/recordings?x=1`);
    expect(page.url()).toBe(`${baseURL}/recordings?x=1`);
  });
});

test.describe('from the LAN', () => {
  let served: ServedApp;
  let context: BrowserContext;
  let profile = '';

  /** Chromium that finds every name at this PC and takes the hub's site certificate for trusted. */
  test.beforeEach(async () => {
    served = await serveApp({ host: 'luzheng-test.local' });
    profile = await mkdtemp(join(tmpdir(), 'luzheng-profile-'));
    const { publicKey } = new X509Certificate(served.hub.certificates.site.certificate);
    const spki = createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64');
    const flags = [
      '--host-resolver-rules=MAP *.local 127.0.0.1, MAP *.example 127.0.0.1',
      `--ignore-certificate-errors-spki-list=${spki}`,
    ];
    const executablePath = process.env.CHROMIUM_PATH;
    context = await chromium.launchPersistentContext(profile, {
      headless: true,
      args: [...CHROMIUM_FLAGS, ...flags],
      ...(executablePath ? { executablePath } : {}),
    });
  });

  test.afterEach(async () => {
    await context.close();
    await served.close();
    await rm(profile, { recursive: true, force: true });
  });

  test('the app works over https under the stable name, offline too', async () => {
    const { httpsPort } = served.hub.addresses;
    const page = await context.newPage();
    const found = complaints(page);
    await page.goto(`https://luzheng-test.local:${httpsPort}/`);
    await expect.poll(() => hasText(page)).toBe(true);
    const isSecure = await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      return window.isSecureContext && 'subtle' in crypto;
    });
    expect(isSecure).toBe(true);
    expect(found).toEqual([]);
    await served.close();
    await page.goto(`https://luzheng-test.local:${httpsPort}/recordings/x`);
    await expect.poll(() => hasText(page)).toBe(true);
  });

  test('a bureau founded under localhost is made known to the other address before a second one is founded', async () => {
    const { httpsPort } = served.hub.addresses;
    const page = await context.newPage();
    const driver = driverOf(context, page, served.url);
    await driver.go('/');
    await foundBureau(driver);
    await page.goto(`https://luzheng-test.local:${httpsPort}/`);
    const link = page.getByRole('link', { name: FIRST_RUN.elsewhere.open });
    await expect(link).toHaveAttribute('href', served.url);
    await link.click();
    await expect(page.getByRole('heading', { name: LOCK.title })).toBeVisible();
  });

  test('a foreign name and plain http get the page on trust, never the app', async () => {
    const { httpPort, httpsPort } = served.hub.addresses;
    const page = await context.newPage();
    for (const origin of [`http://rebind.example:${httpPort}`, `http://luzheng-test.local:${httpPort}`]) {
      await page.goto(`${origin}/recordings`);
      const link = page.getByRole('link', { name: `https://luzheng-test.local:${httpsPort}/` });
      await expect(link).toBeVisible();
      expect(await page.locator('script').count()).toBe(0);
    }
  });

  test('an IP address shows the page, and the certificate can be fetched from it', async () => {
    const lan = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const address = lan.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
    test.skip(address === undefined, 'this machine has no address on a network');
    const page = await context.newPage();
    await page.goto(`http://${address}:${served.port}/`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('证书');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()]);
    expect(download.suggestedFilename()).toBe('luzheng-ca.crt');
    const pem = await page.request.get(`http://${address}:${served.port}/luzheng/ca.crt`);
    expect(await pem.text()).toBe(served.hub.certificates.authority.certificate);
  });

  test('the page on trust can be read at 360 px and by keyboard', async () => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 360, height: 720 });
    await page.goto(`http://rebind.example:${served.port}/`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    const guide = page.locator('details', { hasText: 'Windows' });
    await guide.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(guide.locator('ol')).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('trust-page.png'), fullPage: true });
  });
});
