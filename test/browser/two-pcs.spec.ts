import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ACTIVITIES } from '../../src/text/activities.ts';
import { DESK } from '../../src/text/activity-desk.ts';
import { entryKind } from '../../src/text/entry-kinds.ts';
import { EXAMINATION } from '../../src/text/examination.ts';
import { FIRST_RUN } from '../../src/text/first-run.ts';
import { LEAVE } from '../../src/text/membership.ts';
import { LINK_WAY, SYNC } from '../../src/text/sync.ts';
import { TODAY } from '../../src/text/today.ts';
import { type Clerk, CUSTODIAN, foundBureau, lock, OFFICER, unlock } from '../tour/acts.ts';
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
import { admitHere, delegateTo, removeFrom, reseat, signSecond } from './member-acts.ts';
import { type ServedApp, serveApp } from './serve-app.ts';

const LEGAL: Clerk = { name: '孙立新', passphrase: '清清洛水 孙立新' };
const FIRST_PC = { code: 'A', name: '局机关采集室' };

let served: ServedApp;
let folder: string;
const open: Driver[] = [];

/** A PC of its own: another browser process with another profile. */
async function openPc(name: string): Promise<Driver> {
  const { url } = served;
  const driver = await openDriver({
    url,
    screens: join(folder, `screens-${name}`),
    profile: join(folder, name),
  });
  open.push(driver);
  return driver;
}

async function recoveryTextOf({ page }: Driver): Promise<string> {
  const groups = page.getByRole('list', { name: FIRST_RUN.recoveryKey }).getByRole('listitem');
  return (await groups.allInnerTexts()).map((text) => text.trim()).join('-');
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
  let paper = '';
  await foundBureau(first, async () => {
    paper = await recoveryTextOf(first);
  });
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
  await membersComeAndGo(first, second);
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

  // Nobody can sign any more: the key on paper, typed at the second PC.
  await lock(second);
  const again = { ...CUSTODIAN, passphrase: `${CUSTODIAN.passphrase} 2` };
  await reseat(second, paper, [again, { ...LEGAL, passphrase: `${LEGAL.passphrase} 2` }]);
  await unlock(second, again);
});

/**
 * The legal affairs officer's key is made at the second PC and signs there second to what the custodian begins at the first: an officer
 * comes, is lent the custodian's role, and leaves. Then the book is examined at the second PC.
 */
async function membersComeAndGo(first: Driver, second: Driver): Promise<void> {
  await admitHere(second, CUSTODIAN, LEGAL, ['legalAffairsOffice', 'officer']);
  await lock(second);
  await unlock(second, LEGAL);
  await first.visit('/people');
  await first.page.getByText(LEGAL.name).first().waitFor({ timeout: 60_000 });
  await admitHere(first, CUSTODIAN, OFFICER, ['officer']);
  await second.visit('/');
  await second.page.getByText(TODAY.rows.signSecond.what(1)).waitFor({ timeout: 60_000 });
  await signSecond(second, LEGAL, OFFICER.name);
  await expect(second.page.getByRole('button', { name: LEAVE.personTitle(OFFICER.name) })).toBeVisible();
  await first.page.getByRole('button', { name: LEAVE.personTitle(OFFICER.name) }).waitFor({ timeout: 60_000 });
  await delegateTo(first, CUSTODIAN, OFFICER);
  await lock(first);
  await unlock(first, OFFICER);
  await writeTogether(first, second);
  await lock(first);
  await unlock(first, CUSTODIAN);
  await removeFrom(first, CUSTODIAN, OFFICER);
  await signSecond(second, LEGAL, OFFICER.name);
  await second.visit('/examine');
  await second.button(EXAMINATION.start).click();
  await second.page.getByText(EXAMINATION.sound).first().waitFor({ timeout: 120_000 });
}

/** Art. 6: two officers change one plan, each at a PC; both see it, and the signature of one takes the draft from both. */
async function writeTogether(first: Driver, second: Driver): Promise<void> {
  const T = ACTIVITIES.form;
  await first.visit('/activities/new');
  await first.field(T.type).selectOption({ index: 1 });
  await first.field(T.name).fill('伊河采砂夜间检查');
  await first.page.getByRole('checkbox', { name: LEGAL.name }).check();
  await first.button(T.saveNew).click();
  await first.page.waitForURL(/\/activities\/[A-Za-z0-9_-]{22}$/);
  const edit = `${new URL(first.page.url()).pathname}/edit`;
  await first.visit(edit);
  await second.visit(edit);
  const typed = { timeout: 60_000 };
  const place = ({ page }: Driver) => page.getByRole('textbox', { name: T.place });
  const party = ({ page }: Driver) => page.getByRole('textbox', { name: T.party });
  await expect(place(second)).toBeVisible(typed);
  await place(first).fill('伊河大桥下');
  await expect(place(second)).toHaveValue('伊河大桥下', typed);
  await party(second).fill('豫河砂石经营部');
  await expect(party(first)).toHaveValue('豫河砂石经营部', typed);
  await expect(first.page.getByText(T.draftTitle)).toBeVisible();
  await second.button(T.saveChange).click();
  await second.page.waitForURL(/\/activities\/[A-Za-z0-9_-]{22}$/);
  await expect(first.page.getByText(DESK.shared.cleared)).toBeVisible(typed);
  await expect(first.page.getByText(T.draftTitle)).toBeHidden();
  await expect(place(first)).toHaveValue('伊河大桥下', typed);
  await expect(party(first)).toHaveValue('豫河砂石经营部');
}
