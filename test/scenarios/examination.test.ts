import { expect, test } from 'vitest';
import { type EntryId, mintId, type StationId } from '../../src/domain/ids.ts';
import { examineBook } from '../../src/ledger/examination.ts';
import type { ExaminationCode, ExaminedBook } from '../../src/ledger/examined.ts';
import type { BookStore, StoredEntry } from '../../src/ledger/ports.ts';
import { shortCode } from '../../src/ledger/witness.ts';
import { acknowledgeIncidents } from '../../src/usecases/acknowledge-incidents.ts';
import { noteIncident } from '../../src/usecases/note-incident.ts';
import { checkpointDue, closeMonth, confirmMonthClose, signCheckpoint } from '../../src/usecases/sign-checkpoint.ts';
import { type FoundedOffice, foundOffice, must, verifier } from '../doubles/office-desk.ts';

const control = () => ({ signal: new AbortController().signal, report: () => undefined });

async function witnessed() {
  const office = await foundOffice();
  await office.admit('officer', ['officer']);
  await office.medium();
  await must(signCheckpoint(office.desk, verifier));
  await office.device();
  const all: StoredEntry[] = [];
  for await (const page of office.desk.book.reader.all(100)) all.push(...page);
  return { office, all };
}

type Change = (all: readonly StoredEntry[]) => readonly StoredEntry[];

const bookOf = (
  { desk, bureau }: FoundedOffice,
  change: Change = (all) => all,
  reader: Partial<BookStore> = {},
): ExaminedBook => ({
  bureau,
  root: desk.station.root,
  own: desk.station.station,
  forks: () => desk.book.forks(),
  reader: {
    ...desk.book.reader,
    all: async function* (size) {
      const all: StoredEntry[] = [];
      for await (const page of desk.book.reader.all(size)) all.push(...page);
      yield change(all);
    },
    ...reader,
  },
});

async function codesOf(book: ExaminedBook): Promise<ExaminationCode[]> {
  return (await examineBook(book, verifier, control())).findings.map(({ code }) => code);
}

test('a sound book is found sound, and the examination says what it looked at', async () => {
  const { office, all } = await witnessed();
  const stages = new Set<string>();
  const examined = await examineBook(bookOf(office), verifier, {
    ...control(),
    report: ({ stage }) => stages.add(stage),
  });
  expect(examined).toMatchObject({
    sound: true,
    findings: [],
    entries: all.length,
    signatures: all.length,
    checkpoints: 1,
  });
  expect(examined.details.fit).toBeGreaterThan(2);
  expect([...stages].sort()).toEqual(['authority', 'chains', 'checkpoints', 'details', 'signatures']);
});

test.each<[string, Change, ExaminationCode[]]>([
  [
    'a byte of a signature changed',
    (all) => all.map((e, i) => (i === 2 ? { ...e, jws: `${e.jws.slice(0, -6)}AAAAAA` } : e)),
    ['bytes-changed'],
  ],
  [
    'an entry replaced by another’s bytes',
    (all) => all.map((e, i) => (i === 2 ? { ...e, jws: all[1]?.jws ?? '' } : e)),
    ['bytes-changed'],
  ],
  ['bytes that are no entry', (all) => all.map((e, i) => (i === 2 ? { ...e, jws: 'x' } : e)), ['form-broken']],
  [
    'an entry taken out',
    (all) => all.filter(({ kind }) => kind !== 'medium-registered'),
    ['chain-gap', 'checkpoint-incomplete', 'record-differs'],
  ],
  [
    'the end of a chain cut off after it was witnessed',
    (all) => all.filter(({ kind }) => kind !== 'medium-registered' && kind !== 'device-registered'),
    ['checkpoint-differs', 'checkpoint-incomplete'],
  ],
  [
    'a verdict rewritten',
    (all) =>
      all.map((e) =>
        e.kind === 'medium-registered'
          ? { ...e, verdict: { kind: 'void' as const, code: 'role-missing' as const } }
          : e,
      ),
    ['verdict-differs'],
  ],
  ['the founding entry gone', (all) => all.slice(1), ['root-missing', 'key-unknown']],
])('%s is found', async (_, change, expected) => {
  const { office } = await witnessed();
  expect(await codesOf(bookOf(office, change))).toEqual(expect.arrayContaining(expected));
});

test('the end of a chain that this machine has witnessed is missed, though it witnesses the rest the next day', async () => {
  const { office } = await witnessed();
  const cut: Change = (all) =>
    all.filter(({ kind }) => kind !== 'medium-registered' && kind !== 'device-registered' && kind !== 'checkpoint');
  const taken = bookOf(office, cut);
  // What was never witnessed may never have been written.
  expect(await codesOf(taken)).toEqual([]);
  const { desk } = office;
  const first = (all: readonly StoredEntry[]) => all.filter(({ kind }) => kind === 'checkpoint');
  const rest: Change = (all) => [...cut(all), ...first(all)].sort((a, b) => a.lc - b.lc);
  expect(await codesOf(bookOf(office, rest))).toContain('checkpoint-differs');
  // Another station's may name what has not come yet.
  const elsewhere = { ...bookOf(office, rest), own: mintId<StationId>(desk.random) };
  expect(await codesOf(elsewhere)).not.toContain('checkpoint-differs');
});

test('a record that is not what its entries add up to, and details that are not what was signed, are found', async () => {
  const { office } = await witnessed();
  const { reader } = office.desk.book;
  const folded: BookStore['folded'] = async (subjects) =>
    (await reader.folded(subjects)).map((row) =>
      row.type === 'person' && row.record !== null ? { ...row, record: { ...row.record, name: 'x' } } : row,
    );
  expect(await codesOf(bookOf(office, undefined, { folded }))).toEqual(['record-differs']);
  const detailsOf: BookStore['detailsOf'] = async (ids) =>
    (await reader.detailsOf(ids)).map((each) => ({ ...each, json: `${each.json} ` }));
  expect(await codesOf(bookOf(office, undefined, { detailsOf }))).toContain('details-unfit');
});

test('details that are not on this station are counted as absent, and nothing is wrong with that', async () => {
  const { office } = await witnessed();
  const detailsOf = async () => [];
  const examined = await examineBook(
    bookOf(office, undefined, { detailsOf, folded: office.desk.book.reader.folded }),
    verifier,
    control(),
  );
  expect(examined.details.fit).toBe(0);
  expect(examined.details.absent).toBeGreaterThan(2);
  expect(examined.findings.map(({ code }) => code)).not.toContain('details-unfit');
});

test('an examination can be stopped', async () => {
  const { office } = await witnessed();
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  await expect(examineBook(bookOf(office), verifier, { signal: stop.signal, report: () => undefined })).rejects.toThrow(
    'stopped',
  );
});

test('where each entry stands is settled in slices: others get their turn, and it can be stopped in between', async () => {
  const { office } = await witnessed();
  const stop = new AbortController();
  let turns = 0;
  const pause = async () => {
    turns += 1;
  };
  const control = { signal: stop.signal, report: () => undefined, pause };
  const examined = await examineBook(bookOf(office), verifier, control);
  expect(examined).toEqual(
    await examineBook(bookOf(office), verifier, { signal: stop.signal, report: () => undefined }),
  );
  // Chains, and clocks twice: no slice is longer than 500 entries.
  expect(turns).toBe(3 * Math.ceil(examined.entries / 500));
  const stopping = async () => stop.abort(new Error('stopped'));
  await expect(examineBook(bookOf(office), verifier, { ...control, pause: stopping })).rejects.toThrow('stopped');
});

test('a checkpoint is due once a day; a month is closed by custodian and legal affairs office together', async () => {
  const { office } = await witnessed();
  const { desk, custodian, clock } = office;
  expect(await checkpointDue(desk)).toBe(false);
  clock.advance(86_400_000);
  expect(await checkpointDue(desk)).toBe(true);
  const { root } = await must(signCheckpoint(desk, verifier));
  expect(shortCode(root)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  await must(closeMonth(desk, custodian, '2026-03'));
  const legal = await office.admit('legal', ['legalAffairsOffice']);
  const closing = (await desk.records.get('monthClose', '2026-03'))?.closings[0];
  if (closing === undefined) throw new Error('not closed');
  expect(closing).toMatchObject({ root, confirmed: null });
  expect(await confirmMonthClose(desk, custodian, '2026-03', closing)).toMatchObject({
    refusal: { rule: 'duties-not-separate' },
  });
  await must(confirmMonthClose(desk, legal, '2026-03', closing));
  expect((await desk.records.get('monthClose', '2026-03'))?.closings[0]?.confirmed?.by).toEqual({
    kind: 'person',
    person: legal.person,
  });
  expect(await codesOf(bookOf(office))).toEqual([]);
});

test('an incident stays open until custodian or legal affairs office takes note of it, once', async () => {
  const { office } = await witnessed();
  const { desk, custodian } = office;
  const officer = await office.admit('other', ['officer']);
  await noteIncident(desk, 'fork-found', { key: 'k' });
  const { station } = desk.station;
  const [incident] = (await desk.records.get('incidents', station))?.incidents ?? [];
  if (incident === undefined) throw new Error('no incident');
  expect(incident).toMatchObject({ code: 'fork-found', acknowledged: null });
  const ids: EntryId[] = [incident.noted.entry];
  expect(await acknowledgeIncidents(desk, officer, station, ids, null)).toMatchObject({
    refusal: { rule: 'role-missing' },
  });
  await must(acknowledgeIncidents(desk, custodian, station, ids, 'seen'));
  expect((await desk.records.get('incidents', station))?.incidents[0]?.acknowledged).toMatchObject({ remark: 'seen' });
  expect(await acknowledgeIncidents(desk, custodian, station, ids, null)).toMatchObject({
    refusal: { rule: 'reference-unfit' },
  });
});
