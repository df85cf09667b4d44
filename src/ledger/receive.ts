import type { BureauId, EntryId, KeyId } from '../domain/ids.ts';
import type { Aside } from './aside.ts';
import type { BookState } from './book-state.ts';
import { type Admitted, type Passed, passDoor, type Threshold } from './door.ts';
import { type Entry, readEntry } from './entry.ts';
import type { Bundle, Fork, Missing, Received, Refusal } from './exchange.ts';
import type { BookStore, EntryVerifier, KeyHead, StoredDetails } from './ports.ts';
import { readEntries, sortDetails } from './read-bundle.ts';
import { makeSignatureChecks, type SignatureChecks } from './signature-checks.ts';

/** Entries of one durable commit: enough to make the disk's share small, few enough that own acts in between do not wait. */
export const CHUNK = 500;

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
}

interface Tally {
  readonly added: EntryId[];
  readonly refused: Refusal[];
  readonly gaps: Map<KeyId, Missing>;
  readonly below: Map<KeyId, Missing>;
  known: number;
}

/** Examines a bundle in the book's order, chunk by chunk; while one is counted and written, the next one's signatures are checked. */
export async function receiveBundle(bundle: Bundle, book: ReceivingBook): Promise<Received> {
  const { entries, refused } = await readEntries(bundle, book.bureau, book.verifier);
  const brought = new Map(entries.map((entry) => [entry.id, entry]));
  const own = bundle.details.filter(({ entry }) => brought.has(entry));
  const shown = await sortDetails(own, (id) => brought.get(id)?.payload.details ?? null, book.verifier);
  const tally: Tally = {
    added: [],
    refused: [...refused, ...shown.refused],
    gaps: new Map(),
    below: new Map(),
    known: 0,
  };
  const known = { get: (key: KeyId) => book.state().keys.get(key) };
  const checks = makeSignatureChecks(known, book.root(), book.verifier);
  for (let from = 0; from < entries.length; from += CHUNK) {
    const chunk = entries.slice(from, from + CHUNK);
    const ahead = entries.slice(from + CHUNK, from + 2 * CHUNK);
    await book.alone(() => takeIn({ chunk, ahead, details: shown.fitting, checks }, book, tally));
  }
  const others = bundle.details.filter(({ entry }) => !brought.has(entry));
  if (bundle.details.length > 0) await book.alone(() => takeDetails(shown.fitting, others, book, tally));
  return {
    added: tally.added,
    known: tally.known,
    aside: book.aside.count(),
    refused: tally.refused,
    missing: stillMissing(tally, book.state().heads),
  };
}

/** A gap of one chunk may have been filled by the next. */
function stillMissing({ gaps, below }: Tally, heads: ReadonlyMap<KeyId, KeyHead>): readonly Missing[] {
  const missing = new Map<KeyId, Missing>();
  for (const [key, { fromSeq }] of gaps) {
    const next = (heads.get(key)?.seq ?? -1) + 1;
    if (next <= fromSeq) missing.set(key, { key, fromSeq: next });
  }
  return [...new Map([...missing, ...below]).values()];
}

interface Part {
  readonly chunk: readonly Entry[];
  readonly ahead: readonly Entry[];
  readonly details: ReadonlyMap<EntryId, StoredDetails>;
  readonly checks: SignatureChecks;
}

async function takeIn({ chunk, ahead, details, checks }: Part, book: ReceivingBook, tally: Tally): Promise<void> {
  const { store, verifier, aside } = book;
  const { heads, keys, memory, register } = book.state();
  const { decisions } = register;
  const threshold: Threshold = { store, verifier, checks, aside, heads, keys, decisions, awaited: memory.awaited };
  const candidates = chunk.map((entry) => ({ entry, details: details.get(entry.id) ?? null }));
  const passed = await passDoor(candidates, threshold);
  for (const entry of ahead) if (checks.unknownKey(entry) === null) void checks.check(entry);
  noteIn(tally, passed);
  if (passed.admitted.length === 0 && passed.forks.size === 0) return;
  const withDetails = passed.admitted.flatMap((each) => (each.details === null ? [] : [each.details]));
  const missing = await book.keep({
    admitted: passed.admitted,
    heads: passed.heads,
    details: new Map(withDetails.map((each) => [each.entry, each])),
    forks: [...passed.forks.values()],
  });
  for (const each of missing) tally.gaps.set(each.key, each);
  for (const { entry, givenUp } of passed.admitted) if (!givenUp) tally.added.push(entry.id);
}

function noteIn(tally: Tally, { refused, known, gaps, below }: Passed): void {
  tally.refused.push(...refused);
  tally.known += known;
  for (const [key, gap] of gaps) tally.gaps.set(key, gap);
  for (const [key, lower] of below) tally.below.set(key, lower);
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
  const commitmentOf = (id: EntryId): string | null => {
    const here = stored.get(id);
    return here === undefined ? aside.detailsCommitment(id) : readEntry(id, here.jws).payload.details;
  };
  const sorted = await sortDetails(others, commitmentOf, verifier);
  tally.refused.push(...sorted.refused);
  const late = new Map<EntryId, StoredDetails>();
  for (const [id, details] of [...brought, ...sorted.fitting]) {
    if (!stored.has(id)) aside.addDetails(details);
    else if (!shown.has(id)) late.set(id, details);
  }
  if (late.size > 0) await book.keep({ admitted: [], heads: new Map(), details: late, forks: [] });
}
