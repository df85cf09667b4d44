import type { EntryId, KeyId } from '../../domain/ids.ts';
import { keysNamedIn } from '../admit.ts';
import type { Placed } from '../count.ts';
import { proofIn } from '../counting/proofs.ts';
import { decodeEntry, type Entry } from '../entry.ts';
import type { ExaminedBook } from '../examined.ts';
import { examineFounding } from '../founding.ts';
import { REGISTER_KINDS } from '../kinds.ts';
import { byPlace } from '../place.ts';
import type { EntryVerifier, PublicJwk, StoredEntry } from '../ports.ts';
import { type Findings, type Means, PAGE } from './findings.ts';

/** What is kept of a book while it is looked at page by page: where each entry stands, and the register, which is small. */
export interface BookIndex {
  /** Entries whose bytes are what their id says, in the book's order, branches among them. */
  readonly placed: Map<EntryId, Placed>;
  readonly register: Map<EntryId, Entry>;
  /** Given up for another branch of their chain. */
  readonly branches: readonly Entry[];
  readonly keys: Map<string, PublicJwk>;
  /** Entries in the book, sound or not. */
  readonly entries: number;
}

const nameOf = ({ keyId, payload }: { readonly keyId: KeyId; readonly payload: { readonly seq: number } }): string =>
  `${keyId} ${payload.seq}`;

/** Texts that stand in many entries are kept once. */
function makeOnce(): <T extends string | null>(text: T) => T {
  const known = new Map<string, string>();
  return <T extends string | null>(text: T): T => {
    if (text === null) return text;
    const kept = known.get(text);
    if (kept === undefined) known.set(text, text);
    return (kept ?? text) as T;
  };
}

function toPlaced({ id, keyId, payload }: Entry, once: ReturnType<typeof makeOnce>): Placed {
  const { bureau, kind, seq, prev, after, refs, shard, slot, lc } = payload;
  const texts = { bureau: once(bureau), kind: once(kind), shard: once(shard), prev: once(prev), after: once(after) };
  // The bytes are fetched again when they are looked at.
  return { id: once(id), lc, entry: { id, keyId: once(keyId), jws: '', payload: { ...texts, seq, refs, slot, lc } } };
}

export async function readIndex(
  book: ExaminedBook,
  verifier: EntryVerifier,
  findings: Findings,
  signal: AbortSignal,
): Promise<BookIndex> {
  const once = makeOnce();
  const [placed, register] = [new Map<EntryId, Placed>(), new Map<EntryId, Entry>()];
  const keys = new Map<string, PublicJwk>();
  let entries = 0;
  const take = async (entry: Entry): Promise<void> => {
    placed.set(entry.id, toPlaced(entry, once));
    if (REGISTER_KINDS.has(entry.payload.kind)) register.set(entry.id, entry);
    for (const { keyId, signing } of keysNamedIn(entry)) {
      if ((await verifier.thumbprint(signing).catch(() => null)) === keyId) keys.set(keyId, signing);
    }
  };
  for await (const page of book.reader.all(PAGE)) {
    signal.throwIfAborted();
    entries += page.length;
    for (const { id, jws } of page) {
      const decoded = await decodeEntry(jws, verifier);
      if (!decoded.ok) findings.add('form-broken', id);
      else if (decoded.value.id !== id) findings.add('bytes-changed', id);
      else if (decoded.value.payload.bureau !== book.bureau) findings.add('other-bureau', id);
      else await take(decoded.value);
    }
  }
  const branches = await readBranches(book, placed, verifier);
  for (const entry of branches) placed.set(entry.id, { ...toPlaced(entry, once), entry });
  for (const entry of branches) if (REGISTER_KINDS.has(entry.payload.kind)) register.set(entry.id, entry);
  return { placed, register, branches, keys, entries };
}

async function readBranches(
  { reader }: ExaminedBook,
  placed: ReadonlyMap<EntryId, Placed>,
  verifier: EntryVerifier,
): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const key of await reader.branchedKeys()) {
    for (const { id, jws } of await reader.branchesOf(key)) {
      const decoded = placed.has(id) ? null : await decodeEntry(jws, verifier);
      if (decoded?.ok === true && decoded.value.id === id) found.push(decoded.value);
    }
  }
  return found
    .map((entry) => ({ lc: entry.payload.lc, id: entry.id, entry }))
    .sort(byPlace)
    .map(({ entry }) => entry);
}

export async function checkSignatures(index: BookIndex, means: Means): Promise<number> {
  const { book, verifier, findings, control } = means;
  const founding = index.register.get(book.root);
  if (founding === undefined || !(await examineFounding(founding, verifier)).ok)
    findings.add('root-missing', book.root);
  // Which of two branches stands is decided by their bytes.
  const forked = new Set([...index.branches.map(nameOf), ...proofsIn(index)]);
  let [seen, checked] = [0, 0];
  for await (const page of book.reader.all(PAGE)) {
    control.signal.throwIfAborted();
    const sound = page.filter(({ id }) => index.placed.has(id));
    await Promise.all(sound.map((stored) => checkSignature(stored, index, forked, means)));
    seen += page.length;
    checked += sound.length;
    control.report({ stage: 'signatures', done: seen, total: index.entries });
  }
  return checked;
}

/** Places of which a proof may have decided. */
const proofsIn = ({ register }: BookIndex): readonly string[] =>
  [...register.values()].flatMap((entry) => {
    const proof = proofIn(entry);
    return proof === null ? [] : nameOf({ keyId: proof.key, payload: proof });
  });

async function checkSignature(
  { id, jws }: StoredEntry,
  { placed, keys }: BookIndex,
  forked: ReadonlySet<string>,
  { verifier, findings }: Means,
): Promise<void> {
  const here = placed.get(id);
  if (here === undefined) return;
  if (forked.has(nameOf(here.entry))) placed.set(id, { ...here, entry: { ...here.entry, jws } });
  const key = keys.get(here.entry.keyId);
  if (key === undefined) findings.add('key-unknown', id);
  else if (!(await verifier.verify(jws, key))) findings.add('signature-bad', id);
}

/** Each key's entries follow one another from the first on, none missing, in one slot each. */
export function examineChains({ placed, branches }: BookIndex, findings: Findings): void {
  const beside = new Set(branches.map(({ id }) => id));
  const chains = new Map<string, Placed[]>();
  for (const one of placed.values()) {
    if (beside.has(one.id)) continue;
    const chain = chains.get(one.entry.keyId);
    if (chain === undefined) chains.set(one.entry.keyId, [one]);
    else chain.push(one);
  }
  for (const chain of chains.values()) {
    const slots = new Map<string, number>();
    let before: Placed | null = null;
    for (const one of chain.sort((a, b) => a.entry.payload.seq - b.entry.payload.seq)) {
      const { seq, prev, shard, slot } = one.entry.payload;
      const expected: number = before === null ? 0 : before.entry.payload.seq + 1;
      if (seq > expected) findings.add('chain-gap', one.id);
      else if (seq < expected || prev !== (before?.id ?? null) || slot !== (slots.get(shard) ?? 0))
        findings.add('chain-broken', one.id);
      slots.set(shard, slot + 1);
      before = one;
    }
  }
}
