import { expect, test } from 'vitest';
import { subjectOf } from '../../src/domain/subject.ts';
import { openBook } from '../../src/ledger/book.ts';
import { countBook } from '../../src/ledger/count.ts';
import { presentGrant } from '../../src/ledger/membership.ts';
import { admitPerson } from '../../src/usecases/admit-person.ts';
import { foundBureau } from '../../src/usecases/found-bureau.ts';
import { reseatAdministrators } from '../../src/usecases/reseat-administrators.ts';
import { waitingActs } from '../../src/usecases/second-signature.ts';
import { makeMemoryBook } from '../doubles/memory-book-store.ts';
import { makeMemoryKeyring } from '../doubles/memory-keyring.ts';
import { makeMemoryLocalState } from '../doubles/memory-local-state.ts';
import { LUOYANG, makeTestClock, must, PASSPHRASE, random, verifier } from '../doubles/office-desk.ts';
import { openEntries } from '../doubles/open-entries.ts';

const facts = { officerNo: null, certificateNo: null, validFrom: null, validTo: null, passphrase: PASSPHRASE };

/** A bureau whose only administrator has left by his own signature; the sheet of paper is there. */
async function orphaned() {
  const { now } = makeTestClock();
  const memory = makeMemoryBook();
  const keyring = makeMemoryKeyring();
  const ports = { store: memory.book, verifier, random, now };
  const founded = await must(
    foundBureau(LUOYANG, { keyring, verifier, random, open: (bureau) => openBook(bureau, null, ports) }),
  );
  const { bureau, identity, founder, recovery } = founded;
  const book = await openBook(bureau, identity.root, ports);
  const stationSigner = await keyring.stationSigner();
  if (stationSigner === null) throw new Error('no station key');
  const station = { ...identity, origin: 'http://localhost:4173' };
  const desk = {
    book,
    records: memory.model,
    local: makeMemoryLocalState(),
    keyring,
    station,
    stationSigner,
    now,
    random,
  };
  const division = (await memory.model.get('bureau', bureau))?.divisions[0]?.id;
  if (division === undefined) throw new Error('no division');
  const [head] = (await book.frontier()).filter(({ key }) => key === founder.signer.keyId);
  if (head === undefined) throw new Error('no head');
  await must(
    book.append(founder.signer, {
      kind: 'member-left',
      subject: subjectOf('person', founder.person),
      body: {
        person: founder.person,
        reason: 'other',
        pins: [{ key: head.key, last: { seq: head.seq, id: head.id } }],
      },
      details: { note: null },
    }),
  );
  return { desk, division, recovery, founder };
}

test('the key on paper sets in two administrators, who then need one another', async () => {
  const { desk, division, recovery, founder } = await orphaned();
  const newcomer = { ...facts, name: 'late', division, roles: ['officer'] as const };
  expect(await admitPerson(desk, founder, newcomer)).toMatchObject({ refusal: { rule: 'member-left' } });
  const [one, other] = await must(
    reseatAdministrators(desk, recovery.text.toLowerCase(), [
      { ...facts, person: founder.person, name: 'again', division, roles: ['custodian'] },
      { ...facts, person: null, name: 'legal', division, roles: ['legalAffairsOffice'] },
    ]),
  );
  if (one === undefined || other === undefined) throw new Error('nobody seated');
  expect(presentGrant(desk.book.membership(), founder.person)?.roles).toEqual(['custodian']);
  const record = await desk.records.get('person', founder.person);
  expect(record).toMatchObject({ name: 'again' });
  expect(record?.left).toBeUndefined();
  expect(
    await desk.book.append(founder.signer, {
      kind: 'bureau-changed',
      subject: subjectOf('bureau', desk.book.bureau),
      body: { divisions: [{ id: division, kind: 'division', closed: false }] },
      details: { bureauName: 'x', divisions: [] },
    }),
  ).toEqual({ ok: false, refusal: 'member-left' });
  const seat = await must(desk.keyring.unlock(one, PASSPHRASE));
  expect(await admitPerson(desk, { person: one, signer: seat.signer }, newcomer)).toMatchObject({
    refusal: { code: 'waits-for-second' },
  });
  expect(await waitingActs(desk, other)).toMatchObject([{ mine: true }]);
  const counted = countBook(await openEntries({ desk }), desk.station.root);
  expect(desk.book.membership()).toEqual(counted.membership);
  expect(counted.records.get(subjectOf('person', founder.person))).toEqual(record);
});

test('another sheet, a wrong letter, or an administrator without such a role sets in nobody', async () => {
  const { desk, division, recovery } = await orphaned();
  const legal = { ...facts, person: null, name: 'legal', division, roles: ['legalAffairsOffice'] as const };
  const keys = (await desk.keyring.personKeys()).length;
  const foreign = await desk.keyring.makeRecoveryKey();
  const wrong = recovery.text.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  for (const text of [foreign.text, wrong, ''])
    expect(await reseatAdministrators(desk, text, [legal])).toMatchObject({ refusal: { code: 'recovery-key-wrong' } });
  const officer = { ...legal, roles: ['officer'] as const };
  expect(await reseatAdministrators(desk, recovery.text, [officer])).toMatchObject({
    refusal: { rule: 'subject-unfit' },
  });
  expect((await desk.keyring.personKeys()).length).toBe(keys);
});

test('the key on paper signs nothing else', async () => {
  const { desk, recovery, founder, division } = await orphaned();
  const signer = await desk.keyring.openRecoveryKey(recovery.text, recovery.public);
  if (signer === null) throw new Error('not opened');
  const changed = {
    kind: 'bureau-changed',
    subject: subjectOf('bureau', desk.book.bureau),
    body: { divisions: [{ id: division, kind: 'division' as const, closed: false }] },
    details: { bureauName: 'x', divisions: [] },
  } as const;
  expect(
    await desk.book.append(signer, {
      ...changed,
      body: { divisions: [...changed.body.divisions] },
      details: { bureauName: 'x', divisions: [] },
    }),
  ).toEqual({ ok: false, refusal: 'author-kind-wrong' });
  expect(founder.signer.keyId).not.toBe(signer.keyId);
});
