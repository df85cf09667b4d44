import type { EntryId, KeyId } from '../domain/ids.ts';
import type { PublicJwk } from '../domain/public-keys.ts';
import type { RecordOf } from '../domain/records.ts';
import type { Subject, SubjectType } from '../domain/subject.ts';
import type { Fork } from './fork.ts';
import type { Place } from './place.ts';
import type { Clock, Verdict } from './verdict.ts';

export type { PublicJwk } from '../domain/public-keys.ts';

/** Checks compact JWS signatures. Never throws on hostile input: false is an answer. */
export interface EntryVerifier {
  verify(jws: string, key: PublicJwk): Promise<boolean>;
  /** RFC 7638 thumbprint, SHA-256, base64url. */
  thumbprint(key: PublicJwk): Promise<KeyId>;
  /** Takes the bytes at the call: the caller may write over them at once. */
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

/** A key that can sign now: a person's while unlocked, or the station's. */
export interface EntrySigner {
  readonly keyId: KeyId;
  /** Compact JWS, header `{alg:"ES256", kid, typ:"luzheng-entry+jws"}`, payload the UTF-8 bytes given. */
  sign(payload: Uint8Array<ArrayBuffer>): Promise<string>;
}

/** One entry as the book's table keeps it. `jws` is the signed bytes; the rest is taken from them once, at the door. */
export interface StoredEntry {
  readonly id: EntryId;
  readonly jws: string;
  readonly keyId: KeyId;
  readonly seq: number;
  readonly shard: string;
  readonly slot: number;
  readonly lc: number;
  readonly kind: string;
  /** Everything the entry touches, its own subject first. */
  readonly subjects: readonly Subject[];
  readonly verdict: Verdict;
  readonly clock: Clock;
  /** What an entry that is early waits for. */
  readonly waitsFor: EntryId | null;
  /** Of an entry whose clock is wrong: how far its key's chain had come before it. */
  readonly reach?: number;
  /** Whose records its judgement looked at: when one of them changes before it, it is judged anew. */
  readonly reads: readonly Subject[];
}

/** The private part of an entry: the exact JSON text that was committed to, and its salt. */
export interface StoredDetails {
  readonly entry: EntryId;
  /** 32 bytes, base64url. */
  readonly salt: string;
  readonly json: string;
}

/** A key's last entry and its next place in each shard. */
export interface KeyHead {
  readonly keyId: KeyId;
  readonly seq: number;
  readonly id: EntryId;
  readonly lc: number;
  readonly slots: Readonly<Record<string, number>>;
}

/**
 * A record of the read model, ready to be put under its subject. null: what is in force about the subject makes no record,
 * or nothing is.
 */
export type FoldedRecord = {
  [T in SubjectType]: {
    readonly subject: Subject;
    readonly type: T;
    readonly record: RecordOf[T] | null;
    /** The last entry in force that touches the subject: what comes later is folded on top. Left out or null: there is none. */
    readonly upTo?: Place | null;
  };
}[SubjectType];

/** What one commit writes: all of it becomes visible together, or nothing. */
export interface BookWrite {
  /** New ones, and old ones judged anew. One that stood among the branches is taken from there. */
  readonly entries: readonly StoredEntry[];
  readonly details: readonly StoredDetails[];
  /** Whose details are deleted. */
  readonly forgotten?: readonly EntryId[];
  readonly heads: readonly KeyHead[];
  readonly records: readonly FoldedRecord[];
  /** How many more entries there are on chains after it. Left out: the store looks. */
  readonly growth?: number;
  /** Entries given up for another branch of their key's chain: taken from the entries, kept beside them. */
  readonly branches?: readonly StoredEntry[];
  /** Keys of whose chain nothing is left. */
  readonly headless?: readonly KeyId[];
  /** Forks met, one a key; `settled` are keys about which there is no question any more. */
  readonly forks?: readonly Fork[];
  readonly settled?: readonly KeyId[];
}

/**
 * The book's tables. `commit` is one durable transaction (strict durability). Throws `Fault<'storage-full' | 'storage-failed'>`.
 * "Entries" are those of each key's one chain; entries of branches that were given up are found by id only, for those that
 * name them.
 */
export interface BookStore {
  commit(write: BookWrite): Promise<void>;
  head(keyId: KeyId): Promise<KeyHead | null>;
  heads(): Promise<readonly KeyHead[]>;
  /** The entry with the greatest (lc, id) of those whose clock is sound, of any author. */
  newest(): Promise<Place | null>;
  /** Entries, and those of branches. */
  byId(ids: readonly EntryId[]): Promise<readonly StoredEntry[]>;
  /** Every entry that touches one of the subjects, each once. */
  bySubjects(subjects: readonly Subject[]): Promise<readonly StoredEntry[]>;
  /** Entries whose judgement looked at the subject and that come later, in (lc, id) order. */
  readers(subject: Subject, after: Place): Promise<readonly StoredEntry[]>;
  /** Entries, and those of branches, that are early for one of these. */
  waiters(ids: readonly EntryId[]): Promise<readonly StoredEntry[]>;
  /** Everything that some entry is early for. */
  waitedFor(): Promise<readonly EntryId[]>;
  byShard(shard: string): Promise<readonly StoredEntry[]>;
  /** At most so many entries of a key's chain from that place on, in order. */
  ofKey(key: KeyId, fromSeq: number, most: number): Promise<readonly StoredEntry[]>;
  branchesOf(key: KeyId): Promise<readonly StoredEntry[]>;
  /** Keys of which there are branches. */
  branchedKeys(): Promise<readonly KeyId[]>;
  /** Entries of the kinds of the register of members. */
  register(): Promise<readonly StoredEntry[]>;
  folded(subjects: readonly Subject[]): Promise<readonly FoldedRecord[]>;
  detailsOf(ids: readonly EntryId[]): Promise<readonly StoredDetails[]>;
  forks(): Promise<readonly Fork[]>;
  /** All entries in (lc, id) order, in pages; for examination and export. */
  all(pageSize: number): AsyncIterable<readonly StoredEntry[]>;
  count(): Promise<number>;
}
