import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeEntryVerifier } from '../../src/adapters/keys/entry-verifier.ts';
import { asId, type BureauId, type EntryId, type StationId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { toInstant } from '../../src/domain/time.ts';
import { openBook } from '../../src/ledger/book.ts';
import { examineBook } from '../../src/ledger/examination.ts';
import type { StoredDetails } from '../../src/ledger/ports.ts';
import { changePerson } from '../../src/usecases/admit-person.ts';
import { adoptEntries, removeMember } from '../../src/usecases/departures.ts';
import { confirmAct, waitingActs } from '../../src/usecases/second-signature.ts';
import { signCheckpoint } from '../../src/usecases/sign-checkpoint.ts';
import { wholeBook } from '../doubles/books.ts';
import { makeMemoryBook } from '../doubles/memory-book-store.ts';
import { foundOffice, must, random, verifier } from '../doubles/office-desk.ts';

const DIR = fileURLToPath(new URL('../vectors/book-1/', import.meta.url));

interface Frozen {
  readonly bureau: BureauId;
  readonly root: EntryId;
  readonly entries: readonly string[];
  readonly details: readonly StoredDetails[];
  /** Verdict of each entry, in the order of `entries`, and the roles of each member as this version found them. */
  readonly verdicts: readonly string[];
  readonly members: Readonly<Record<string, readonly string[] | 'left'>>;
}

const verdictText = (verdict: { readonly kind: string; readonly code?: string }): string =>
  verdict.code === undefined ? verdict.kind : `${verdict.kind} ${verdict.code}`;

/** A bureau with two signers, one who leaves and goes on signing elsewhere, one act adopted, one declined role. */
async function makeBook() {
  const office = await foundOffice();
  const { desk, custodian, memory } = office;
  const officer = await office.admit('officer', ['officer']);
  const legal = await office.admit('legal', ['legalAffairsOffice']);
  await office.admit('leader', ['supervisingLeader']);
  const elsewhere = makeMemoryBook();
  const ports = { store: elsewhere.book, verifier, random, now: desk.now };
  const away = await openBook(office.bureau, desk.station.root, ports);
  const bundle = async (of: typeof memory) => {
    const entries = await wholeBook(of);
    return { entries: entries.map(({ jws }) => jws), details: await of.book.detailsOf(entries.map(({ id }) => id)) };
  };
  await away.receive(await bundle(memory));
  await removeMember(desk, custodian, officer.person, { reason: 'transferred', note: 'n' });
  const [waiting] = await waitingActs(desk, legal.person);
  if (waiting === undefined) throw new Error('nothing waits');
  await must(confirmAct(desk, legal, waiting.act));
  const printed = () =>
    must(
      away.append(officer.signer, {
        kind: 'form-printed',
        subject: subjectOf('person', officer.person),
        body: { form: 'F1', copyNo: 1, asOf: desk.now(), recordings: [] },
        details: null,
      }),
    );
  const [late] = [await printed(), await printed()];
  await desk.book.receive(await bundle(elsewhere));
  await must(adoptEntries(desk, legal, subjectOf('person', officer.person), [late.id], 'seen'));
  const facts = { name: 'x', officerNo: null, certificateNo: null, validFrom: null, validTo: null };
  await changePerson(desk, custodian, legal.person, { ...facts, division: office.division, roles: ['officer'] });
  await must(signCheckpoint(desk, verifier));
  return { office, bundle: await bundle(memory) };
}

async function read({ bureau, root, entries, details }: Pick<Frozen, 'bureau' | 'root' | 'entries' | 'details'>) {
  const memory = makeMemoryBook();
  const now = () => toInstant(Date.UTC(2046, 0, 1));
  const book = await openBook(bureau, root, { store: memory.book, verifier: makeEntryVerifier(), random, now });
  const received = await book.receive({ entries, details });
  const verdictOf = new Map((await wholeBook(memory)).map(({ jws, verdict }) => [jws, verdictText(verdict)]));
  const { grants, left } = book.membership();
  const members = [...grants].map(([id, list]) => [id, left.has(id) ? 'left' : (list.at(-1)?.roles ?? [])] as const);
  return {
    book,
    refused: received.refused,
    verdicts: entries.map((jws) => verdictOf.get(jws) ?? 'absent'),
    members: Object.fromEntries(members) as Frozen['members'],
  };
}

if (process.env.FREEZE === 'write') {
  const { office, bundle } = await makeBook();
  const frozen = { bureau: office.bureau, root: office.desk.station.root, ...bundle };
  const { verdicts, members } = await read(frozen);
  mkdirSync(DIR, { recursive: true });
  writeFileSync(`${DIR}book.json`, `${JSON.stringify({ ...frozen, verdicts, members }, null, 1)}\n`);
}

test('a book written by the first version reads today as it did then', async () => {
  const frozen = JSON.parse(readFileSync(`${DIR}book.json`, 'utf8')) as Frozen;
  const { book, refused, verdicts, members } = await read(frozen);
  expect(refused).toEqual([]);
  expect(verdicts).toEqual(frozen.verdicts);
  expect(members).toEqual(frozen.members);
  for (const kind of ['in-force', 'quarantined', 'unconfirmed']) expect(verdicts).toContain(kind);
  const { bureau, root } = frozen;
  const control = { signal: new AbortController().signal, report: () => undefined };
  const examined = await examineBook(
    { bureau, root, own: asId<StationId>('S'.repeat(22)), reader: book.reader, forks: book.forks },
    verifier,
    control,
  );
  expect(examined).toMatchObject({ sound: true, checkpoints: 1, entries: frozen.entries.length });
});
