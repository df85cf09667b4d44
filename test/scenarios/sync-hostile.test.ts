import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64url } from '../../src/base/base64url.ts';
import { concat, utf8 } from '../../src/base/bytes.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { MAX_ENTRY_BYTES, PROOF_KIND } from '../../src/ledger/entry.ts';
import type { StoredDetails } from '../../src/ledger/ports.ts';
import { bundleOf, forge, idOfJws, personOf, wholeBook } from '../doubles/books.ts';
import { makeOfficeKit, makeOffices, type Office, type OfficeKit, stateOf } from '../doubles/offices.ts';

let kit: OfficeKit;
beforeAll(async () => {
  kit = await makeOfficeKit(['north', 'south', 'archive']);
});

const printed = { kind: 'form-printed', subject: subjectOf('person', personOf('south')), body: {} } as const;

/** An entry of the south's officer, past every judgement: a body of any size, and details nobody's schema would let through. */
async function signed(office: Office, filling: number, json: string | null = null, kind = 'filled'): Promise<string> {
  const { officer } = office;
  const salt = new Uint8Array(32);
  const details =
    json === null ? null : toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', concat(salt, utf8(json)))));
  return forge(office, officer, printed, { kind, details, body: { filling: 'x'.repeat(filling) } });
}

const shown = (jws: string, json: string): StoredDetails => ({
  entry: idOfJws(jws),
  salt: toBase64url(new Uint8Array(32)),
  json,
});

const holds = async (office: Office, jws: string): Promise<boolean> =>
  (await office.memory.book.byId([idOfJws(jws)])).length > 0;

/** A filling that makes the largest body an entry may have. */
const FULL = Math.floor((MAX_ENTRY_BYTES * 3) / 4) - 1_000;

describe('what one officer signs', () => {
  it('twice, as large as it may be, reaches everybody as a proof, and no honest station is charged', async () => {
    const offices = await makeOffices(kit);
    const [north, south, archive] = ['north', 'south', 'archive'].map(offices.office) as [Office, Office, Office];
    const [one, other] = [await signed(south, FULL), await signed(south, FULL, null, 'filled-otherwise')];
    await north.book.receive({ entries: [one], details: [] });
    await archive.book.receive({ entries: [other], details: [] });
    offices.healAll();
    await offices.deliverAll();
    const [first, ...rest] = await Promise.all(offices.all.map(stateOf));
    for (const book of rest) expect(book).toEqual(first);
    const proofs = (await wholeBook(north.memory)).filter(({ kind }) => kind === PROOF_KIND);
    expect(Math.max(...proofs.map(({ jws }) => jws.length))).toBeGreaterThan(690_000);
    for (const { incidents, faults } of offices.all) {
      expect(faults).toEqual([]);
      for (const incident of incidents) expect(incident).toMatchObject({ author: south.officer.keyId });
    }
  });

  it('with long details in Chinese does not keep others from learning of it', async () => {
    const offices = await makeOffices(kit, { without: ['archive'] });
    const [north, south] = [offices.office('north'), offices.office('south')];
    const json = JSON.stringify('证'.repeat(250_000));
    for (let i = 0; i < 9; i++) {
      const jws = await signed(north, 0, json);
      await north.book.receive({ entries: [jws], details: [shown(jws, json)] });
    }
    offices.healAll();
    await offices.deliverAll();
    expect(await south.book.frontier()).toEqual(await north.book.frontier());
    expect([...north.faults, ...south.faults]).toEqual([]);
    expect([...north.incidents, ...south.incidents]).toEqual([]);
  });

  it('with details no link carries is kept without them', async () => {
    const offices = await makeOffices(kit, { without: ['archive'] });
    const [north, south] = [offices.office('north'), offices.office('south')];
    const json = JSON.stringify('x'.repeat(300_000));
    const jws = await signed(north, 0, json);
    // As a stick brings it.
    await north.book.receive({ entries: [jws], details: [shown(jws, json)] });
    offices.healAll();
    await offices.deliverAll();
    expect(await holds(south, jws)).toBe(true);
    expect(await north.memory.book.detailsOf([idOfJws(jws)])).toEqual([]);
    expect([...north.incidents, ...south.incidents]).toEqual([]);
  });

  it('on both sides of a fork is charged to him, not to the station that holds the longer side', async () => {
    const offices = await makeOffices(kit);
    const [north, south, archive] = ['north', 'south', 'archive'].map(offices.office) as [Office, Office, Office];
    await archive.book.receive({ entries: [await signed(south, 10)], details: [] });
    for (let i = 0; i < 30; i++) await south.act();
    const entries = (await wholeBook(south.memory)).map(({ jws }) => jws);
    await north.book.receive({ entries, details: [] });
    offices.wire.heal('north', 'archive');
    await offices.deliverAll();
    for (const { incidents, faults } of [north, archive]) {
      expect(faults).toEqual([]);
      for (const incident of incidents)
        expect(incident).toMatchObject({ code: 'fork-found', author: south.officer.keyId });
    }
    expect(await north.book.frontier()).toEqual(await archive.book.frontier());
  });

  it('on a branch longer than one answer takes keeps nobody from what an honest station signed upon it', async () => {
    const offices = await makeOffices(kit, { without: ['south'] });
    const [north, archive] = [offices.office('north'), offices.office('archive')];
    const officer = kit.officers.get('south');
    if (officer === undefined) throw new Error('no officer');
    const [here, there] = [north, archive].map((office) => ({ ...office, officer })) as [Office, Office];
    for (let i = 0; i < 9; i++) await archive.book.receive({ entries: [await signed(there, FULL - i)], details: [] });
    await archive.act();
    await north.book.receive({ entries: [await signed(here, 1)], details: [] });
    const [first] = await archive.book.entriesFrom(officer.keyId, 0, 1);
    await north.book.receive({ entries: [first?.jws ?? ''], details: [] });
    await north.noteForks();
    // As a stick brings it: the branch is given up there before anybody can ask for it place by place.
    for (let i = 0; i < 2; i++) await archive.book.receive(await bundleOf(north.memory));
    offices.healAll();
    await offices.deliverAll();
    expect(await stateOf(north)).toEqual(await stateOf(archive));
    const acts = await north.book.entriesFrom(archive.officer.keyId, 0, 9);
    expect(acts.map(({ verdict }) => verdict.kind)).toEqual(['in-force']);
    expect(await north.book.wanted()).toEqual([]);
  });

  it('on both sides of a fork that nobody decides is charged to him alone, whoever goes on from there', async () => {
    const offices = await makeOffices(kit, { leavesForks: true });
    const [north, south, archive] = ['north', 'south', 'archive'].map(offices.office) as [Office, Office, Office];
    const elsewhere = { ...archive, officer: south.officer };
    for (let i = 0; i < 60; i++) await archive.book.receive({ entries: [await signed(elsewhere, i)], details: [] });
    for (let i = 0; i < 40; i++) await south.act();
    const entries = (await wholeBook(south.memory)).map(({ jws }) => jws);
    await north.book.receive({ entries, details: [] });
    offices.wire.heal('north', 'archive');
    for (let i = 0; i < 6; i++) {
      await offices.deliverAll();
      await archive.book.receive({ entries: [await signed(elsewhere, 50 + i)], details: [] });
      if (i < 3) await archive.act();
    }
    await offices.deliverAll();
    for (const { incidents, faults } of [north, archive]) {
      expect(faults).toEqual([]);
      expect(incidents.filter(({ author }) => author !== south.officer.keyId)).toEqual([]);
    }
    expect((await north.book.forks()).map(({ key, seq }) => [key, seq])).toEqual([[south.officer.keyId, 0]]);
  });
});

describe('what a stick brought', () => {
  it('in more entries than a link takes at once goes on its way all the same', async () => {
    const offices = await makeOffices(kit, { without: ['archive'] });
    const [north, south] = [offices.office('north'), offices.office('south')];
    offices.healAll();
    await offices.deliverAll();
    const json = JSON.stringify('证'.repeat(60_000));
    const source = (await makeOffices(kit)).office('south');
    const [entries, details]: [string[], StoredDetails[]] = [[], []];
    for (let i = 0; i < 25; i++) {
      const jws = await signed(source, 150_000, json);
      await source.book.receive({ entries: [jws], details: [] });
      entries.push(jws);
      details.push(shown(jws, json));
    }
    await north.book.receive({ entries, details });
    await offices.deliverAll();
    expect(await south.book.frontier()).toEqual(await north.book.frontier());
    expect([...north.faults, ...south.faults]).toEqual([]);
    expect([...north.incidents, ...south.incidents]).toEqual([]);
  });
});
