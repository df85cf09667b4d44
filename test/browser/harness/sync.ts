import { makeKeyring } from '../../../src/adapters/keys/keyring.ts';
import { makeStatementVerifier } from '../../../src/adapters/keys/statement-verifier.ts';
import { makeEntryVerifierInWorkers } from '../../../src/adapters/keys/verifier-in-workers.ts';
import { databaseNameOf, openBureauStorage } from '../../../src/adapters/storage/bureau-storage.ts';
import { type BureauLinks, openBureauLinks } from '../../../src/adapters/sync/bureau-links.ts';
import type { Pipe } from '../../../src/adapters/sync/link/pipe.ts';
import { type Answer, makeAnswer, makeOffer, type Offer } from '../../../src/adapters/sync/rtc/direct.ts';
import { browserTimers } from '../../../src/adapters/sync/timers.ts';
import { asId, type BureauId, type EntryId, type StationId } from '../../../src/domain/ids.ts';
import type { PeerReceipt } from '../../../src/domain/ports/peer-notes.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { toInstant } from '../../../src/domain/time.ts';
import { type Book, openBook } from '../../../src/ledger/book.ts';
import type { BookStore } from '../../../src/ledger/ports.ts';
import type { StatementSigner } from '../../../src/ledger/statement.ts';
import { makeMemoryBook } from '../../doubles/memory-book-store.ts';
import { makeMemoryKeyStore } from '../../doubles/memory-key-store.ts';
import { type SignedBook, signBook } from './signed-book.ts';

/** Two stations with real links: in two pages, or both in one. Each knows the other's key beforehand, and south holds nothing. */
const verifier = makeEntryVerifierInWorkers();
const statements = makeStatementVerifier();
const now = () => toInstant(Date.now());
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const means = { timers: browserTimers, connect: () => new RTCPeerConnection({ iceServers: [] }) };
const FRAME_BYTES = 64 * 1024;

type Side = 'north' | 'south';
interface Party {
  book: Book;
  store: BookStore;
  links: BureauLinks;
}
const parties: Partial<Record<Side, Party>> = {};
const stationOf = (side: Side): StationId => asId<StationId>(`station-${side}`.padEnd(22, '_'));
const other = (side: Side): Side => (side === 'north' ? 'south' : 'north');

let signed: SignedBook | null = null;
const signers = new Map<Side, StatementSigner>();
let closeSouth: () => Promise<void> = async () => undefined;

const party = (side: Side): Party => {
  const found = parties[side];
  if (found === undefined) throw new Error(`no ${side} here`);
  return found;
};

async function signerOf(side: Side): Promise<StatementSigner> {
  const known = signers.get(side);
  if (known !== undefined) return known;
  const keyring = makeKeyring({ store: makeMemoryKeyStore(), now, rounds: 1000 });
  await keyring.makeStationKeys(stationOf(side));
  const made = await keyring.stationStatements();
  if (made === null) throw new Error('no station key');
  signers.set(side, made);
  return made;
}

async function open(side: Side, book: Book, store: BookStore, otherKey: string): Promise<void> {
  const receipts = new Map<StationId, PeerReceipt>();
  const links = openBureauLinks({
    book,
    readShard: (shard) => store.byShard(shard),
    signer: await signerOf(side),
    statements,
    verifier,
    receipts: {
      last: async (of) => receipts.get(of) ?? null,
      keep: async (of, receipt) => void receipts.set(of, receipt),
    },
    entitled: () => false,
    timers: browserTimers,
    random,
    onIncident: ({ why }) => console.error(why),
    onFork: () => undefined,
    onPeers: () => undefined,
    onFault: (error) => console.error(error),
    keeper: {
      standing: (key) =>
        key === otherKey ? { kind: 'admitted', station: stationOf(other(side)) } : { kind: 'unknown' },
      invitation: () => null,
    },
    means: { verifier, statements, random },
    onGuest: () => ({ message: () => undefined, closed: () => undefined }),
  });
  parties[side] = { book, store, links };
}

const dropDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });

let offer: Offer | null = null;
let answer: Answer | null = null;
/** When the link's or the bare channel's two ends were connected, at this page. */
let connectedAt = 0;

async function connected(pipe: Promise<Pipe>): Promise<Pipe> {
  const made = await pipe;
  connectedAt = performance.now();
  return made;
}

/** Resolves when so many entries are in the book, with the milliseconds since the two were connected. */
async function arrived(side: Side, count: number): Promise<number> {
  const { book, store } = party(side);
  const reached = new Promise<void>((resolve) => {
    const look = async (): Promise<void> => {
      if ((await store.count()) < count) return;
      stop();
      resolve();
    };
    const stop = book.onAppended(() => void look());
    void look();
  });
  await reached;
  return performance.now() - connectedAt;
}

let bare: Promise<number> | null = null;
const countBytes = (pipe: Promise<Pipe>, bytes: number): Promise<number> =>
  connected(pipe).then(
    (made) =>
      new Promise<number>((resolve) => {
        let taken = 0;
        made.listen({
          frame: (frame) => {
            taken += frame.length;
            if (taken >= bytes) resolve(performance.now() - connectedAt);
          },
          closed: () => undefined,
        });
      }),
  );

const harness = {
  keyOf: async (side: Side): Promise<string> => (await signerOf(side)).keyId,
  /** North's book, signed here and held in memory. */
  northBook: async (count: number, southKey: string) => {
    const keyring = makeKeyring({ store: makeMemoryKeyStore(), now, rounds: 1000 });
    signed = await signBook(count, keyring, verifier);
    const { bureau, root, entries } = signed;
    const { book: store } = makeMemoryBook({ copies: false });
    const book = await openBook(bureau, root, { store, verifier, random, now });
    await book.receive({ entries, details: [] });
    await open('north', book, store, southKey);
    const bytes = entries.reduce((sum, jws) => sum + jws.length, 0);
    return { bureau: bureau as string, root: root as string, count: await store.count(), bytes };
  },
  /** An empty book on disk; with `filled`, what north signed in this page is in it already. */
  southBook: async (at: { readonly bureau: string; readonly root: string }, northKey: string, filled: boolean) => {
    await closeSouth();
    const bureau = asId<BureauId>(at.bureau);
    await dropDatabase(databaseNameOf(bureau));
    const storage = await openBureauStorage(bureau);
    const book = await openBook(bureau, asId<EntryId>(at.root), { store: storage.book, verifier, random, now });
    const entries = filled ? (signed?.entries ?? []) : [];
    for (let from = 0; from < entries.length; from += 10_000)
      await book.receive({ entries: entries.slice(from, from + 10_000), details: [] });
    await open('south', book, storage.book, northKey);
    closeSouth = async () => {
      parties.south?.links.close();
      storage.close();
    };
  },
  offer: async (): Promise<string> => {
    offer = await party('north').links.offerByHand();
    return offer.sdp;
  },
  answer: async (text: string): Promise<string> => {
    const { links } = party('south');
    answer = await links.answerByHand(text);
    void connected(answer.pipe).then(links.adopt);
    return answer.sdp;
  },
  finish: async (text: string): Promise<void> => {
    if (offer === null) throw new Error('no offer');
    await party('north').links.adopt(await offer.accept(text));
  },
  arrived,
  bytesIn: async (): Promise<number> => (await party('south').links.stations())[0]?.bytesIn ?? 0,
  bareOffer: async (): Promise<string> => {
    offer = await makeOffer('direct', means);
    return offer.sdp;
  },
  bareAnswer: async (text: string, bytes: number): Promise<string> => {
    const made = await makeAnswer(text, 'direct', means);
    bare = countBytes(made.pipe, bytes).finally(() => made.close());
    return made.sdp;
  },
  bareFinish: async (text: string, bytes: number): Promise<void> => {
    if (offer === null) throw new Error('no offer');
    const pipe = await offer.accept(text);
    pipe.listen({ frame: () => undefined, closed: () => undefined });
    for (let sent = 0; sent < bytes; sent += FRAME_BYTES)
      await pipe.send(new Uint8Array(Math.min(FRAME_BYTES, bytes - sent)));
  },
  bareArrived: async (): Promise<number> => (await bare) ?? Number.NaN,
  /** One act signed in north's book until it is in south's, `times` times, both in this page. */
  steps: async (times: number): Promise<readonly number[]> => {
    if (signed === null) throw new Error('nothing signed');
    const { officer, person } = signed;
    const [north, south] = [party('north'), party('south')];
    const took: number[] = [];
    for (let n = 0; n < times; n++) {
      const target = (await south.store.count()) + 1;
      const started = performance.now();
      const there = arrived('south', target);
      const body = { form: 'F1', copyNo: n + 1, asOf: now(), recordings: [] } as const;
      const outcome = await north.book.append(officer, {
        kind: 'form-printed',
        subject: subjectOf('person', person),
        body: { ...body, recordings: [] },
        details: null,
      });
      if (!outcome.ok) throw new Error(outcome.refusal);
      await there;
      took.push(performance.now() - started);
    }
    return took;
  },
  close: async (): Promise<void> => {
    for (const side of ['north', 'south'] as const) parties[side]?.links.close();
  },
};

export type SyncHarness = typeof harness;

declare global {
  interface Window {
    sync: SyncHarness;
  }
}

window.sync = harness;
