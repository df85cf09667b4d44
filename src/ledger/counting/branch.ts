import * as v from 'valibot';
import type { EntryId, KeyId } from '../../domain/ids.ts';
import { pinsIn } from '../admit.ts';
import { type Entry, type EntryPayload, PROOF_KIND } from '../entry.ts';
import { KINDS } from '../kinds.ts';
import { byPlace } from '../place.ts';
import { NO_RULINGS } from './departures.ts';
import { DEPARTURE_KINDS, judgeEntry, type Opened } from './judge.ts';
import { type CountedRegister, membershipAt, type Timeline } from './timeline.ts';

/** Which of two branches every book keeps: by key and place, the compact JWS that stands there. */
export type Decisions = ReadonlyMap<KeyId, ReadonlyMap<number, string>>;

/**
 * Of several proofs about one place the first that counts decides. A branch must not choose itself: a proof that is in quarantine only
 * because the accused key, from the disputed place on, made its author leave counts here all the same. Entries in order.
 */
export function decisionsIn(
  entries: readonly Opened[],
  { timeline, judged }: CountedRegister,
  root: EntryId,
): Decisions {
  const decisions = new Map<KeyId, Map<number, string>>();
  for (const opened of entries) {
    if (opened.entry.payload.kind !== PROOF_KIND) continue;
    const body = v.safeParse(KINDS[PROOF_KIND].body, opened.entry.payload.body);
    if (!body.success) continue;
    const { key, seq, kept } = body.output;
    const kind = judged.get(opened.id)?.verdict.kind;
    const counts =
      kind === 'in-force' || (kind === 'quarantined' && silencedBy(opened, { key, seq }, entries, timeline, root));
    if (!counts) continue;
    const places = decisions.get(key) ?? new Map<number, string>();
    if (!places.has(seq)) places.set(seq, kept);
    decisions.set(key, places);
  }
  return decisions;
}

/** Whether a proof would be in force but for departures that its subject signed from the disputed place on. */
function silencedBy(
  proof: Opened,
  disputed: { readonly key: KeyId; readonly seq: number },
  entries: readonly Opened[],
  timeline: Timeline,
  root: EntryId,
): boolean {
  const membership = membershipAt(timeline, proof);
  const { keyId, payload } = proof.entry;
  const pinning = entries.filter(({ id, lc, entry }) => {
    if (!DEPARTURE_KINDS.has(entry.payload.kind) || !timeline.rulings.standing.has(id)) return false;
    const pin = pinsIn(membershipAt(timeline, { id, lc }), entry).get(keyId);
    return pin !== undefined && payload.seq > pin;
  });
  const own = pinning.every(({ entry }) => entry.keyId === disputed.key && entry.payload.seq >= disputed.seq);
  const before = { root, rulings: NO_RULINGS, membership, record: () => null };
  return own && judgeEntry(proof, before).verdict.kind === 'in-force';
}

interface Branching {
  readonly id: EntryId;
  readonly entry: Pick<Entry, 'keyId' | 'jws'> & { readonly payload: Pick<EntryPayload, 'seq' | 'prev'> };
}

/**
 * Entries of branches that are given up, in a set that holds several branches. Where nothing has been decided the lowest id
 * is kept, so that the answer is one for the set.
 */
export function givenUp(all: readonly Branching[], decisions: Decisions): ReadonlySet<EntryId> {
  const lost = new Set<EntryId>();
  for (const chain of groupBy(all, ({ entry }) => entry.keyId).values()) {
    const places = groupBy(chain, ({ entry }) => entry.payload.seq);
    for (const seq of [...places.keys()].sort((a, b) => a - b)) {
      const here = places.get(seq) ?? [];
      const kept = keptOf(here, lost, decisions.get(here[0]?.entry.keyId as KeyId)?.get(seq));
      for (const { id } of here) if (id !== kept) lost.add(id);
    }
  }
  return lost;
}

function keptOf(here: readonly Branching[], lost: ReadonlySet<EntryId>, decided: string | undefined): EntryId | null {
  const standing = here.filter(({ entry }) => entry.payload.prev === null || !lost.has(entry.payload.prev));
  const chosen =
    decided === undefined
      ? [...standing].sort((a, b) => (a.id < b.id ? -1 : 1))[0]
      : standing.find(({ entry }) => entry.jws === decided);
  return chosen?.id ?? null;
}

export function groupBy<T, K>(list: readonly T[], keyOf: (element: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const element of list) {
    const key = keyOf(element);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  return groups;
}

export const inOrder = (entries: Iterable<Opened>): readonly Opened[] => [...entries].sort(byPlace);
