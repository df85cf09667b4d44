import { expect, test } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { mayHoldDetails } from '../../src/ledger/entitlement.ts';
import { presentGrant, stationOfKey } from '../../src/ledger/membership.ts';
import {
  admitPersonAct,
  admitStationAct,
  type BookMachine,
  bundleOf,
  countedFromNothing,
  DIVISION,
  forge,
  foundBooks,
  grown,
  idOfJws,
  makeFakeSigner,
  personOf,
  stationOf,
} from '../doubles/books.ts';
import type { FakeSigner } from '../doubles/fake-signer.ts';
import { must } from '../doubles/office-desk.ts';
import { adopt, left, pinsIn, printed } from '../doubles/register-acts.ts';

/** A founder, a second custodian at the same station, an officer at station b; books a, b and c know all of it. */
async function makeBureau() {
  const bureau = await foundBooks();
  const { first, founder } = bureau;
  const [keeper, officer, stationB] = ['keeper', 'officer', 'station b'].map(makeFakeSigner) as [
    FakeSigner,
    FakeSigner,
    FakeSigner,
  ];
  await must(first.book.append(founder, admitPersonAct('keeper', ['custodian'], 'a', keeper)));
  await must(first.book.append(founder, admitStationAct('b', 'B', stationB)));
  await must(first.book.append(founder, admitPersonAct('officer', ['officer'], 'b', officer)));
  const [b, c] = [await bureau.join('b'), await bureau.join('c')];
  for (const other of [b, c]) await other.book.receive(await bundleOf(first.memory));
  return { ...bureau, a: first, b, c, keeper, officer, stationB };
}

async function share(...machines: BookMachine[]) {
  for (let round = 0; round < 2; round++)
    for (const from of machines)
      for (const to of machines) if (from !== to) await to.book.receive(await bundleOf(from.memory));
}

/** All machines hold the same, and what a count from nothing gives. */
async function expectOne(root: Parameters<typeof countedFromNothing>[1], ...machines: BookMachine[]) {
  for (const machine of machines) {
    const counted = await countedFromNothing(machine.memory, root);
    const state = await grown(machine);
    expect(Object.fromEntries(state.verdicts)).toEqual(Object.fromEntries(counted.verdicts));
    expect(Object.fromEntries(state.records)).toEqual(Object.fromEntries(counted.records));
    expect(machine.book.membership()).toEqual(counted.membership);
  }
  const verdicts = await Promise.all(machines.map(async (machine) => (await grown(machine)).verdicts));
  return verdicts[0] ?? new Map();
}

test('what a leaver signed up to the pinned place stays valid; what comes later, and what is back-dated, is quarantined', async () => {
  const { a, b, c, founder, officer, root } = await makeBureau();
  const before = await must(b.book.append(officer, printed('officer')));
  await a.book.receive(await bundleOf(b.memory));
  await must(a.book.append(founder, await left(a, 'officer', officer.keyId)));
  const later = await must(b.book.append(officer, printed('officer')));
  // Written long before anybody left, if one believed its clocks.
  const head = await b.memory.book.head(officer.keyId);
  const dated = await forge(b, officer, printed('officer'), {
    after: null,
    lc: (head?.lc ?? 0) + 1,
    at: '2026-03-05T00:00:00.000Z' as never,
  });
  await b.book.receive({ entries: [dated], details: [] });
  await share(a, b, c);
  const verdicts = await expectOne(root, a, b, c);
  expect(verdicts.get(before.id)).toEqual({ kind: 'in-force' });
  expect(verdicts.get(later.id)).toEqual({ kind: 'quarantined' });
  expect(verdicts.get(idOfJws(dated))).toEqual({ kind: 'quarantined' });
  expect(await b.book.append(officer, printed('officer'))).toEqual({ ok: false, refusal: 'member-left' });
  expect(presentGrant(a.book.membership(), personOf('officer'))).toBeNull();
});

test('quarantined entries count once another administrator adopts them, and only then', async () => {
  const { a, b, founder, keeper, officer, root } = await makeBureau();
  await must(a.book.append(founder, await left(a, 'officer', officer.keyId)));
  const [one, other] = [
    await must(b.book.append(officer, printed('officer'))),
    await must(b.book.append(officer, printed('officer'))),
  ];
  await share(a, b);
  await must(a.book.append(keeper, adopt('officer', one.id)));
  await share(a, b);
  const verdicts = await expectOne(root, a, b);
  expect(verdicts.get(one.id)).toEqual({ kind: 'in-force' });
  expect(verdicts.get(other.id)).toEqual({ kind: 'quarantined' });
});

test('a leaver cannot adopt what he signed himself', async () => {
  const { a, b, founder, keeper, root } = await makeBureau();
  await must(a.book.append(founder, await left(a, 'keeper', keeper.keyId)));
  const own = await must(b.book.append(keeper, printed('keeper')));
  const jws = await forge(b, keeper, adopt('officer', own.id), { refs: [own.id] });
  await b.book.receive({ entries: [jws], details: [] });
  await share(a, b);
  const verdicts = await expectOne(root, a, b);
  expect(verdicts.get(own.id)).toEqual({ kind: 'quarantined' });
  expect(verdicts.get(idOfJws(jws))).toEqual({ kind: 'quarantined' });
});

test('an act by an administrator who was removed at the same time waits for another one', async () => {
  const { a, b, c, founder, keeper, root } = await makeBureau();
  const clerk = makeFakeSigner('clerk');
  await must(a.book.append(keeper, await left(a, 'founder', founder.keyId)));
  const admitted = await must(b.book.append(founder, admitPersonAct('clerk', ['officer'], 'b', clerk)));
  const act = await must(b.book.append(clerk, printed('clerk')));
  await share(a, b, c);
  let verdicts = await expectOne(root, a, b, c);
  expect(verdicts.get(admitted.id)).toEqual({ kind: 'quarantined' });
  expect(verdicts.get(act.id)).toEqual({ kind: 'void', code: 'authority-not-given' });
  await must(c.book.append(keeper, adopt('founder', admitted.id)));
  await share(a, b, c);
  verdicts = await expectOne(root, a, b, c);
  expect(verdicts.get(admitted.id)).toEqual({ kind: 'in-force' });
  expect(verdicts.get(act.id)).toEqual({ kind: 'in-force' });
});

test('two administrators who remove each other are both out, in whatever order it is heard', async () => {
  const { a, b, c, founder, keeper, root } = await makeBureau();
  const mine = await must(a.book.append(founder, await left(a, 'keeper', keeper.keyId)));
  const theirs = await must(b.book.append(keeper, await left(b, 'founder', founder.keyId)));
  await c.book.receive(await bundleOf(b.memory));
  await share(a, b, c);
  const verdicts = await expectOne(root, a, b, c);
  for (const { id } of [mine, theirs]) expect(verdicts.get(id)).toEqual({ kind: 'in-force' });
  for (const name of ['founder', 'keeper']) expect(presentGrant(a.book.membership(), personOf(name))).toBeNull();
});

test('a removal signed by one who had been removed before falls: it does not reach back', async () => {
  const { a, b, c, founder, keeper, officer, root } = await makeBureau();
  await must(a.book.append(founder, await left(a, 'keeper', keeper.keyId)));
  const revenge = await must(b.book.append(keeper, await left(b, 'officer', officer.keyId)));
  await share(a, b, c);
  const verdicts = await expectOne(root, a, b, c);
  expect(verdicts.get(revenge.id)).toEqual({ kind: 'quarantined' });
  expect(presentGrant(c.book.membership(), personOf('officer'))).not.toBeNull();
  const adopted = await must(c.book.append(founder, adopt('keeper', revenge.id)));
  await share(a, b, c);
  const after = await expectOne(root, a, b, c);
  expect(after.get(adopted.id)).toEqual({ kind: 'in-force' });
  expect(after.get(revenge.id)).toEqual({ kind: 'quarantined' });
});

test('a new key of a leaver, admitted somewhere else at the same time, signs nothing that counts', async () => {
  const { a, b, founder, keeper, officer, root } = await makeBureau();
  await must(a.book.append(keeper, await left(a, 'officer', officer.keyId)));
  const fresh = makeFakeSigner('fresh');
  await must(
    b.book.append(founder, {
      kind: 'key-admitted',
      subject: subjectOf('person', personOf('officer')),
      body: { person: personOf('officer'), station: stationOf('b'), keys: fresh.public, reason: 'new-station' },
      details: null,
    }),
  );
  const act = await must(b.book.append(fresh, printed('officer')));
  await share(a, b);
  const verdicts = await expectOne(root, a, b);
  expect(verdicts.get(act.id)?.kind).not.toBe('in-force');
});

test('a withdrawn station gets no links, no details; its own later entries and those of its persons’ keys are quarantined', async () => {
  const { a, b, founder, officer, stationB, root } = await makeBureau();
  const person = await must(b.book.append(officer, printed('officer')));
  await must(
    a.book.append(founder, {
      kind: 'station-withdrawn',
      subject: subjectOf('station', stationOf('b')),
      body: { station: stationOf('b'), reason: 'lost', pins: await pinsIn(a, stationB.keyId, officer.keyId) },
      details: { note: null },
    }),
  );
  const note = await must(
    b.book.append(stationB, {
      kind: 'incident-noted',
      subject: subjectOf('station', stationOf('b')),
      body: { code: 'flood', facts: {} },
      details: null,
    }),
  );
  expect(stationOfKey(b.book.membership(), stationB.keyId)).toBe(stationOf('b'));
  await share(a, b);
  const verdicts = await expectOne(root, a, b);
  expect(verdicts.get(note.id)).toEqual({ kind: 'quarantined' });
  expect(verdicts.get(person.id)).toEqual({ kind: 'quarantined' });
  expect(stationOfKey(a.book.membership(), stationB.keyId)).toBeNull();
  expect(mayHoldDetails(a.book.membership(), stationOf('b'), 'bureau')).toBe(false);
  expect(mayHoldDetails(a.book.membership(), stationOf('b'), `${DIVISION}/2026-03`)).toBe(false);
  expect(presentGrant(a.book.membership(), personOf('officer') satisfies PersonId)).not.toBeNull();
});

test('a removal whose pins say that its own signer was never admitted is void, and removes nobody', async () => {
  const { a, b, c, keeper, founder, root } = await makeBureau();
  const [before] = await pinsIn(a, founder.keyId);
  const nothing = { key: founder.keyId, last: null };
  const self = {
    kind: 'member-left',
    subject: subjectOf('person', personOf('founder')),
    body: { person: personOf('founder'), reason: 'dismissed', pins: [nothing] },
  } as const;
  expect(
    await a.book.append(keeper, { ...self, details: { note: null }, body: { ...self.body, pins: [nothing] } }),
  ).toEqual({ ok: false, refusal: 'reference-unfit' });
  const forged = await forge(b, keeper, self);
  await b.book.receive({ entries: [forged], details: [] });
  await share(a, b, c);
  const verdicts = await expectOne(root, a, b, c);
  expect(verdicts.get(idOfJws(forged))).toEqual({ kind: 'void', code: 'reference-unfit' });
  expect(presentGrant(a.book.membership(), personOf('founder'))).not.toBeNull();
  // Pinned to what its signer stands on, the same removal counts.
  const removal = {
    ...self,
    body: { ...self.body, pins: before === undefined ? [] : [before] },
    details: { note: null },
  };
  const done = await must(a.book.append(keeper, removal));
  await share(a, b, c);
  expect((await expectOne(root, a, b, c)).get(done.id)).toEqual({ kind: 'in-force' });
});

test('a removal by one whose admission another removal takes away has no effect', async () => {
  const { a, b, c, keeper, founder, officer, root } = await makeBureau();
  const other = makeFakeSigner('other');
  const proposed = await must(a.book.append(keeper, admitPersonAct('other', ['custodian'], 'a', other)));
  await must(
    a.book.append(founder, {
      kind: 'register-act-confirmed',
      subject: subjectOf('person', personOf('other')),
      body: {},
      details: null,
      refs: [proposed.id],
    }),
  );
  await share(a, b, c);
  const byOther = await must(a.book.append(other, await left(a, 'officer', officer.keyId)));
  // Somewhere else the keeper, who admitted that person, is found to have signed nothing that can be believed.
  const distrust = await must(
    b.book.append(founder, {
      kind: 'member-left',
      subject: subjectOf('person', personOf('keeper')),
      body: { person: personOf('keeper'), reason: 'key-stolen', pins: [{ key: keeper.keyId, last: null }] },
      details: { note: null },
    }),
  );
  await share(a, b, c);
  const verdicts = await expectOne(root, a, b, c);
  expect(verdicts.get(distrust.id)).toEqual({ kind: 'in-force' });
  expect(verdicts.get(byOther.id)?.kind).toBe('void');
  expect(presentGrant(a.book.membership(), personOf('officer'))).not.toBeNull();
  expect(await must(a.book.append(officer, printed('officer')))).toBeDefined();
});
