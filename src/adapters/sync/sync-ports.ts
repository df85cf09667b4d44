import type { BureauId, EntryId, RandomBytes, StationId } from '../../domain/ids.ts';
import type { PeerReceipt } from '../../domain/ports/peer-notes.ts';
import type { Exchange } from '../../ledger/exchange.ts';
import type { EntryVerifier, StoredDetails, StoredEntry } from '../../ledger/ports.ts';
import type { StatementSigner, StatementVerifier } from '../../ledger/statement.ts';
import type { CarriedEntry } from './carrier.ts';
import type { SyncIncident } from './incidents.ts';
import type { DraftPorts } from './talk/draft-talk.ts';
import type { Timers } from './timers.ts';

/** The book as links meet it. */
export interface SyncBook extends Exchange {
  readonly bureau: BureauId;
  readonly reader: { detailsOf(ids: readonly EntryId[]): Promise<readonly StoredDetails[]> };
}

export interface SyncPorts {
  readonly book: SyncBook;
  readonly readShard: (shard: string) => Promise<readonly CarriedEntry[]>;
  readonly signer: StatementSigner;
  readonly statements: StatementVerifier;
  readonly verifier: Pick<EntryVerifier, 'sha256'>;
  readonly receipts: {
    last(station: StationId): Promise<PeerReceipt | null>;
    keep(station: StationId, receipt: PeerReceipt): Promise<void>;
  };
  /** Whether a station may have the private part of an entry. */
  readonly entitled: (station: StationId, entry: StoredEntry) => boolean;
  /** Unsigned drafts of activities; without them none are told or heard. */
  readonly drafts?: DraftPorts;
  readonly timers: Timers;
  readonly random: RandomBytes;
  readonly onIncident: (incident: SyncIncident) => void;
  /** A fork was met: `book.forks()` holds both entries, to be signed into an `equivocation-found`. */
  readonly onFork: () => void;
  /** Facts about peers have changed. */
  readonly onPeers: () => void;
  /** The store failed under a message: what came is lost and will be asked for again. */
  readonly onFault: (error: unknown) => void;
}
