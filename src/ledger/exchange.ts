import type { EntryId, KeyId } from '../domain/ids.ts';
import type { FormFault } from './entry.ts';
import type { Fork } from './fork.ts';
import type { StoredDetails, StoredEntry } from './ports.ts';

/** The last kept entry of one key. */
export interface FrontierHead {
  readonly key: KeyId;
  readonly seq: number;
  readonly id: EntryId;
}

/**
 * How far a book goes: the last kept entry of each key of its register, in key order. Anybody can name keys without end; what is
 * signed by one that no entry in force admits counts for nothing, and travels by id where an entry that counts names it.
 */
export type Frontier = readonly FrontierHead[];

/** What one book asks another for: everything of a key from this place on. */
export interface Missing {
  readonly key: KeyId;
  readonly fromSeq: number;
}

/** What one machine hands to another's book: signed bytes, and such details as the other may have. In any order. */
export interface Bundle {
  readonly entries: readonly string[];
  readonly details: readonly StoredDetails[];
}

/**
 * Why bytes did not enter the book. `fork`: the author signed another entry for a place that is taken; `slot-taken`: the chain
 * of the author is not contiguous within its shard; `proof-unfit`: an `equivocation-found` that proves nothing.
 */
export type RefusalCode =
  | FormFault['code']
  | 'other-bureau'
  | 'signature-bad'
  | 'fork'
  | 'slot-taken'
  | 'proof-unfit'
  | 'details-unfit';

export interface Refusal {
  readonly code: RefusalCode;
  /** Whoever brought bytes nobody signed is to blame for them; what is signed is charged to its author. */
  readonly charge: { readonly by: 'link' } | { readonly by: 'author'; readonly key: KeyId };
  /** null where the bytes are too malformed to be named. */
  readonly entry: EntryId | null;
}

/** What became of a bundle. All of it is durable when this is returned. */
export interface Received {
  readonly added: readonly EntryId[];
  readonly known: number;
  /**
   * Of this bundle, kept aside, in memory: the key is not admitted yet, or a predecessor of the key's chain is not here. Not what
   * belongs to another branch than ours: whoever holds it holds what it follows.
   */
  readonly aside: number;
  readonly refused: readonly Refusal[];
  /** What to ask the sender for. */
  readonly missing: readonly Missing[];
}

export interface OpenFork extends Fork {
  /** Keys of which a proof of it is in force that does not decide: another one of theirs would not either. */
  readonly provenBy: readonly KeyId[];
}

/** The part of a book that other machines meet. */
export interface Exchange {
  /** Examines, keeps and counts what came. Never throws on hostile input; throws `Fault` of the store. */
  /** `after`: it is read meanwhile, and taken in when that has come to an end. */
  receive(bundle: Bundle, after?: Promise<void>): Promise<Received>;
  frontier(): Promise<Frontier>;
  /** Whether a key's entries belong to the frontier, and are passed on unasked. */
  admits(key: KeyId): boolean;
  /** At most so many entries of a key, from that place on, by place. */
  entriesFrom(key: KeyId, fromSeq: number, most: number): Promise<readonly StoredEntry[]>;
  idAt(key: KeyId, seq: number): Promise<EntryId | null>;
  shards(): Promise<readonly string[]>;
  /**
   * Entries that some here name and that are not here, and some that wait for a key nobody has named: after a fork, an honest author
   * may have built on the branch that was given up, or been admitted there. Asked for by id once nothing else is missing, and
   * answered by `byIds`; what comes back is given to `receive`.
   */
  wanted(): Promise<readonly EntryId[]>;
  /** Those of the entries that are here, given-up branches included, then what the other may lack to make use of them. */
  byIds(ids: readonly EntryId[]): Promise<readonly StoredEntry[]>;
  /** Forks met and not yet decided. */
  forks(): Promise<readonly OpenFork[]>;
  /** Called after each commit with what it added, own and received, for carriers. */
  onAppended(listener: (entries: readonly StoredEntry[]) => void): () => void;
}
