import type { EntryId, KeyId } from '../../domain/ids.ts';
import { keysNamedIn } from '../admit.ts';
import { decisionAt, partingOf } from '../counting/proofs.ts';
import { type Entry, PROOF_KIND } from '../entry.ts';
import type { KeyHead, StoredEntry } from '../ports.ts';
import { advanced } from './moving-head.ts';
import { noteFork, standing } from './note-fork.ts';
import { partedAt } from './parted.ts';
import { namedKeys } from './signature-checks.ts';
import type { Candidate, Passed, Threshold } from './threshold.ts';

/**
 * Decides which entries are carried: signed by a key some entry of the register names, and contiguous in their key's chain. What
 * they claim is not looked at. Keys and predecessors that come in the same batch count at once.
 */
export async function passDoor(candidates: readonly Candidate[], threshold: Threshold): Promise<Passed> {
  const passed: Passed = {
    admitted: [],
    came: new Set(),
    placed: new Map(),
    named: [],
    heads: new Map(),
    refused: [],
    forks: new Map(),
    charged: new Set(),
    gaps: new Map(),
    parted: threshold.parted,
    others: [],
    known: 0,
  };
  const lacking = new Map<KeyId, Candidate[]>();
  for (let round = candidates; round.length > 0; ) {
    const { checkable, unknown } = await sift(round, threshold, passed);
    for (const [key, candidate] of unknown) {
      const others = lacking.get(key);
      if (others === undefined) lacking.set(key, [candidate]);
      else others.push(candidate);
    }
    const checked = await Promise.all(checkable.map(({ entry }) => threshold.checks.check(entry)));
    const next: Candidate[] = [];
    for (const [i, candidate] of checkable.entries()) {
      if (checked[i] === 'good') {
        const waited = place(candidate, threshold, passed);
        next.push(...(waited instanceof Promise ? await waited : waited));
      } else refuse(candidate.entry, checked[i] === 'bad' ? 'signature-bad' : 'proof-unfit', passed);
    }
    for (const key of passed.named.splice(0)) {
      next.push(...(lacking.get(key) ?? []));
      lacking.delete(key);
    }
    round = inChains(next);
  }
  for (const [key, waiting] of lacking) {
    for (const { entry, details } of waiting) threshold.aside.put(entry, { kind: 'key', key }, details);
  }
  return passed;
}

/** Each once: what was just sent may have been waiting aside as well, and must not be taken for a second signature. */
const inChains = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...new Map(candidates.map((candidate) => [candidate.entry.id, candidate])).values()].sort(
    (a, b) => a.entry.payload.seq - b.entry.payload.seq || a.entry.payload.lc - b.entry.payload.lc,
  );

const headOf = (key: KeyId, { heads }: Threshold, passed: Passed): KeyHead | null =>
  passed.heads.get(key) ?? heads.get(key) ?? null;

/** Leaves out what is here already, before any signature is looked at: most of what two books exchange is known. */
async function sift(
  round: readonly Candidate[],
  threshold: Threshold,
  passed: Passed,
): Promise<{ readonly checkable: readonly Candidate[]; readonly unknown: readonly (readonly [KeyId, Candidate])[] }> {
  const { store, checks } = threshold;
  const old = round.filter(({ entry }) => entry.payload.seq <= (headOf(entry.keyId, threshold, passed)?.seq ?? -1));
  const stored = old.length === 0 ? [] : await store.byId(old.map(({ entry }) => entry.id));
  const here = new Set(stored.map(({ id }) => id));
  await digPast(new Set(stored.filter(isForked).map(({ id }) => id)), old, threshold, passed);
  const fresh = round.filter(({ entry }) => !here.has(entry.id) && !passed.came.has(entry.id));
  passed.known += round.length - fresh.length;
  const checkable: Candidate[] = [];
  const unknown: [KeyId, Candidate][] = [];
  for (const candidate of fresh) {
    const key = checks.unknownKey(candidate.entry);
    if (key === null) checkable.push(candidate);
    else unknown.push([key, candidate]);
  }
  return { checkable, unknown };
}

const isForked = ({ verdict }: StoredEntry): boolean => verdict.kind === 'void' && verdict.code === 'forked';

/** Entries of a branch that are here already lead down to where it parts as well as those that come anew. */
async function digPast(
  beside: ReadonlySet<EntryId>,
  round: readonly Candidate[],
  threshold: Threshold,
  passed: Passed,
): Promise<void> {
  const lowest = new Map<KeyId, Entry>();
  for (const { entry } of round) {
    const before = lowest.get(entry.keyId);
    if (!beside.has(entry.id)) continue;
    if (before === undefined || entry.payload.seq < before.payload.seq) lowest.set(entry.keyId, entry);
  }
  for (const { keyId, payload } of lowest.values()) {
    const kept = await standing(keyId, payload.seq, threshold, passed);
    partedAt(keyId, payload.seq, kept !== null && kept.prev !== payload.prev, passed.parted);
  }
}

function refuse(entry: Entry, code: 'signature-bad' | 'proof-unfit' | 'slot-taken', passed: Passed): void {
  const charge = code === 'signature-bad' ? ({ by: 'link' } as const) : ({ by: 'author', key: entry.keyId } as const);
  passed.refused.push({ code, charge, entry: entry.id });
}

/** Puts one entry, whose signature is good, where it belongs. Answers with those that waited for it. */
function place(
  candidate: Candidate,
  threshold: Threshold,
  passed: Passed,
): readonly Candidate[] | Promise<readonly Candidate[]> {
  const { entry, details } = candidate;
  const { seq, prev, shard, slot } = entry.payload;
  const head = headOf(entry.keyId, threshold, passed);
  const next = head === null ? 0 : head.seq + 1;
  if ((seq === 0) !== (prev === null)) return nothing(() => refuse(entry, 'slot-taken', passed));
  if (seq > next && !(threshold.forked.has(entry.keyId) && isWanted(entry, threshold))) {
    return nothing(() => waitForPlace(candidate, next, threshold, passed));
  }
  if (seq > next && !threshold.awaited(entry.id)) passed.gaps.set(entry.keyId, { key: entry.keyId, fromSeq: next });
  if (seq !== next) return meetOther(candidate, threshold, passed);
  if (prev !== (head?.id ?? null)) return meetStranger(candidate, threshold, passed);
  if (!mayStand(entry, threshold)) return meetOther(candidate, threshold, passed);
  if (slot !== (head?.slots[shard] ?? 0)) return meetMisplaced(candidate, threshold, passed);
  passed.admitted.push({ entry, details, givenUp: false });
  passed.came.add(entry.id);
  passed.placed.set(`${entry.keyId} ${seq}`, entry);
  passed.heads.set(entry.keyId, advanced(passed.heads.get(entry.keyId), head, entry));
  const waited = threshold.aside.take({ kind: 'place', key: entry.keyId, seq });
  if (keysNamedIn(entry).length === 0) return waited;
  return keysFrom(entry, threshold, passed).then((freed) => [...waited, ...freed]);
}

function nothing(act: () => void): readonly Candidate[] {
  act();
  return [];
}

/** A predecessor is not here. It waits for the place before its own. */
function waitForPlace({ entry, details }: Candidate, from: number, { aside }: Threshold, passed: Passed): void {
  const key = entry.keyId;
  aside.put(entry, { kind: 'place', key, seq: entry.payload.seq - 1 }, details);
  passed.gaps.set(key, { key, fromSeq: from });
}

/**
 * Whether an entry is let in even on a branch that is given up: another names it, or it names the key of one that waits. An honest
 * author may have built on it, or been admitted there. A proof is let in wherever it stands: books that knew of different forks
 * could settle the rest differently for ever.
 */
export const isWanted = (entry: Entry, { awaited, aside }: Pick<Threshold, 'awaited' | 'aside'>): boolean =>
  entry.payload.kind === PROOF_KIND ||
  awaited(entry.id) ||
  keysNamedIn(entry).some(({ keyId }) => aside.awaitsKey(keyId));

/** The entry that was decided for at this parting, where something was. */
const decided = (entry: Entry, { decisions }: Threshold): string | undefined => decisionAt(decisions, partingOf(entry));

const mayStand = (entry: Entry, threshold: Threshold): boolean =>
  (decided(entry, threshold) ?? entry.jws) === entry.jws;

/** Its place follows ours, but it follows an entry we do not have there: the branches part further down. */
async function meetStranger(candidate: Candidate, threshold: Threshold, passed: Passed): Promise<readonly Candidate[]> {
  const { entry } = candidate;
  const { seq } = entry.payload;
  const isNamed = threshold.awaited(entry.id);
  if (!isNamed) partedAt(entry.keyId, seq, true, passed.parted);
  if (isNamed || isWanted(entry, threshold)) return admitBranch(candidate, threshold, passed);
  passed.others.push(candidate);
  // Most likely it belongs to the branch that was given up, and its chain will never come.
  if (!threshold.decisions.has(entry.keyId)) {
    threshold.aside.put(entry, { kind: 'place', key: entry.keyId, seq: seq - 1 }, candidate.details);
  }
  return [];
}

/** Its slot is not the next: it stands nowhere. That another one names it lets it in, wherever it is met. */
async function meetMisplaced(
  candidate: Candidate,
  threshold: Threshold,
  passed: Passed,
): Promise<readonly Candidate[]> {
  refuse(candidate.entry, 'slot-taken', passed);
  if (isWanted(candidate.entry, threshold)) return admitBranch(candidate, threshold, passed);
  passed.others.push(candidate);
  return [];
}

function admitBranch(
  { entry, details }: Candidate,
  threshold: Threshold,
  passed: Passed,
): Promise<readonly Candidate[]> {
  passed.admitted.push({ entry, details, givenUp: true });
  passed.came.add(entry.id);
  return keysFrom(entry, threshold, passed);
}

/** The place is taken by another entry of the same author. */
async function meetOther(candidate: Candidate, threshold: Threshold, passed: Passed): Promise<readonly Candidate[]> {
  const { entry } = candidate;
  // Also of an entry that is let in: that another one names it does not make the two signatures one.
  const isKnown = decided(entry, threshold) !== undefined;
  if (isKnown) partedAt(entry.keyId, entry.payload.seq, false, passed.parted);
  else await noteFork(entry, threshold, passed);
  if (isWanted(entry, threshold)) return admitBranch(candidate, threshold, passed);
  passed.others.push(candidate);
  if (isKnown) passed.known += 1;
  return [];
}

/** Keys the entry names are known from here on; what they signed need not wait any longer. */
async function keysFrom(entry: Entry, threshold: Threshold, { named }: Passed): Promise<readonly Candidate[]> {
  const waited: Candidate[] = [];
  for (const [key, jwk] of await namedKeys(entry, threshold.verifier)) {
    if (threshold.keys.has(key)) continue;
    threshold.keys.set(key, jwk);
    named.push(key);
    waited.push(...threshold.aside.take({ kind: 'key', key }));
  }
  return waited;
}
