import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, findBrowser } from '../../../scripts/lib/browser.mjs';

// node test/ui-gallery/office/shots.mjs OUT [name…]: pictures of real pages over a bureau in memory, to be looked at.
const [out = 'build/ui-gallery', ...only] = process.argv.slice(2);

/** @type {Readonly<Record<string, readonly [width: number, height: number, query: string]>>} */
const SIZES = {
  1366: [1366, 696, ''],
  dark: [1366, 768, '&theme=dark'],
  1920: [1920, 1080, ''],
  360: [360, 740, ''],
  large: [1366, 768, '&size=largest'],
};
const AT = '&at=2026-03-05T';
/** @type {readonly (readonly [name: string, query: string])[]} */
const SHOTS = [
  ['today', 'path=/'],
  ['today-late', `path=/&at=2026-03-06T08:05:00%2B08:00`],
  ['today-wang', 'path=/&who=wang'],
  ['today-empty', 'path=/&empty'],
  ['list', 'path=/activities'],
  ['list-empty', 'path=/activities&empty'],
  ['form-new', 'path=/activities/new'],
  ['form-edit', 'path=/activities/:done/edit'],
  ['activity', 'path=/activities/:today'],
  ['activity-done', 'path=/activities/:done'],
  ['activity-away', 'path=/activities/:away'],
  ['activity-late', 'path=/activities/:late'],
  ['activity-gaps', 'path=/activities/:gaps'],
  ['check', 'path=/check/:tomorrow'],
  ['checks', 'path=/check'],
  ['findings', 'path=/findings&who=zhou'],
  ['activity-plan', 'path=/activities/:tomorrow'],
  ['field-go', `path=/field/:today&offline${AT}08:55:00%2B08:00`],
  ['field-arrived', `path=/field/:today&offline${AT}09:13:12%2B08:00`],
  ['field-noticed', `path=/field/:today&offline${AT}09:20:00%2B08:00`],
  ['field-done', `path=/field/:today${AT}10:48:09%2B08:00`],
  ['field-wang', `path=/field/:today&who=wang${AT}09:13:12%2B08:00`],
  ['cue', `path=/cue/:today&offline${AT}09:13:12%2B08:00`],
];

const server = await createServer({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  server: { port: Number(process.env.GALLERY_PORT ?? 5189), strictPort: true },
  logLevel: 'error',
});
await server.listen();
const base = `http://localhost:${server.config.server.port}/office/`;
const executablePath = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS });
await mkdir(out, { recursive: true });
try {
  for (const [size, [width, height, extra]] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
    page.on('pageerror', (error) => console.error(size, error.message));
    page.on('console', (message) => message.type() === 'error' && console.error(size, message.text()));
    for (const [name, query] of SHOTS) {
      const wanted = [name, size, `${name}-${size}`];
      if (only.length > 0 && !wanted.some((one) => only.includes(one))) continue;
      await page.goto(`${base}?${query}${extra}`);
      await page.locator('h1').first().waitFor();
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(out, `${name}-${size}.png`) });
      const over = await page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
        return { wide: scrollWidth - clientWidth, high: scrollHeight - clientHeight };
      });
      if (over.wide > 0) console.error(`${name}-${size} scrolls sideways by ${over.wide} px`);
      if (over.high > 0) console.error(`${name}-${size} scrolls down by ${over.high} px`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
