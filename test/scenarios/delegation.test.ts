import { expect, test } from 'vitest';
import { asId, type HandoverId, mintId, type RecordingId } from '../../src/domain/ids.ts';
import { rolesAt } from '../../src/domain/person-record.ts';
import type { Role } from '../../src/domain/role.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { plusMs, toInstant } from '../../src/domain/time.ts';
import { countBook } from '../../src/ledger/count.ts';
import { delegationsOf, givenState } from '../../src/ui/features/people/membership-view.ts';
import { changePerson } from '../../src/usecases/admit-person.ts';
import { delegateRoles, endDelegation } from '../../src/usecases/delegate.ts';
import type { Seat } from '../../src/usecases/desk.ts';
import { withLapsed } from '../../src/usecases/lapsed-delegations.ts';
import { registerMedium } from '../../src/usecases/register-medium.ts';
import { signAct } from '../../src/usecases/signed-act.ts';
import { DIVISION, forge, grown, idOfJws, personOf, stationOf } from '../doubles/books.ts';
import { type FoundedOffice, foundOffice, must, random } from '../doubles/office-desk.ts';
import { makeOfficeKit, makeOffices } from '../doubles/offices.ts';
import { openEntries } from '../doubles/open-entries.ts';
import { makeRealSigner } from '../doubles/real-signer.ts';
import { device, left } from '../doubles/register-acts.ts';

const DAY = 86_400_000;
const disk = {
  kind: 'portableDisk',
  keeper: null,
  inService: true,
  capacityGB: 1,
  label: 'YP',
  serialNo: null,
  place: null,
} as const;

const register = ({ desk }: FoundedOffice, seat: Seat) => registerMedium(desk, seat, disk);

async function lent(roles: readonly Role[] = ['custodian']) {
  const office = await foundOffice();
  const deputy = await office.admit('deputy', ['officer']);
  const { desk, custodian } = office;
  const from = plusMs(desk.now(), DAY);
  const entry = await must(delegateRoles(desk, custodian, deputy.person, { roles, from, until: plusMs(from, DAY) }));
  return { office, deputy, entry, from };
}

async function expectCounted(office: FoundedOffice) {
  const entries = await openEntries(office);
  const counted = countBook(entries, office.desk.station.root);
  const stored = await office.memory.book.byId(entries.map(({ entry }) => entry.id));
  for (const { id, verdict } of stored) expect([id, counted.verdicts.get(id)]).toEqual([id, verdict]);
}

test('an act in a lent role counts within the time named, not before and not after, and says under what it was done', async () => {
  const { office, deputy, entry } = await lent();
  const { desk, clock } = office;
  const early = { ok: false, refusal: { code: 'rule', rule: 'role-missing' } };
  expect(await register(office, deputy)).toMatchObject(early);
  expect(
    await desk.book.append(deputy.signer, {
      kind: 'book-exported',
      subject: subjectOf('bureau', office.bureau),
      body: { entries: 1, details: 0, recordings: 0, bookSha256: '0'.repeat(64) },
      details: null,
      under: entry,
    }),
  ).toEqual({ ok: false, refusal: 'delegation-over' });
  clock.advance(1.5 * DAY);
  const medium = await must(register(office, deputy));
  const signed = (await desk.records.get('medium', medium))?.registered;
  expect(signed?.by).toEqual({ kind: 'person', person: deputy.person });
  const [stored] = await office.memory.book.byId(signed === undefined ? [] : [signed.entry]);
  expect(JSON.parse(Buffer.from(stored?.jws.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
    auth: entry,
  });
  clock.advance(DAY);
  expect(await register(office, deputy)).toMatchObject(early);
  await expectCounted(office);
});

test('a lent role reaches no further than what was lent, and never to the register of members', async () => {
  const { office, deputy, entry } = await lent();
  const { desk, clock, custodian } = office;
  clock.advance(1.5 * DAY);
  const rules = {
    kind: 'rules-published',
    subject: subjectOf('bureau', office.bureau),
    body: { bureau: office.bureau, effectiveFrom: null, parameters: {} },
    details: null,
  } as const;
  expect(await desk.book.append(deputy.signer, { ...rules, under: entry })).toEqual({
    ok: false,
    refusal: 'delegation-out-of-scope',
  });
  const left = {
    kind: 'member-left',
    subject: subjectOf('person', custodian.person),
    body: { person: custodian.person, reason: 'other', pins: [] },
    details: { note: null },
    under: entry,
  } as const;
  expect(await desk.book.append(deputy.signer, { ...left, body: { ...left.body, pins: [] } })).toEqual({
    ok: false,
    refusal: 'delegation-out-of-scope',
  });
  expect(
    await delegateRoles(desk, custodian, deputy.person, {
      roles: ['supervisingLeader'],
      from: desk.now(),
      until: plusMs(desk.now(), DAY),
    }),
  ).toMatchObject({ refusal: { rule: 'role-missing' } });
});

test('a delegation that was ended, or whose giver lost the role, lends nothing more; what was done before stays', async () => {
  for (const stop of ['ended', 'role lost'] as const) {
    const { office, deputy, entry } = await lent();
    const { desk, clock, custodian } = office;
    clock.advance(1.5 * DAY);
    const before = await must(register(office, deputy));
    if (stop === 'ended') await must(endDelegation(desk, deputy, { entry, to: deputy.person }));
    else {
      const facts = { name: 'x', officerNo: null, certificateNo: null, validFrom: null, validTo: null };
      await must(
        changePerson(desk, custodian, custodian.person, { ...facts, division: office.division, roles: ['officer'] }),
      );
    }
    expect(await register(office, deputy)).toMatchObject({ refusal: { rule: 'role-missing' } });
    expect(await desk.records.get('medium', before)).not.toBeNull();
    await expectCounted(office);
  }
});

test('whoever is no party to a delegation cannot end it, and nobody lends to himself', async () => {
  const { office, deputy, entry } = await lent();
  const other = await office.admit('other', ['officer']);
  expect(await endDelegation(office.desk, other, { entry, to: deputy.person })).toMatchObject({
    refusal: { rule: 'role-missing' },
  });
  const self = { roles: ['officer'] as const, from: office.desk.now(), until: plusMs(office.desk.now(), DAY) };
  expect(await delegateRoles(office.desk, other, other.person, self)).toMatchObject({
    refusal: { rule: 'duties-not-separate' },
  });
  expect(
    (
      await signAct(office.desk, office.custodian.signer, {
        kind: 'delegation-ended',
        subject: subjectOf('person', deputy.person),
        body: {},
        details: null,
        refs: [entry],
      })
    ).ok,
  ).toBe(true);
});

test('who has been lent a role is somebody to whom its acts can be addressed, while it lasts', async () => {
  const { office, deputy } = await lent(['custodian']);
  const { desk, clock, custodian } = office;
  const handover = (id: HandoverId) =>
    desk.book.append(custodian.signer, {
      kind: 'handover-given',
      subject: subjectOf('handover', id),
      body: {
        handover: id,
        no: { station: 'A', year: 2026, kind: 'handover', serial: 1 },
        to: deputy.person,
        recordings: [asId<RecordingId>('0'.repeat(64))],
      },
      details: { remark: null },
    });
  const id = mintId<HandoverId>(random);
  expect(await handover(id)).toEqual({ ok: false, refusal: 'role-missing' });
  clock.advance(1.5 * DAY);
  expect(await handover(id)).toEqual({ ok: false, refusal: 'reference-unfit' });
  clock.advance(DAY);
  expect(await handover(mintId<HandoverId>(random))).toEqual({ ok: false, refusal: 'role-missing' });
});

test('a delegation ends with the leaving of who gave it, and is not back when the key on paper sets in the same person', async () => {
  const kit = await makeOfficeKit(['north', 'south']);
  const { all } = await makeOffices(kit);
  const [north] = all;
  if (north === undefined) throw new Error('no office');
  const { book } = north;
  const lentTo = kit.officers.get('south');
  if (lentTo === undefined) throw new Error('no officer');
  const from = toInstant(Date.UTC(2026, 2, 1));
  const lent = await must(
    book.append(kit.founder, {
      kind: 'delegation-granted',
      subject: subjectOf('person', personOf('south')),
      body: { to: personOf('south'), roles: ['custodian'], from, until: plusMs(from, 30 * DAY) },
      details: null,
    }),
  );
  const verdictOf = async (name: string) => {
    const jws = await forge(north, lentTo, device(name), { auth: lent.id }, () => plusMs(from, 5 * DAY));
    await book.receive({ entries: [jws], details: [] });
    return (await grown(north)).verdicts.get(idOfJws(jws));
  };
  expect(await verdictOf('lent')).toEqual({ kind: 'in-force' });
  await must(book.append(kit.founder, await left(north, 'founder', kit.founder.keyId)));
  expect(await verdictOf('after')).toMatchObject({ kind: 'void' });
  const seated = await makeRealSigner();
  await must(
    book.append(kit.recovery, {
      kind: 'administrators-reseated',
      subject: subjectOf('bureau', kit.bureau),
      body: {
        administrators: [
          {
            person: personOf('founder'),
            division: DIVISION,
            roles: ['custodian'],
            station: stationOf('north'),
            keys: seated.public,
          },
        ],
      },
      details: { persons: [{ name: 'founder', officerNo: null, certificateNo: null, validFrom: null, validTo: null }] },
    }),
  );
  await must(book.append(seated, device('seated')));
  expect(await verdictOf('back')).toEqual({ kind: 'void', code: 'delegation-over' });
  // Screens offer it no more either, though the record of who lent it does not tell.
  const [deputy, back] = await north.memory.model.getMany('person', [personOf('south'), personOf('founder')]);
  if (deputy === undefined || back === undefined) throw new Error('no persons');
  expect(back.left).toBeUndefined();
  const seen = withLapsed(deputy, book.membership());
  expect(rolesAt(seen, plusMs(from, 5 * DAY), [back])).toEqual(deputy.roles);
  const [given] = delegationsOf([seen, back], plusMs(from, 5 * DAY));
  expect(given && givenState(given, [seen, back], plusMs(from, 5 * DAY))).toBe('lapsed');
});
