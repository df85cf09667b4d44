import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, findBrowser } from '../../../scripts/lib/browser.mjs';

// node test/ui-gallery/desk/shots.mjs OUT [name…]: pictures of first use, lock, people, equipment and station, to be looked at.
const [out = 'build/ui-gallery', ...only] = process.argv.slice(2);
const PASSPHRASE = 'luoshui-2026';

/** @typedef {import('@playwright/test').Page} Page */
/** @type {Readonly<Record<string, readonly [width: number, height: number, query: string]>>} */
const SIZES = {
  1366: [1366, 696, ''],
  dark: [1366, 768, '&theme=dark'],
  360: [360, 740, ''],
  large: [1366, 768, '&size=extra-large'],
};

/** @param {Page} page @param {string} name */
const press = (page, name) => page.getByRole('button', { name }).first().click();
/** @param {Page} page @param {string} label @param {string} text */
const type = (page, label, text) => page.getByLabel(label, { exact: true }).first().fill(text);

/** @param {Page} page */
async function toPerson(page) {
  await press(page, '下一步');
}
/** @param {Page} page */
async function toStation(page) {
  await toPerson(page);
  await type(page, '姓名', '王海涛');
  await type(page, '口令', PASSPHRASE);
  await type(page, '再输一遍口令', PASSPHRASE);
  await press(page, '下一步');
}
/** @param {Page} page */
async function toRecovery(page) {
  await toStation(page);
  await type(page, '站点名称', '局机关采集室');
  await press(page, '签署：建立本局台账');
  await page.getByText('打印恢复单').first().waitFor();
}

/** @param {Page} page */
async function toWish(page) {
  await page.getByLabel('加入本局').check();
  await type(page, '邀请文字或链接', 'LZ1.abc');
  await press(page, '下一步');
}
/** @param {Page} page */
async function toAsked(page) {
  await toWish(page);
  await type(page, '站点名称', '伊河管理站办公室');
  await type(page, '站点代号', 'B');
  await press(page, '请求加入');
}

/** @type {readonly (readonly [name: string, query: string, act?: (page: Page) => Promise<unknown>])[]} */
const SHOTS = [
  ['first-bureau', 'path=first-run'],
  ['first-join', 'path=first-run', (page) => page.getByLabel('加入本局').check()],
  [
    'join-unfit',
    'path=first-run',
    async (page) => {
      await page.getByLabel('加入本局').check();
      await type(page, '邀请文字或链接', 'https://example.com');
      await press(page, '下一步');
    },
  ],
  ['join-wish', 'path=first-run', toWish],
  ['join-looking', 'path=first-run&stage=not-there', toAsked],
  ['join-comparing', 'path=first-run&stage=comparing', toAsked],
  ['join-receiving', 'path=first-run&stage=receiving', toAsked],
  ['join-lost', 'path=first-run&stage=lost', toAsked],
  ['join-joined', 'path=first-run&stage=joined', toAsked],
  ['join-declined', 'path=first-run&stage=declined', toAsked],
  ['join-taken', 'path=first-run&stage=taken', toAsked],
  ['first-origin', 'path=first-run&origin'],
  ['first-person', 'path=first-run', toPerson],
  [
    'first-person-faults',
    'path=first-run',
    async (page) => {
      await toPerson(page);
      await press(page, '下一步');
    },
  ],
  ['first-station', 'path=first-run', toStation],
  ['first-recovery', 'path=first-run', toRecovery],
  ['lock', 'path=lock&job'],
  [
    'lock-wrong',
    'path=lock',
    async (page) => {
      await page.getByLabel('李敏').check();
      await type(page, '口令', 'something else');
      await press(page, '进入');
      await page.getByText('口令不对').last().waitFor();
    },
  ],
  [
    'lock-out',
    'path=lock',
    async (page) => {
      await page.getByLabel('李敏').check();
      for (let i = 0; i < 5; i++) {
        await type(page, '口令', `something else ${i}`);
        await press(page, '进入');
        await page.waitForTimeout(150);
      }
    },
  ],
  ['sync-ok', 'path=/sync&scene=in-step'],
  ['sync', 'path=/sync&scene=mixed'],
  ['sync-alone', 'path=/sync&scene=alone'],
  ['sync-asked', 'path=/sync&scene=asked'],
  ['sync-reader', 'path=/sync&scene=alone&who=li'],
  ['invite', 'path=/sync/invite&scene=alone'],
  ['invite-open', 'path=/sync/invite&scene=invited'],
  ['invite-expired', 'path=/sync/invite&scene=expired'],
  ['by-hand', 'path=/sync/by-hand', (page) => press(page, '做一段连接文字')],
  ['people', 'path=/people'],
  ['people-first', 'path=/people&empty'],
  ['people-reader', 'path=/people&who=li'],
  ['people-add', 'path=/people', (page) => press(page, '接纳一位同志')],
  ['people-suspend', 'path=/people&who=sun', (page) => press(page, '登记 李敏 停止执法')],
  ['people-change', 'path=/people', (page) => press(page, '修改 李敏')],
  ['people-key', 'path=/people', (page) => press(page, '给 李敏 办新钥匙')],
  ['people-leave', 'path=/people', (page) => press(page, '撤销 李敏')],
  ['people-delegate', 'path=/people', (page) => press(page, '委托别人')],
  ['people-second', 'path=/people&who=sun', (page) => press(page, '签署：接纳 赵强')],
  [
    'examine',
    'path=/examine',
    async (page) => {
      await press(page, '开始核验');
      await page.getByText('核对了什么').waitFor();
    },
  ],
  [
    'examine-report',
    'path=/examine',
    async (page) => {
      await press(page, '开始核验');
      await page.getByText('核对了什么').waitFor();
      await page.getByRole('link', { name: '打印核验报告' }).click();
      await page.getByTestId('form-sheet').waitFor();
    },
  ],
  ['witness', 'path=/witness'],
  ['witness-close', 'path=/witness', (page) => press(page, '月结')],
  ['incidents', 'path=/incidents'],
  ['spill', 'path=/spill'],
  ['spill-order', 'path=/spill', (page) => press(page, '要求删去')],
  ['spill-stations', 'path=/spill', (page) => press(page, '看 2026')],
  ['lock-reseat', 'path=lock', (page) => press(page, '用恢复单重新设定')],
  ['equipment', 'path=/equipment'],
  ['equipment-first', 'path=/equipment&empty'],
  ['equipment-reader', 'path=/equipment&who=li'],
  ['equipment-device', 'path=/equipment', (page) => press(page, '登记设备')],
  ['device', 'path=/equipment/:device'],
  ['device-return', 'path=/equipment/:device', (page) => press(page, '归还')],
  ['device-habits', 'path=/equipment/:device', (page) => press(page, '登记设备习惯')],
  ['equipment-medium', 'path=/equipment', (page) => press(page, '登记介质')],
  [
    'party',
    'path=/party',
    async (page) => {
      await press(page, '豫河砂石经营部');
      await page.getByText('在台账里看这些资料').waitFor();
    },
  ],
  ['sample', 'path=/register/sample&who=sun', (page) => press(page, '抽一次')],
  ['twins', 'path=/activities/twins'],
  ['rules', 'path=/rules'],
  ['templates', 'path=/rules/templates&who=zhou'],
  ['templates-publish', 'path=/rules/templates&who=sun', (page) => press(page, '拟定 实施行政强制措施 的环节')],
  ['parameters', 'path=/rules/parameters&who=zhou'],
  ['parameters-publish', 'path=/rules/parameters&who=sun', (page) => press(page, '修改参数')],
  ['print', 'path=/print'],
  ['print-rules', 'path=/print/F0-rules'],
  ['station', 'path=/station'],
  ['station-reader', 'path=/station&who=li&persisted'],
];

const server = await createServer({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  server: { port: Number(process.env.GALLERY_PORT ?? 5187), strictPort: true },
  logLevel: 'error',
});
await server.listen();
const base = `http://localhost:${server.config.server.port}/desk/`;
const executablePath = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS });
await mkdir(out, { recursive: true });
try {
  for (const [size, [width, height, extra]] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
    page.setDefaultTimeout(40_000);
    page.on('pageerror', (error) => console.error(size, error.message));
    page.on('console', (message) => message.type() === 'error' && console.error(size, message.text()));
    for (const [name, query, act] of SHOTS) {
      const wanted = [name, size, `${name}-${size}`];
      if (only.length > 0 && !wanted.some((one) => only.includes(one))) continue;
      await page.goto(`${base}?${query}${extra}`);
      await page.locator('h1').first().waitFor();
      await page.waitForTimeout(400);
      try {
        await act?.(page);
      } catch (error) {
        console.error(`${name}-${size}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      }
      await page.waitForTimeout(250);
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
