import { Dexie } from 'dexie';
import type { BureauId } from '../../domain/ids.ts';
import type { LocalState } from '../../domain/ports/local-state.ts';
import type { PeerNotes } from '../../domain/ports/peer-notes.ts';
import type { ReadModel } from '../../domain/ports/read-model.ts';
import type { KeyStore } from '../../ledger/keyring.ts';
import type { BookStore } from '../../ledger/ports.ts';
import { makeBookStore } from './book/book-store.ts';
import { tablesOf } from './database/bureau-tables.ts';
import { type OpenedDatabase, type OpenOptions, openDatabase } from './database/open-database.ts';
import type { Shelf } from './database/shelf.ts';
import { guarded } from './database/storage-fault.ts';
import { BUREAU_VERSIONS } from './database/versions.ts';
import { makeKeyStore } from './local/key-store.ts';
import { makeLocalState } from './local/local-state.ts';
import { makePeerNotes } from './local/peer-notes.ts';
import { makeReadModel } from './model/read-model.ts';

export type { ClosedWhy } from './database/open-database.ts';
export type { Shelf } from './database/shelf.ts';
export type { StorageFaultCode } from './database/storage-fault.ts';

/** Everything this origin keeps of one bureau, in one database. */
export interface BureauStorage extends Pick<OpenedDatabase, 'onClosed' | 'close'> {
  readonly book: BookStore;
  readonly model: ReadModel;
  readonly local: LocalState;
  readonly keys: KeyStore;
  readonly peers: PeerNotes;
}

const PREFIX: Readonly<Record<Shelf, string>> = { real: 'luzheng-', demonstration: 'luzheng-demonstration-' };

export const databaseNameOf = (bureau: BureauId, shelf: Shelf = 'real'): string => `${PREFIX[shelf]}${bureau}`;

/**
 * Opens, and makes where there is none. Throws `Fault<StorageFaultCode>`: `storage-newer` where a newer version of this program
 * has written it.
 */
export async function openBureauStorage(
  bureau: BureauId,
  options: OpenOptions & { readonly shelf?: Shelf } = {},
): Promise<BureauStorage> {
  const name = databaseNameOf(bureau, options.shelf);
  const { dexie, onClosed, close } = await openDatabase(name, BUREAU_VERSIONS, options);
  const tables = tablesOf(dexie);
  return {
    book: makeBookStore(tables),
    model: makeReadModel(tables),
    local: makeLocalState(tables),
    keys: makeKeyStore(tables),
    peers: makePeerNotes(tables),
    onClosed,
    close,
  };
}

/** Deletes the database of a demonstration; tabs that have it open are told and let go. A real book has no such act. */
export const deleteDemonstration = (bureau: BureauId): Promise<void> =>
  guarded(() => Dexie.delete(databaseNameOf(bureau, 'demonstration')));
