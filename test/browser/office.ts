import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/lib/browser.mjs';
import {
  admitOfficer,
  createActivity,
  foundBureau,
  lock,
  OFFICER,
  registerEquipment,
  unlock,
  workOnSite,
} from '../tour/acts.ts';
import { type Driver, driverOf, standInPicker } from '../tour/driver.ts';
import { installUsb } from './usb/install.ts';
import type { UsbSetting } from './usb/setting.ts';

/** A bureau in the built app: founded, an officer admitted, device and medium registered, one finished activity. */
export interface Office {
  readonly driver: Driver;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly baseURL: string;
  /** The finished activity, without footage. */
  readonly activity: string;
}

interface Prepared {
  readonly profile: string;
  readonly activity: string;
}

const baseURL = `http://localhost:${process.env.LUZHENG_TEST_PORT}`;

async function openProfile(profile: string, serviceWorkers: 'allow' | 'block' = 'allow'): Promise<BrowserContext> {
  const executablePath = await findBrowser();
  const context = await chromium.launchPersistentContext(profile, {
    args: [...CHROMIUM_FLAGS],
    headless: true,
    serviceWorkers,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  await standInPicker(context);
  context.setDefaultTimeout(60_000);
  return context;
}

async function prepare(profile: string): Promise<string> {
  const context = await openProfile(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  const driver = driverOf(context, page, baseURL);
  await driver.go('/');
  await foundBureau(driver);
  await admitOfficer(driver);
  await registerEquipment(driver);
  await lock(driver);
  await unlock(driver, OFFICER);
  const activity = await createActivity(driver);
  await workOnSite(driver, activity);
  await driver.visit('/');
  await lock(driver);
  await context.close();
  return activity;
}

/** The profile's service worker would serve the camera worker without the double in it. */
async function plugIn(context: BrowserContext, page: Page, usb: UsbSetting): Promise<void> {
  const devTools = await context.newCDPSession(page);
  const storageTypes = 'service_workers,cache_storage';
  await devTools.send('Storage.clearDataForOrigin', { origin: baseURL, storageTypes });
  await installUsb(context, usb);
}

/**
 * Founding takes a dozen slow key derivations, so it is done once per worker and kept as a browser profile; each test
 * gets a copy of its own, on disk as in a real browser. `locked` opens it at the lock page, `office` at the officer's desk.
 * Pictures go to `LUZHENG_SCREENS`, if that names a folder.
 */
export const test = base.extend<{ locked: Office; office: Office; usb: UsbSetting | null }, { prepared: Prepared }>({
  /** A camera on a cable; null: the browser's own `navigator.usb`. */
  usb: [null, { option: true }],
  prepared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      const profile = await mkdtemp(join(tmpdir(), 'luzheng-office-'));
      await use({ profile, activity: await prepare(profile) });
      await rm(profile, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  locked: async ({ prepared, usb }, use, testInfo) => {
    const profile = await mkdtemp(join(tmpdir(), 'luzheng-office-'));
    await cp(prepared.profile, profile, { recursive: true });
    const context = await openProfile(profile, usb === null ? 'allow' : 'block');
    const page = context.pages()[0] ?? (await context.newPage());
    if (usb !== null) await plugIn(context, page, usb);
    const driver = driverOf(context, page, baseURL, process.env.LUZHENG_SCREENS ?? null);
    await driver.go('/');
    await use({ driver, page, context, baseURL, activity: prepared.activity });
    if (testInfo.status !== testInfo.expectedStatus) {
      const seen = await page.screenshot().catch(() => null);
      if (seen !== null) await testInfo.attach('last seen', { body: seen, contentType: 'image/png' });
    }
    await context.close();
    await rm(profile, { recursive: true, force: true });
  },
  office: async ({ locked }, use) => {
    await unlock(locked.driver, OFFICER);
    await use(locked);
  },
});

export { expect } from '@playwright/test';
