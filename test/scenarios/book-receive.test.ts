import { expect, test } from 'vitest';
import { asId, type DeviceId, type EntryId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Act } from '../../src/ledger/book.ts';
import { CHUNK } from '../../src/ledger/receiving/receive.ts';
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
  named,
  personOf,
} from '../doubles/books.ts';
import { must } from '../doubles/office-desk.ts';

const officer = makeFakeSigner('officer');
const second = makeFakeSigner('station b');

async function twoBooks() {
  const bureau = await foundBooks();
  const { first, founder } = bureau;
  await must(first.book.append(founder, admitStationAct('b', 'B', second)));
  await must(first.book.append(founder, admitPersonAct('officer', ['officer'], 'b', officer)));
  const other = await bureau.join('b');
  return { ...bureau, other };
}

async function inStep() {
  const books = await twoBooks();
  await books.other.book.receive(await bundleOf(books.first.memory));
  return books;
}

const device = (n: number) =>
  ({
    kind: 'device-registered',
    subject: subjectOf('device', named<DeviceId>(`device${n}`)),
    body: {
      device: named<DeviceId>(`device${n}`),
      carrier: 'bodyCamera',
      division: DIVISION,
      assignedTo: null,
      inService: true,
    },
    details: { label: `d${n}`, assetNo: null, brand: null, model: null, serialNo: null, fileNameMark: null },
  }) as const;

const say = (from: BookMachine, to: BookMachine) => bundleOf(from.memory).then((bundle) => to.book.receive(bundle));
const noDetails = (...entries: readonly string[]) => ({ entries, details: [] });

test('an empty book that knows only the root takes everything, keys and acts in one bundle', async () => {
  const { first, other, root } = await twoBooks();
  const received = await say(first, other);
  expect(received).toMatchObject({ known: 0, aside: 0, refused: [], missing: [] });
  expect(received.added).toHaveLength(3);
  expect(await other.book.frontier()).toEqual(await first.book.frontier());
  expect(await grown(other)).toEqual(await grown(first));
  expect((await grown(other)).records).toEqual((await countedFromNothing(other.memory, root)).records);
  expect(await say(first, other)).toMatchObject({ added: [], known: 3, refused: [] });
});

test('a book that is opened again goes on where it was', async () => {
  const { other, first, founder } = await inStep();
  await must(first.book.append(founder, device(1)));
  await other.book.refresh();
  expect(await say(first, other)).toMatchObject({ added: [expect.any(String)], known: 3 });
  expect(await grown(other)).toEqual(await grown(first));
});

test('after a commit its entries are told to those who carry them, in one call', async () => {
  const { first, other, founder } = await twoBooks();
  const told: (readonly EntryId[])[] = [];
  other.book.onAppended((entries) => told.push(entries.map(({ id }) => id)));
  await say(first, other);
  await must(first.book.append(founder, device(1)));
  await say(first, other);
  expect(told.map((ids) => ids.length)).toEqual([3, 1]);
});

test('bytes nobody signed are charged to the link; they change nothing', async () => {
  const { first, other, founder } = await inStep();
  const before = [await grown(other), await other.book.frontier()];
  const forged = await forge(first, founder, device(1));
  const [head = '', payload = '', signature = ''] = forged.split('.');
  const broken = `${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  const foreign = await forge(first, founder, device(1), { bureau: asId('B'.repeat(22)) });
  const received = await other.book.receive(noDetails('rubbish', 'e30.e30.e30', broken, foreign));
  expect(received.refused.map(({ code, charge }) => [code, charge.by])).toEqual([
    ['not-a-jws', 'link'],
    ['not-a-jws', 'link'],
    ['other-bureau', 'link'],
    ['signature-bad', 'link'],
  ]);
  expect([await grown(other), await other.book.frontier()]).toEqual(before);
});

test('an entry of a key nobody has named waits aside, and counts as soon as the key is admitted', async () => {
  const { first, other, founder, join, root } = await inStep();
  const keeper = makeFakeSigner('keeper');
  await must(first.book.append(founder, admitPersonAct('keeper', ['custodian'], 'a', keeper)));
  await must(first.book.append(keeper, device(1)));
  const [admission, act] = (await bundleOf(first.memory)).entries.slice(-2);
  expect(await other.book.receive(noDetails(act ?? ''))).toMatchObject({ added: [], aside: 1, refused: [] });
  const received = await other.book.receive(noDetails(admission ?? ''));
  expect(received).toMatchObject({ aside: 0, refused: [] });
  expect(received.added).toHaveLength(2);
  const both = await join('c');
  await say(other, both);
  expect((await grown(both)).verdicts).toEqual((await countedFromNothing(other.memory, root)).verdicts);
});

test('a gap in a chain waits, and says from where the sender is to be asked', async () => {
  const { first, other, founder } = await inStep();
  for (let n = 0; n < 4; n++) await must(first.book.append(founder, device(n)));
  const entries = (await bundleOf(first.memory)).entries.slice(3);
  const received = await other.book.receive(noDetails(...entries.slice(2)));
  expect(received).toMatchObject({ added: [], aside: 2, missing: [{ key: founder.keyId, fromSeq: 3 }] });
  const asked = await first.book.entriesFrom(founder.keyId, 3, 2);
  expect(await other.book.receive(noDetails(...asked.map(({ jws }) => jws)))).toMatchObject({ aside: 0, missing: [] });
  expect(await other.book.frontier()).toEqual(await first.book.frontier());
});

test('a chain that leaves a slot out or takes one twice is not carried, and is charged to its author', async () => {
  const { first, other, founder } = await inStep();
  const skipping = await forge(first, founder, device(1), { slot: 7 });
  expect((await other.book.receive(noDetails(skipping))).refused).toEqual([
    { code: 'slot-taken', charge: { by: 'author', key: founder.keyId }, entry: idOfJws(skipping) },
  ]);
});

test('what a member may not do is carried, is void for everybody, and does not stop what comes after', async () => {
  const { first, other, founder, root } = await inStep();
  const usurping = await forge(other, officer, device(1));
  await other.book.receive(noDetails(usurping));
  await must(other.book.append(officer, printed()));
  await must(first.book.append(founder, device(2)));
  await say(other, first);
  expect((await grown(first)).verdicts.get(idOfJws(usurping))).toEqual({ kind: 'void', code: 'role-missing' });
  expect((await grown(first)).records.has(subjectOf('device', named<DeviceId>('device1')))).toBe(false);
  expect((await grown(first)).verdicts).toEqual((await countedFromNothing(first.memory, root)).verdicts);
  expect([...(await grown(first)).verdicts.values()].filter(({ kind }) => kind === 'in-force')).toHaveLength(5);
});

const printed = (): Act<'form-printed'> => ({
  kind: 'form-printed',
  subject: subjectOf('person', personOf('officer')),
  body: { form: 'F1', copyNo: 1, asOf: '2026-03-05T01:00:00.000Z' as Instant, recordings: [] },
  details: null,
});

test('nobody can leave the others no numbers: a clock that jumps ahead counts for nothing and nobody follows it', async () => {
  const { first, other, founder } = await inStep();
  const jump = await forge(other, officer, device(1), { lc: Number.MAX_SAFE_INTEGER });
  await other.book.receive(noDetails(jump));
  await first.book.receive(noDetails(jump));
  await must(first.book.append(founder, device(2)));
  expect((await first.memory.book.newest())?.lc).toBe(4);
  expect((await grown(first)).verdicts.get(idOfJws(jump))).toEqual({ kind: 'void', code: 'clock-wrong' });
  const back = await forge(other, officer, { ...printed() }, { after: null, lc: 1 });
  await other.book.receive(noDetails(back));
  expect((await grown(other)).verdicts.get(idOfJws(back))).toEqual({ kind: 'void', code: 'authority-not-given' });
  expect((await must(other.book.append(officer, printed()))).payload.lc).toBe(4);
});

test('details are taken only where an entry commits to them, now or later', async () => {
  const { first, other, founder, root } = await inStep();
  await must(first.book.append(founder, device(1)));
  const { entries, details } = await bundleOf(first.memory);
  const shown = details.at(-1);
  if (shown === undefined) throw new Error('no details');
  const lied = { ...shown, json: shown.json.replace('d1', 'd2') };
  const received = await other.book.receive({ entries: entries.slice(-1), details: [lied] });
  expect(received.refused).toEqual([{ code: 'details-unfit', charge: { by: 'link' }, entry: shown.entry }]);
  const about = subjectOf('device', named<DeviceId>('device1'));
  expect((await grown(other)).records.get(about)).toMatchObject({ label: null });
  await must(first.book.append(founder, { ...device(1), body: { ...device(1).body, inService: false } }));
  await other.book.receive(noDetails(...(await bundleOf(first.memory)).entries));
  await other.book.receive({ entries: [], details: [shown] });
  expect((await grown(other)).records.get(about)).toMatchObject({ label: 'd1', inService: false });
  expect((await grown(other)).records).toEqual((await countedFromNothing(other.memory, root)).records);
  // Of an entry that is not here nobody can tell, and whoever brought them may have it.
  const stray = await other.book.receive({ entries: [], details: [{ ...shown, entry: idOfJws('nothing') }] });
  expect(stray.refused).toEqual([]);
});

test('own acts of a lost disk come back with the others’ books, and the next act follows them', async () => {
  const { first, founder, join } = await inStep();
  await must(first.book.append(founder, device(1)));
  const restored = await join('restored');
  const [oldest] = (await bundleOf(first.memory)).entries;
  await restored.book.receive(noDetails(oldest ?? ''));
  await say(first, restored);
  const next = await must(restored.book.append(founder, device(2)));
  expect(next.payload).toMatchObject({ seq: 4 });
  expect(await say(restored, first)).toMatchObject({ refused: [], added: [next.id] });
  expect(await restored.book.frontier()).toEqual(await first.book.frontier());
});

test('an own act does not wait for a long bundle, and both are kept', async () => {
  const { first, other, founder } = await inStep();
  for (let n = 0; n < CHUNK + 20; n++) await must(first.book.append(founder, device(n % 50)));
  const receiving = say(first, other);
  const own = other.book.append(officer, printed());
  expect(await Promise.race([receiving.then(() => 'bundle'), own.then(() => 'act')])).toBe('act');
  await must(own);
  await receiving;
  await say(other, first);
  expect(await other.book.frontier()).toEqual(await first.book.frontier());
  expect((await grown(other)).records).toEqual((await grown(first)).records);
});
