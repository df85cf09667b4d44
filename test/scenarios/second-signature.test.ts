import { expect, test } from 'vitest';
import type { Role } from '../../src/domain/role.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { type Act, type Book, openBook } from '../../src/ledger/book.ts';
import { countBook } from '../../src/ledger/count.ts';
import { examineBook } from '../../src/ledger/examination.ts';
import { presentGrant } from '../../src/ledger/membership.ts';
import { admitPerson, changePerson, renewKey } from '../../src/usecases/admit-person.ts';
import { admitStation } from '../../src/usecases/admit-station.ts';
import { removeMember } from '../../src/usecases/departures.ts';
import type { Seat } from '../../src/usecases/desk.ts';
import { confirmAct, declineAct, waitingActs } from '../../src/usecases/second-signature.ts';
import { bundleOf, makeFakeSigner, stationOf } from '../doubles/books.ts';
import { makeMemoryBook } from '../doubles/memory-book-store.ts';
import { type FoundedOffice, foundOffice, must, PASSPHRASE, verifier } from '../doubles/office-desk.ts';
import { openEntries } from '../doubles/open-entries.ts';

const newcomer = (office: FoundedOffice, name: string, roles: readonly Role[] = ['officer']) => ({
  name,
  officerNo: null,
  certificateNo: null,
  validFrom: null,
  validTo: null,
  division: office.division,
  roles,
  passphrase: PASSPHRASE,
});

const WAITS = { ok: false, refusal: { code: 'waits-for-second' } };
const isMember = (office: FoundedOffice, person: Seat['person']): boolean =>
  presentGrant(office.desk.book.membership(), person) !== null;

async function waitingOne(office: FoundedOffice, viewer: Seat) {
  const waiting = await waitingActs(office.desk, viewer.person);
  expect(waiting).toHaveLength(1);
  const [one] = waiting;
  if (one === undefined) throw new Error('nothing waits');
  return one;
}

/** A count from nothing gives the same members. */
async function expectCounted(office: FoundedOffice) {
  const counted = countBook(await openEntries(office), office.desk.station.root);
  expect(office.desk.book.membership()).toEqual(counted.membership);
  for (const person of await office.desk.records.all('person'))
    expect(counted.records.get(subjectOf('person', person.id))).toEqual(person);
}

test('the founder admits alone until custodian and legal affairs office are two persons', async () => {
  const office = await foundOffice();
  await office.admit('officer', ['officer']);
  await office.admit('second custodian', ['custodian']);
  const legal = await office.admit('legal', ['legalAffairsOffice']);
  expect(isMember(office, legal.person)).toBe(true);
  expect(await admitPerson(office.desk, office.custodian, newcomer(office, 'late'))).toMatchObject(WAITS);
});

test('two custodians without a legal affairs office: who did not found the bureau does not admit alone', async () => {
  const office = await foundOffice();
  const { desk, custodian } = office;
  const keeper = await office.admit('keeper', ['custodian']);
  const officer = await office.admit('officer', ['officer']);
  const before = desk.book.membership();
  const legal = newcomer(office, 'crony', ['legalAffairsOffice']);
  const propose = [
    () => admitPerson(desk, keeper, legal),
    () => renewKey(desk, keeper, officer.person, PASSPHRASE),
    () => changePerson(desk, keeper, keeper.person, newcomer(office, 'keeper', ['custodian', 'legalAffairsOffice'])),
  ];
  for (const act of propose) {
    expect(await act()).toMatchObject(WAITS);
    expect(desk.book.membership()).toEqual(before);
    const waits = await waitingOne(office, custodian);
    expect(waits).toMatchObject({ wanted: ['custodian'], mine: true });
    expect(await confirmAct(desk, keeper, waits.act)).toMatchObject({ refusal: { rule: 'duties-not-separate' } });
    expect(await confirmAct(desk, officer, waits.act)).toMatchObject({ refusal: { rule: 'role-missing' } });
    await must(declineAct(desk, custodian, waits.act));
  }
  await admitPerson(desk, keeper, newcomer(office, 'late'));
  const late = await waitingOne(office, custodian);
  await must(confirmAct(desk, custodian, late.act));
  expect(isMember(office, late.subject.slice('person:'.length) as Seat['person'])).toBe(true);
  // With the founder gone there is nobody else, and somebody has to be able to act.
  await must(removeMember(desk, keeper, custodian.person, { reason: 'retired', note: null }));
  await must(admitPerson(desk, keeper, legal));
  await expectCounted(office);
});

test('an admission counts from the second signature on, by a person in the other role', async () => {
  const office = await foundOffice();
  const officer = await office.admit('officer', ['officer']);
  const keeper = await office.admit('keeper', ['custodian']);
  const legal = await office.admit('legal', ['legalAffairsOffice']);
  const { desk } = office;
  await admitPerson(desk, office.custodian, newcomer(office, 'late'));
  const waits = await waitingOne(office, legal);
  expect(waits).toMatchObject({
    kind: 'person-admitted',
    proposer: office.custodian.person,
    wanted: ['legalAffairsOffice'],
    mine: true,
    details: { name: 'late' },
  });
  expect(await waitingOne(office, keeper)).toMatchObject({ mine: false });
  const person = waits.subject.slice('person:'.length) as Seat['person'];
  expect(isMember(office, person)).toBe(false);
  expect(await desk.records.get('person', person)).toBeNull();
  const late = await desk.keyring.unlock(person, PASSPHRASE);
  if (!late.ok) throw new Error('the key was thrown away');
  const act = {
    kind: 'form-printed',
    subject: waits.subject,
    body: { form: 'F1', copyNo: 1, asOf: desk.now(), recordings: [] },
    details: null,
  } as const satisfies Act<'form-printed'>;
  expect(await desk.book.append(late.value.signer, act)).toEqual({ ok: false, refusal: 'authority-not-given' });
  expect(await confirmAct(desk, keeper, waits.act)).toMatchObject({ refusal: { rule: 'role-missing' } });
  expect(await confirmAct(desk, officer, waits.act)).toMatchObject({ refusal: { rule: 'role-missing' } });
  await must(confirmAct(desk, legal, waits.act));
  expect(isMember(office, person)).toBe(true);
  expect((await desk.records.get('person', person))?.name).toBe('late');
  expect(await waitingActs(desk, legal.person)).toEqual([]);
  await must(desk.book.append(late.value.signer, act));
  await expectCounted(office);
});

test('nobody signs twice: neither under another role, nor with another key', async () => {
  const office = await foundOffice();
  const { desk } = office;
  const legal = await office.admit('legal', ['legalAffairsOffice']);
  const both = await office.admit('both', ['custodian', 'legalAffairsOffice']);
  await admitPerson(desk, both, newcomer(office, 'late'));
  expect(await confirmAct(desk, both, (await waitingOne(office, both)).act)).toMatchObject({
    refusal: { rule: 'duties-not-separate' },
  });
  const { act } = await waitingOne(office, both);
  await renewKey(desk, office.custodian, both.person, `${PASSPHRASE} 2`);
  const renewal = (await waitingActs(desk, legal.person)).find(({ kind }) => kind === 'key-admitted');
  if (renewal === undefined) throw new Error('no new key waits');
  await must(confirmAct(desk, legal, renewal.act));
  const renewed = await desk.keyring.unlock(both.person, `${PASSPHRASE} 2`);
  if (!renewed.ok) throw new Error('no new key');
  const again = { person: both.person, signer: renewed.value.signer };
  expect(again.signer.keyId).not.toBe(both.signer.keyId);
  expect(await confirmAct(desk, again, act)).toMatchObject({ refusal: { rule: 'duties-not-separate' } });
  await must(confirmAct(desk, legal, act));
  await expectCounted(office);
});

test('roles, keys, stations and leaving wait too; what is declined comes to nothing', async () => {
  const office = await foundOffice();
  const { desk, custodian } = office;
  const officer = await office.admit('officer', ['officer']);
  const legal = await office.admit('legal', ['legalAffairsOffice']);
  const keys = makeFakeSigner('b').public;
  const acts = [
    () => changePerson(desk, custodian, officer.person, newcomer(office, 'officer', ['departmentHead'])),
    () => renewKey(desk, custodian, officer.person, PASSPHRASE),
    () => admitStation(desk, custodian, { station: stationOf('b'), code: 'B', name: 'b', place: null, keys }),
    () => removeMember(desk, custodian, officer.person, { reason: 'transferred', note: null }),
  ];
  for (const act of acts) {
    const before = desk.book.membership();
    expect(await act()).toMatchObject(WAITS);
    expect(desk.book.membership()).toEqual(before);
    const { act: id } = await waitingOne(office, legal);
    await must(declineAct(desk, legal, id));
    expect(await waitingActs(desk, legal.person)).toEqual([]);
    expect(desk.book.membership()).toEqual(before);
    expect(await confirmAct(desk, legal, id)).toMatchObject({ refusal: { code: 'not-waiting' } });
  }
  await removeMember(desk, custodian, officer.person, { reason: 'transferred', note: null });
  await must(confirmAct(desk, legal, (await waitingOne(office, legal)).act));
  expect(isMember(office, officer.person)).toBe(false);
  expect((await desk.records.get('person', officer.person))?.left?.reason).toBe('transferred');
  await expectCounted(office);
});

test('the only legal affairs officer is not removed by the custodian alone: without a leader it waits, with one the leader signs', async () => {
  const office = await foundOffice();
  const { desk, custodian } = office;
  const legal = await office.admit('legal', ['legalAffairsOffice']);
  await removeMember(desk, custodian, legal.person, { reason: 'dismissed', note: null });
  const waits = await waitingOne(office, legal);
  expect(waits).toMatchObject({ wanted: ['supervisingLeader'], mine: false });
  expect(await confirmAct(desk, legal, waits.act)).toMatchObject({ refusal: { rule: 'duties-not-separate' } });
  await must(declineAct(desk, custodian, waits.act));
  const leader = await office.admit('leader', ['supervisingLeader']);
  await removeMember(desk, custodian, legal.person, { reason: 'dismissed', note: null });
  await must(confirmAct(desk, leader, (await waitingOne(office, leader)).act));
  expect(isMember(office, legal.person)).toBe(false);
  await expectCounted(office);
});

test('what is proposed of a person who has changed since cannot be confirmed any more', async () => {
  const office = await foundOffice();
  const { desk, custodian } = office;
  const officer = await office.admit('officer', ['officer']);
  const legal = await office.admit('legal', ['legalAffairsOffice']);
  const change = (roles: readonly Role[]) =>
    changePerson(desk, custodian, officer.person, newcomer(office, 'officer', roles));
  await change(['departmentHead']);
  const stale = await waitingOne(office, legal);
  await change(['officer', 'departmentHead']);
  const [, fresh] = await waitingActs(desk, legal.person);
  if (fresh === undefined) throw new Error('nothing waits');
  await must(confirmAct(desk, legal, fresh.act));
  expect(await confirmAct(desk, legal, stale.act)).toMatchObject({ refusal: { rule: 'reference-unfit' } });
  expect(presentGrant(desk.book.membership(), officer.person)?.roles).toEqual(['officer', 'departmentHead']);
  await expectCounted(office);
});

test('whoever is told of a commit finds in the book what it brought: nothing waits to be known', async () => {
  const office = await foundOffice();
  const legal = await office.admit('legal', ['legalAffairsOffice']);
  const memory = makeMemoryBook();
  const seen: number[] = [];
  const open: Book[] = [];
  let told: Promise<void> = Promise.resolve();
  const commit = async (write: Parameters<typeof memory.book.commit>[0]) => {
    await memory.book.commit(write);
    // A live query tells of it in a turn of its own, however long the store takes to answer the next question.
    told = new Promise((resolve) => {
      setTimeout(() => {
        seen.push(open[0]?.unconfirmed().length ?? 0);
        resolve();
      });
    });
  };
  const count = async () => {
    await told;
    return memory.book.count();
  };
  const { bureau, desk } = office;
  const ports = { store: { ...memory.book, commit, count }, verifier, random: desk.random, now: desk.now };
  const away = await openBook(bureau, desk.station.root, ports);
  open.push(away);
  await away.receive(await bundleOf(office.memory));
  await admitPerson(desk, office.custodian, newcomer(office, 'late'));
  await away.receive(await bundleOf(office.memory));
  expect(seen.at(-1)).toBe(1);
  expect(await waitingActs({ book: away }, legal.person)).toMatchObject([{ mine: true }]);
});

test('what came of an act while it waited is known once it is confirmed: a name that arrived later than its entry', async () => {
  const office = await foundOffice();
  const legal = await office.admit('legal', ['legalAffairsOffice']);
  await admitPerson(office.desk, office.custodian, newcomer(office, 'late'));
  const memory = makeMemoryBook();
  const { bureau, desk } = office;
  const ports = { store: memory.book, verifier, random: desk.random, now: desk.now };
  const away = await openBook(bureau, desk.station.root, ports);
  const { entries, details } = await bundleOf(office.memory);
  await away.receive({ entries, details: [] });
  await away.receive({ entries: [], details });
  const [waits] = await waitingActs({ book: away }, legal.person);
  if (waits === undefined) throw new Error('nothing waits');
  expect(waits.details).toMatchObject({ name: 'late' });
  await must(confirmAct({ ...desk, book: away, records: memory.model }, legal, waits.act));
  const person = waits.subject.slice('person:'.length) as Seat['person'];
  expect((await memory.model.get('person', person))?.name).toBe('late');
  const control = { signal: new AbortController().signal, report: () => undefined };
  const { reader, forks } = away;
  const examined = await examineBook(
    { bureau, root: desk.station.root, own: desk.station.station, reader, forks },
    verifier,
    control,
  );
  expect(examined).toMatchObject({ sound: true, details: { absent: 0 } });
});
