import { expect, test } from 'vitest';
import type { DeviceId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import type { Fork } from '../../src/ledger/fork.ts';
import { compareFrontiers } from '../../src/ledger/frontier.ts';
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
  stationOf,
} from '../doubles/books.ts';
import type { FakeSigner } from '../doubles/fake-signer.ts';
import { must } from '../doubles/office-desk.ts';

const keeper = makeFakeSigner('keeper');
const stationB = makeFakeSigner('station b');
const stationC = makeFakeSigner('station c');

/** Three machines in step; the keeper is a custodian, so what the keeper registers counts. */
async function threeBooks() {
  const bureau = await foundBooks();
  const { first, founder } = bureau;
  await must(first.book.append(founder, admitStationAct('b', 'B', stationB)));
  await must(first.book.append(founder, admitStationAct('c', 'C', stationC)));
  await must(first.book.append(founder, admitPersonAct('keeper', ['custodian', 'officer'], 'b', keeper)));
  const [b, c] = [await bureau.join('b'), await bureau.join('c')];
  for (const other of [b, c]) await say(first, other);
  return { ...bureau, b, c };
}

const say = (from: BookMachine, to: BookMachine) => bundleOf(from.memory).then((bundle) => to.book.receive(bundle));
/** As a link does it: everything, then what is still asked for by id. */
async function meet(from: BookMachine, to: BookMachine): Promise<void> {
  await say(from, to);
  for (let left = 10; left > 0; left--) {
    const wanted = await to.book.wanted();
    if (wanted.length === 0) return;
    await to.book.receive(noDetails(...(await from.book.byIds(wanted)).map(({ jws }) => jws)));
  }
}
const noDetails = (...entries: readonly string[]) => ({ entries, details: [] });

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

const signFork = (machine: BookMachine, by: FakeSigner, fork: Fork, about = subjectOf('person', personOf('keeper'))) =>
  machine.book.append(by, { kind: 'equivocation-found', subject: about, body: { ...fork }, details: null });

async function onlyFork({ book }: BookMachine): Promise<Fork> {
  const [fork, ...more] = await book.forks();
  if (fork === undefined || more.length > 0) throw new Error('not one fork');
  const { key, seq, kept, other } = fork;
  return { key, seq, kept, other };
}

/** The keeper tells B one thing and C another, each followed by one more. */
async function forked() {
  const books = await threeBooks();
  const { b, c } = books;
  const there = [await forge(b, keeper, device(1)), await forge(c, keeper, device(2))] as const;
  await b.book.receive(noDetails(there[0]));
  await c.book.receive(noDetails(there[1]));
  const more = [await forge(b, keeper, device(3)), await forge(c, keeper, device(4))] as const;
  await b.book.receive(noDetails(more[0]));
  await c.book.receive(noDetails(more[1]));
  return { ...books, there, more };
}

test('a second entry for a taken place changes nothing here, is charged to its author, and both are kept as proof', async () => {
  const { b, c, there } = await forked();
  const before = await grown(b);
  const received = await say(c, b);
  expect(received.refused).toEqual([
    { code: 'fork', charge: { by: 'author', key: keeper.keyId }, entry: idOfJws(there[1]) },
  ]);
  expect(await grown(b)).toEqual(before);
  expect(await onlyFork(b)).toEqual({ key: keeper.keyId, seq: 0, kept: there[0], other: there[1] });
});

test('a proof decides for every book which branch stands; the key is frozen and what the other branch folded is gone', async () => {
  const { first, b, c, root, there } = await forked();
  await say(c, b);
  await must(signFork(b, stationB, await onlyFork(b)));
  const before = (await grown(b)).records;
  const received = await say(b, c);
  expect(received.missing).toEqual([]);
  for (const to of [c, first]) await say(b, to);
  for (const machine of [first, c]) {
    expect(await machine.book.frontier()).toEqual(await b.book.frontier());
    expect((await grown(machine)).verdicts).toEqual((await grown(b)).verdicts);
    expect((await grown(machine)).records).toEqual(before);
    expect(machine.book.membership().keys.get(keeper.keyId)?.frozen).not.toBeNull();
    expect(await machine.book.forks()).toEqual([]);
  }
  const given = (await c.book.byIds([idOfJws(there[1])])).find(({ jws }) => jws === there[1]);
  expect(given?.verdict).toEqual({ kind: 'void', code: 'forked' });
  expect((await grown(c)).records).toEqual((await countedFromNothing(c.memory, root)).records);
  expect((await grown(c)).records.get(subjectOf('person', personOf('keeper')))).toMatchObject({
    forks: [{ key: keeper.keyId, seq: 0 }],
  });
});

test('a key that signed two histories admits, removes and adopts nobody any more; its routine acts go on', async () => {
  const { b, c } = await forked();
  await say(c, b);
  const other = makeFakeSigner('other');
  await must(signFork(b, stationB, await onlyFork(b)));
  expect(await b.book.append(keeper, admitPersonAct('other', ['officer'], 'b', other))).toEqual({
    ok: false,
    refusal: 'key-frozen',
  });
  const forced = await forge(b, keeper, admitPersonAct('other', ['officer'], 'b', other));
  await b.book.receive(noDetails(forced));
  expect((await grown(b)).verdicts.get(idOfJws(forced))).toEqual({ kind: 'void', code: 'key-frozen' });
  expect((await b.book.append(keeper, device(9))).ok).toBe(true);
});

test('once decided, the other branch is neither news nor taken in, from wherever it comes', async () => {
  const { first, b, c, there, more } = await forked();
  await say(c, b);
  await must(signFork(b, stationB, await onlyFork(b)));
  await say(b, first);
  const received = await first.book.receive(noDetails(there[1], more[1]));
  expect(received).toMatchObject({ added: [], refused: [], missing: [] });
  expect(await first.book.frontier()).toEqual(await b.book.frontier());
});

test('two stations decide differently: the decision that stands first in the order wins everywhere', async () => {
  const { first, b, c, root } = await forked();
  const [atB, atC] = [await bundleOf(b.memory), await bundleOf(c.memory)];
  await b.book.receive(atC);
  await c.book.receive(atB);
  await must(
    c.book.append(stationC, {
      kind: 'incident-noted',
      subject: subjectOf('station', stationOf('c')),
      body: { code: 'fork-found', facts: {} },
      details: null,
    }),
  );
  await must(signFork(c, stationC, await onlyFork(c)));
  await must(signFork(b, stationB, await onlyFork(b)));
  const machines = [first, b, c];
  for (let round = 0; round < 3; round++)
    for (const x of machines) for (const y of machines) if (x !== y) await meet(x, y);
  const stands = (await grown(b)).records.has(subjectOf('device', named<DeviceId>('device1')));
  expect(stands).toBe(true);
  for (const machine of [first, c]) {
    expect(await machine.book.frontier()).toEqual(await b.book.frontier());
    expect((await grown(machine)).records).toEqual((await grown(b)).records);
  }
  expect((await grown(c)).records).toEqual((await countedFromNothing(c.memory, root)).records);
});

test('an honest act made upon a branch that is given up still counts, once the branch is fetched by id', async () => {
  const { b, c, there } = await forked();
  await must(
    c.book.append(stationC, {
      kind: 'incident-noted',
      subject: subjectOf('station', stationOf('c')),
      body: { code: 'clock-set-back', facts: {} },
      details: null,
    }),
  );
  await b.book.receive(noDetails(there[1]));
  await b.book.receive(await bundleOf(c.memory, ({ keyId }) => keyId !== keeper.keyId));
  await must(signFork(b, stationB, await onlyFork(b)));
  await say(b, c);
  const waiting = (await grown(b)).verdicts;
  expect([...waiting.values()].some(({ kind }) => kind === 'waiting')).toBe(true);
  for (let wanted = await b.book.wanted(); wanted.length > 0; wanted = await b.book.wanted()) {
    const answer = await c.book.byIds(wanted);
    expect(answer.length).toBeGreaterThanOrEqual(wanted.length);
    await b.book.receive(noDetails(...answer.map(({ jws }) => jws)));
  }
  await say(b, c);
  expect([...(await grown(b)).verdicts.values()].every(({ kind }) => kind === 'in-force')).toBe(true);
  expect(await grown(c)).toEqual(await grown(b));
  expect((await grown(b)).records.has(subjectOf('device', named<DeviceId>('device2')))).toBe(false);
});

test('a backup that was restored and wrote on is a fork of its own key: others keep theirs, it comes back into step', async () => {
  const { first, b, station } = await threeBooks();
  const incident = (n: number) =>
    ({
      kind: 'incident-noted',
      subject: subjectOf('station', stationOf('a')),
      body: { code: 'clock-set-back', facts: { n } },
      details: null,
    }) as const;
  const backup = await bundleOf(first.memory);
  for (let n = 0; n < 3; n++) await must(first.book.append(station, incident(n)));
  await say(first, b);
  const restored = await (await foundBooks()).join('restored');
  await restored.book.receive(backup);
  for (let n = 7; n < 9; n++) await must(restored.book.append(station, incident(n)));
  const before = (await grown(b)).records;
  expect((await say(restored, b)).refused.map(({ code, charge }) => [code, charge])).toEqual([
    ['fork', { by: 'author', key: station.keyId }],
  ]);
  expect((await grown(b)).records).toEqual(before);
  const [ours, theirs] = [await b.book.frontier(), await restored.book.frontier()];
  expect((await compareFrontiers(ours, theirs, b.book.idAt)).standing).toBe('forked');
  const fork = await onlyFork(b);
  expect(
    await signFork(
      restored,
      station,
      { ...fork, kept: fork.other, other: fork.kept },
      subjectOf('station', stationOf('a')),
    ),
  ).toEqual({ ok: false, refusal: 'duties-not-separate' });
  await must(signFork(b, stationB, fork, subjectOf('station', stationOf('a'))));
  await say(b, restored);
  await say(b, restored);
  expect(await restored.book.frontier()).toEqual(await b.book.frontier());
  expect(await grown(restored)).toEqual(await grown(b));
  const next = await must(restored.book.append(station, incident(10)));
  expect(next.payload.seq).toBe(3);
  expect(await say(restored, b)).toMatchObject({ refused: [], added: [next.id] });
});

test('branches that part far below are looked for further down with each question', async () => {
  const { first, b, station } = await threeBooks();
  const incident = (n: number) =>
    ({
      kind: 'incident-noted',
      subject: subjectOf('station', stationOf('a')),
      body: { code: 'clock-set-back', facts: { n } },
      details: null,
    }) as const;
  const backup = await bundleOf(first.memory);
  for (let n = 0; n < 60; n++) await must(first.book.append(station, incident(n)));
  await say(first, b);
  const restored = await (await foundBooks()).join('restored');
  await restored.book.receive(backup);
  for (let n = 100; n < 162; n++) await must(restored.book.append(station, incident(n)));
  const last = await restored.book.entriesFrom(station.keyId, 61, 10);
  let received = await b.book.receive(noDetails(...last.map(({ jws }) => jws)));
  let questions = 0;
  for (; received.missing.length > 0 && questions < 10; questions++) {
    const [asked] = received.missing;
    if (asked === undefined) break;
    const answer = await restored.book.entriesFrom(asked.key, asked.fromSeq, 1000);
    received = await b.book.receive(noDetails(...answer.map(({ jws }) => jws)));
  }
  expect(questions).toBeLessThan(5);
  expect(await onlyFork(b)).toMatchObject({ key: station.keyId, seq: 0 });
});

test('what follows on a branch that is not ours is asked for further down, and is not held against who brings it', async () => {
  const { b, c } = await threeBooks();
  for (const n of [1, 2, 3]) await b.book.receive(noDetails(await forge(b, keeper, device(n))));
  await c.book.receive(noDetails(await forge(c, keeper, device(4))));
  const [, second, third] = await b.book.entriesFrom(keeper.keyId, 0, 3);
  if (second === undefined || third === undefined) throw new Error('no branch');
  expect(await c.book.receive(noDetails(second.jws, third.jws))).toMatchObject({
    aside: 0,
    missing: [{ key: keeper.keyId, fromSeq: 0 }],
  });
});

test('a second fork of one key is decided by itself, also on the branch that stood at the first', async () => {
  const { first, b, c, root, there } = await forked();
  await say(c, b);
  await must(signFork(b, stationB, await onlyFork(b)));
  for (const to of [first, c]) for (let i = 0; i < 2; i++) await meet(b, to);
  const [atB, atC] = [await forge(b, keeper, device(5)), await forge(c, keeper, device(6))];
  await b.book.receive(noDetails(atB));
  await c.book.receive(noDetails(atC));
  const { refused } = await say(b, c);
  expect(refused).toMatchObject([{ code: 'fork', charge: { by: 'author', key: keeper.keyId } }]);
  await must(signFork(c, stationC, await onlyFork(c)));
  for (const [from, to] of [
    [c, b],
    [c, first],
    [c, b],
  ] as const)
    await meet(from, to);
  for (const machine of [first, b]) {
    expect(await machine.book.forks()).toEqual([]);
    expect(await machine.book.frontier()).toEqual(await c.book.frontier());
    expect((await grown(machine)).records).toEqual((await countedFromNothing(c.memory, root)).records);
  }
  const stands = await first.book.entriesFrom(keeper.keyId, 0, 9);
  expect([stands[0]?.jws, stands.at(-1)?.jws]).toEqual([there[0], atC]);
});

test('a proof that proves nothing is refused, and charged to whoever signed it', async () => {
  const { b, c, there } = await forked();
  await say(c, b);
  const fork = await onlyFork(b);
  const about = subjectOf('person', personOf('keeper'));
  const proof = (body: object) => forge(b, stationB, { kind: 'equivocation-found', subject: about, body });
  const unsigned = `${there[1].slice(0, -4)}AAAA`;
  for (const body of [
    { ...fork, other: unsigned },
    { ...fork, other: fork.kept },
    { ...fork, seq: 5 },
    { ...fork, other: (await b.book.entriesFrom(keeper.keyId, 1, 1))[0]?.jws ?? '' },
  ]) {
    const received = await c.book.receive(noDetails(await proof(body)));
    expect(received.refused).toMatchObject([{ code: 'proof-unfit', charge: { by: 'author', key: stationB.keyId } }]);
  }
});
