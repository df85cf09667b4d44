import * as v from 'valibot';
import type { EntryId, KeyId } from '../../domain/ids.ts';
import { decodeForm, type Entry, PROOF_KIND } from '../entry.ts';
import { KINDS } from '../kinds.ts';
import { byPlace } from '../place.ts';
import type { Opened } from './judge.ts';

/** A place of a key's chain after one certain entry: where two entries stand at one of these, the chain parts. */
export interface Parting {
  readonly key: KeyId;
  readonly seq: number;
  readonly prev: EntryId | null;
}

/** Two signatures of one key for one parting, and which of them the author of the proof found in the book. */
export interface Proof extends Parting {
  readonly kept: string;
  readonly other: string;
  readonly entry: EntryId;
  readonly by: KeyId;
}

/** By key and parting, the compact JWS that stands there in every book. */
export type Decisions = ReadonlyMap<KeyId, ReadonlyMap<string, string>>;

/** Names a parting among those of its key. */
export const partingName = ({ seq, prev }: Pick<Parting, 'seq' | 'prev'>): string => `${seq} ${prev ?? ''}`;

export const decisionAt = (decisions: Decisions, at: Parting): string | undefined =>
  decisions.get(at.key)?.get(partingName(at));

export const partingOf = ({ keyId, payload: { seq, prev } }: Pick<Entry, 'keyId' | 'payload'>): Parting => ({
  key: keyId,
  seq,
  prev,
});

/** Reading one costs as much as reading two entries, and it is asked for whenever the register is counted. */
const known = new WeakMap<Entry, Proof | null>();

/**
 * What an entry proves, whatever its verdict: the signatures in it were looked at when it was let in. Two entries that stand at one
 * place but follow different ones prove that the key signed twice; where its chain parts must be shown by others.
 */
export function proofIn(entry: Entry): Proof | null {
  if (entry.payload.kind !== PROOF_KIND) return null;
  const before = known.get(entry);
  if (before !== undefined) return before;
  const found = readProof(entry);
  known.set(entry, found);
  return found;
}

function readProof({ id, keyId, payload }: Entry): Proof | null {
  const body = v.safeParse(KINDS[PROOF_KIND].body, payload.body);
  if (!body.success || body.output.kept === body.output.other) return null;
  const { key, seq, kept, other } = body.output;
  const [one, two] = [decodeForm(kept), decodeForm(other)];
  if (!one.ok || !two.ok) return null;
  const fits = [one.value, two.value].every((form) => form.keyId === key && form.payload.seq === seq);
  const { prev } = one.value.payload;
  return fits && prev === two.value.payload.prev ? { key, seq, prev, kept, other, entry: id, by: keyId } : null;
}

export const proofsIn = (entries: readonly Pick<Opened, 'entry'>[]): readonly Proof[] =>
  entries.flatMap(({ entry }) => proofIn(entry) ?? []);

export const inOrder = (entries: Iterable<Opened>): readonly Opened[] => [...entries].sort(byPlace);
