import * as Y from 'yjs';
import { equalBytes, utf8 } from '../../base/bytes.ts';
import { Fault } from '../../base/fault.ts';
import type { KeyId } from '../../domain/ids.ts';
import type { StoredEntry } from '../../ledger/ports.ts';

/** What a carrier takes of an entry. */
export type CarriedEntry = Pick<StoredEntry, 'keyId' | 'slot' | 'jws'>;

/**
 * The mailbags: one Yjs document per shard, written from the book alone and never persisted. A carrier holds one root array per
 * author, named by the key id, and each author's entries stand there under the author's own Yjs client at clock = slot. So an
 * item's origin is always its author's previous slot, no author waits for another, and two carriers of the same entries are
 * equal byte for byte, whatever the order in which entries came. A foreign update is never applied to one.
 */
export interface Carriers {
  /**
   * Builds the shard's carrier from the book, but for what is left out to be appended later; nothing if it is open. Rejects as
   * `readShard` does.
   */
  open(shard: string, leaveOut?: (entry: CarriedEntry) => boolean): Promise<void>;
  /** Takes an entry that the book has stored. Nothing where its shard is not open, or it is there already. */
  append(entry: CarriedEntry & Pick<StoredEntry, 'shard'>): Promise<void>;
  /** The same for several of one shard, in one transaction of this origin. */
  appendAll(shard: string, entries: readonly CarriedEntry[], origin: unknown): Promise<void>;
  /** The document itself, for links to watch. null where the shard is not open. */
  doc(shard: string): Promise<Y.Doc | null>;
  /** Yjs update (v1) of what a peer with this state vector lacks, or of everything. null where the shard is not open. */
  update(shard: string, stateVector?: Uint8Array): Promise<Uint8Array | null>;
  close(shard: string): void;
}

/** A peer's state vector cannot be read; or the book has given up entries that the open carrier holds, for another branch. */
export type CarrierFaultCode = 'state-vector-malformed' | 'branch-given-up';

interface Author {
  readonly clientId: number;
  readonly entries: Y.Array<Uint8Array>;
  /** Entries whose predecessor has not come yet, by slot. */
  readonly early: Map<number, Uint8Array>;
}

interface Carrier {
  readonly doc: Y.Doc;
  readonly shard: string;
  readonly authors: Map<KeyId, Promise<Author>>;
}

interface Means {
  /** All entries of the shard that the book holds, in any order. */
  readonly readShard: (shard: string) => Promise<readonly CarriedEntry[]>;
}

export function makeCarriers({ readShard }: Means): Carriers {
  const carriers = new Map<string, Promise<Carrier>>();

  const appendAll = async (shard: string, entries: readonly CarriedEntry[], origin: unknown): Promise<void> => {
    // Stored while the shard was being read: the book may have given it to the reader or not, so it is offered again.
    const carrier = await carriers.get(shard)?.catch(() => null);
    if (carrier) await put(carrier, entries, origin);
  };

  return {
    open: async (shard, leaveOut = () => false) => {
      let opening = carriers.get(shard);
      if (opening === undefined) {
        opening = rebuild(shard, async () => (await readShard(shard)).filter((entry) => !leaveOut(entry)));
        carriers.set(shard, opening);
        opening.catch(() => carriers.get(shard) === opening && carriers.delete(shard));
      }
      await opening;
    },
    append: (entry) => appendAll(entry.shard, [entry], null),
    appendAll,
    doc: async (shard) => (await carriers.get(shard))?.doc ?? null,
    update: async (shard, stateVector) => {
      const carrier = await carriers.get(shard);
      return carrier === undefined ? null : encode(carrier.doc, stateVector);
    },
    close: (shard) => {
      const closing = carriers.get(shard);
      carriers.delete(shard);
      void closing?.then(({ doc }) => doc.destroy()).catch(() => undefined);
    },
  };
}

/** First 53 bits of SHA-256(key id ‖ shard), both as UTF-8: all that fits a number. The key id has a fixed length. */
export async function clientIdOf(keyId: KeyId, shard: string): Promise<number> {
  const hash = await crypto.subtle.digest('SHA-256', utf8(`${keyId}${shard}`));
  return Number(new DataView(hash).getBigUint64(0) >> 11n);
}

async function rebuild(shard: string, read: () => Promise<readonly CarriedEntry[]>): Promise<Carrier> {
  const carrier: Carrier = { doc: new Y.Doc({ gc: false }), shard, authors: new Map() };
  await put(carrier, await read(), null);
  return carrier;
}

async function put(carrier: Carrier, entries: readonly CarriedEntry[], origin: unknown): Promise<void> {
  const authors = await Promise.all(entries.map(({ keyId }) => authorOf(carrier, keyId)));
  for (const [i, { slot, jws }] of entries.entries()) {
    const author = authors[i];
    if (author !== undefined) keepUntilItsTurn(author, slot, utf8(jws));
  }
  // One transaction: 20,000 entries one by one take a hundred times as long.
  carrier.doc.transact(() => {
    for (const author of new Set(authors)) pushInTurn(carrier.doc, author);
  }, origin);
}

function authorOf({ authors, doc, shard }: Carrier, keyId: KeyId): Promise<Author> {
  const known = authors.get(keyId);
  if (known !== undefined) return known;
  const fresh = clientIdOf(keyId, shard).then((clientId) => {
    if (Y.getState(doc.store, clientId) > 0) throw new Error('two keys share a Yjs client');
    return { clientId, entries: doc.getArray<Uint8Array>(keyId), early: new Map<number, Uint8Array>() };
  });
  authors.set(keyId, fresh);
  return fresh;
}

function keepUntilItsTurn({ entries, early }: Author, slot: number, bytes: Uint8Array): void {
  if (slot >= entries.length) early.set(slot, bytes);
  else if (!equalBytes(entries.get(slot), bytes)) throw new Fault<CarrierFaultCode>('branch-given-up');
}

/** Pushes what follows without a gap. After a gap an entry waits: at another clock than its slot it would be another item. */
function pushInTurn(doc: Y.Doc, { clientId, entries, early }: Author): void {
  const next: Uint8Array[] = [];
  for (let slot = entries.length; ; slot++) {
    const bytes = early.get(slot);
    if (bytes === undefined) break;
    early.delete(slot);
    next.push(bytes);
  }
  if (next.length === 0) return;
  // Set before each push: Yjs itself changes it when it believes to meet itself.
  doc.clientID = clientId;
  entries.push(next);
}

function encode(doc: Y.Doc, stateVector: Uint8Array | undefined): Uint8Array {
  if (stateVector === undefined) return Y.encodeStateAsUpdate(doc);
  try {
    Y.decodeStateVector(stateVector);
  } catch (error) {
    throw new Fault<CarrierFaultCode>('state-vector-malformed', {}, error);
  }
  return Y.encodeStateAsUpdate(doc, stateVector);
}
