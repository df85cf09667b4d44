import type { EntryId } from '../../domain/ids.ts';
import { keysNamedIn } from '../admit.ts';
import { decodeEntry, type Entry } from '../entry.ts';
import type { ExaminedBook } from '../examination.ts';
import { examineFounding } from '../founding.ts';
import type { EntryVerifier, PublicJwk, StoredEntry } from '../ports.ts';
import { type Findings, type Means, PAGE } from './findings.ts';

/** Entries whose bytes are what their id says, in the book's order. */
export async function decodeAll(
  stored: readonly StoredEntry[],
  { bureau }: ExaminedBook,
  verifier: EntryVerifier,
  findings: Findings,
): Promise<ReadonlyMap<EntryId, Entry>> {
  const entries = new Map<EntryId, Entry>();
  for (const { id, jws } of stored) {
    const decoded = await decodeEntry(jws, verifier);
    if (!decoded.ok) findings.add('form-broken', id);
    else if (decoded.value.id !== id) findings.add('bytes-changed', id);
    else if (decoded.value.payload.bureau !== bureau) findings.add('other-bureau', id);
    else entries.set(id, decoded.value);
  }
  return entries;
}

export async function namedKeys(
  entries: ReadonlyMap<EntryId, Entry>,
  verifier: EntryVerifier,
): Promise<ReadonlyMap<string, PublicJwk>> {
  const keys = new Map<string, PublicJwk>();
  for (const entry of entries.values()) {
    for (const { keyId, signing } of keysNamedIn(entry)) {
      if ((await verifier.thumbprint(signing).catch(() => null)) === keyId) keys.set(keyId, signing);
    }
  }
  return keys;
}

export async function checkSignatures(entries: ReadonlyMap<EntryId, Entry>, means: Means): Promise<number> {
  const { book, keys, verifier, findings, control } = means;
  const list = [...entries.values()];
  const founding = entries.get(book.root);
  if (founding === undefined || !(await examineFounding(founding, verifier)).ok)
    findings.add('root-missing', book.root);
  for (let from = 0; from < list.length; from += PAGE) {
    control.signal.throwIfAborted();
    const checks = list.slice(from, from + PAGE).map(async (entry) => {
      const key = keys.get(entry.keyId);
      if (key === undefined) findings.add('key-unknown', entry.id);
      else if (!(await verifier.verify(entry.jws, key))) findings.add('signature-bad', entry.id);
    });
    await Promise.all(checks);
    control.report({ stage: 'signatures', done: Math.min(from + PAGE, list.length), total: list.length });
  }
  return list.length;
}

/** Each key's entries follow one another from the first on, none missing, in one slot each. */
export function examineChains(
  stored: readonly StoredEntry[],
  entries: ReadonlyMap<EntryId, Entry>,
  findings: Findings,
): void {
  const chains = new Map<string, Entry[]>();
  for (const { id } of stored) {
    const entry = entries.get(id);
    if (entry !== undefined) chains.set(entry.keyId, [...(chains.get(entry.keyId) ?? []), entry]);
  }
  for (const chain of chains.values()) {
    const slots = new Map<string, number>();
    let before: Entry | null = null;
    for (const entry of chain.sort((a, b) => a.payload.seq - b.payload.seq)) {
      const { seq, prev, shard, slot } = entry.payload;
      const expected: number = before === null ? 0 : before.payload.seq + 1;
      if (seq > expected) findings.add('chain-gap', entry.id);
      else if (seq < expected || prev !== (before?.id ?? null) || slot !== (slots.get(shard) ?? 0))
        findings.add('chain-broken', entry.id);
      slots.set(shard, slot + 1);
      before = entry;
    }
  }
}
