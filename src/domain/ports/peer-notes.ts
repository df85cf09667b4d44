import type { EntryId, KeyId, StationId } from '../ids.ts';
import type { LinkWay } from '../link.ts';
import type { Instant } from '../time.ts';

/** The last entry another station signed to hold of one key. */
export interface PeerHead {
  readonly key: KeyId;
  readonly seq: number;
  readonly id: EntryId;
}

/** What a station signed about its own book, as it came; verified before it is kept. */
export interface PeerReceipt {
  /** Compact JWS, typ `luzheng-frontier+jws`. */
  readonly jws: string;
  /** The other station's clock: a claim. */
  readonly at: Instant;
  readonly heads: readonly PeerHead[];
}

/** What is known of another station between contacts. Bytes are counted from the first contact on. */
export interface PeerNote {
  readonly station: StationId;
  readonly receipt: PeerReceipt | null;
  readonly lastContactAt: Instant;
  readonly way: LinkWay;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** Receipts stand beside the book: an entry about a frontier would change the frontier it confirms. */
export interface PeerNotes {
  all(): Promise<readonly PeerNote[]>;
  put(note: PeerNote): Promise<void>;
}
