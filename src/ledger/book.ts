import { done, type Outcome, refused } from '../base/outcome.ts';
import type { BureauId, DivisionId, EntryId, KeyId, RandomBytes } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { AnyRecord, RecordOf } from '../domain/records.ts';
import { parseSubject, type Subject, type SubjectType } from '../domain/subject.ts';
import { beijingDate, type Instant } from '../domain/time.ts';
import { applyToMembership } from './admit.ts';
import { type Counted, countEntry, type OpenEntry, subjectsOf, subjectsToJudge } from './count.ts';
import { sealDetails } from './details.ts';
import { BUREAU_SHARD, decodeEntry, type Entry, type EntryPayload, encodePayload } from './entry.ts';
import type { Json } from './json.ts';
import { type BodyOf, BUREAU_KINDS, type DetailsOf, type KindName, kindOf } from './kinds.ts';
import { type Membership, noMembership, presentGrant } from './membership.ts';
import type { BookStore, EntrySigner, EntryVerifier, FoldedRecord, KeyHead, StoredEntry } from './ports.ts';
import type { VoidCode } from './verdict.ts';

/** An act to be signed into the book. */
export interface Act<K extends KindName> {
  readonly kind: K;
  readonly subject: Subject;
  readonly body: BodyOf<K>;
  readonly details: DetailsOf<K>;
  readonly refs?: readonly EntryId[];
  /** Which division's carrier takes it; left out for the registers of the whole bureau. */
  readonly division?: DivisionId;
}

export interface BookPorts {
  readonly store: BookStore;
  readonly records: Pick<ReadModel, 'getMany'>;
  readonly verifier: EntryVerifier;
  readonly random: RandomBytes;
  readonly now: () => Instant;
}

/** This machine's append-only book: examines, keeps, and folds. The only writer of the store. */
export interface Book {
  readonly bureau: BureauId;
  membership(): Membership;
  /** Signs one act. Refused, and nothing is written, where the rules would make it void. Throws `Fault` of the store. */
  append<K extends KindName>(signer: EntrySigner, act: Act<K>): Promise<Outcome<Entry, VoidCode>>;
  /** Reads the membership again: another tab has written since. */
  refresh(): Promise<void>;
  /** The signed bytes and their details, for export, printing and examination. */
  readonly reader: Pick<BookStore, 'all' | 'detailsOf' | 'count' | 'bySubjects'>;
  /** Called after each commit, for carriers. */
  onAppended(listener: (entry: StoredEntry) => void): () => void;
}

const shardOf = (act: { readonly kind: string; readonly division?: DivisionId }, at: Instant): string =>
  act.division === undefined || BUREAU_KINDS.has(act.kind)
    ? BUREAU_SHARD
    : `${act.division}/${beijingDate(at).slice(0, 7)}`;

/** Opens the book of a bureau pinned to its founding entry; `root` is null only while it is being founded. */
export async function openBook(bureau: BureauId, root: EntryId | null, ports: BookPorts): Promise<Book> {
  const listeners = new Set<(entry: StoredEntry) => void>();
  let pinned = root;
  let membership = root === null ? noMembership(bureau) : await readMembership(bureau, root, ports);
  let queue: Promise<unknown> = Promise.resolve();

  async function write<K extends KindName>(signer: EntrySigner, act: Act<K>): Promise<Outcome<Entry, VoidCode>> {
    const { entry, details, head } = await draft(bureau, signer, act, membership, ports);
    if (pinned === null && act.kind === 'bureau-founded') pinned = entry.id;
    const counted = await count({ entry, details: act.details }, head, membership, pinned ?? entry.id, ports);
    if (counted.verdict.kind !== 'in-force') {
      return refused(counted.verdict.kind === 'void' ? counted.verdict.code : 'chain-broken');
    }
    const stored = toStored(entry, counted);
    await ports.store.commit({
      entries: [stored],
      details: details === null ? [] : [{ entry: entry.id, ...details }],
      heads: [nextHead(head, entry)],
      records: counted.records as readonly FoldedRecord[],
    });
    membership = counted.membership;
    for (const listener of listeners) listener(stored);
    return done(entry);
  }

  return {
    bureau,
    membership: () => membership,
    refresh: async () => {
      if (pinned !== null) membership = await readMembership(bureau, pinned, ports);
    },
    reader: ports.store,
    append: (signer, act) => {
      const result = queue.then(() => write(signer, act));
      queue = result.catch(() => undefined);
      return result;
    },
    onAppended: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Membership is small and read first: the bureau carrier, counted from nothing. */
async function readMembership(bureau: BureauId, root: EntryId, { store, verifier }: BookPorts): Promise<Membership> {
  const stored = await store.byShard(BUREAU_SHARD);
  if (!stored.some((entry) => entry.id === root)) return noMembership(bureau);
  const open = await Promise.all(stored.map((entry) => reopen(entry, verifier)));
  return countMembership(open.flat(), stored, root);
}

/**
 * Only verdicts that already stand are followed: entries of this shard may point at others that are not loaded here,
 * so they are not judged anew.
 */
function countMembership(open: readonly OpenEntry[], stored: readonly StoredEntry[], root: EntryId): Membership {
  const standing = new Set(stored.filter(({ verdict }) => verdict.kind === 'in-force').map(({ id }) => id));
  const sorted = open
    .filter(({ entry }) => standing.has(entry.id))
    .sort((a, b) => a.entry.payload.lc - b.entry.payload.lc || (a.entry.id < b.entry.id ? -1 : 1));
  const [first] = sorted;
  if (first === undefined || !standing.has(root)) throw new Error('the bureau carrier has no founding entry');
  return sorted.reduce(
    (membership, { entry }) => applyToMembership(membership, entry),
    noMembership(first.entry.payload.bureau),
  );
}

async function reopen(stored: StoredEntry, verifier: EntryVerifier): Promise<readonly OpenEntry[]> {
  const decoded = await decodeEntry(stored.jws, verifier);
  return decoded.ok ? [{ entry: decoded.value, details: null }] : [];
}

interface Drafted {
  readonly entry: Entry;
  readonly details: { readonly salt: string; readonly json: string } | null;
  readonly head: KeyHead | null;
}

async function draft<K extends KindName>(
  bureau: BureauId,
  signer: EntrySigner,
  act: Act<K>,
  membership: Membership,
  { store, verifier, random, now }: BookPorts,
): Promise<Drafted> {
  const kind = kindOf(act.kind);
  if (kind === null || !kind.bodyFits(act.body) || !kind.detailsFit(act.details)) {
    throw new Error(`a use case made an unfit ${act.kind}`);
  }
  const refs = act.refs ?? [];
  const [head, newest, referred] = await Promise.all([store.head(signer.keyId), store.newest(), store.byId(refs)]);
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
    lc: 1 + Math.max(head?.lc ?? 0, newest?.lc ?? 0, ...referred.map((entry) => entry.lc)),
    refs: [...refs],
    auth: authOf(signer.keyId, membership),
    kind: act.kind,
    subject: act.subject,
    at,
    body: act.body as EntryPayload['body'],
    details: sealed?.commitment ?? null,
  };
  const decoded = await decodeEntry(await signer.sign(encodePayload(payload)), verifier);
  if (!decoded.ok)
    throw new Error(`signed an unfit ${act.kind}: ${decoded.refusal.code} ${decoded.refusal.paths.join(' ')}`);
  return { entry: decoded.value, details: sealed && { salt: sealed.salt, json: sealed.json }, head };
}

/** The present grant of the key's person, or the admission of the station's key; null before founding. */
function authOf(keyId: KeyId, membership: Membership): EntryId | null {
  const key = membership.keys.get(keyId);
  if (key === undefined) return null;
  return key.owner.kind === 'station' ? key.admittedBy : (presentGrant(membership, key.owner.person)?.entry ?? null);
}

async function count(
  open: OpenEntry,
  head: KeyHead | null,
  membership: Membership,
  root: EntryId,
  { store, records }: BookPorts,
): Promise<Counted> {
  const { payload } = open.entry;
  const named = [payload.prev, payload.after, ...payload.refs].flatMap((id) => (id === null ? [] : [id]));
  const [known, atHand] = await Promise.all([store.byId(named), readRecords(subjectsToJudge(open.entry), records)]);
  const lcs = new Map(known.map((entry) => [entry.id, entry.lc]));
  return countEntry(open, {
    root,
    membership,
    head: head === null ? null : { ...head, nextSlot: head.slots[payload.shard] ?? 0 },
    lcOf: (id) => lcs.get(id),
    record: <T extends SubjectType>(type: T, id: string) => (atHand.get(`${type}:${id}`) ?? null) as RecordOf[T] | null,
  });
}

async function readRecords(
  subjects: readonly Subject[],
  records: BookPorts['records'],
): Promise<Map<Subject, AnyRecord>> {
  const byType = new Map<SubjectType, string[]>();
  for (const subject of subjects) {
    const parsed = parseSubject(subject);
    if (parsed !== null) byType.set(parsed.type, [...(byType.get(parsed.type) ?? []), parsed.id]);
  }
  const found = new Map<Subject, AnyRecord>();
  for (const [type, ids] of byType) {
    const some = await records.getMany(type, ids as never);
    for (const record of some as readonly AnyRecord[]) found.set(`${type}:${record.id}`, record);
  }
  return found;
}

function toStored(entry: Entry, { verdict }: Counted): StoredEntry {
  const { seq, shard, slot, lc, kind } = entry.payload;
  return {
    id: entry.id,
    jws: entry.jws,
    keyId: entry.keyId,
    seq,
    shard,
    slot,
    lc,
    kind,
    subjects: subjectsOf(entry),
    verdict,
  };
}

function nextHead(head: KeyHead | null, entry: Entry): KeyHead {
  const { seq, lc, shard, slot } = entry.payload;
  return { keyId: entry.keyId, seq, id: entry.id, lc, slots: { ...head?.slots, [shard]: slot + 1 } };
}
