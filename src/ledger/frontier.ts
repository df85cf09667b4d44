import { utf8 } from '../base/bytes.ts';
import type { EntryId, KeyId } from '../domain/ids.ts';
import type { Frontier, FrontierHead } from './exchange.ts';
import type { EntryVerifier } from './ports.ts';

/** How our book stands to theirs in the entries of one key. */
export type KeyStanding =
  | { readonly kind: 'same' }
  | { readonly kind: 'ahead'; readonly count: number }
  | { readonly kind: 'behind'; readonly count: number }
  | { readonly kind: 'forked' };

export interface Comparison {
  /** `both`: each has entries the other lacks. A fork in any key outweighs the rest. */
  readonly standing: 'in-step' | 'ahead' | 'behind' | 'both' | 'forked';
  readonly keys: ReadonlyMap<KeyId, KeyStanding>;
  /** Entries they lack, and entries we lack; those of forked keys are in neither. */
  readonly toSend: number;
  readonly toGet: number;
}

/** What our book holds at a place of a key's chain. */
export type IdAt = (key: KeyId, seq: number) => EntryId | null | Promise<EntryId | null>;

/**
 * Where both know a key, the shorter chain must be a part of the longer one. We can see that for ours (`idAt`); where
 * theirs is longer only they can, and an entry that does not fit shows itself when it comes.
 */
export async function compareFrontiers(ours: Frontier, theirs: Frontier, idAt: IdAt): Promise<Comparison> {
  const mine = new Map(ours.map((head) => [head.key, head]));
  const other = new Map(theirs.map((head) => [head.key, head]));
  const keys = new Map<KeyId, KeyStanding>();
  for (const key of [...new Set([...mine.keys(), ...other.keys()])].sort()) {
    keys.set(key, await standingOf(mine.get(key), other.get(key), idAt));
  }
  return summed(keys);
}

async function standingOf(
  ours: FrontierHead | undefined,
  theirs: FrontierHead | undefined,
  idAt: IdAt,
): Promise<KeyStanding> {
  if (ours === undefined) return { kind: 'behind', count: (theirs?.seq ?? -1) + 1 };
  if (theirs === undefined) return { kind: 'ahead', count: ours.seq + 1 };
  if (theirs.seq > ours.seq) return { kind: 'behind', count: theirs.seq - ours.seq };
  const here = theirs.seq === ours.seq ? ours.id : await idAt(theirs.key, theirs.seq);
  if (here !== theirs.id) return { kind: 'forked' };
  return theirs.seq === ours.seq ? { kind: 'same' } : { kind: 'ahead', count: ours.seq - theirs.seq };
}

function summed(keys: ReadonlyMap<KeyId, KeyStanding>): Comparison {
  let [toSend, toGet, forked] = [0, 0, false];
  for (const standing of keys.values()) {
    if (standing.kind === 'ahead') toSend += standing.count;
    if (standing.kind === 'behind') toGet += standing.count;
    if (standing.kind === 'forked') forked = true;
  }
  const unforked = toSend > 0 ? (toGet > 0 ? 'both' : 'ahead') : toGet > 0 ? 'behind' : 'in-step';
  return { standing: forked ? 'forked' : unforked, keys, toSend, toGet };
}

export const inKeyOrder = (heads: Iterable<FrontierHead>): Frontier =>
  [...heads].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

/** 32 bytes that two books share exactly when they have the same heads, in whatever order these are listed. */
export const frontierDigest = (frontier: Frontier, sha256: EntryVerifier['sha256']): Promise<Uint8Array<ArrayBuffer>> =>
  sha256(
    utf8(
      inKeyOrder(frontier)
        .map(({ key, seq, id }) => `${key} ${seq} ${id}\n`)
        .join(''),
    ),
  );
