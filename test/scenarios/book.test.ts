import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { toBase64url } from '../../src/base/base64url.ts';
import { utf8 } from '../../src/base/bytes.ts';
import { asId, type DeviceId, type KeyId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { countBook, type OpenEntry } from '../../src/ledger/count.ts';
import { detailsMatch } from '../../src/ledger/details.ts';
import { decodeEntry, type EntryPayload, encodePayload } from '../../src/ledger/entry.ts';
import { examineFounding } from '../../src/ledger/founding.ts';
import { KINDS } from '../../src/ledger/kinds.ts';
import type { EntrySigner } from '../../src/ledger/ports.ts';
import { renewKey } from '../../src/usecases/admit-person.ts';
import { createActivity } from '../../src/usecases/create-activity.ts';
import { exportBook } from '../../src/usecases/export-book.ts';
import { markArrived, markFinished } from '../../src/usecases/mark-activity.ts';
import { openIntake } from '../../src/usecases/plan-intake.ts';
import { takeIn } from '../../src/usecases/take-in.ts';
import { forge as forgeNext, named, stationOf } from '../doubles/books.ts';
import { makeCard, makeMemoryBuffer, namingProbe } from '../doubles/footage.ts';
import { foundOffice, must, PASSPHRASE, verifier } from '../doubles/office-desk.ts';
import { openEntries } from '../doubles/open-entries.ts';
import { makeRealSigner } from '../doubles/real-signer.ts';

async function busyOffice() {
  const office = await foundOffice();
  const officer = await office.admit('张建国', ['officer']);
  const device = await office.device();
  const { desk } = office;
  const activity = await must(
    createActivity(desk, officer, {
      type: 'dailyInspection',
      matters: [1],
      officers: [officer.person],
      devices: [device],
      division: office.division,
      plannedAt: null,
      title: '检查',
      place: '伊河',
      party: '某经营部',
      caseNo: null,
      note: null,
    }),
  );
  const read = async () => (await desk.records.getMany('activity', [activity]))[0];
  const before = await read();
  if (before !== undefined) await must(markArrived(desk, officer, before));
  const card = makeCard([
    { path: '1.MP4', content: 'one' },
    { path: '2.MP4', content: 'two' },
  ]);
  const items = (await card.source.list({ signal: new AbortController().signal, report: () => undefined })).map(
    (item) => ({
      item,
      activity,
      unlinkedReason: null,
    }),
  );
  const session = await openIntake(desk, officer, items, {
    device,
    unregisteredExplanation: null,
    sourceLabel: 'x',
    sourceHandle: null,
  });
  const ports = { buffer: makeMemoryBuffer().buffer, probe: namingProbe };
  await takeIn(desk, ports, session, card.source, {
    signal: new AbortController().signal,
    report: () => undefined,
    onItems: () => undefined,
  });
  const after = await read();
  if (after !== undefined) await must(markFinished(desk, officer, after));
  return { office, officer };
}

test('a book counted from nothing, in any order, equals the one grown act by act', async () => {
  const { office } = await busyOffice();
  const entries = await openEntries(office);
  const { root } = office.desk.station;
  const grown = new Map<string, unknown>();
  for (const type of ['bureau', 'person', 'station', 'device', 'activity', 'batch'] as const) {
    for (const record of await office.desk.records.all(type)) grown.set(`${type}:${record.id}`, record);
  }
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(entries, { minLength: entries.length }), async (shuffled) => {
      const counted = countBook(shuffled, root);
      expect([...counted.verdicts.values()].every((verdict) => verdict.kind === 'in-force')).toBe(true);
      for (const [subject, record] of grown) expect(counted.records.get(subject as never)).toEqual(record);
    }),
    { numRuns: 20 },
  );
});

test('details fit their commitments, and one changed character does not', async () => {
  const { office } = await busyOffice();
  let checked = 0;
  for (const { entry } of await openEntries(office)) {
    const [shown] = await office.desk.book.reader.detailsOf([entry.id]);
    if (shown === undefined || entry.payload.details === null) continue;
    expect(await detailsMatch(shown, entry.payload.details, verifier)).toBe(true);
    expect(await detailsMatch({ ...shown, json: `${shown.json} ` }, entry.payload.details, verifier)).toBe(false);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(4);
});

test('names, places and file names stand in no entry, only in details', async () => {
  const { office } = await busyOffice();
  for (const { entry } of await openEntries(office)) {
    const text = JSON.stringify(entry.payload);
    for (const word of ['张建国', '王海涛', '伊河', '某经营部', '1.MP4', '记录仪']) expect(text).not.toContain(word);
  }
});

test('the founding entry proves the bureau id; another key cannot make one for it', async () => {
  const { office } = await busyOffice();
  const founding = (await openEntries(office)).find(({ entry }) => entry.payload.kind === 'bureau-founded');
  if (founding === undefined) throw new Error('no founding');
  expect(await examineFounding(founding.entry, verifier)).toEqual({ ok: true, value: office.bureau });
  const forged = { ...founding.entry, keyId: asId<KeyId>('A'.repeat(43)) };
  expect(await examineFounding(forged, verifier)).toMatchObject({ ok: false, refusal: 'keys-unfit' });
  const other = {
    ...founding.entry,
    payload: { ...founding.entry.payload, bureau: 'B'.repeat(22) as typeof office.bureau },
  };
  expect(await examineFounding(other, verifier)).toMatchObject({ ok: false, refusal: 'bureau-id-wrong' });
});

test.each(['founder', 'station'] as const)('a recovery key that is the %s’s too founds nothing', async (whose) => {
  const { office } = await busyOffice();
  const founding = (await openEntries(office)).find(({ entry }) => entry.payload.kind === 'bureau-founded');
  if (founding === undefined) throw new Error('no founding');
  const body = v.parse(KINDS['bureau-founded'].body, founding.entry.payload.body);
  const { keyId, signing } = body[whose].keys;
  const payload = { ...founding.entry.payload, body: { ...body, recovery: { keyId, signing } } };
  const entry = { ...founding.entry, payload } as typeof founding.entry;
  expect(await examineFounding(entry, verifier)).toMatchObject({ ok: false, refusal: 'keys-unfit' });
});

test('an officer may not admit persons; the book refuses and writes nothing', async () => {
  const { office, officer } = await busyOffice();
  const before = await office.desk.book.reader.count();
  const refusal = await renewKey(office.desk, officer, officer.person, PASSPHRASE);
  expect(refusal).toMatchObject({ ok: false, refusal: { code: 'rule', rule: 'role-missing' } });
  expect(await office.desk.book.reader.count()).toBe(before);
});

test('after a new key the old one signs nothing that counts, and what it signed before stays', async () => {
  const { office, officer } = await busyOffice();
  await must(renewKey(office.desk, office.custodian, officer.person, PASSPHRASE));
  const late = await office.desk.book.append(officer.signer, {
    kind: 'form-printed',
    subject: subjectOf('person', officer.person),
    body: { form: 'F1', copyNo: 1, asOf: office.desk.now(), recordings: [] },
    details: null,
  });
  expect(late).toEqual({ ok: false, refusal: 'authority-retired' });
  const { verdicts } = countBook(await openEntries(office), office.desk.station.root);
  expect([...verdicts.values()].every((verdict) => verdict.kind === 'in-force')).toBe(true);
});

/** Signs an entry past the book's own judgement, as a changed program would. */
async function forge(signer: EntrySigner, payload: EntryPayload): Promise<OpenEntry> {
  const decoded = await decodeEntry(await signer.sign(encodePayload(payload)), verifier);
  if (!decoded.ok) throw new Error(decoded.refusal.code);
  return { entry: decoded.value, details: null };
}

test('a void entry is charged to its author and does not stop the later ones', async () => {
  const { office, officer } = await busyOffice();
  const entries = await openEntries(office);
  const newest = entries.map(({ entry }) => entry).sort((a, b) => b.payload.lc - a.payload.lc)[0];
  const last = entries
    .map(({ entry }) => entry)
    .filter((entry) => entry.keyId === officer.signer.keyId)
    .sort((a, b) => b.payload.seq - a.payload.seq)[0];
  if (newest === undefined || last === undefined) throw new Error('no entries');
  const base: EntryPayload = {
    ...last.payload,
    shard: 'bureau',
    slot: 0,
    seq: last.payload.seq + 1,
    prev: last.id,
    after: newest.id,
    lc: newest.payload.lc + 1,
    refs: [],
    kind: 'bureau-changed',
    subject: subjectOf('bureau', office.bureau),
    body: { divisions: [{ id: office.division, kind: 'division', closed: true }] },
    details: null,
  };
  const usurping = await forge(officer.signer, base);
  const honest = await forge(officer.signer, {
    ...base,
    slot: 1,
    seq: base.seq + 1,
    prev: usurping.entry.id,
    after: usurping.entry.id,
    lc: base.lc + 1,
    kind: 'form-printed',
    subject: subjectOf('person', officer.person),
    body: { form: 'F1', copyNo: 1, asOf: base.at, recordings: [] },
  });
  const { verdicts, records } = countBook([...entries, usurping, honest], office.desk.station.root);
  expect(verdicts.get(usurping.entry.id)).toEqual({ kind: 'void', code: 'role-missing' });
  expect(verdicts.get(honest.entry.id)).toEqual({ kind: 'in-force' });
  expect(records.get(subjectOf('bureau', office.bureau))).toMatchObject({
    divisions: [{ closed: false }, { closed: false }],
  });
});

test('an entry whose predecessor has not come yet waits for it', async () => {
  const { office } = await busyOffice();
  const entries = await openEntries(office);
  const missing = entries.find(({ entry }) => entry.payload.kind === 'arrival-marked')?.entry;
  const { verdicts } = countBook(
    entries.filter(({ entry }) => entry !== missing),
    office.desk.station.root,
  );
  const waiting = [...verdicts.values()].filter((verdict) => verdict.kind === 'waiting');
  expect(waiting.length).toBeGreaterThan(0);
  expect(waiting).toContainEqual({ kind: 'waiting', for: missing?.id });
});

test('no bytes make the decoder throw', async () => {
  const { office } = await busyOffice();
  const [sample] = await openEntries(office);
  const jws = sample?.entry.jws ?? '';
  await fc.assert(
    fc.asyncProperty(fc.nat(jws.length - 1), fc.string({ minLength: 1, maxLength: 3 }), async (at, text) => {
      const mutated = jws.slice(0, at) + text + jws.slice(at + text.length);
      const decoded = await decodeEntry(mutated, verifier);
      if (decoded.ok && mutated !== jws) {
        const key = office.desk.book.membership().keys.get(decoded.value.keyId);
        expect(key !== undefined && (await verifier.verify(mutated, key.jwk))).toBe(false);
      }
    }),
    { numRuns: process.env.SOAK ? 10_000 : 300 },
  );
  const weird = toBase64url(utf8('{"alg":"none"}'));
  expect(await decodeEntry(`${weird}.${weird}.${'A'.repeat(86)}`, verifier)).toMatchObject({
    ok: false,
    refusal: { code: 'header-malformed' },
  });
});

test('the export holds every entry, every detail and every key, and is itself on record', async () => {
  const { office } = await busyOffice();
  const files = await must(exportBook(office.desk, office.custodian, { verifier, formatRecordingNo: () => null }));
  const lines = (await files['book.jsonl'].text()).trimEnd().split('\n');
  const keys = JSON.parse(await files['keys.json'].text()) as {
    keys: { kid: string; kty: string; crv: string; x: string; y: string }[];
  };
  for (const line of lines) {
    const decoded = await decodeEntry(line, verifier);
    if (!decoded.ok) throw new Error(decoded.refusal.code);
    const jwk = keys.keys.find((key) => key.kid === decoded.value.keyId);
    if (jwk === undefined) throw new Error('no key');
    const { x, y } = jwk;
    expect(await verifier.verify(line, { kty: 'EC', crv: 'P-256', x, y })).toBe(true);
  }
  const recordings = JSON.parse(await files['recordings.json'].text()) as { name: string; sha256: string }[];
  expect(recordings.map((r) => r.name).sort()).toEqual(['1.MP4', '2.MP4']);
  for (const { sha256 } of recordings)
    expect(lines.some((line) => Buffer.from(line.split('.')[1] ?? '', 'base64url').includes(sha256))).toBe(true);
  expect(await office.desk.book.reader.count()).toBe(lines.length + 1);
});

test('the export holds the key of every signature in it, also of a key whose admission counts for nothing', async () => {
  const { office, officer } = await busyOffice();
  const { book } = office.desk;
  const machine = { name: 'a', book, memory: office.memory };
  const stranger = await makeRealSigner();
  const [station, device] = [stationOf('z'), named<DeviceId>('device')];
  const entries = [
    await forgeNext(machine, officer.signer, {
      kind: 'station-admitted',
      subject: subjectOf('station', station),
      body: { station, code: 'Z', keys: stranger.public },
    }),
    await forgeNext(machine, stranger, {
      kind: 'device-registered',
      subject: subjectOf('device', device),
      body: { device },
    }),
  ];
  await book.receive({ entries, details: [] });
  expect(book.membership().keys.has(stranger.keyId)).toBe(false);
  const files = await must(exportBook(office.desk, office.custodian, { verifier, formatRecordingNo: () => null }));
  const lines = (await files['book.jsonl'].text()).trimEnd().split('\n');
  const { keys } = JSON.parse(await files['keys.json'].text()) as {
    keys: { kid: string; admittedBy: string | null }[];
  };
  const signers = lines.map((line) => JSON.parse(Buffer.from(line.split('.')[0] ?? '', 'base64url').toString()).kid);
  expect(signers).toContain(stranger.keyId);
  expect(signers.filter((kid) => !keys.some((key) => key.kid === kid))).toEqual([]);
  expect(keys.find((key) => key.kid === stranger.keyId)).toMatchObject({ owner: null, admittedBy: null });
});

test('officers may not export the book', async () => {
  const { office, officer } = await busyOffice();
  const refusal = await exportBook(office.desk, officer, { verifier, formatRecordingNo: () => null });
  expect(refusal).toMatchObject({ ok: false, refusal: { rule: 'role-missing' } });
});
