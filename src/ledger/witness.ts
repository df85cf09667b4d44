import { fromBase64url, toBase64url } from '../base/base64url.ts';
import { concat } from '../base/bytes.ts';
import type { EntryId } from '../domain/ids.ts';
import type { Frontier } from './exchange.ts';
import { byPlace, type Place } from './place.ts';
import type { EntryVerifier } from './ports.ts';

type Sha256 = EntryVerifier['sha256'];

/**
 * The Merkle tree hash of RFC 6962 §2.1 over entry ids (32 bytes each) in (lc, id) order, base64url. Whoever has the same entries
 * comes to the same root, and no entry can be left out or put in without another.
 */
export async function entryRoot(entries: readonly Place[], sha256: Sha256): Promise<string> {
  const ids = [...entries].sort(byPlace).map(({ id }) => fromBase64url(id));
  let level = await each(ids, (id) => sha256(concat(LEAF, id)));
  if (level.length === 0) return toBase64url(await sha256(new Uint8Array()));
  // Joined from the left in pairs, the odd one goes up as it is: the same tree as the RFC's split at powers of two.
  while (level.length > 1) {
    const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => level.slice(2 * i, 2 * i + 2));
    level = await each(pairs, async ([left, right]) =>
      left === undefined || right === undefined ? (left ?? new Uint8Array()) : sha256(concat(NODE, left, right)),
    );
  }
  return toBase64url(level[0] ?? new Uint8Array());
}

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);
const AT_ONCE = 1024;

async function each<T, U>(list: readonly T[], act: (element: T) => Promise<U>): Promise<U[]> {
  const out: U[] = [];
  for (let from = 0; from < list.length; from += AT_ONCE) {
    out.push(...(await Promise.all(list.slice(from, from + AT_ONCE).map(act))));
  }
  return out;
}

export interface WitnessedEntry extends Place {
  readonly keyId: string;
  readonly seq: number;
}

export type CheckpointFault =
  /** The frontier names entries that are not here: no judgement. */
  | 'incomplete'
  /** An entry that was witnessed has been taken away, or another put in its place. */
  | 'differs';

/** Whether a book still holds what a checkpoint says it held. */
export async function checkpointFault(
  { frontier, root }: { readonly frontier: Frontier; readonly root: string },
  entries: readonly WitnessedEntry[],
  sha256: Sha256,
): Promise<CheckpointFault | null> {
  const last = new Map<string, { readonly seq: number; readonly id: EntryId }>(
    frontier.map((head) => [head.key, head]),
  );
  const within = entries.filter(({ keyId, seq }) => seq <= (last.get(keyId)?.seq ?? -1));
  const here = new Map(within.map((entry) => [`${entry.keyId} ${entry.seq}`, entry.id]));
  for (const { key, seq } of frontier) {
    for (let at = 0; at <= seq; at++) if (!here.has(`${key} ${at}`)) return 'incomplete';
  }
  if (frontier.some(({ key, seq, id }) => here.get(`${key} ${seq}`) !== id)) return 'differs';
  return (await entryRoot(within, sha256)) === root ? null : 'differs';
}

/** Crockford's letters: none that a clerk can take for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 60 bits of a root in three groups of four, for paper. */
export function shortCode(root: string): string {
  const bits = [...fromBase64url(root).subarray(0, 8)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = Array.from({ length: 12 }, (_, i) =>
    LETTERS.charAt(Number.parseInt(bits.slice(5 * i, 5 * i + 5), 2)),
  );
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-');
}
