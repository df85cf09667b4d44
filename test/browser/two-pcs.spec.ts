import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { entryKind } from '../../src/text/entry-kinds.ts';
import { LINK_WAY, SYNC } from '../../src/text/sync.ts';
import { CUSTODIAN, foundBureau, unlock } from '../tour/acts.ts';
import { type Driver, openDriver } from '../tour/driver.ts';
import {
  admitKey,
  admitPc,
  askForKey,
  enterJoined,
  invite,
  knock,
  linkByHand,
  peerLine,
  SECOND_PC,
} from '../tour/joining-acts.ts';
import { actsOf, addDevice, entriesOf, expectInStep, incidentsOf } from '../tour/two-books.ts';
import { type ServedApp, serveApp } from './serve-app.ts';

const FIRST_PC = { code: 'A', name: '局机关采集室' };

let served: ServedApp;
let folder: string;
const open: Driver[] = [];

/** A PC of its own: another browser process with another profile. */
async function openPc(name: string): Promise<Driver> {
  const { url } = served;
  const driver = await openDriver({ url, screens: join(folder, `screens-${name}`), profile: join(folder, name) });
  open.push(driver);
  return driver;
}

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luzheng-two-pcs-'));
  served = await serveApp({ dir: join(folder, 'hub') });
});

test.afterEach(async () => {
  for (const driver of open.splice(0)) await driver.close().catch(() => undefined);
  await served.close().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
});

test('two PCs become one bureau, agree with and without the server, and say truthfully whether they do', async () => {
  test.setTimeout(600_000);
  const first = await openPc('first');
  await first.go('/');
  await foundBureau(first);
  const invitation = await invite(first);
  let second = await openPc('second');
  await second.go('/');
  const digits = await knock(second, invitation, SECOND_PC);
  expect(digits).toMatch(/^\d{3} \d{3}$/);
  await admitPc(first, SECOND_PC, digits);
  await enterJoined(second);
  await askForKey(second, CUSTODIAN);
  await admitKey(first, CUSTODIAN);
  await unlock(second, CUSTODIAN);
  const pcs = () => [
    { driver: first, sees: SECOND_PC },
    { driver: second, sees: FIRST_PC },
  ];
  const joined = await expectInStep(pcs());

  await addDevice(first, '记录仪 11');
  await addDevice(second, '记录仪 12');
  expect(await expectInStep(pcs())).toBe(joined + 2);
  await first.visit('/equipment');
  await expect(first.page.getByText('记录仪 12').first()).toBeVisible();

  await served.close();
  await addDevice(first, '记录仪 21');
  await addDevice(second, '记录仪 22');
  expect(await expectInStep(pcs())).toBe(joined + 4);
  await expect(first.page.getByText(SYNC.service.off)).toBeVisible();

  await second.close();
  await addDevice(first, '记录仪 31');
  await first.visit('/sync');
  await expect
    .poll(async () => (await peerLine(first, SECOND_PC))[SYNC.columns.state], { timeout: 30_000 })
    .toBe(SYNC.offBehind(1));
  const alone = await peerLine(first, SECOND_PC);
  expect(alone[SYNC.columns.toGet]).toBe('不知道');
  expect(alone[SYNC.columns.contact]).toContain(SYNC.thenUnknown);
  const undelivered = first.page.getByRole('region', { name: SYNC.undelivered, exact: true }).first();
  await expect(undelivered.getByText(`${entryKind('device-registered')} 记录仪 31`)).toBeVisible();
  expect(await actsOf(first)).toBe(joined + 5);
  const atFirst = await entriesOf(first);

  served = await serveApp({ dir: join(folder, 'hub'), httpPort: served.port });
  second = await openPc('second');
  await second.go('/');
  await unlock(second, CUSTODIAN);
  const met = await expectInStep(pcs());
  expect(await incidentsOf(first)).toEqual([]);
  expect(met).toBe(joined + 5);
  expect(await entriesOf(second)).toEqual(expect.arrayContaining([...atFirst]));

  // Without any server they find each other by two texts carried by hand.
  await second.close();
  await served.close();
  await addDevice(first, '记录仪 41');
  second = await openPc('second');
  await second.go('/');
  await unlock(second, CUSTODIAN);
  await linkByHand(first, second);
  expect(await expectInStep(pcs())).toBe(joined + 6);
  expect((await peerLine(first, SECOND_PC))[SYNC.columns.way]).toContain(LINK_WAY['by-hand']);
  expect(await incidentsOf(second)).toEqual([]);
});
