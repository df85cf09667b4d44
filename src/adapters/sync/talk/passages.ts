import type { StoredEntry } from '../../../ledger/ports.ts';
import type { Passage } from '../yjs/live-carriers.ts';

const MOST = 8_192;
const OWN: Passage = { from: null, pass: true };

/** Remembers who brought which bytes until the book has stored them, which for entries that wait aside may take long. */
export interface Passages {
  expect(entries: readonly string[], passage: Passage): void;
  /** Forgets them, and answers for each. */
  collect(entries: readonly StoredEntry[]): (entry: StoredEntry) => Passage;
}

export function makePassages(): Passages {
  const expected = new Map<string, Passage>();
  return {
    expect: (entries, passage) => {
      for (const jws of entries) if (!expected.has(jws)) expected.set(jws, passage);
      for (const jws of expected.keys()) {
        if (expected.size <= MOST) break;
        expected.delete(jws);
      }
    },
    collect: (entries) => {
      const found = new Map(entries.map(({ jws }) => [jws, expected.get(jws) ?? OWN]));
      for (const { jws } of entries) expected.delete(jws);
      return ({ jws }) => found.get(jws) ?? OWN;
    },
  };
}
