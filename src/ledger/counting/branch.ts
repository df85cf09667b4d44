import * as v from 'valibot';
import type { EntryId, KeyId } from '../../domain/ids.ts';
import { PROOF_KIND } from '../entry.ts';
import { KINDS } from '../kinds.ts';
import { byPlace } from '../place.ts';
import type { Judged, Opened } from './judge.ts';

/** Which of two branches every book keeps: by key and place, the compact JWS that stands there. */
export type Decisions = ReadonlyMap<KeyId, ReadonlyMap<number, string>>;

/** Of several proofs about one place the first in force counts. Entries in order. */
export function decisionsIn(entries: readonly Opened[], judged: ReadonlyMap<EntryId, Judged>): Decisions {
  const decisions = new Map<KeyId, Map<number, string>>();
  for (const { id, entry } of entries) {
    if (entry.payload.kind !== PROOF_KIND || judged.get(id)?.verdict.kind !== 'in-force') continue;
    const { key, seq, kept } = v.parse(KINDS[PROOF_KIND].body, entry.payload.body);
    const places = decisions.get(key) ?? new Map<number, string>();
    if (!places.has(seq)) places.set(seq, kept);
    decisions.set(key, places);
  }
  return decisions;
}

/**
 * Entries of branches that are given up, in a set that holds several branches. Where nothing has been decided the lowest id
 * is kept, so that the answer is one for the set.
 */
export function givenUp(all: readonly Opened[], decisions: Decisions): ReadonlySet<EntryId> {
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

function keptOf(here: readonly Opened[], lost: ReadonlySet<EntryId>, decided: string | undefined): EntryId | null {
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
