import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { CUSTODIAN, foundBureau, unlock } from '../tour/acts.ts';
import { type Driver, openDriver } from '../tour/driver.ts';
import {
  admitKey,
  admitPc,
  askForKey,
  enterJoined,
  invite,
  knock,
  SECOND_PC,
  waitInStep,
} from '../tour/joining-acts.ts';
import { type ServedApp, serveApp } from './serve-app.ts';

let served: ServedApp;
let folder: string;
const open: Driver[] = [];

/** A PC of its own: another browser process with another profile. */
async function openPc(name: string): Promise<Driver> {
  const driver = await openDriver({
    url: served.url,
    screens: join(folder, `screens-${name}`),
    profile: join(folder, name),
  });
  open.push(driver);
  return driver;
}

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luzheng-two-pcs-'));
  served = await serveApp();
});

test.afterEach(async () => {
  for (const driver of open.splice(0)) await driver.close().catch(() => undefined);
  await served.close().catch(() => undefined);
  if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true });
});

test('two PCs become one bureau', async () => {
  test.setTimeout(300_000);
  const first = await openPc('first');
  await first.go('/');
  await foundBureau(first);
  const invitation = await invite(first);
  await first.shot('invite');
  const second = await openPc('second');
  await second.go('/');
  const digits = await knock(second, invitation, SECOND_PC);
  await second.shot('digits');
  await admitPc(first, SECOND_PC, digits);
  await enterJoined(second);
  await second.shot('who');
  await askForKey(second, CUSTODIAN);
  await second.shot('asked');
  await admitKey(first, CUSTODIAN);
  await unlock(second, CUSTODIAN);
  await waitInStep(second, { code: 'A', name: '局机关采集室' });
  await second.shot('in-step');
  await waitInStep(first, SECOND_PC);
  await first.shot('in-step');
});
