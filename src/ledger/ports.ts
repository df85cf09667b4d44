import type { EntryId, KeyId } from '../domain/ids.ts';
import type { RecordOf } from '../domain/records.ts';
import type { Subject, SubjectType } from '../domain/subject.ts';
import type { Verdict } from './verdict.ts';

/** Public half of an ES256 key (RFC 7517). Only these members: a thumbprint covers exactly them. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** Checks compact JWS signatures. Never throws on hostile input: false is an answer. */
export interface EntryVerifier {
  verify(jws: string, key: PublicJwk): Promise<boolean>;
  /** RFC 7638 thumbprint, SHA-256, base64url. */
  thumbprint(key: PublicJwk): Promise<KeyId>;
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

/** A record of the read model, ready to be put under its subject. null: nothing in force touches the subject. */
export type FoldedRecord = {
  [T in SubjectType]: { readonly subject: Subject; readonly type: T; readonly record: RecordOf[T] | null };
}[SubjectType];

/**
 * The book's tables. `commit` is one durable transaction (strict durability): entries, details, heads and refolded
 * records become visible together or not at all. Throws `Fault<'storage-full' | 'storage-failed'>`.
 */
export interface BookStore {
  commit(write: {
    readonly entries: readonly StoredEntry[];
    readonly details: readonly StoredDetails[];
    readonly heads: readonly KeyHead[];
    readonly records: readonly FoldedRecord[];
  }): Promise<void>;
  head(keyId: KeyId): Promise<KeyHead | null>;
  /** The known entry with the greatest (lc, id), of any author. */
  newest(): Promise<{ readonly id: EntryId; readonly lc: number } | null>;
  byId(ids: readonly EntryId[]): Promise<readonly StoredEntry[]>;
  /** Every entry that touches one of the subjects, each once. */
  bySubjects(subjects: readonly Subject[]): Promise<readonly StoredEntry[]>;
  byShard(shard: string): Promise<readonly StoredEntry[]>;
  detailsOf(ids: readonly EntryId[]): Promise<readonly StoredDetails[]>;
  /** All entries in (lc, id) order, in pages; for examination and export. */
  all(pageSize: number): AsyncIterable<readonly StoredEntry[]>;
  count(): Promise<number>;
}
