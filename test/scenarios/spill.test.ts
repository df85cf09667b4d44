import { expect, test } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import { mintId, type SpillId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { type Act, openBook } from '../../src/ledger/book.ts';
import { maySendDetails } from '../../src/ledger/entitlement.ts';
import { examineBook } from '../../src/ledger/examination.ts';
import { createActivity } from '../../src/usecases/create-activity.ts';
import { confirmAct, declineAct, waitingActs } from '../../src/usecases/second-signature.ts';
import { carryOutDeletions, orderDeletion, spillStanding, wordedEntries } from '../../src/usecases/spill.ts';
import {
  admitPersonAct,
  admitStationAct,
  type BookMachine,
  bundleOf,
  countedFromNothing,
  foundBooks,
  grown,
  makeFakeSigner,
  personOf,
  stationOf,
} from '../doubles/books.ts';
import { fakeVerifier } from '../doubles/fake-signer.ts';
import { makeMemoryBook } from '../doubles/memory-book-store.ts';
import { foundOffice, must, random, verifier } from '../doubles/office-desk.ts';
import { makeOfficeKit, makeOffices, type Office } from '../doubles/offices.ts';

const spill = mintId<SpillId>(random);
const order = (...entries: EntryId[]) =>
  ({
    kind: 'details-deletion-ordered' as const,
    subject: subjectOf('spill', spill),
    body: { spill, ground: 'personalPrivacy' as const, entries, recordings: [] },
    details: { note: null },
  }) satisfies Act<'details-deletion-ordered'>;

/** Three machines that hold the words of an officer's admission; only the first one's station is admitted under `a`. */
async function makeBureau() {
  const bureau = await foundBooks();
  const { first, founder } = bureau;
  const [officer, stationB] = [makeFakeSigner('officer'), makeFakeSigner('station b')];
  await must(first.book.append(founder, admitStationAct('b', 'B', stationB)));
  const said = await must(first.book.append(founder, admitPersonAct('officer', ['officer'], 'a', officer)));
  const [b, c] = [await bureau.join('b'), await bureau.join('c')];
  for (const other of [b, c]) await other.book.receive(await bundleOf(first.memory));
  return { ...bureau, a: first, b, c, said, stationB };
}

const PLAN = {
  type: 'dailyInspection',
  matters: [1],
  devices: [],
  plannedAt: null,
  title: '河道巡查',
  place: null,
  party: '某某',
  caseNo: null,
  note: null,
} as const;

const heldBy = async ({ memory }: Pick<BookMachine, 'memory'>, entry: EntryId) =>
  (await memory.book.detailsOf([entry])).length === 1;
const nameIn = async ({ memory }: BookMachine) => (await memory.model.get('person', personOf('officer')))?.name;

test('an order deletes the words and nothing else: the commitment stays, and the book counts as from nothing', async () => {
  const { a, founder, said, root } = await makeBureau();
  expect(await nameIn(a)).toBe('officer');
  await must(a.book.append(founder, order(said.id)));
  expect(await a.book.forgetDetails()).toEqual([said.id]);
  expect(await heldBy(a, said.id)).toBe(false);
  expect(await nameIn(a)).toBeNull();
  expect(said.payload.details).not.toBeNull();
  const counted = await countedFromNothing(a.memory, root);
  const state = await grown(a);
  expect(Object.fromEntries(state.records)).toEqual(Object.fromEntries(counted.records));
  expect(Object.fromEntries(state.verdicts)).toEqual(Object.fromEntries(counted.verdicts));
  expect(await a.book.forgetDetails()).toEqual([]);
});

test('words that were ordered gone never come back, from whoever was away', async () => {
  const { a, b, c, founder, said, root } = await makeBureau();
  const old = await bundleOf(b.memory);
  const [words] = await b.memory.book.detailsOf([said.id]);
  if (words === undefined) throw new Error('no words');
  await must(a.book.append(founder, order(said.id)));
  await a.book.forgetDetails();
  // With their entry, without it, and by one who has not heard of the order: taken for what it is, and charged to nobody.
  for (const bundle of [old, { entries: [], details: [words] }])
    expect(await a.book.receive(bundle)).toMatchObject({ refused: [] });
  expect(await heldBy(a, said.id)).toBe(false);
  // Who comes later, and hears of the order before the words, does not take them either.
  const late = await (await foundLate(root, a)).receive(
    old,
    await bundleOf(a.memory, ({ kind }) => kind.startsWith('details-')),
  );
  expect(late.refused).toEqual([]);
  // Away, b still has them, until the order arrives.
  expect(await heldBy(b, said.id)).toBe(true);
  await b.book.receive(await bundleOf(a.memory));
  expect(maySendDetails(b.book.membership(), stationOf('a'), { id: said.id, shard: 'bureau' })).toBe(false);
  expect(maySendDetails(c.book.membership(), stationOf('a'), { id: said.id, shard: 'bureau' })).toBe(true);
  expect(await b.book.forgetDetails()).toEqual([said.id]);
  expect(await nameIn(b)).toBeNull();
});

test('who hears of the order before the entry it names takes the entry without its words', async () => {
  const { a, b, founder, root } = await makeBureau();
  const keeper = makeFakeSigner('keeper');
  await must(a.book.append(founder, admitPersonAct('keeper', ['custodian'], 'b', keeper)));
  await b.book.receive(await bundleOf(a.memory));
  const said = await must(b.book.append(keeper, admitPersonAct('other', ['officer'], 'b', makeFakeSigner('other'))));
  // Ahead of the keeper's, so that the order stands on the founder's own chain alone.
  for (const name of ['x', 'y', 'z'])
    await must(a.book.append(founder, admitPersonAct(name, ['officer'], 'a', makeFakeSigner(name))));
  await a.book.receive(await bundleOf(b.memory));
  await must(a.book.append(founder, order(said.id)));
  const memory = makeMemoryBook();
  const now = () => '2026-03-05T01:00:00.000Z' as never;
  const late = await openBook(a.book.bureau, root.id, { store: memory.book, verifier: fakeVerifier, random, now });
  await late.receive(await bundleOf(a.memory, ({ keyId }) => keyId !== keeper.keyId));
  expect(late.membership().deletions.has(said.id)).toBe(true);
  const received = await late.receive(await bundleOf(b.memory));
  expect(received).toMatchObject({ added: [said.id], refused: [] });
  expect(await memory.book.detailsOf([said.id])).toEqual([]);
});

/** A machine that has everything of the bureau but the entry with the words, and is then given both. */
async function foundLate(root: Parameters<typeof countedFromNothing>[1], a: BookMachine) {
  const memory = makeMemoryBook();
  const ports = { store: memory.book, verifier: fakeVerifier, random, now: () => '2026-03-05T01:00:00.000Z' as never };
  const book = await openBook(a.book.bureau, root.id, ports);
  return {
    receive: async (old: Awaited<ReturnType<typeof bundleOf>>, orders: Awaited<ReturnType<typeof bundleOf>>) => {
      await book.receive({ entries: (await bundleOf(a.memory)).entries, details: [] });
      await book.receive(orders);
      const received = await book.receive(old);
      expect(await memory.book.detailsOf([...book.membership().deletions.keys()])).toEqual([]);
      return received;
    },
  };
}

test('an order of one counts for nothing until the other signs; declined, nothing is deleted', async () => {
  const office = await foundOffice();
  const { desk, custodian } = office;
  const officer = await office.admit('李敏', ['officer']);
  const legal = await office.admit('孙立新', ['legalAffairsOffice']);
  const worded = await wordedEntries(desk, subjectOf('person', officer.person));
  expect(worded.map(({ kind }) => kind)).toEqual(['person-admitted']);
  const entries = worded.map(({ id }) => id);
  const asked = { ground: 'personalPrivacy', entries, recordings: [], note: null } as const;
  const propose = async () => {
    expect(await orderDeletion(desk, custodian, asked)).toMatchObject({ refusal: { code: 'waits-for-second' } });
    await carryOutDeletions(desk);
    expect((await desk.records.get('person', officer.person))?.name).toBe('李敏');
    const [waiting] = await waitingActs(desk, legal.person);
    if (waiting === undefined) throw new Error('nothing waits');
    return waiting.act;
  };
  await must(declineAct(desk, legal, await propose()));
  await carryOutDeletions(desk);
  expect((await desk.records.get('person', officer.person))?.name).toBe('李敏');
  await must(confirmAct(desk, legal, await propose()));
  await carryOutDeletions(desk);
  expect((await desk.records.get('person', officer.person))?.name).toBeNull();
  expect(await orderDeletion(desk, officer, asked)).toMatchObject({ refusal: { rule: 'role-missing' } });
});

test('drafts about the activities that spilled words belong to go before anything is said, and no others', async () => {
  const office = await foundOffice();
  const { desk, custodian } = office;
  const officer = await office.admit('李敏', ['officer']);
  const activity = await must(
    createActivity(desk, officer, { ...PLAN, officers: [officer.person], division: office.division }),
  );
  const worded = await wordedEntries(desk, subjectOf('activity', activity));
  const order = async (entries: readonly EntryId[]) =>
    must(orderDeletion(desk, custodian, { ground: 'other', entries, recordings: [], note: null }));
  await order(worded.map(({ id }) => id));
  const forgotten: string[] = [];
  const failing = carryOutDeletions(desk, async () => Promise.reject(new Error('no disk')));
  await expect(failing).rejects.toThrow('no disk');
  expect((await desk.records.all('spill'))[0]?.done).toEqual([]);
  await carryOutDeletions(desk, async (one) => void forgotten.push(one));
  expect(forgotten).toEqual([activity]);
  expect((await desk.records.all('spill'))[0]?.done).toMatchObject([{ station: desk.station.station }]);
  await order((await wordedEntries(desk, subjectOf('person', officer.person))).map(({ id }) => id));
  await carryOutDeletions(desk, async (one) => void forgotten.push(one));
  expect(forgotten).toEqual([activity]);
});

test('each station says once that it is done, and only for itself; the page can say where it has not happened', async () => {
  const office = await foundOffice();
  const { desk, custodian } = office;
  const officer = await office.admit('李敏', ['officer']);
  const entries = (await wordedEntries(desk, subjectOf('person', officer.person))).map(({ id }) => id);
  await must(orderDeletion(desk, custodian, { ground: 'other', entries, recordings: [], note: 'n' }));
  await carryOutDeletions(desk);
  await carryOutDeletions(desk);
  const [record] = await desk.records.all('spill');
  if (record === undefined) throw new Error('no order');
  expect(record).toMatchObject({ note: 'n', done: [{ station: desk.station.station, deleted: 1 }] });
  const forOther = await desk.book.append(desk.stationSigner, {
    kind: 'details-deleted',
    subject: subjectOf('spill', record.id),
    body: { spill: record.id, station: stationOf('b'), deleted: 1 },
    details: null,
    refs: [record.ordered.entry],
  });
  expect(forOther).toEqual({ ok: false, refusal: 'subject-unfit' });
  const stations = [{ id: desk.station.station }, { id: stationOf('b') }, { id: stationOf('c'), left: {} }];
  expect(spillStanding(record, stations)).toEqual({ done: 1, open: 1, lost: 1 });
  const { bureau, reader } = desk.book;
  const book = { bureau, root: desk.station.root, own: desk.station.station, reader, forks: () => desk.book.forks() };
  const control = { signal: new AbortController().signal, report: () => undefined };
  expect(await examineBook(book, verifier, control)).toMatchObject({ sound: true, details: { absent: 1 } });
});

test('over the wire: stations that were away hear of the order and nobody is sent the words again', async () => {
  const kit = await makeOfficeKit(['north', 'south', 'west']);
  let offices: readonly Office[] = [];
  const made = await makeOffices(kit, {
    entitled: (to, entry) => {
      const [any] = offices;
      return any === undefined || maySendDetails(any.book.membership(), stationOf(to), entry);
    },
  });
  offices = made.all;
  const north = made.office('north');
  const [said] = await wordedEntries({ book: north.book }, subjectOf('person', personOf('south')));
  if (said === undefined) throw new Error('no words');
  await must(north.book.append(kit.founder, order(said.id)));
  await north.book.forgetDetails();
  made.healAll();
  await made.deliverAll();
  for (const office of made.all) {
    await office.book.forgetDetails();
    office.sync.wantDetails([said.id]);
  }
  await made.deliverAll();
  for (const office of made.all) {
    expect(await heldBy(office, said.id)).toBe(false);
    expect(office.incidents).toEqual([]);
    expect(office.faults).toEqual([]);
  }
});
