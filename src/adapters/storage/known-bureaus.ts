import type { Table } from 'dexie';
import type { BureauId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { type OpenedDatabase, type OpenOptions, openDatabase } from './database/open-database.ts';
import type { Shelf } from './database/shelf.ts';
import { guarded } from './database/storage-fault.ts';
import { ORIGIN_VERSIONS } from './database/versions.ts';

export interface KnownBureau {
  readonly bureau: BureauId;
  readonly rememberedAt: Instant;
}

/**
 * Which bureaus this origin has a database of. Remember a bureau before its founding begins: one whose storage holds no station
 * identity was never finished and can be founded again.
 */
export interface KnownBureaus extends Pick<OpenedDatabase, 'onClosed' | 'close'> {
  /** Oldest first. */
  list(): Promise<readonly KnownBureau[]>;
  remember(known: KnownBureau): Promise<void>;
  /** Takes it off the list; its database stays. */
  forget(bureau: BureauId): Promise<void>;
}

const LIST_OF: Readonly<Record<Shelf, string>> = { real: 'luzheng-origin', demonstration: 'luzheng-demonstration' };

/** Those of one shelf: neither knows of the other. Throws `Fault<StorageFaultCode>`. */
export async function openKnownBureaus(options: OpenOptions & { readonly shelf?: Shelf } = {}): Promise<KnownBureaus> {
  const { dexie, onClosed, close } = await openDatabase(LIST_OF[options.shelf ?? 'real'], ORIGIN_VERSIONS, options);
  const bureaus: Table<KnownBureau, BureauId> = dexie.table('bureaus');
  return {
    list: () =>
      guarded(async () => (await bureaus.toArray()).sort((a, b) => (a.rememberedAt < b.rememberedAt ? -1 : 1))),
    remember: (known) => guarded(async () => void (await bureaus.put(known))),
    forget: (bureau) => guarded(() => bureaus.delete(bureau)),
    onClosed,
    close,
  };
}
