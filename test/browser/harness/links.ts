import { makeEntryVerifier } from '../../../src/adapters/keys/entry-verifier.ts';
import { makeStatementVerifier } from '../../../src/adapters/keys/statement-verifier.ts';
import { signerOf, statementsOf } from '../../../src/adapters/keys/web-crypto/entry-signer.ts';
import { ECDSA, exportPublic } from '../../../src/adapters/keys/web-crypto/key-pairs.ts';
import { type BureauLinks, openBureauLinks } from '../../../src/adapters/sync/bureau-links.ts';
import type { Pipe } from '../../../src/adapters/sync/link/pipe.ts';
import { makeAnswer, makeOffer } from '../../../src/adapters/sync/rtc/direct.ts';
import type { Signalling } from '../../../src/adapters/sync/signalling.ts';
import { browserTimers } from '../../../src/adapters/sync/timers.ts';
import {
  asId,
  type BureauId,
  type DivisionId,
  type EntryId,
  type PersonId,
  type StationId,
} from '../../../src/domain/ids.ts';
import type { PeerReceipt } from '../../../src/domain/ports/peer-notes.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { toInstant } from '../../../src/domain/time.ts';
import { type Book, openBook } from '../../../src/ledger/book.ts';
import type { Bundle } from '../../../src/ledger/exchange.ts';
import { bureauIdOf } from '../../../src/ledger/founding.ts';
import type { PublicJwk } from '../../../src/ledger/ports.ts';
import { makeMemoryBook } from '../../doubles/memory-book-store.ts';

/** One station in a page of its own: real keys, a real book over memory, real links. What signalling carries, the test carries. */
const verifier = makeEntryVerifier();
const statements = makeStatementVerifier();
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const now = () => toInstant(Date.now());
const memory = makeMemoryBook();
const DIVISION = asId<DivisionId>('division'.padEnd(22, '_'));
const stationOf = (name: string): StationId => asId<StationId>(`station-${name}`.padEnd(22, '_'));
const personOf = (name: string): PersonId => asId<PersonId>(name.padEnd(22, '_'));

interface Key {
  readonly private: JsonWebKey;
  readonly public: PublicJwk;
}

async function makeKey(): Promise<Key> {
  const pair = await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  return {
    private: await crypto.subtle.exportKey('jwk', pair.privateKey),
    public: await exportPublic(pair.publicKey),
  };
}

async function signer(key: Key) {
  const imported = await crypto.subtle.importKey('jwk', key.private, ECDSA, false, ['sign']);
  const keyId = await verifier.thumbprint(key.public);
  const keys = { keyId, signing: key.public, agreement: key.public };
  return { ...signerOf(keyId, imported), keys, say: statementsOf(keyId, imported) };
}

interface Base {
  readonly bureau: string;
  readonly root: string;
  readonly bundle: Bundle;
}

let book: Book | null = null;
let links: BureauLinks | null = null;
let officer: Awaited<ReturnType<typeof signer>> | null = null;
let here = '';
const receipts = new Map<StationId, PeerReceipt>();
const incidents: { readonly link: string; readonly why: string }[] = [];
const hear: {
  peer: ((peer: string, present: boolean) => void) | null;
  message: ((peer: string, bytes: Uint8Array<ArrayBuffer>) => void) | null;
} = { peer: null, message: null };

function theBook(): Book {
  if (book === null) throw new Error('no book yet');
  return book;
}

const open = (bureau: BureauId, root: EntryId | null): Promise<Book> =>
  openBook(bureau, root, { store: memory.book, verifier, random, now });

const closed: Pipe = {
  way: 'relay',
  binding: null,
  send: () => Promise.reject(new Error('no relay here')),
  listen: ({ closed: end }) => end('no relay here'),
  close: () => undefined,
};

const signalling: Signalling = {
  state: () => 'on',
  trouble: () => null,
  onState: () => () => undefined,
  peers: () => ['other'],
  onPeer: (listener) => {
    hear.peer = listener;
    listener('other', true);
    return () => undefined;
  },
  send: (_, message) => void window.signalOut(here, new TextDecoder().decode(message)),
  onMessage: (listener) => {
    hear.message = listener;
    return () => undefined;
  },
  relay: () => closed,
  retry: () => undefined,
  close: () => undefined,
};

const harness = {
  makeKey,
  /** Founds the bureau at this page, and admits the stations of the others. */
  found: async (
    own: Key,
    person: Key,
    others: readonly { readonly name: string; readonly key: PublicJwk }[],
  ): Promise<Base> => {
    const [station, founder, paper] = [await signer(own), await signer(person), await signer(await makeKey())];
    const salt = 'A'.repeat(22);
    const bureau = await bureauIdOf(founder.keyId, paper.keyId, salt, verifier);
    const made = await open(bureau, null);
    const act = async (outcome: ReturnType<Book['append']>) => {
      const done = await outcome;
      if (!done.ok) throw new Error(done.refusal);
      return done.value;
    };
    const root = await act(
      made.append(founder, {
        kind: 'bureau-founded',
        subject: subjectOf('bureau', bureau),
        body: {
          bureau,
          salt,
          ruleDocNo: '22',
          founder: { person: personOf('founder'), division: DIVISION, roles: ['custodian'], keys: founder.keys },
          station: { station: stationOf('north'), code: 'A', keys: station.keys },
          recovery: { keyId: paper.keyId, signing: paper.keys.signing },
          divisions: [{ id: DIVISION, kind: 'division' }],
        },
        details: {
          bureauName: 'bureau',
          founder: { name: 'founder', officerNo: null, certificateNo: null, validFrom: null, validTo: null },
          station: { name: 'north', place: null },
          divisions: [{ id: DIVISION, name: 'division' }],
        },
      }),
    );
    for (const [i, { name, key }] of others.entries()) {
      const keys = { keyId: await verifier.thumbprint(key), signing: key, agreement: key };
      await act(
        made.append(founder, {
          kind: 'station-admitted',
          subject: subjectOf('station', stationOf(name)),
          body: { station: stationOf(name), code: String.fromCharCode(66 + i), keys },
          details: { name, place: null },
        }),
      );
    }
    book = made;
    officer = founder;
    const entries = [];
    for await (const page of memory.book.all(100)) entries.push(...page);
    return { bureau, root: root.id, bundle: { entries: entries.map(({ jws }) => jws), details: [] } };
  },
  join: async ({ bureau, root, bundle }: Base): Promise<void> => {
    book = await open(asId<BureauId>(bureau), asId<EntryId>(root));
    await book.receive(bundle);
  },
  start: async (name: string, own: Key): Promise<void> => {
    here = name;
    const { keyId, say } = await signer(own);
    const opened = theBook();
    links = openBureauLinks({
      book: opened,
      readShard: (shard) => memory.book.byShard(shard),
      signer: { keyId, station: stationOf(name), key: own.public, sign: say },
      statements,
      verifier,
      receipts: {
        last: async (of) => receipts.get(of) ?? null,
        keep: async (of, receipt) => void receipts.set(of, receipt),
      },
      entitled: () => true,
      timers: browserTimers,
      random,
      onIncident: ({ link, why }) => incidents.push({ link, why }),
      onFork: () => undefined,
      onPeers: () => undefined,
      onFault: (error) => console.error(error),
      keeper: {
        standing: (key) => {
          const owner = opened.membership().keys.get(key)?.owner;
          return owner?.kind === 'station' ? { kind: 'admitted', station: owner.station } : { kind: 'unknown' };
        },
        invitation: () => null,
      },
      means: { verifier, statements, random },
      onGuest: () => ({ message: () => undefined, closed: () => undefined }),
    });
    links.meetAt(signalling);
  },
  signalIn: (text: string): void => hear.message?.('other', new TextEncoder().encode(text)),
  /** The founder signs so many acts. */
  act: async (times: number): Promise<void> => {
    if (officer === null) throw new Error('nobody to sign');
    for (let i = 0; i < times; i++) {
      const body = { form: 'F1', copyNo: 1, asOf: now(), recordings: [] } as const;
      await theBook().append(officer, {
        kind: 'form-printed',
        subject: subjectOf('person', personOf('founder')),
        body: { ...body, recordings: [] },
        details: null,
      });
    }
  },
  look: async () => ({
    frontier: await theBook().frontier(),
    stations: (await links?.stations()) ?? [],
    peers: links?.peers() ?? [],
    incidents,
  }),
  /** A go-between: answers the one's offer, offers to the other, and hands every frame on. */
  standBetween: async (offer: string): Promise<{ readonly answer: string; readonly offer: string }> => {
    const means = { timers: browserTimers, connect: () => new RTCPeerConnection({ iceServers: [] }) };
    const [toCaller, toAnswerer] = [await makeAnswer(offer, 'direct', means), await makeOffer('direct', means)];
    acceptBetween = async (answer: string) => {
      const [left, right] = [await toCaller.pipe, await toAnswerer.accept(answer)];
      for (const [from, to] of [
        [left, right],
        [right, left],
      ] as const)
        from.listen({ frame: (frame) => void to.send(frame).catch(() => undefined), closed: () => to.close() });
    };
    return { answer: toCaller.sdp, offer: toAnswerer.sdp };
  },
  acceptBetween: (answer: string): void => void acceptBetween(answer),
  /** What a page that asks "leave?" goes through when the user stays. */
  stayAfterAll: (): void => void window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
};
let acceptBetween: (answer: string) => Promise<void> = async () => undefined;

export type LinksHarness = typeof harness;

declare global {
  interface Window {
    links: LinksHarness;
    signalOut(from: string, text: string): Promise<void>;
  }
}

window.links = harness;
