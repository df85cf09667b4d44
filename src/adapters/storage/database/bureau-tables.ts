import type { Dexie, Table } from 'dexie';
import type { CardList } from '../../../domain/card-list.ts';
import type { BatchId, EntryId, KeyId, MediumId, PersonId, RecordingId, StationId } from '../../../domain/ids.ts';
import type { PeerNote } from '../../../domain/ports/peer-notes.ts';
import type { Subject } from '../../../domain/subject.ts';
import type { Fork } from '../../../ledger/fork.ts';
import type { PassphraseTries } from '../../../ledger/keyring.ts';
import type { KeyHead, StoredDetails, StoredEntry } from '../../../ledger/ports.ts';
import type { EntryRow } from '../book/entry-row.ts';
import type * as rows from './rows.ts';

export interface BureauTables {
  readonly dexie: Dexie;
  readonly entries: Table<EntryRow, EntryId>;
  readonly branches: Table<StoredEntry, EntryId>;
  readonly forks: Table<Fork, KeyId>;
  readonly details: Table<StoredDetails, EntryId>;
  readonly heads: Table<KeyHead, KeyId>;
  readonly records: Table<rows.RecordRow, Subject>;
  readonly register: Table<rows.RegisterIndexRow, RecordingId>;
  readonly searchBlocks: Table<rows.SearchBlockRow, number>;
  readonly meta: Table<rows.MetaRow, rows.MetaRow['name']>;
  readonly local: Table<rows.LocalRow, rows.LocalRow['name']>;
  readonly intakes: Table<rows.IntakeRow, string>;
  readonly intakeItems: Table<rows.IntakeItemRow, [string, string]>;
  readonly mediumHandles: Table<rows.MediumHandleRow, MediumId>;
  readonly buffered: Table<rows.BufferedRow, RecordingId>;
  readonly thumbnails: Table<rows.ThumbnailRow, RecordingId>;
  readonly cards: Table<CardList, BatchId>;
  readonly prints: Table<rows.PrintRow, string>;
  readonly personKeys: Table<rows.PersonKeyRow, number>;
  readonly stationKeys: Table<rows.StationKeyRow, 'station'>;
  readonly tries: Table<PassphraseTries, PersonId>;
  readonly frontiers: Table<PeerNote, StationId>;
}

export const tablesOf = (dexie: Dexie): BureauTables => ({
  dexie,
  entries: dexie.table('entries'),
  branches: dexie.table('branches'),
  forks: dexie.table('forks'),
  details: dexie.table('details'),
  heads: dexie.table('heads'),
  records: dexie.table('records'),
  register: dexie.table('register'),
  searchBlocks: dexie.table('searchBlocks'),
  meta: dexie.table('meta'),
  local: dexie.table('local'),
  intakes: dexie.table('intakes'),
  intakeItems: dexie.table('intakeItems'),
  mediumHandles: dexie.table('mediumHandles'),
  buffered: dexie.table('buffered'),
  thumbnails: dexie.table('thumbnails'),
  cards: dexie.table('cards'),
  prints: dexie.table('prints'),
  personKeys: dexie.table('personKeys'),
  stationKeys: dexie.table('stationKeys'),
  tries: dexie.table('tries'),
  frontiers: dexie.table('frontiers'),
});

export const readMeta = async (tables: BureauTables, name: rows.MetaRow['name']): Promise<number> =>
  (await tables.meta.get(name))?.value ?? 0;

/** Inside a transaction that writes `meta`. Resolves with the new value. */
export async function addToMeta(tables: BureauTables, name: rows.MetaRow['name'], by: number): Promise<number> {
  const value = (await readMeta(tables, name)) + by;
  if (by !== 0) await tables.meta.put({ name, value });
  return value;
}
