import { expect, test } from 'vitest';
import { foundOffice, must } from '../../../../test/doubles/office-desk.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { plusMs } from '../../../domain/time.ts';
import { admitPerson, changePerson, renewKey } from '../../../usecases/admit-person.ts';
import { delegateRoles } from '../../../usecases/delegate.ts';
import { removeMember } from '../../../usecases/departures.ts';
import { waitingActs } from '../../../usecases/second-signature.ts';
import { actWords, delegationState, delegationsOf, givenState, keyStateWords, mayEnd } from './membership-view.ts';

const DAY = 86_400_000;
const facts = { officerNo: null, certificateNo: null, validFrom: null, validTo: null };

async function twoSigners() {
  const office = await foundOffice();
  const officer = await office.admit('李敏', ['officer']);
  const legal = await office.admit('孙立新', ['legalAffairsOffice']);
  const person = async (seat: typeof officer) => {
    const record = await office.desk.records.get('person', seat.person);
    if (record === null) throw new Error('no such person');
    return record;
  };
  return { office, officer, legal, person };
}

test('an act that waits is said in one sentence, with the names it brings', async () => {
  const { office, officer, legal } = await twoSigners();
  const { desk, custodian, division } = office;
  const passphrase = 'luoshui 2026';
  await admitPerson(desk, custodian, { ...facts, name: '赵强', division, roles: ['officer'], passphrase });
  await changePerson(desk, custodian, officer.person, { ...facts, name: '李敏', division, roles: ['departmentHead'] });
  await removeMember(desk, custodian, officer.person, { reason: 'retired', note: null });
  await renewKey(desk, custodian, legal.person, passphrase, 'in-doubt');
  const names = { person: (id: string) => (id === officer.person ? '李敏' : '孙立新'), station: () => 'A 采集室' };
  expect((await waitingActs(desk, legal.person)).map((act) => actWords(act, names))).toEqual([
    '接纳 赵强，职责：执法人员',
    '修改 李敏 的登记，职责：部门负责人',
    '撤销 李敏（退休）',
    '给 孙立新 在 A 采集室 办新钥匙（钥匙可能被别人用过）',
  ]);
});

test('a key’s state says first what hinders', async () => {
  const { office, officer, person } = await twoSigners();
  const record = await person(officer);
  expect(keyStateWords(record, 'here', [])).toBe('本机可用');
  await renewKey(office.desk, office.custodian, officer.person, 'luoshui 2026');
  expect(keyStateWords(await person(officer), 'here', await waitingActs(office.desk, null))).toBe('新钥匙等签名');
  const [own] = record.keys;
  if (own === undefined) throw new Error('no key');
  const forks = [{ key: own.key, seq: 3, found: own.admitted }];
  expect(keyStateWords({ ...record, forks }, 'here', [])).toBe('一号两签，已冻结');
  const retired = { ...own, retiredBy: own.admitted.entry };
  expect(keyStateWords({ ...record, forks, keys: [retired] }, 'none', [])).toBe('本机没有');
});

test('a delegation runs between its two times; open ones stand first; who may end it', async () => {
  const { office, officer, legal, person } = await twoSigners();
  const { desk, custodian, clock } = office;
  const from = plusMs(desk.now(), DAY);
  await must(delegateRoles(desk, custodian, officer.person, { roles: ['custodian'], from, until: plusMs(from, DAY) }));
  await must(
    delegateRoles(desk, legal, officer.person, {
      roles: ['legalAffairsOffice'],
      from: desk.now(),
      until: plusMs(desk.now(), 1),
    }),
  );
  clock.advance(10);
  const given = delegationsOf([await person(officer)], desk.now());
  expect(given.map(({ delegation }) => delegationState(delegation, desk.now()))).toEqual(['before', 'over']);
  const [first] = given;
  if (first === undefined) throw new Error('nothing given');
  expect(delegationState(first.delegation, plusMs(from, 1))).toBe('now');
  const persons = [await person(officer), await person(custodian)];
  const during = plusMs(from, 1);
  expect(givenState(first, persons, during)).toBe('now');
  const gone = persons.map((one) => ({ ...one, left: {} }) as unknown as PersonRecord);
  const [toGone] = gone;
  if (toGone === undefined) throw new Error('nobody');
  expect(givenState({ ...first, to: toGone }, persons, during)).toBe('left');
  expect(givenState(first, gone, during)).toBe('left');
  const without = persons.map((one) => ({ ...one, roles: [] }));
  expect(givenState(first, without, during)).toBe('role-lost');
  // What lends nothing any more stands below what does.
  const [one] = persons;
  const held = (one?.delegations ?? []).map((each, i) => (i === 0 ? { ...each, lapsed: true as const } : each));
  const lapsed = persons.map((each, i) => (i === 0 ? { ...each, delegations: held } : each));
  expect(delegationsOf(lapsed, plusMs(desk.now(), -10)).map(({ delegation }) => delegation.lapsed)).toEqual([
    undefined,
    true,
  ]);
  const stranger = { ...(await person(officer)), id: 'x' as typeof officer.person };
  expect(
    [await person(officer), await person(custodian), await person(legal), stranger].map((one) => mayEnd(first, one)),
  ).toEqual([true, true, true, false]);
});
