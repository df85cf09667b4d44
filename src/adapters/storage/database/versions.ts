import type { Transaction } from 'dexie';
import { toVersion2 } from './to-version-2.ts';
import { toVersion5 } from './to-version-5.ts';
import { toVersion6 } from './to-version-6.ts';

/** One step of a database's life. `stores` names only tables that are new, changed or dropped (null). */
export interface Version {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  /** Brings the rows of the version before into this one's shape, inside the one transaction that changes the schema. */
  readonly upgrade?: (tx: Transaction) => PromiseLike<unknown>;
}

/**
 * A released version is never edited: stations in the field hold it. A change is a new last element, its upgrade in a
 * file of its own beside this one (`to-version-2.ts`), with a test that opens the version before it and finds every row.
 */
export const BUREAU_VERSIONS: readonly Version[] = [
  {
    version: 1,
    stores: {
      entries: 'id, &[keyId+seq], *subjects, [shard+keyId+slot], [lc+id], kind',
      details: 'entry',
      heads: 'keyId',
      records: 'subject, type',
      register: 'id, row.capturedAt, row.takenInAt, noKey, row.sizeBytes, durationKey, row.activity, row.device',
      searchBlocks: 'block, revision',
      meta: 'name',
      local: 'name',
      intakes: 'batch',
      intakeItems: '[batch+key]',
      mediumHandles: 'medium',
      buffered: 'recording',
      thumbnails: 'recording',
      personKeys: '++order, &keyId',
      stationKeys: 'name',
      tries: 'person',
    },
  },
  // Entries of other stations: each touches and looks at records at a place of the book's order, may wait for another, and may
  // belong to a branch that was given up. Records are found by type through their subject, which begins with it. And what other
  // stations signed to hold.
  {
    version: 2,
    stores: {
      entries: 'id, &[keyId+seq], *touched, *read, [shard+keyId+slot], [lc+id], waitsFor, register',
      branches: 'id, keyId, waitsFor',
      records: 'subject',
      forks: 'key',
      frontiers: 'station',
    },
    upgrade: toVersion2,
  },
  // What the pictures inside recordings come to, so that the same film in another file is noticed; what intakes left on their cards.
  { version: 3, stores: { prints: 'print', cards: 'batch' } },
  // Which records changed after a commit. Rows from before have no number and are found by reading all once.
  { version: 4, stores: { records: 'subject, revision' } },
  // A merge touches the activity that is kept, too.
  { version: 5, stores: {}, upgrade: toVersion5 },
  // A course names every 恢复记录, also where nothing was open.
  { version: 6, stores: {}, upgrade: toVersion6 },
];

export const ORIGIN_VERSIONS: readonly Version[] = [{ version: 1, stores: { bureaus: 'bureau' } }];
