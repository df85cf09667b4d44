import { expect } from '@playwright/test';
import { EQUIPMENT } from '../../src/text/equipment.ts';
import { SYNC } from '../../src/text/sync.ts';
import { commas } from '../../src/text/times.ts';
import type { Driver } from './driver.ts';
import { peerLine, type StationName } from './joining-acts.ts';

/** Signed bytes of all entries in the tables of this browser by their ids, read past the app. */
async function readEntries(driver: Driver): Promise<ReadonlyMap<string, string>> {
  const rows = await driver.page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    // Drafts and the list of bureaus have databases of their own, under longer and shorter names.
    const name = names.find((each) => /^luzheng-[\w-]{22}$/.test(each));
    if (name === undefined) throw new Error('no bureau here');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all = await new Promise<{ id: string; jws: string }[]>((resolve, reject) => {
      const reading = database.transaction('entries').objectStore('entries').getAll();
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    });
    database.close();
    return all.map(({ id, jws }): [string, string] => [id, jws]);
  });
  return new Map(rows);
}

export const entriesOf = async (driver: Driver): Promise<readonly string[]> =>
  [...(await readEntries(driver)).keys()].sort();

const payloadOf = (jws: string): { readonly kind: string; readonly body: unknown } =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'));

/** What machines noted against one another: honest ones leave nothing. */
export async function incidentsOf(driver: Driver): Promise<readonly unknown[]> {
  return [...(await readEntries(driver)).values()].flatMap((jws) => {
    const { kind, body } = payloadOf(jws);
    return kind === 'incident-noted' ? [body] : [];
  });
}

/** One signed entry of a person: a device registered. */
export async function addDevice(driver: Driver, label: string): Promise<void> {
  await driver.visit('/equipment');
  await driver.button(EQUIPMENT.addDevice).click();
  const dialog = driver.page.getByRole('dialog');
  await dialog.getByLabel(EQUIPMENT.label, { exact: true }).fill(label);
  await dialog.getByRole('button', { name: EQUIPMENT.save }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Checkpoints are signed by the station itself, once a day: how many there are depends on the hour of the test. */
const isAct = (jws: string): boolean => payloadOf(jws).kind !== 'checkpoint';

export const actsOf = async (driver: Driver): Promise<number> =>
  [...(await readEntries(driver)).values()].filter(isAct).length;

/** Both pages say that the books are the same, and they are: what the pages count is what the tables hold. Answers with the acts in them. */
export async function expectInStep(
  pcs: readonly { readonly driver: Driver; readonly sees: StationName }[],
): Promise<number> {
  for (const { driver } of pcs) await driver.visit('/sync');
  await expect(async () => {
    const books = await Promise.all(pcs.map(({ driver }) => entriesOf(driver)));
    for (const book of books) expect(book).toEqual(books[0]);
    const count = commas(books[0]?.length ?? 0);
    for (const { driver, sees } of pcs) {
      expect(await peerLine(driver, sees)).toMatchObject({
        [SYNC.columns.state]: SYNC.inStep,
        [SYNC.columns.counts]: `${count} / ${count}`,
        [SYNC.columns.toSend]: '0',
        [SYNC.columns.toGet]: '0',
      });
      await expect(driver.page.getByText(SYNC.undeliveredNone)).toBeVisible({ timeout: 1_000 });
    }
  }).toPass({ timeout: 120_000 });
  const [first] = pcs;
  return first === undefined ? 0 : actsOf(first.driver);
}
