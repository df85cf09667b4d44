import { createHash } from 'node:crypto';
import { asId, type BureauId, type DivisionId, type PersonId, type StationId } from '../../src/domain/ids.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { Role } from '../../src/domain/role.ts';
import { type Subject, subjectOf } from '../../src/domain/subject.ts';
import { type Instant, plusMs, toInstant } from '../../src/domain/time.ts';
import { type Act, type Book, openBook } from '../../src/ledger/book.ts';
import { type CountedBook, countBook, type OpenEntry } from '../../src/ledger/count.ts';
import { reachOf } from '../../src/ledger/counting/clock.ts';
import { parseShown } from '../../src/ledger/counting/shown-details.ts';
import { type EntryPayload, encodePayload, readEntry } from '../../src/ledger/entry.ts';
import type { Bundle } from '../../src/ledger/exchange.ts';
import { bureauIdOf } from '../../src/ledger/founding.ts';
import type { KindName } from '../../src/ledger/kinds.ts';
import { presentGrant } from '../../src/ledger/membership.ts';
import type { EntrySigner, StoredEntry } from '../../src/ledger/ports.ts';
import { type FakeSigner, fakeVerifier, makeFakeSigner } from './fake-signer.ts';
import { type MemoryBook, makeMemoryBook } from './memory-book-store.ts';

/** Ids that can be read in a failing test. */
export const named = <T extends string>(name: string): T => name.padEnd(22, '_') as T;
export const DIVISION = named<DivisionId>('division');
const START = toInstant(Date.UTC(2026, 2, 5, 1));

/** Bytes that are the same in each run: a failing property can be run again. */
function makeRandom(seed: string): (length: number) => Uint8Array {
  let n = 0;
  return (length) => {
    const block = createHash('sha512').update(`${seed} ${n++}`).digest();
    return new Uint8Array(block.subarray(0, length));
  };
}

export interface BookMachine {
  readonly name: string;
  readonly book: Book;
  readonly memory: MemoryBook;
}

/** Several machines' books of one bureau, over fast signatures; nothing travels by itself. */
export interface Bureau {
  readonly id: BureauId;
  readonly root: StoredEntry;
  readonly first: BookMachine;
  readonly founder: FakeSigner;
  readonly station: FakeSigner;
  readonly join: (name: string) => Promise<BookMachine>;
  readonly now: () => Instant;
}

export const personOf = (name: string): PersonId => named<PersonId>(name);
export const stationOf = (name: string): StationId => named<StationId>(`station-${name}`);

export async function foundBooks(): Promise<Bureau> {
  let ticks = 0;
  const now = (): Instant => plusMs(START, 1000 * ticks++);
  const founder = makeFakeSigner('founder');
  const station = makeFakeSigner('station a');
  const recovery = makeFakeSigner('recovery');
  const salt = 'A'.repeat(22);
  const id = await bureauIdOf(founder.keyId, recovery.keyId, salt, fakeVerifier);
  const memory = makeMemoryBook();
  const ports = { store: memory.book, verifier: fakeVerifier, random: makeRandom('a'), now };
  const book = await openBook(id, null, ports);
  const founded = await book.append(founder, {
    kind: 'bureau-founded',
    subject: subjectOf('bureau', id),
    body: {
      bureau: id,
      salt,
      ruleDocNo: '22',
      founder: { person: personOf('founder'), division: DIVISION, roles: ['custodian'], keys: founder.public },
      station: { station: stationOf('a'), code: 'A', keys: station.public },
      recovery: { keyId: recovery.keyId, signing: recovery.public.signing },
      divisions: [{ id: DIVISION, kind: 'division' }],
    },
    details: {
      bureauName: 'bureau',
      founder: { name: 'founder', officerNo: null, certificateNo: null, validFrom: null, validTo: null },
      station: { name: 'a', place: null },
      divisions: [{ id: DIVISION, name: 'division' }],
    },
  });
  if (!founded.ok) throw new Error(founded.refusal);
  const [root] = await memory.book.byId([founded.value.id]);
  if (root === undefined) throw new Error('no founding entry');
  return {
    id,
    root,
    first: { name: 'a', book, memory },
    founder,
    station,
    join: async (name) => {
      const own = makeMemoryBook();
      const random = makeRandom(name);
      return {
        name,
        memory: own,
        book: await openBook(id, root.id, { store: own.book, verifier: fakeVerifier, random, now }),
      };
    },
    now,
  };
}

/** Acts that the tests need most, signed into one machine's book. */
export const admitPersonAct = (name: string, roles: readonly Role[], station: string, signer: FakeSigner) =>
  ({
    kind: 'person-admitted',
    subject: subjectOf('person', personOf(name)),
    body: {
      person: personOf(name),
      division: DIVISION,
      roles: [...roles],
      station: stationOf(station),
      keys: signer.public,
    },
    details: { name, officerNo: null, certificateNo: null, validFrom: null, validTo: null },
  }) as const satisfies Act<'person-admitted'>;

export const admitStationAct = (name: string, code: string, signer: FakeSigner) =>
  ({
    kind: 'station-admitted',
    subject: subjectOf('station', stationOf(name)),
    body: { station: stationOf(name), code, keys: signer.public },
    details: { name, place: null },
  }) as const satisfies Act<'station-admitted'>;

export async function wholeBook(memory: MemoryBook): Promise<readonly StoredEntry[]> {
  const all: StoredEntry[] = [];
  for await (const page of memory.book.all(1000)) all.push(...page);
  return all;
}

/** Everything a machine can hand on: its entries and the details it has. */
export async function bundleOf(
  memory: MemoryBook,
  passes: (entry: StoredEntry) => boolean = () => true,
): Promise<Bundle> {
  const entries = (await wholeBook(memory)).filter(passes);
  const details = await memory.book.detailsOf(entries.map(({ id }) => id));
  return { entries: entries.map(({ jws }) => jws), details };
}

/** The book counted from nothing: what every book that grew must come to. */
export async function countedFromNothing(memory: MemoryBook, root: StoredEntry): Promise<CountedBook> {
  // Of some keys nothing may be left but branches.
  const keys = await memory.book.branchedKeys();
  const branches = await Promise.all(keys.map((key) => memory.book.branchesOf(key)));
  const entries = [...(await wholeBook(memory)), ...branches.flat()];
  const shown = new Map(
    (await memory.book.detailsOf(entries.map(({ id }) => id))).map((each) => [each.entry, each.json]),
  );
  const open = entries.map(({ id, jws }): OpenEntry => {
    const json = shown.get(id);
    return { entry: readEntry(id, jws), details: json === undefined ? null : parseShown(json) };
  });
  const standing = new Set((await wholeBook(memory)).map(({ id }) => id));
  return countBook(open, root.id, (id) => standing.has(id));
}

/** Records and verdicts as the machine shows them. */
export async function grown({ memory }: BookMachine): Promise<{
  readonly verdicts: ReadonlyMap<string, StoredEntry['verdict']>;
  readonly records: ReadonlyMap<Subject, AnyRecord>;
}> {
  const entries = await wholeBook(memory);
  const verdicts = new Map(entries.map(({ id, verdict }) => [id as string, verdict]));
  const records = new Map<Subject, AnyRecord>();
  for (const { subject, record } of await memory.book.folded(entries.flatMap(({ subjects }) => subjects))) {
    if (record !== null) records.set(subject, record);
  }
  return { verdicts, records };
}

/** Signs an entry past every judgement, in the place the machine's book would give it, as a changed program would. */
export async function forge(
  { book, memory }: BookMachine,
  signer: EntrySigner,
  act: { readonly kind: KindName; readonly subject: Subject; readonly body: object },
  change: Partial<EntryPayload> = {},
  now: () => Instant = () => START,
): Promise<string> {
  const [head, newest] = [await memory.book.head(signer.keyId), await memory.book.newest()];
  const [last] = head === null ? [] : await memory.book.byId([head.id]);
  const reach = last === undefined ? 0 : reachOf(last);
  const membership = book.membership();
  const owner = membership.keys.get(signer.keyId)?.owner;
  const auth =
    owner?.kind === 'person'
      ? (presentGrant(membership, owner.person)?.entry ?? null)
      : (membership.keys.get(signer.keyId)?.admittedBy ?? null);
  const payload: EntryPayload = {
    v: 1,
    bureau: book.bureau,
    shard: 'bureau',
    slot: head?.slots.bureau ?? 0,
    seq: head === null ? 0 : head.seq + 1,
    prev: head?.id ?? null,
    after: newest?.id ?? null,
    lc: 1 + Math.max(reach, newest?.lc ?? 0),
    refs: [],
    auth,
    kind: act.kind,
    subject: act.subject,
    at: now(),
    body: act.body as EntryPayload['body'],
    details: null,
    ...change,
  };
  return signer.sign(encodePayload(payload));
}

export const idOfJws = (jws: string) => asId<StoredEntry['id']>(createHash('sha256').update(jws).digest('base64url'));
export { makeFakeSigner };
