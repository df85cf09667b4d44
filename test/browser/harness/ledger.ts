import { makeKeyring } from '../../../src/adapters/keys/keyring.ts';
import { makeEntryVerifierInWorkers } from '../../../src/adapters/keys/verifier-in-workers.ts';
import { databaseNameOf, openBureauStorage } from '../../../src/adapters/storage/bureau-storage.ts';
import { asId, type BureauId, type EntryId } from '../../../src/domain/ids.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { toInstant } from '../../../src/domain/time.ts';
import { keysNamedIn } from '../../../src/ledger/admit.ts';
import { type Book, openBook } from '../../../src/ledger/book.ts';
import { decodeEntry } from '../../../src/ledger/entry.ts';
import type { PublicJwk } from '../../../src/ledger/ports.ts';
import { makeMemoryBook } from '../../doubles/memory-book-store.ts';
import { makeMemoryKeyStore } from '../../doubles/memory-key-store.ts';
import { type SignedBook, signBook } from './signed-book.ts';

const verifier = makeEntryVerifierInWorkers();
const now = () => toInstant(Date.now());
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const AT_ONCE = 500;

let signed: SignedBook | null = null;
const theBook = (): SignedBook => {
  if (signed === null) throw new Error('nothing signed yet');
  return signed;
};

const dropDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });

const QUERY = {
  text: '',
  from: null,
  to: null,
  officer: null,
  matter: null,
  device: null,
  state: null,
  sort: 'takenInAt',
  descending: true,
} as const;

async function opened(bureau: BureauId, root: EntryId) {
  const storage = await openBureauStorage(bureau);
  const book: Book = await openBook(bureau, root, { store: storage.book, verifier, random, now });
  return { storage, book };
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Puts text on the page and waits until it has been laid out. */
async function show(text: string): Promise<void> {
  const main = document.querySelector('main');
  if (main === null) throw new Error('no page');
  main.textContent = text;
  main.getBoundingClientRect();
  await nextFrame();
}

/** What the bench of the ledger asks of a page; everything is measured inside it. */
export const ledger = {
  /** Signs a book in memory. Answers with how many entries and bytes it has. */
  sign: async (count: number) => {
    const keyring = makeKeyring({ store: makeMemoryKeyStore(), now, rounds: 1000 });
    signed = await signBook(count, keyring, verifier);
    return { entries: signed.entries.length, bytes: signed.entries.reduce((sum, jws) => sum + jws.length, 0) };
  },

  /** The signatures alone, as many at once as the book checks. */
  verifyAll: async (): Promise<number> => {
    const { entries } = theBook();
    const keys = new Map<string, PublicJwk>();
    const first = await decodeEntry(entries[0] ?? '', verifier);
    if (!first.ok) throw new Error(first.refusal.code);
    for (const { keyId, signing } of keysNamedIn(first.value)) keys.set(keyId, signing);
    const named = entries.map((jws) => {
      const head = JSON.parse(atob(jws.slice(0, jws.indexOf('.')).replaceAll('-', '+').replaceAll('_', '/'))) as {
        kid: string;
      };
      const key = keys.get(head.kid);
      if (key === undefined) throw new Error('unknown key');
      return { jws, key };
    });
    const started = performance.now();
    for (let from = 0; from < named.length; from += AT_ONCE) {
      const good = await Promise.all(
        named.slice(from, from + AT_ONCE).map(({ jws, key }) => verifier.verify(jws, key)),
      );
      if (!good.every(Boolean)) throw new Error('a bad signature');
    }
    return performance.now() - started;
  },

  /** The same entries into an empty book: examined, counted, folded. Its tables are in memory, or on disk with the register. */
  receiveAll: async (tables: 'memory' | 'disk'): Promise<number> => {
    const { bureau, root, entries } = theBook();
    const storage = tables === 'disk' ? await openBureauStorage(bureau) : null;
    const { book: store, model } = storage ?? makeMemoryBook({ copies: false });
    const book = await openBook(bureau, root, { store, verifier, random, now });
    const started = performance.now();
    const received = await book.receive({ entries, details: [] });
    const ms = performance.now() - started;
    const { all } = await model.register(QUERY, { offset: 0, limit: 1 });
    storage?.close();
    if (storage !== null) await dropDatabase(databaseNameOf(bureau));
    if (received.added.length !== entries.length || received.refused.length > 0) throw new Error('not all were taken');
    if (all !== Math.floor((entries.length - 1) / 5)) throw new Error(`${all} recordings are in force`);
    return ms;
  },

  /** Keeps the signed book on disk, in bundles, for the benches of a grown one. */
  keep: async () => {
    const { bureau, root, entries } = theBook();
    const { storage, book } = await opened(bureau, root);
    for (let from = 0; from < entries.length; from += 10_000) {
      await book.receive({ entries: entries.slice(from, from + 10_000), details: [] });
    }
    const count = await storage.book.count();
    storage.close();
    return { bureau: bureau as string, root: root as string, count };
  },

  /** From nothing to the register's first rows on the page. */
  openToFirstRow: async ({ bureau, root }: { bureau: string; root: string }): Promise<number> => {
    const started = performance.now();
    const { storage, book } = await opened(asId<BureauId>(bureau), asId<EntryId>(root));
    const { rows } = await storage.model.register(QUERY, { offset: 0, limit: 50 });
    if (rows.length !== 50 || book.membership().keys.size < 2) throw new Error('not usable');
    await show(rows.map(({ no, takenInAt }) => `${no} ${takenInAt}`).join('\n'));
    const ms = performance.now() - started;
    storage.close();
    return ms;
  },

  /** One act signed, stored and on the page, `times` times. The book's own author signs. */
  appendToScreen: async (times: number): Promise<readonly number[]> => {
    const { bureau, root, officer, person } = theBook();
    const { storage, book } = await opened(bureau, root);
    const took: number[] = [];
    for (let n = 0; n < times; n++) {
      const started = performance.now();
      const act = {
        kind: 'form-printed',
        subject: subjectOf('person', person),
        body: { form: 'F1', copyNo: n + 1, asOf: now(), recordings: [] },
        details: null,
      } as const;
      const seen = new Promise<void>((resolve) => {
        const stop = book.onAppended((entries) => {
          stop();
          void show(entries.map(({ id }) => id).join()).then(resolve);
        });
      });
      const outcome = await book.append(officer, { ...act, body: { ...act.body, recordings: [] } });
      if (!outcome.ok) throw new Error(outcome.refusal);
      await seen;
      took.push(performance.now() - started);
    }
    storage.close();
    return took;
  },
};

export type LedgerHarness = typeof ledger;

declare global {
  interface Window {
    ledger: LedgerHarness;
  }
}

window.ledger = ledger;
