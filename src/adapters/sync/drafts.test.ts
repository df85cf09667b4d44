import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type ActivityId, asId, type BureauId, type PersonId } from '../../domain/ids.ts';
import { draftsNameOf, forgetDrafts, makeDraftKeeper } from './drafts.ts';
import { sharedPrefixOf } from './shared-drafts.ts';

const person = (name: string): PersonId => asId<PersonId>(name.padEnd(22, '0'));
const fresh = (): BureauId => asId<BureauId>(crypto.randomUUID().replaceAll('-', '').slice(0, 22));

describe('drafts on this PC', () => {
  it('are there again for whoever wrote them, and for nobody else', async () => {
    const bureau = fresh();
    const pad = await makeDraftKeeper(bureau).open(person('zhang'));
    pad.write('gap 1', '电池耗尽');
    pad.write('gap 1', '电池耗尽，就近换电池');
    pad.write('gap 2', '误触');
    pad.drop('gap 2');
    await expect
      .poll(async () => (await makeDraftKeeper(bureau).open(person('zhang'))).read('gap 1'))
      .toBe('电池耗尽，就近换电池');
    const again = await makeDraftKeeper(bureau).open(person('zhang'));
    expect(again.read('gap 2')).toBe('');
    expect((await makeDraftKeeper(bureau).open(person('li'))).read('gap 1')).toBe('');
  });

  it('an edit keeps what stands around it, whatever is typed or taken away', async () => {
    const pad = await makeDraftKeeper(fresh()).open(person('zhang'));
    for (const text of ['甲乙丙', '甲丙', '甲甲丙', '', '乙', '乙乙乙', '甲乙']) {
      pad.write('one', text);
      expect(pad.read('one')).toBe(text);
    }
  });

  it('that officers share are struck out with all that the disk keeps of them, and shown so in open forms', async () => {
    const bureau = fresh();
    const activity = asId<ActivityId>('activity'.padEnd(22, '0'));
    const { shared } = makeDraftKeeper(bureau);
    const pad = await shared.open(activity);
    const [told, shown]: [ActivityId[], string[]] = [[], []];
    for (const text of ['王', '王五', '王五的住址']) pad.write('note', text);
    shared.onWritten((one) => told.push(one));
    pad.onChange((about) => shown.push(`${about}: ${pad.read(about)}`));
    await shared.forget(activity);
    expect([pad.read('note'), told, shown]).toEqual(['', [activity], ['note: ']]);
    const kept = await updatesIn(`${sharedPrefixOf(bureau)}${activity}`);
    expect(kept.length).toBe(1);
    expect(kept.join()).not.toContain('王');
    expect((await makeDraftKeeper(bureau).shared.open(activity)).read('note')).toBe('');
    // Who still has the old text and hears of this has it no more.
    const away = makeDraftKeeper(fresh()).shared;
    (await away.open(activity)).write('other', 'x');
    const state = await shared.stateOf(activity);
    expect(state === null ? 'nothing' : await away.take(activity, state)).not.toBe('too-large');
    await shared.forget(asId<ActivityId>('unknown'.padEnd(22, '0')));
    expect((await indexedDB.databases()).some(({ name }) => name?.includes('unknown'))).toBe(false);
  });

  it('of a demonstration go with it, those shared too, and no other bureau’s', async () => {
    const [demonstration, real] = [fresh(), fresh()];
    const names = [demonstration, real].flatMap((bureau) => [
      draftsNameOf(bureau, person('zhang')),
      `${sharedPrefixOf(bureau)}activity`,
    ]);
    for (const name of names) await made(name);
    await forgetDrafts(demonstration);
    const left = (await indexedDB.databases()).map(({ name }) => name ?? '');
    expect(names.filter((name) => left.includes(name))).toEqual(names.slice(2));
  });
});

/** What y-indexeddb keeps under this name, as text. */
const updatesIn = (name: string): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const all = request.result.transaction('updates').objectStore('updates').getAll();
      all.onsuccess = () => {
        request.result.close();
        resolve(all.result.map((bytes: Uint8Array) => Buffer.from(bytes).toString()));
      };
    };
  });

/** An empty database of this name, closed again. */
const made = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
