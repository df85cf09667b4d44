import type { BureauId, DivisionId, EntryId, KeyId, RandomBytes } from '../../domain/ids.ts';
import type { Subject } from '../../domain/subject.ts';
import { beijingDate, type Instant } from '../../domain/time.ts';
import { reachOf } from '../counting/clock.ts';
import { sealDetails } from '../details.ts';
import { BUREAU_SHARD, decodeEntry, type Entry, type EntryPayload, encodePayload } from '../entry.ts';
import type { Json } from '../json.ts';
import { type BodyOf, BUREAU_KINDS, type DetailsOf, type KindName, kindOf } from '../kinds.ts';
import { type Membership, presentGrant } from '../membership.ts';
import type { Place } from '../place.ts';
import type { BookStore, EntrySigner, EntryVerifier, KeyHead, StoredEntry } from '../ports.ts';

/** An act to be signed into the book. */
export interface Act<K extends KindName> {
  readonly kind: K;
  readonly subject: Subject;
  readonly body: BodyOf<K>;
  readonly details: DetailsOf<K>;
  readonly refs?: readonly EntryId[];
  /** The delegation acted under; left out: the author's own role. */
  readonly under?: EntryId;
  /** Which division's carrier takes it; left out for the registers of the whole bureau. */
  readonly division?: DivisionId;
}

export interface DraftPorts {
  readonly store: Pick<BookStore, 'byId'>;
  readonly verifier: EntryVerifier;
  readonly random: RandomBytes;
  readonly now: () => Instant;
}

/** Where a new entry stands. */
export interface Standing {
  readonly bureau: BureauId;
  readonly membership: Membership;
  readonly head: KeyHead | null;
  /** The last entry whose clock is sound: nobody can make an honest entry follow a clock that does not add up. */
  readonly newest: Place | null;
}

export interface Drafted {
  readonly entry: Entry;
  readonly details: { readonly salt: string; readonly json: string } | null;
}

const shardOf = (act: { readonly kind: string; readonly division?: DivisionId }, at: Instant): string =>
  act.division === undefined || BUREAU_KINDS.has(act.kind)
    ? BUREAU_SHARD
    : `${act.division}/${beijingDate(at).slice(0, 7)}`;

const soundLc = ({ clock, lc }: StoredEntry): number => (clock === 'sound' ? lc : 0);

/** Builds and signs an entry in its place; nothing is kept yet. */
export async function draft<K extends KindName>(
  signer: EntrySigner,
  act: Act<K>,
  { bureau, membership, head, newest }: Standing,
  { store, verifier, random, now }: DraftPorts,
): Promise<Drafted> {
  const kind = kindOf(act.kind);
  if (kind === null || !kind.bodyFits(act.body) || !kind.detailsFit(act.details)) {
    throw new Error(`a use case made an unfit ${act.kind}`);
  }
  const refs = act.refs ?? [];
  const named = await store.byId(head === null ? refs : [head.id, ...refs]);
  const sealed = act.details === null ? null : await sealDetails(act.details as Json, random, verifier);
  const at = now();
  const shard = shardOf(act, at);
  const payload: EntryPayload = {
    v: 1,
    bureau,
    shard,
    slot: head?.slots[shard] ?? 0,
    seq: head === null ? 0 : head.seq + 1,
    prev: head?.id ?? null,
    after: newest?.id ?? null,
    lc:
      1 + Math.max(newest?.lc ?? 0, ...named.map((entry) => (entry.id === head?.id ? reachOf(entry) : soundLc(entry)))),
    refs: [...refs],
    auth: act.under ?? authOf(signer.keyId, membership),
    kind: act.kind,
    subject: act.subject,
    at,
    body: act.body as EntryPayload['body'],
    details: sealed?.commitment ?? null,
  };
  const decoded = await decodeEntry(await signer.sign(encodePayload(payload)), verifier);
  if (!decoded.ok)
    throw new Error(`signed an unfit ${act.kind}: ${decoded.refusal.code} ${decoded.refusal.paths.join(' ')}`);
  return { entry: decoded.value, details: sealed && { salt: sealed.salt, json: sealed.json } };
}

/** The present grant of the key's person, or the admission of the station's key; null before founding. */
function authOf(keyId: KeyId, membership: Membership): EntryId | null {
  const key = membership.keys.get(keyId);
  if (key === undefined) return null;
  return key.owner.kind !== 'person' ? key.admittedBy : (presentGrant(membership, key.owner.person)?.entry ?? null);
}
