import type { BureauId, EntryId, KeyId, PersonId } from '../domain/ids.ts';
import type { AnyRecord, RecordOf } from '../domain/records.ts';
import type { Subject, SubjectType } from '../domain/subject.ts';
import { type ClockFound, judgeClock, type KnownClock } from './counting/clock.ts';
import { foldOne } from './counting/fold-one.ts';
import { judgeEntry, type Opened, openEntry } from './counting/judge.ts';
import { inOrder, proofsIn } from './counting/proofs.ts';
import { strandAlone } from './counting/read-branching.ts';
import { settleForks } from './counting/settle-forks.ts';
import { Branching, type Strand } from './counting/strands.ts';
import { type CountedRegister, membershipAt, presentMembership } from './counting/timeline.ts';
import type { Entry, EntryPayload } from './entry.ts';
import { REGISTER_KINDS } from './kinds.ts';
import { type Membership, presentGrant } from './membership.ts';
import type { Place } from './place.ts';
import { type Verdict, voided, waitingFor } from './verdict.ts';

/** An entry with whatever of its details is on this station, parsed. */
export interface OpenEntry {
  readonly entry: Entry;
  readonly details: unknown;
}

export interface CountedBook {
  readonly membership: Membership;
  readonly verdicts: ReadonlyMap<EntryId, Verdict>;
  readonly records: ReadonlyMap<Subject, AnyRecord>;
}

/** Whether a book holds an entry on its chains. */
export type Standing = (id: EntryId) => boolean;

/** What placing an entry needs of it, so that a long book can be counted without holding it. */
export interface Placed extends Place {
  readonly entry: Pick<Entry, 'id' | 'keyId' | 'jws'> & {
    readonly payload: Pick<
      EntryPayload,
      'bureau' | 'kind' | 'seq' | 'prev' | 'after' | 'refs' | 'shard' | 'slot' | 'lc'
    >;
  };
}

/**
 * Counts a whole book from nothing: the same result for the same set of entries, whatever order they came in. What every
 * book that grows entry by entry must come to (`counting/recount.ts`). `stands`: what a book holds on its chains; looked at only
 * about forks that nobody has decided, of which each book keeps what it met first.
 */
export function countBook(open: readonly OpenEntry[], root: EntryId, stands: Standing | null = null): CountedBook {
  const all = inOrder(open.map(({ entry, details }) => openEntry(entry, details)));
  const counting = beginCount(all, all.filter(isOfRegister), root, stands);
  const verdicts = new Map(all.map((opened) => [opened.id, counting.take(opened)]));
  return { membership: counting.membership, verdicts, records: counting.records };
}

export const isOfRegister = ({ entry }: Placed): boolean => REGISTER_KINDS.has(entry.payload.kind);

/** A count under way: each entry is handed in open, in the book's order, and need not be kept. */
export interface Counting {
  readonly membership: Membership;
  readonly records: ReadonlyMap<Subject, AnyRecord>;
  readonly take: (opened: Opened) => Verdict;
}

/** Settles clocks, branches and the register of members; `all` and `register` are in order, and `register` is open. */
export function beginCount(
  all: readonly Placed[],
  register: readonly Opened[],
  root: EntryId,
  stands: Standing | null,
): Counting {
  const steps = settleClocks(all);
  for (;;) {
    const step = steps.next();
    if (step.done) return countFrom(all, register, step.value, root, stands);
  }
}

/** The same in slices: the clocks of a long book take longer than a screen may stand still. */
export async function beginCountInSlices(
  all: readonly Placed[],
  register: readonly Opened[],
  root: EntryId,
  stands: Standing | null,
  pause: () => Promise<void>,
): Promise<Counting> {
  const steps = settleClocks(all);
  for (;;) {
    const step = steps.next();
    if (step.done) return countFrom(all, register, step.value, root, stands);
    await pause();
  }
}

function countFrom(
  all: readonly Placed[],
  register: readonly Opened[],
  clocks: Clocks,
  root: EntryId,
  stands: Standing | null,
): Counting {
  const settled = settle(all, register, clocks, root, stands);
  const { timeline, judged } = settled.register;
  const records = new Map<Subject, AnyRecord>();
  const record = <T extends SubjectType>(type: T, id: string) =>
    (records.get(`${type}:${id}`) ?? null) as RecordOf[T] | null;
  const take = (opened: Opened): Verdict => {
    const membership = membershipAt(timeline, opened);
    const verdict =
      settled.placeVerdict(opened) ??
      judged.get(opened.id)?.verdict ??
      judgeEntry(opened, { root, rulings: timeline.rulings, membership, record }).verdict;
    if (verdict.kind === 'in-force') foldOne(records, opened, membershipAfter(settled.register, opened, membership));
    return verdict;
  };
  return { membership: presentMembership(timeline), records, take };
}

/** The founding entry brings the key it is signed with. */
const membershipAfter = (register: CountedRegister, opened: Opened, before: Membership): Membership =>
  opened.entry.payload.kind === 'bureau-founded'
    ? (register.timeline.steps.find(({ id }) => id === opened.id)?.membership ?? before)
    : before;

interface Settled {
  readonly register: CountedRegister;
  readonly placeVerdict: (placed: Placed) => Verdict | null;
}

/** Clocks, then branches and the register together. */
function settle(
  all: readonly Placed[],
  ofRegister: readonly Opened[],
  clocks: Clocks,
  root: EntryId,
  stands: Standing | null,
): Settled {
  const bureau = all[0]?.entry.payload.bureau ?? ('' as BureauId);
  const entries = ofRegister.filter(({ id }) => {
    return clocks.found.get(id)?.clock === 'sound' && !clocks.broken.has(id);
  });
  const proofs = proofsIn(ofRegister);
  const keys = new Set([...proofs.map(({ key }) => key), ...keysThatPart(all, stands)]);
  const strands = new Map<EntryId, Strand>();
  for (const { id, entry } of all) {
    // In a slot that is not the next, an entry stands on no branch, whoever decides for it.
    if (!keys.has(entry.keyId) || clocks.broken.has(id)) continue;
    strands.set(id, { ...strandAlone({ entry }), stands: stands?.(id) ?? false });
  }
  const branching = new Branching(keys, strands.values(), proofs);
  const strandOf = ({ id }: Pick<Opened, 'id'>) => strands.get(id) ?? null;
  const { paths, register } = settleForks({ bureau, root, entries, branching, strandOf });
  const standing = new Set([...paths.values()].flatMap((path) => path.strands.map(({ id }) => id)));
  const isLost = ({ id, entry }: Placed) => keys.has(entry.keyId) && !standing.has(id);
  return { register, placeVerdict: (one) => (isLost(one) ? voided('forked') : placeVerdict(clocks, one.id)) };
}

/** Keys with two entries for one place, or with one that follows nothing that is here. */
function keysThatPart(all: readonly Placed[], stands: Standing | null): ReadonlySet<KeyId> {
  const places = new Set<string>();
  return new Set(
    all.flatMap(({ id, entry: { keyId, payload } }) => {
      const place = `${keyId} ${payload.seq}`;
      if (places.has(place) || stands?.(id) === false) return keyId;
      places.add(place);
      return [];
    }),
  );
}

function placeVerdict({ found: clocks, broken }: Clocks, id: EntryId): Verdict | null {
  const found = clocks.get(id);
  if (found === undefined || broken.has(id)) return voided('chain-broken');
  if (found.clock === 'wrong') return voided('clock-wrong');
  return found.waitsFor === null ? null : waitingFor(found.waitsFor);
}

/** A broken chain says nothing of clocks: whether it is one may turn out later, and clocks stay as they were found. */
interface Clocks {
  readonly found: ReadonlyMap<EntryId, ClockFound>;
  readonly broken: ReadonlySet<EntryId>;
}

/** Entries between two pauses. */
const SLICE = 500;

/** Clock and chain of each entry, stopping at each slice. In a book chains are whole; a set put together from elsewhere may be anything. */
function* settleClocks(all: readonly Placed[]): Generator<void, Clocks> {
  const broken = yield* brokenChains(all);
  const lcs = new Map(all.map(({ id, lc }) => [id, lc]));
  const found = new Map<EntryId, ClockFound>();
  const known = (id: EntryId): KnownClock | undefined => {
    const lc = lcs.get(id);
    return lc === undefined ? undefined : { lc, ...(found.get(id) ?? { clock: 'early' as const }) };
  };
  // What stands later in the order can be named by what stands before it only wrongly, but it is named: round again.
  for (let moves = true; moves; ) {
    moves = false;
    for (const [at, { id, entry }] of all.entries()) {
      if (at % SLICE === 0) yield;
      const next = judgeClock(entry.payload, known);
      moves ||= !isSameClock(found.get(id), next);
      found.set(id, next);
    }
  }
  return { found, broken };
}

const isSameClock = (a: ClockFound | undefined, b: ClockFound): boolean =>
  a !== undefined && a.clock === b.clock && a.waitsFor === b.waitsFor && a.reach === b.reach;

/** Entries that do not follow, in place and slot, the one they say they follow. Where that one is not here nobody can tell. */
function* brokenChains(all: readonly Placed[]): Generator<void, ReadonlySet<EntryId>> {
  const broken = new Set<EntryId>();
  const next = new Map<EntryId, ReadonlyMap<string, number> | null>();
  const byId = new Map(all.map((opened) => [opened.id, opened]));
  const inTurn = [...all].sort((a, b) => a.entry.payload.seq - b.entry.payload.seq);
  for (const [at, { id, entry }] of inTurn.entries()) {
    if (at % SLICE === 0) yield;
    const { prev, seq, shard, slot } = entry.payload;
    const before = prev === null ? null : byId.get(prev)?.entry;
    const slots = prev === null ? new Map<string, number>() : (next.get(prev) ?? null);
    next.set(id, slots && new Map(slots).set(shard, slot + 1));
    const follows = before === null ? seq === 0 : before?.keyId === entry.keyId && before.payload.seq + 1 === seq;
    if (before !== undefined && !(follows && (slots === null || slot === (slots.get(shard) ?? 0)))) broken.add(id);
  }
  return broken;
}

/** The role a person acts under now; for screens and use cases. */
export const rolesOf = (membership: Membership, person: PersonId) => presentGrant(membership, person)?.roles ?? [];
