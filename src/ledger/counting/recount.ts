import type { EntryId, KeyId, PersonId } from '../../domain/ids.ts';
import { type Subject, subjectOf } from '../../domain/subject.ts';
import type { Missing } from '../exchange.ts';
import { isBefore, type Place } from '../place.ts';
import type { BookStore, FoldedRecord, KeyHead, StoredDetails, StoredEntry } from '../ports.ts';
import { rulingChanges } from './departures.ts';
import { type Judged, judgeEntry } from './judge.ts';
import { makePlaceQueue, type PlaceQueue } from './place-queue.ts';
import { makeRecordFolds, type RecordFolds } from './record-folds.ts';
import { settleClocks } from './settle-clocks.ts';
import {
  isOfRegister,
  type Register,
  type RegisterState,
  type SettledRegister,
  settleRegister,
} from './settle-register.ts';
import { changesBetween, membershipAt, type Timeline } from './timeline.ts';
import { type BookMemory, type Held, isGivenUp, makeWorkingSet, type WorkingSet } from './working-set.ts';

/** The book before the change, as far as it is at hand. */
export interface CountState extends RegisterState {
  /** With the new entries already on their chains. */
  readonly heads: ReadonlyMap<KeyId, KeyHead>;
  readonly memory: BookMemory;
}

export interface BookChange {
  /** Entries that passed the door, in any order, not counted yet. */
  readonly fresh: readonly Held[];
  /** New details, of new entries and of old ones. */
  readonly details: ReadonlyMap<EntryId, StoredDetails>;
  /** Entries whose details are deleted with this change. */
  readonly forgotten: ReadonlySet<EntryId>;
}

export interface Recounted {
  readonly entries: readonly StoredEntry[];
  readonly branches: readonly StoredEntry[];
  readonly growth: number;
  readonly records: readonly FoldedRecord[];
  readonly register: Register;
  readonly heads: ReadonlyMap<KeyId, KeyHead | null>;
  readonly missing: readonly Missing[];
}

/**
 * What becomes of the book when entries or details come: verdicts and records are those `countBook` gives for the whole set, at
 * the cost of what is affected. Clocks first, then the register of members, then, in the book's order, every entry whose
 * verdict may be another than it was; a verdict that changes brings in the later entries that looked at the same records.
 */
export async function recount(change: BookChange, state: CountState, store: BookStore): Promise<Recounted> {
  const work = makeWorkingSet(store, state.memory, change.details, change.forgotten);
  const settled = await settleClocks(work, change.fresh);
  const shown = await shownAnew(work, store, change);
  const counted = await settleRegister(work, state, [...shown, ...change.fresh, ...settled], state.heads);
  const folds = makeRecordFolds(work, store, counted.register.timeline);
  const dirty = new Set<Subject>();
  const queue = makePlaceQueue<Held>([
    ...(await affectedByMembers(work, store, state, counted.register.timeline)),
    ...[...settled, ...counted.restored, ...counted.register.entries.filter((held) => isChanged(held, counted))],
    ...[...counted.givenUp, ...shown],
  ]);
  await folds.prepare(change.fresh.flatMap(({ stored, reading }) => [...stored.subjects, ...(reading?.judges ?? [])]));
  const refold = new Set([...counted.givenUp, ...shown].map(({ id }) => id));
  const judging = { work, folds, state, counted, queue, dirty, refold };
  for (let held = queue.next(); held !== undefined; held = queue.next()) {
    const now = work.now(held);
    if (!takeAtHand(now, judging)) await take(now, judging);
  }
  return {
    entries: work.changed(),
    branches: work.branches(),
    growth: work.growth(),
    records: folds.finish(dirty),
    register: { ...counted.register, entries: counted.register.entries.map((held) => work.now(held)) },
    heads: counted.heads,
    missing: counted.missing,
  };
}

const isSound = (held: Held): boolean => held.stored.clock === 'sound' && !isGivenUp(held);

function isChanged(held: Held, { judged }: SettledRegister): boolean {
  const found = judged.get(held.id);
  return found !== undefined && !sameVerdict(found, held.stored);
}

interface Judging {
  readonly work: WorkingSet;
  readonly folds: RecordFolds;
  readonly state: CountState;
  readonly counted: SettledRegister;
  readonly queue: PlaceQueue<Held>;
  readonly dirty: Set<Subject>;
  /** Entries that are gone, or whose details have come: what they touch is folded anew whatever the verdict. */
  readonly refold: ReadonlySet<EntryId>;
}

/** The same as `take` where nothing need be asked for: thousands of promises cost more than what they wait for. */
function takeAtHand(held: Held, judging: Judging): boolean {
  const { work, counted, refold } = judging;
  if (refold.has(held.id)) return false;
  if (!isSound(held)) return true;
  const found = isOfRegister(held) ? counted.judged.get(held.id) : judgedAtHand(held, judging);
  if (found === null) return false;
  if (found === undefined || sameVerdict(found, held.stored)) return true;
  if (flips(found, held) && !announceAtHand(held, judging)) return false;
  work.put(held, found);
  return true;
}

const flips = (found: Judged, { stored }: Held): boolean =>
  (found.verdict.kind === 'in-force') !== (stored.verdict.kind === 'in-force');

function announceAtHand({ id, lc, stored }: Held, { work, folds, queue, dirty }: Judging): boolean {
  const place = { id, lc };
  const readers: Held[] = [];
  for (const subject of stored.subjects) {
    const found = folds.readyAtHand(subject, place) ? work.readersAtHand(subject, place) : null;
    if (found === null) return false;
    readers.push(...found);
  }
  for (const subject of stored.subjects) dirty.add(subject);
  for (const reader of readers) queue.add(reader);
  return true;
}

function judgedAtHand(held: Held, { folds, state, counted }: Judging): Judged | null {
  const { timeline } = counted.register;
  const membership = membershipAt(timeline, held);
  for (let asked: ReadonlySet<Subject> = new Set(); ; ) {
    const lacking = new Set<Subject>();
    const record = folds.before(held, (subject) => lacking.add(subject));
    const found = judgeEntry(held, { root: state.root, rulings: timeline.rulings, membership, record });
    if (lacking.size === 0) return found;
    for (const subject of lacking) if (asked.has(subject) || !folds.readyAtHand(subject, held)) return null;
    asked = lacking;
  }
}

async function take(held: Held, judging: Judging): Promise<void> {
  const { work, counted, refold } = judging;
  if (refold.has(held.id)) await announce(held, judging);
  if (!isSound(held)) return;
  const found = isOfRegister(held) ? counted.judged.get(held.id) : await judged(held, judging);
  if (found === undefined || sameVerdict(found, held.stored)) return;
  // Cursors must stand before this place while the old verdict still holds.
  if (flips(found, held) && !refold.has(held.id)) await announce(held, judging);
  work.put(held, found);
}

function sameVerdict({ verdict, reads }: Judged, stored: Pick<StoredEntry, 'verdict' | 'reads'>): boolean {
  if (verdict.kind !== stored.verdict.kind || reads.length !== stored.reads.length) return false;
  if (verdict.kind === 'void' && stored.verdict.kind === 'void' && verdict.code !== stored.verdict.code) return false;
  return reads.every((subject, i) => subject === stored.reads[i]);
}

/** What the entry touches will be another than it was from here on. */
async function announce(held: Held, { work, folds, queue, dirty }: Judging): Promise<void> {
  for (const subject of held.stored.subjects) {
    await folds.ready(subject, held);
    dirty.add(subject);
    for (const reader of await work.readers(subject, held)) queue.add(reader);
  }
}

async function judged(held: Held, { folds, state, counted }: Judging): Promise<Judged> {
  const { timeline } = counted.register;
  const membership = membershipAt(timeline, held);
  for (;;) {
    const lacking = new Set<Subject>();
    const record = folds.before(held, (subject) => lacking.add(subject));
    const found = judgeEntry(held, { root: state.root, rulings: timeline.rulings, membership, record });
    if (lacking.size === 0) return found;
    await folds.prepare(lacking);
    for (const subject of lacking) await folds.ready(subject, held);
  }
}

/** Entries that were signed by, or looked at, somebody whose place in the register is another than it was. */
async function affectedByMembers(
  work: WorkingSet,
  store: BookStore,
  { register, heads }: CountState,
  after: Timeline,
): Promise<readonly Held[]> {
  if (register.timeline === after) return [];
  const { keys, persons } = changesBetween(register.timeline, after);
  const affected: Held[] = [];
  for (const [key, place] of keysAffected(keys, persons, after)) {
    if ((heads.get(key)?.lc ?? 0) < place.lc) continue;
    for (const held of await work.ofKey(key, 0)) if (isBefore(place, held)) affected.push(held);
  }
  const rulings = rulingChanges(register.timeline.rulings, after.rulings);
  for (const [key, seq] of rulings.keys) affected.push(...(await work.ofKey(key, seq)));
  if (rulings.entries.length > 0) affected.push(...(await work.open(await store.byId(rulings.entries))));
  for (const [person, place] of persons) affected.push(...(await work.readers(subjectOf('person', person), place)));
  return affected.filter((held) => !isOfRegister(held) && isSound(held));
}

function keysAffected(
  keys: ReadonlyMap<KeyId, Place>,
  persons: ReadonlyMap<PersonId, Place>,
  { steps }: Timeline,
): ReadonlyMap<KeyId, Place> {
  const affected = new Map(keys);
  for (const { owner, keyId } of steps.at(-1)?.membership.keys.values() ?? []) {
    const place = owner.kind === 'person' ? persons.get(owner.person) : undefined;
    const known = affected.get(keyId);
    if (place !== undefined && (known === undefined || isBefore(place, known))) affected.set(keyId, place);
  }
  return affected;
}

/** Entries counted before, whose details have come only now, or go. What of the register waits is folded once it is confirmed. */
async function shownAnew(
  work: WorkingSet,
  store: BookStore,
  { fresh, details, forgotten }: BookChange,
): Promise<readonly Held[]> {
  const isFresh = new Set(fresh.map(({ id }) => id));
  const late = [...details.keys(), ...forgotten].filter((id) => !isFresh.has(id));
  if (late.length === 0) return [];
  const shown = await work.open(await store.byId(late));
  return shown.filter((held) => held.stored.verdict.kind === 'in-force' || isOfRegister(held));
}
