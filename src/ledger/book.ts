import { done, type Outcome, refused } from '../base/outcome.ts';
import type { BureauId, EntryId, RandomBytes } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { keysNamedIn } from './admit.ts';
import { decisionAt, partingName, partingOf, proofsIn } from './counting/proofs.ts';
import { proposedAt } from './counting/proposals.ts';
import { membershipAt, presentMembership } from './counting/timeline.ts';
import { decodeForm, type Entry } from './entry.ts';
import type { Exchange, OpenFork } from './exchange.ts';
import { inKeyOrder } from './frontier.ts';
import { type BookState, branchEntries } from './keeping/book-state.ts';
import { type Act, draft } from './keeping/draft.ts';
import { type Pen, takePen } from './keeping/pen.ts';
import type { KindName } from './kinds.ts';
import type { Membership } from './membership.ts';
import type { BookStore, EntrySigner, EntryVerifier, StoredEntry } from './ports.ts';
import { makeAside } from './receiving/aside.ts';
import { headWith } from './receiving/moving-head.ts';
import { type Arrival, receiveBundle } from './receiving/receive.ts';
import { namedKeys } from './receiving/signature-checks.ts';
import type { Proposed } from './second-signature.ts';
import type { Verdict, VoidCode } from './verdict.ts';

export type { Act } from './keeping/draft.ts';

export interface BookPorts {
  readonly store: BookStore;
  readonly verifier: EntryVerifier;
  readonly random: RandomBytes;
  readonly now: () => Instant;
}

export interface Appended extends Entry {
  /** It is kept, and counts for nothing until somebody else has signed it too. */
  readonly waits: boolean;
}

export interface Unconfirmed extends Proposed {
  readonly entry: Entry;
}

/** This machine's append-only book: examines, keeps, and folds. The only writer of the store. */
export interface Book extends Exchange {
  readonly bureau: BureauId;
  membership(): Membership;
  /** Signs one act. Refused, and nothing is written, where the rules would make it void. Throws `Fault` of the store. */
  append<K extends KindName>(signer: EntrySigner, act: Act<K>): Promise<Outcome<Appended, VoidCode>>;
  /** Acts of the register that have one signature and wait for the second, in order. */
  unconfirmed(): readonly Unconfirmed[];
  /** Deletes the details that are here and that an order in force says are to be nowhere (误录). Answers with whose they were. */
  forgetDetails(): Promise<readonly EntryId[]>;
  /** Reads what the book holds in memory again: another tab has written since. */
  refresh(): Promise<void>;
  /** The signed bytes and their details, for export, printing and examination. */
  readonly reader: Pick<
    BookStore,
    'all' | 'detailsOf' | 'count' | 'bySubjects' | 'branchesOf' | 'branchedKeys' | 'folded'
  >;
}

/** Opens the book of a bureau pinned to its founding entry; `root` is null only while it is being founded. */
export async function openBook(bureau: BureauId, root: EntryId | null, ports: BookPorts): Promise<Book> {
  const { store, verifier } = ports;
  const pen = await takePen(bureau, root, ports);
  const aside = makeAside();
  const heads = () => [...pen.state().heads.values()];
  return {
    bureau,
    membership: () => presentMembership(pen.state().register.timeline),
    unconfirmed: () => unconfirmedIn(pen.state()),
    forgetDetails: () => pen.alone(() => forget(pen, store)),
    refresh: () => pen.alone(pen.reload),
    reader: store,
    append: (signer, act) => pen.alone(() => write(bureau, signer, act, pen, ports)),
    onAppended: pen.onAppended,
    receive: (bundle, after) => receiveBundle(bundle, { bureau, store, verifier, aside, ...pen }, after),
    frontier: async () => {
      const { keys } = presentMembership(pen.state().register.timeline);
      return inKeyOrder(heads().flatMap(({ keyId: key, seq, id }) => (keys.has(key) ? { key, seq, id } : [])));
    },
    admits: (key) => presentMembership(pen.state().register.timeline).keys.has(key),
    entriesFrom: (key, fromSeq, most) => store.ofKey(key, fromSeq, most),
    idAt: async (key, seq) => {
      const [entry] = await store.ofKey(key, seq, 1);
      return entry?.seq === seq ? entry.id : null;
    },
    shards: async () => [...new Set(heads().flatMap(({ slots }) => Object.keys(slots)))].sort(),
    wanted: async () => {
      const ids = await store.waitedFor();
      const here = new Set((await store.byId(ids)).map(({ id }) => id));
      const unplaced = ids.filter((id) => !here.has(id) && !aside.has(id));
      return [...unplaced, ...aside.ofUnknownKeys(MOST_ASKED)];
    },
    byIds: (ids) => withGrounds(ids, pen.state(), store),
    forks: () => openForks(pen.state(), store),
  };
}

/** Signs an act, counts it like a foreign entry, and keeps it only where it is in force. */
async function write<K extends KindName>(
  bureau: BureauId,
  signer: EntrySigner,
  act: Act<K>,
  pen: Pen,
  ports: BookPorts,
): Promise<Outcome<Appended, VoidCode>> {
  const { heads, register, memory, keys } = pen.state();
  const head = heads.get(signer.keyId) ?? null;
  const membership = presentMembership(register.timeline);
  const drafted = await draft(signer, act, { bureau, membership, head, newest: memory.newest }, ports);
  const { entry } = drafted;
  const details = drafted.details === null ? null : { entry: entry.id, ...drafted.details };
  const arrival: Arrival = {
    admitted: [{ entry, details, givenUp: false }],
    heads: new Map([[entry.keyId, headWith(head, entry)]]),
    details: new Map(details === null ? [] : [[entry.id, details]]),
    forks: [],
  };
  const pin = pen.root() ?? entry.id;
  const counted = await pen.count(arrival, pin);
  const verdict = counted.entries.find(({ id }) => id === entry.id)?.verdict;
  if (verdict?.kind !== 'in-force' && verdict?.kind !== 'unconfirmed') return refused(refusalOf(verdict));
  await pen.commit(arrival, counted, pin);
  for (const [key, jwk] of await namedKeys(entry, ports.verifier)) keys.set(key, jwk);
  return done({ ...entry, waits: verdict.kind === 'unconfirmed' });
}

async function forget(pen: Pen, store: BookStore): Promise<readonly EntryId[]> {
  const { deletions } = presentMembership(pen.state().register.timeline);
  const here = (await store.detailsOf([...deletions.keys()])).map(({ entry }) => entry);
  if (here.length === 0) return here;
  await pen.keep({ admitted: [], heads: new Map(), details: new Map(), forks: [], forgotten: new Set(here) });
  return here;
}

function refusalOf(verdict: Verdict | undefined): VoidCode {
  if (verdict?.kind === 'quarantined') return 'member-left';
  return verdict?.kind === 'void' ? verdict.code : 'chain-broken';
}

function unconfirmedIn({ register: { entries, timeline } }: BookState): readonly Unconfirmed[] {
  return entries.flatMap((held) => {
    if (held.stored.verdict.kind !== 'unconfirmed') return [];
    const { proposer, roles, leaver } = proposedAt(held, membershipAt(timeline, held));
    return [{ entry: held.entry, proposer, roles, leaver }];
  });
}

/** Those that entries here show, and those met at the door whose other entry was not let in. */
async function openForks({ register }: BookState, store: BookStore): Promise<readonly OpenFork[]> {
  const { decisions, open, entries } = register;
  const proofs = proofsIn(entries.filter(({ stored }) => stored.verdict.kind === 'in-force'));
  const found = new Map<string, OpenFork>();
  for (const fork of [...(await store.forks()), ...open]) {
    const form = decodeForm(fork.kept);
    if (!form.ok) continue;
    const parting = partingOf(form.value);
    const [here] = await store.ofKey(fork.key, fork.seq, 1);
    if (here?.jws !== fork.kept || decisionAt(decisions, parting) !== undefined) continue;
    const name = partingName(parting);
    const provenBy = proofs.flatMap((proof) => (proof.key === fork.key && partingName(proof) === name ? proof.by : []));
    found.set(`${fork.key} ${name}`, { ...fork, provenBy });
  }
  return [...found.values()];
}

const MOST_ASKED = 100;

/**
 * The entries, with what the other may lack to make use of them: the entries that name their keys, where these may stand on a branch
 * the other never had, and what a given-up branch has before them, nearest first: each lets in the one before it.
 */
async function withGrounds(
  ids: readonly EntryId[],
  { register, forked }: BookState,
  store: BookStore,
): Promise<readonly StoredEntry[]> {
  const asked = await store.byId(ids);
  const signers = new Set(asked.map(({ keyId }) => keyId));
  const naming = [...register.entries, ...(forked.size > 0 ? await branchEntries(forked, store) : [])]
    .filter(({ entry }) => keysNamedIn(entry).some(({ keyId }) => signers.has(keyId)))
    .map(({ entry }) => entry.id);
  const found = new Map([...asked, ...(await store.byId(naming))].map((entry) => [entry.id, entry]));
  for (const { keyId, seq, verdict } of [...found.values()]) {
    if (verdict.kind !== 'void' || verdict.code !== 'forked') continue;
    const below = (await store.branchesOf(keyId)).filter((entry) => entry.seq < seq);
    for (const entry of below.sort((a, b) => b.seq - a.seq)) found.set(entry.id, entry);
  }
  return [...found.values()];
}
