import { makeEntryVerifier } from '../../src/adapters/keys/entry-verifier.ts';
import { makeStatementVerifier } from '../../src/adapters/keys/statement-verifier.ts';
import type { SyncIncident } from '../../src/adapters/sync/incidents.ts';
import type { SyncPorts } from '../../src/adapters/sync/sync-ports.ts';
import type { DraftPorts } from '../../src/adapters/sync/talk/draft-talk.ts';
import type { Timers } from '../../src/adapters/sync/timers.ts';
import type { BureauId, StationId } from '../../src/domain/ids.ts';
import type { PeerReceipt } from '../../src/domain/ports/peer-notes.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { type Instant, toInstant } from '../../src/domain/time.ts';
import { type Book, openBook } from '../../src/ledger/book.ts';
import type { Bundle } from '../../src/ledger/exchange.ts';
import { bureauIdOf } from '../../src/ledger/founding.ts';
import { ownerOf } from '../../src/ledger/membership.ts';
import type { StoredEntry } from '../../src/ledger/ports.ts';
import {
  admitPersonAct,
  admitStationAct,
  type BookMachine,
  bundleOf,
  DIVISION,
  personOf,
  stationOf,
  wholeBook,
} from './books.ts';
import { type MemoryBook, makeMemoryBook } from './memory-book-store.ts';
import { must, random } from './office-desk.ts';
import { makeRealSigner, type RealSigner } from './real-signer.ts';

const verifier = makeEntryVerifier();
const statements = makeStatementVerifier();

/** A bureau with a station and an officer for each name, all admitted: what every office starts from. */
export interface OfficeKit {
  readonly bureau: BureauId;
  readonly root: StoredEntry;
  readonly base: Bundle;
  /** A book that has taken the base. */
  readonly memory: MemoryBook;
  readonly names: readonly string[];
  readonly stations: ReadonlyMap<string, RealSigner>;
  readonly officers: ReadonlyMap<string, RealSigner>;
  readonly founder: RealSigner;
  /** The key on paper. */
  readonly recovery: RealSigner;
}

/** Real keys, real signatures. The first office is the founder's. */
export async function makeOfficeKit(names: readonly string[]): Promise<OfficeKit> {
  const [first = 'north', ...others] = names;
  const stations = new Map<string, RealSigner>();
  const officers = new Map<string, RealSigner>();
  for (const name of names) {
    stations.set(name, await makeRealSigner());
    officers.set(name, await makeRealSigner());
  }
  const [founder, recovery] = [await makeRealSigner(), await makeRealSigner()];
  const signer = (of: ReadonlyMap<string, RealSigner>, name: string): RealSigner => {
    const found = of.get(name);
    if (found === undefined) throw new Error(`no key of ${name}`);
    return found;
  };
  const salt = 'A'.repeat(22);
  const bureau = await bureauIdOf(founder.keyId, recovery.keyId, salt, verifier);
  const memory = makeMemoryBook();
  let ticks = 0;
  const now = (): Instant => toInstant(Date.UTC(2026, 2, 5) + 1000 * ticks++);
  const book = await openBook(bureau, null, { store: memory.book, verifier, random, now });
  const founded = await must(
    book.append(founder, {
      kind: 'bureau-founded',
      subject: subjectOf('bureau', bureau),
      body: {
        bureau,
        salt,
        ruleDocNo: '22',
        founder: { person: personOf('founder'), division: DIVISION, roles: ['custodian'], keys: founder.public },
        station: { station: stationOf(first), code: 'A', keys: signer(stations, first).public },
        recovery: { keyId: recovery.keyId, signing: recovery.public.signing },
        divisions: [{ id: DIVISION, kind: 'division' }],
      },
      details: {
        bureauName: 'bureau',
        founder: { name: 'founder', officerNo: null, certificateNo: null, validFrom: null, validTo: null },
        station: { name: first, place: null },
        divisions: [{ id: DIVISION, name: 'division' }],
      },
    }),
  );
  for (const [i, name] of others.entries())
    await must(book.append(founder, admitStationAct(name, String.fromCharCode(66 + i), signer(stations, name))));
  for (const name of names)
    await must(book.append(founder, admitPersonAct(name, ['officer'], name, signer(officers, name))));
  const [root] = await memory.book.byId([founded.id]);
  if (root === undefined) throw new Error('no founding entry');
  return { bureau, root, base: await bundleOf(memory), memory, names, stations, officers, founder, recovery };
}

export interface OfficeOptions {
  readonly entitled?: (to: string, entry: StoredEntry, by: { readonly book: Book }) => boolean;
  /** Unsigned drafts of an office. */
  readonly drafts?: (name: string) => DraftPorts;
  /** Entries each office has at first; all of the kit unless told otherwise. */
  readonly given?: (name: string) => Bundle;
  /** Nobody signs a proof of forks that are met. */
  readonly leavesForks?: boolean;
}

/** An office's book and keys, and what it hands its links, whatever these are. */
export interface UnlinkedOffice extends BookMachine {
  readonly station: StationId;
  readonly stationSigner: RealSigner;
  readonly officer: RealSigner;
  readonly incidents: readonly SyncIncident[];
  readonly receipts: ReadonlyMap<StationId, PeerReceipt>;
  readonly faults: readonly unknown[];
  readonly ports: SyncPorts;
  /** The station signs proofs of the forks it has met. */
  readonly noteForks: () => Promise<void>;
  /** Resolves when those under way are signed. */
  readonly forksNoted: () => Promise<void>;
  /** The officer of this office signs something: into the bureau's carrier, or into that of the division and month. */
  readonly act: (inDivision?: boolean) => Promise<void>;
}

export async function openOfficeBook(
  name: string,
  kit: OfficeKit,
  options: OfficeOptions,
  timers: Timers,
): Promise<UnlinkedOffice> {
  const [stationSigner, officer] = [kit.stations.get(name), kit.officers.get(name)];
  if (stationSigner === undefined || officer === undefined) throw new Error(`no keys of ${name}`);
  const station = stationOf(name);
  const given = options.given?.(name);
  const memory = given === undefined ? await copyOf(kit.memory) : makeMemoryBook();
  const now = (): Instant => toInstant(timers.now());
  const book = await openBook(kit.bureau, kit.root.id, { store: memory.book, verifier, random, now });
  if (given !== undefined) await book.receive(given);
  const incidents: SyncIncident[] = [];
  const receipts = new Map<StationId, PeerReceipt>();
  const faults: unknown[] = [];
  const nameOf = new Map(kit.names.map((each) => [stationOf(each), each]));
  const noteForks = async (): Promise<void> => {
    for (const { key, seq, kept, other, provenBy } of await book.forks()) {
      const known = book.membership().keys.get(key);
      if (known === undefined || provenBy.includes(stationSigner.keyId)) continue;
      await book.append(stationSigner, {
        kind: 'equivocation-found',
        subject: ownerOf(known, book.membership()),
        body: { key, seq, kept, other },
        details: null,
      });
    }
  };
  let forkNotes: Promise<void> = Promise.resolve();
  const ports: SyncPorts = {
    book,
    readShard: (shard) => memory.book.byShard(shard),
    signer: stationSigner.statements(station),
    statements,
    verifier,
    receipts: {
      last: async (of) => receipts.get(of) ?? null,
      keep: async (of, receipt) => {
        receipts.set(of, receipt);
      },
    },
    ...(options.drafts === undefined ? {} : { drafts: options.drafts(name) }),
    entitled: (to, entry) => options.entitled?.(nameOf.get(to) ?? '', entry, { book }) ?? true,
    timers,
    random,
    onIncident: (incident) => incidents.push(incident),
    onFork: () => {
      if (options.leavesForks) return;
      forkNotes = forkNotes.then(noteForks).catch((error: unknown) => void faults.push(error));
    },
    onPeers: () => undefined,
    onFault: (error) => faults.push(error),
  };
  return {
    name,
    book,
    memory,
    station,
    stationSigner,
    officer,
    incidents,
    receipts,
    faults,
    ports,
    forksNoted: () => forkNotes,
    noteForks,
    act: async (inDivision = false) => {
      await must(
        book.append(officer, {
          kind: 'form-printed',
          subject: subjectOf('person', personOf(name)),
          body: { form: 'F1', copyNo: 1, asOf: now(), recordings: [] },
          details: null,
          ...(inDivision ? { division: DIVISION } : {}),
        }),
      );
    },
  };
}

/** The same tables: a test of three hundred meetings need not examine the base fifteen hundred times. */
async function copyOf(memory: MemoryBook): Promise<MemoryBook> {
  const copy = makeMemoryBook();
  const entries = await wholeBook(memory);
  await copy.book.commit({
    entries,
    details: await memory.book.detailsOf(entries.map(({ id }) => id)),
    heads: await memory.book.heads(),
    records: await memory.book.folded(entries.flatMap(({ subjects }) => subjects)),
  });
  return copy;
}
