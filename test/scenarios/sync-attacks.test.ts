import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { clientIdOf, makeCarriers } from '../../src/adapters/sync/carrier.ts';
import { utf8 } from '../../src/base/bytes.ts';
import { bundleOf, personOf, stationOf } from '../doubles/books.ts';
import { type Mallory, mallory, SHARD } from '../doubles/mallory.ts';
import { random } from '../doubles/office-desk.ts';
import { makeOfficeKit, makeOffices, type Office, type OfficeKit, type Offices, stateOf } from '../doubles/offices.ts';
import { makeRealSigner } from '../doubles/real-signer.ts';

let kit: OfficeKit;
beforeAll(async () => {
  kit = await makeOfficeKit(['north', 'south', 'archive']);
});

interface Scene {
  readonly offices: Offices;
  readonly north: Office;
  readonly archive: Office;
  /** South's program was changed. */
  readonly south: Mallory;
}

/** Three offices in step, with an act of each in the book. */
async function scene(): Promise<Scene> {
  const offices = await makeOffices(kit);
  offices.healAll();
  for (const office of offices.all) await office.act();
  await offices.deliverAll();
  return {
    offices,
    north: offices.office('north'),
    archive: offices.office('archive'),
    south: mallory(offices, 'south'),
  };
}

/** Afterwards everyone goes on working, and all books come to the same. */
async function goesOn({ offices }: Scene): Promise<void> {
  for (const office of offices.all) await office.act();
  await offices.deliverAll();
  offices.healAll();
  await offices.deliverAll();
  const [first, ...others] = await Promise.all(offices.all.map(stateOf));
  for (const other of others) expect(other).toEqual(first);
}

const byLink = (code: string, why: string) => ({ code, why, link: stationOf('south'), author: null });

/** The attack changes nothing in north's book, and leaves one incident, which names south. */
async function isRepelled(
  { offices, north }: Scene,
  attack: () => Promise<void>,
  incident: ReturnType<typeof byLink>,
): Promise<void> {
  const before = await stateOf(north);
  await attack();
  await offices.deliverAll();
  expect(await stateOf(north)).toEqual(before);
  expect(north.incidents).toHaveLength(1);
  expect(north.incidents[0]).toMatchObject(incident);
  expect(north.faults).toEqual([]);
}

describe('an admitted station with a changed program', () => {
  it('cannot delete an entry with ten bytes', async () => {
    const all = await scene();
    const victim = await clientIdOf(all.north.officer.keyId, SHARD);
    const attack = async () => all.south.update('north', all.south.deletion(victim, 0));
    expect(all.south.deletion(victim, 0).byteLength).toBeLessThan(16);
    await isRepelled(all, attack, byLink('foreign-delete', 'delete'));
    await goesOn(all);
  });

  it('cannot delete an entry before it arrives', async () => {
    const all = await scene();
    const victim = await clientIdOf(all.archive.officer.keyId, SHARD);
    await isRepelled(
      all,
      async () => all.south.update('north', all.south.deletion(victim, 1, 50)),
      byLink('foreign-delete', 'delete'),
    );
    await all.archive.act();
    await all.offices.deliverAll();
    expect(await stateOf(all.north)).toEqual(await stateOf(all.archive));
    await goesOn(all);
  });

  it('cannot overwrite an entry', async () => {
    const all = await scene();
    const client = await clientIdOf(all.north.officer.keyId, SHARD);
    const attack = async () => {
      const planted = await all.south.plant({ client, clock: 0, text: 'forged' });
      all.south.update('north', Y.mergeUpdates([planted, all.south.deletion(client, 0)]));
    };
    await isRepelled(all, attack, byLink('foreign-delete', 'delete'));
    await goesOn(all);
  });

  it('cannot squat on the next place of another author', async () => {
    const all = await scene();
    const client = await clientIdOf(all.archive.officer.keyId, SHARD);
    const own = await all.south.office.book.entriesFrom(all.south.office.officer.keyId, 0, 1);
    const attack = async () =>
      all.south.update('north', await all.south.plant({ client, clock: 1, text: own[0]?.jws ?? '' }));
    await isRepelled(all, attack, byLink('foreign-type', 'misplaced'));
    await goesOn(all);
  });

  it('cannot bring in an entry by a key nobody admitted', async () => {
    const all = await scene();
    const stranger = await makeRealSigner();
    const attack = async () => {
      const jws = await all.south.sign(stranger);
      all.south.update('north', await all.south.plant(await all.south.inPlace(jws)));
    };
    await isRepelled(all, attack, byLink('entry-refused', 'key-unknown'));
    await goesOn(all);
  });

  it('cannot sign in the name of another with a key of its own', async () => {
    const all = await scene();
    const attack = async () => {
      const head = await all.north.memory.book.head(all.north.officer.keyId);
      const jws = await all.south.signAs(all.north.officer.keyId, all.south.office.officer, {
        seq: (head?.seq ?? 0) + 1,
        prev: head?.id ?? null,
        slot: head?.slots[SHARD] ?? 0,
      });
      all.south.update('north', await all.south.plant(await all.south.inPlace(jws)));
    };
    await isRepelled(all, attack, byLink('entry-refused', 'signature-bad'));
    await goesOn(all);
  });

  it('gains nothing by replaying what was sent before, or by putting it elsewhere', async () => {
    const all = await scene();
    const before = await stateOf(all.north);
    for (const { to, stream, bytes } of all.offices.wire.sent.filter(
      ({ from, to }) => from === 'south' && to === 'north',
    ))
      if (stream !== 'book') all.south.raw(to, stream, bytes);
    await all.offices.deliverAll();
    expect(await stateOf(all.north)).toEqual(before);
    // The same bytes once more are what happens between honest stations too.
    expect(all.north.incidents).toEqual([]);
    const [old] = await all.north.book.entriesFrom(all.archive.officer.keyId, 0, 1);
    const attack = async () => {
      const place = await all.south.inPlace(old?.jws ?? '');
      all.south.update('north', await all.south.plant({ ...place, clock: 7 }));
    };
    await isRepelled(all, attack, byLink('foreign-type', 'misplaced'));
    await goesOn(all);
  });

  it('cannot put an entry into another carrier, in the place its author would have there', async () => {
    const all = await scene();
    const [old] = await all.north.book.entriesFrom(all.archive.officer.keyId, 0, 1);
    if (old === undefined) throw new Error('the archive wrote nothing');
    const elsewhere = 'DIVISIONDIVISIONDIVISI/2026-03';
    const client = await clientIdOf(old.keyId, elsewhere);
    const attack = async () =>
      all.south.update('north', await all.south.plant({ client, clock: old.slot, text: old.jws }), elsewhere);
    await isRepelled(all, attack, byLink('foreign-type', 'misplaced'));
    await goesOn(all);
  });

  it('cannot put a map, a text or a number in the place of entries', async () => {
    for (const change of [
      (doc: Y.Doc) => doc.getMap(kit.founder.keyId).set('entry', utf8('x')),
      (doc: Y.Doc) => doc.getText('x').insert(0, 'text'),
      (doc: Y.Doc) => doc.getArray('x').push([1]),
      (doc: Y.Doc) => doc.getArray('x').push([new Y.Map()]),
    ]) {
      const all = await scene();
      const doc = new Y.Doc();
      change(doc);
      const attack = async () => all.south.update('north', Y.encodeStateAsUpdate(doc));
      await isRepelled(all, attack, byLink('foreign-type', 'type'));
    }
  });

  it('cannot hide a forged entry among good ones: those are kept, and it alone is charged', async () => {
    const all = await scene();
    const { officer, book } = all.south.office;
    const good = await all.south.sign(officer);
    const bad = await all.south.signAs(all.north.officer.keyId, officer, { seq: 1, slot: 1 });
    const before = (await book.frontier()).find(({ key }) => key === officer.keyId)?.seq ?? -1;
    const items = await Promise.all([good, bad].map(all.south.inPlace));
    all.south.update('north', await all.south.plant(...items));
    await all.offices.deliverAll();
    const heads = await all.north.book.frontier();
    expect(heads.find(({ key }) => key === officer.keyId)?.seq).toBe(before + 1);
    expect(heads.find(({ key }) => key === all.north.officer.keyId)?.seq).toBe(0);
    expect(all.north.incidents).toHaveLength(1);
    expect(all.north.incidents[0]).toMatchObject({ ...byLink('entry-refused', 'signature-bad'), count: 1 });
    await goesOn(all);
  });

  it('is cut off when it floods, and is named once for fifty megabytes', async () => {
    const all = await scene();
    const before = await stateOf(all.north);
    const garbage = random(65_536);
    const megabyte = new Uint8Array(1_048_576).map((_, i) => garbage[i % garbage.length] ?? 0);
    for (let i = 0; i < 50; i++) all.south.raw('north', i % 2 === 0 ? 'book' : 'c/bureau', megabyte);
    await all.offices.deliverAll();
    expect(await stateOf(all.north)).toEqual(before);
    expect(all.north.incidents).toHaveLength(1);
    expect(all.north.incidents[0]).toMatchObject({ code: 'entry-refused', link: stationOf('south') });
    expect(all.offices.wire.closed).toEqual([{ by: 'north', to: 'south', end: 'flood' }]);
    await goesOn(all);
  });

  it('changes nothing by any mutation of what it may send', async () => {
    const all = await scene();
    const carriers = makeCarriers({ readShard: all.north.memory.book.byShard });
    await carriers.open(SHARD);
    const valid = (await carriers.update(SHARD)) ?? new Uint8Array();
    const before = await stateOf(all.north);
    const mutation = fc.record({
      at: fc.nat(valid.byteLength - 1),
      put: fc.uint8Array({ maxLength: 4 }),
      drop: fc.nat(4),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        let bytes = Buffer.from(valid);
        for (const { at, put, drop } of mutations)
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]);
        all.offices.wire.heal('north', 'south');
        all.south.update('north', new Uint8Array(bytes));
        const last = all.offices.wire.queue.length - 1;
        await all.offices.wire.deliver(last);
      }),
      { numRuns: process.env.SOAK === '1' ? 10_000 : 500 },
    );
    await all.offices.deliverAll();
    expect(await stateOf(all.north)).toEqual(before);
    for (const incident of all.north.incidents) expect(incident.link).toBe(stationOf('south'));
    expect(all.north.incidents.length).toBeGreaterThan(0);
    expect(all.north.faults).toEqual([]);
  });
});

describe('a key that signs twice for one place', () => {
  const person = personOf('south');

  it('by a changed program is found out wherever its two entries meet, and one of them counts everywhere', async () => {
    const all = await scene();
    const { officer } = all.south.office;
    const [one, other] = [await all.south.sign(officer), await all.south.sign(officer, { kind: 'key-requested' })];
    all.offices.wire.cut('north', 'archive');
    all.south.update('north', await all.south.plant(await all.south.inPlace(one)));
    all.south.update('archive', await all.south.plant(await all.south.inPlace(other)));
    await all.offices.deliverAll();
    all.offices.healAll();
    await all.offices.deliverAll();
    await goesOn(all);
    const found = all.offices.all.flatMap(({ incidents }) => incidents);
    expect(found.length).toBeGreaterThan(0);
    for (const incident of found) expect(incident).toMatchObject({ code: 'fork-found', author: officer.keyId });
    for (const { incidents } of all.offices.all) expect(incidents.length).toBeLessThanOrEqual(1);
    const [record] = await all.north.memory.model.getMany('person', [person]);
    expect(record?.forks.length).toBeGreaterThan(0);
  });

  it('after a backup was put back is found out too, and every book comes to the same', async () => {
    const offices = await makeOffices(kit);
    offices.healAll();
    const south = offices.office('south');
    await south.act();
    await offices.deliverAll();
    await south.act();
    await offices.deliverAll();
    // South's disk failed; its book is put back as it was after the first act, and its officer works on.
    const old = await bundleOf(south.memory, (entry) => entry.keyId !== south.officer.keyId || entry.seq < 1);
    const restored = await makeOffices(kit, { given: (name) => (name === 'south' ? old : kit.base) });
    const others = await Promise.all(['north', 'archive'].map(async (name) => bundleOf(offices.office(name).memory)));
    for (const [i, name] of ['north', 'archive'].entries()) {
      const bundle = others[i];
      if (bundle !== undefined) await restored.office(name).book.receive(bundle);
    }
    await restored.office('south').act();
    restored.healAll();
    await restored.deliverAll();
    for (const office of restored.all) await office.act();
    await restored.deliverAll();
    const [first, ...rest] = await Promise.all(restored.all.map(stateOf));
    for (const other of rest) expect(other).toEqual(first);
    const found = restored.all.flatMap(({ incidents }) => incidents);
    expect(found.length).toBeGreaterThan(0);
    for (const incident of found) expect(incident).toMatchObject({ code: 'fork-found', author: south.officer.keyId });
  });
});
