import type { BureauId, EntryId, KeyId } from '../../domain/ids.ts';
import { presentMembership } from '../counting/timeline.ts';
import { type Entry, readEntry } from '../entry.ts';
import type { Bundle, Missing, Received, Refusal } from '../exchange.ts';
import type { Fork } from '../fork.ts';
import type { BookState } from '../keeping/book-state.ts';
import type { Membership } from '../membership.ts';
import type { BookStore, EntryVerifier, KeyHead, StoredDetails } from '../ports.ts';
import type { Aside } from './aside.ts';
import { isWanted, passDoor } from './door.ts';
import { type Parted, questionsBelow } from './parted.ts';
import { readEntries, sortDetails } from './read-bundle.ts';
import { makeSignatureChecks, type SignatureChecks } from './signature-checks.ts';
import type { Admitted, Candidate, Passed } from './threshold.ts';

/** Entries of one durable commit: enough to make the disk's share small, few enough that own acts in between do not wait. */
export const CHUNK = 1000;

/** The book as receiving needs it. */
export interface ReceivingBook {
  readonly bureau: BureauId;
  readonly root: () => EntryId | null;
  readonly store: BookStore;
  readonly verifier: EntryVerifier;
  readonly aside: Aside;
  readonly state: () => BookState;
  /** One writer at a time: own acts, and chunks of bundles of several links. */
  readonly alone: <T>(act: () => Promise<T>) => Promise<T>;
  /** Counts and commits. Answers with what it finds to be missing. */
  readonly keep: (arrival: Arrival) => Promise<readonly Missing[]>;
}

export interface Arrival {
  readonly admitted: readonly Admitted[];
  readonly heads: ReadonlyMap<KeyId, KeyHead>;
  readonly details: ReadonlyMap<EntryId, StoredDetails>;
  readonly forks: readonly Fork[];
  /** Entries whose details are to go. */
  readonly forgotten?: ReadonlySet<EntryId>;
}

interface Tally {
  readonly added: EntryId[];
  readonly refused: Refusal[];
  readonly gaps: Map<KeyId, Missing>;
  readonly parted: Parted;
  /** Signed entries that found no place. */
  others: readonly Candidate[];
  known: number;
}

/** Examines a bundle in the book's order, chunk by chunk; while one is counted and written, the next one's signatures are checked. */
export async function receiveBundle(
  bundle: Bundle,
  book: ReceivingBook,
  after: Promise<void> | null = null,
): Promise<Received> {
  const known = { get: (key: KeyId) => book.state().keys.get(key) };
  const checks = makeSignatureChecks(known, book.root(), book.verifier);
  const { entries, refused } = await readEntries(bundle, book.bureau, book.verifier, (some) =>
    // Most of what two books exchange is known, and is not looked at.
    checks.begin(some.filter(({ keyId, payload }) => payload.seq > (book.state().heads.get(keyId)?.seq ?? -1))),
  );
  const brought = new Map(entries.map((entry) => [entry.id, entry]));
  const own = bundle.details.filter(({ entry }) => brought.has(entry));
  const shown = await sortDetails(own, (id) => brought.get(id)?.payload.details ?? null, book.verifier);
  const tally: Tally = {
    added: [],
    refused: [...refused, ...shown.refused],
    gaps: new Map(),
    parted: new Map(),
    others: [],
    known: 0,
  };
  await after;
  for (let from = 0; from < entries.length; from += CHUNK) {
    const chunk = entries
      .slice(from, from + CHUNK)
      .map((entry) => ({ entry, details: shown.fitting.get(entry.id) ?? null }));
    const ahead = entries.slice(from + CHUNK, from + 2 * CHUNK);
    await book.alone(() => takeIn({ chunk, ahead, checks }, book, tally));
  }
  await takeBranches(checks, book, tally);
  const others = bundle.details.filter(({ entry }) => !brought.has(entry));
  const isParted = (key: KeyId) => tally.parted.has(key) || book.state().forked.has(key);
  if (bundle.details.length > 0) await book.alone(() => takeDetails(shown.fitting, others, book, tally));
  return {
    added: tally.added,
    known: tally.known,
    aside: entries.filter(({ id, keyId }) => book.aside.has(id) && !isParted(keyId)).length,
    refused: tally.refused,
    missing: stillMissing(entries, tally, book.state()),
  };
}

/**
 * A gap of one chunk may have been filled by the next; or what follows here has come, now or before, and belongs to another branch:
 * who asked for it again would ask for ever.
 */
function stillMissing(
  entries: readonly Entry[],
  { gaps, parted, others }: Tally,
  { heads }: BookState,
): readonly Missing[] {
  if (gaps.size === 0 && parted.size === 0) return [];
  const came = [...entries, ...others.map(({ entry }) => entry)];
  const met = new Set(came.map(({ keyId, payload }) => `${keyId} ${payload.seq}`));
  const missing = new Map<KeyId, Missing>();
  for (const [key, { fromSeq }] of gaps) {
    const next = (heads.get(key)?.seq ?? -1) + 1;
    if (next <= fromSeq && !met.has(`${key} ${next}`)) missing.set(key, { key, fromSeq: next });
  }
  for (const question of questionsBelow(parted)) missing.set(question.key, question);
  return [...missing.values()];
}

/**
 * Entries of other branches that some entry has named since: an honest act may stand upon a branch that is given up, even the
 * very proof that decides.
 */
async function takeBranches(checks: SignatureChecks, book: ReceivingBook, tally: Tally): Promise<void> {
  for (let named = await book.alone(async () => namedNow(book, tally)); named.length > 0; ) {
    await book.alone(() => takeIn({ chunk: named, ahead: [], checks }, book, tally));
    named = await book.alone(async () => namedNow(book, tally));
  }
}

function namedNow({ state, aside }: ReceivingBook, tally: Tally): readonly Candidate[] {
  const { memory, awaited, forked } = state();
  if (awaited.size === 0 && aside.ofUnknownKeys(1).length === 0) return [];
  const wanted = { awaited: memory.awaited, aside };
  const named = tally.others.filter(({ entry }) => isWanted(entry, wanted));
  const isNamed = new Set(named.map(({ entry }) => entry.id));
  tally.others = tally.others.filter(({ entry }) => !isNamed.has(entry.id));
  const waiting = aside.takeEach((id, key) => forked.has(key) && memory.awaited(id) && !isNamed.has(id));
  return [...named, ...waiting];
}

interface Part {
  readonly chunk: readonly Candidate[];
  readonly ahead: readonly Entry[];
  readonly checks: SignatureChecks;
}

async function takeIn({ chunk, ahead, checks }: Part, book: ReceivingBook, tally: Tally): Promise<void> {
  const { store, verifier, aside } = book;
  const { heads, keys, memory, register, forked } = book.state();
  const at = { heads, keys, decisions: register.decisions, forked, awaited: memory.awaited, parted: tally.parted };
  const passed = await passDoor(chunk, { store, verifier, checks, aside, ...at });
  for (const entry of ahead) if (checks.unknownKey(entry) === null) void checks.check(entry);
  noteIn(tally, passed);
  if (passed.admitted.length === 0 && passed.forks.size === 0) return;
  const gone = orderedGone(book);
  const admitted = passed.admitted.map((each) => (gone.has(each.entry.id) ? { ...each, details: null } : each));
  const withDetails = admitted.flatMap((each) => (each.details === null ? [] : [each.details]));
  const missing = await book.keep({
    admitted,
    heads: passed.heads,
    details: new Map(withDetails.map((each) => [each.entry, each])),
    forks: [...passed.forks.values()],
  });
  for (const each of missing) tally.gaps.set(each.key, each);
  for (const { entry, givenUp } of passed.admitted) if (!givenUp) tally.added.push(entry.id);
}

/** Whose details must not come back: whoever still sends them has not heard of the order yet, and is not to blame. */
const orderedGone = ({ state }: ReceivingBook): Membership['deletions'] =>
  presentMembership(state().register.timeline).deletions;

function noteIn(tally: Tally, { refused, known, gaps, others }: Passed): void {
  tally.others = [...tally.others, ...others];
  tally.refused.push(...refused);
  tally.known += known;
  for (const [key, gap] of gaps) tally.gaps.set(key, gap);
}

/** Details of entries that are here already, or wait aside. */
async function takeDetails(
  brought: ReadonlyMap<EntryId, StoredDetails>,
  others: readonly StoredDetails[],
  book: ReceivingBook,
  tally: Tally,
): Promise<void> {
  const { store, aside, verifier } = book;
  const ids = [...brought.keys(), ...others.map(({ entry }) => entry)];
  const stored = new Map((await store.byId(ids)).map((entry) => [entry.id, entry]));
  const shown = new Set((await store.detailsOf(ids)).map(({ entry }) => entry));
  const commitmentOf = (id: EntryId): string | null | undefined => {
    const here = stored.get(id);
    return here === undefined ? aside.detailsCommitment(id) : readEntry(id, here.jws).payload.details;
  };
  const sorted = await sortDetails(others, commitmentOf, verifier);
  tally.refused.push(...sorted.refused);
  const late = new Map<EntryId, StoredDetails>();
  const gone = orderedGone(book);
  for (const [id, details] of [...brought, ...sorted.fitting]) {
    if (gone.has(id)) continue;
    if (!stored.has(id)) aside.addDetails(details);
    else if (!shown.has(id)) late.set(id, details);
  }
  if (late.size > 0) await book.keep({ admitted: [], heads: new Map(), details: late, forks: [] });
}
