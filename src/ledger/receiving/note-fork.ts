import type { EntryId, KeyId } from '../../domain/ids.ts';
import type { Entry } from '../entry.ts';
import { partedAt } from './parted.ts';
import type { Passed, Threshold } from './threshold.ts';

/** Two entries at one place: the key signed twice. Only where they follow the same entry is it seen where its chain parts. */
export async function noteFork(entry: Entry, threshold: Threshold, passed: Passed): Promise<void> {
  const { keyId: key, jws, payload } = entry;
  const { seq, prev } = payload;
  const kept = await standing(key, seq, threshold, passed);
  if (kept === null) return;
  const parts = kept.prev === prev;
  // What follows on a branch that was given up is no second deed.
  if (!passed.charged.has(key) && (parts || !threshold.decisions.has(key))) {
    passed.charged.add(key);
    passed.refused.push({ code: 'fork', charge: { by: 'author', key }, entry: entry.id });
  }
  const known = passed.forks.get(key);
  if (parts && (known === undefined || seq < known.seq))
    passed.forks.set(key, { key, seq, kept: kept.jws, other: jws });
  partedAt(key, seq, !parts, passed.parted);
}

/** What stands at a place of a key's chain, those just let in among it. */
export async function standing(
  key: KeyId,
  seq: number,
  { store }: Threshold,
  { placed }: Passed,
): Promise<{ readonly jws: string; readonly prev: EntryId | null } | null> {
  const mine = placed.get(`${key} ${seq}`);
  if (mine !== undefined) return { jws: mine.jws, prev: mine.payload.prev };
  const [stored] = await store.ofKey(key, seq, 1);
  if (stored?.seq !== seq) return null;
  const before = seq === 0 ? undefined : (await store.ofKey(key, seq - 1, 1))[0];
  return { jws: stored.jws, prev: before?.id ?? null };
}
