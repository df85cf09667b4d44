import type { StoredEntry } from '../../../ledger/ports.ts';
import type { Passage } from '../yjs/live-carriers.ts';

const MOST = 8_192;
/** Several messages of each of a dozen links; without a bound whoever sends what is refused would fill our memory with it. */
const MOST_CHARS = 64 * 1_048_576;
const OWN: Passage = { from: null, pass: true };

/** Remembers who brought which bytes until the book has stored them, which for entries that wait aside may take long. */
export interface Passages {
  expect(entries: readonly string[], passage: Passage): void;
  /** The book has refused these, or had them. */
  forget(entries: readonly string[]): void;
  /** Forgets them, and answers for each. */
  collect(entries: readonly StoredEntry[]): (entry: StoredEntry) => Passage;
}

export function makePassages(): Passages {
  const expected = new Map<string, Passage>();
  let chars = 0;
  const drop = (jws: string): void => {
    if (expected.delete(jws)) chars -= jws.length;
  };
  return {
    expect: (entries, passage) => {
      for (const jws of entries) {
        if (expected.has(jws)) continue;
        expected.set(jws, passage);
        chars += jws.length;
      }
      for (const jws of expected.keys()) {
        if (expected.size <= MOST && chars <= MOST_CHARS) break;
        drop(jws);
      }
    },
    forget: (entries) => entries.forEach(drop),
    collect: (entries) => {
      const found = new Map(entries.map(({ jws }) => [jws, expected.get(jws) ?? OWN]));
      for (const { jws } of entries) drop(jws);
      return ({ jws }) => found.get(jws) ?? OWN;
    },
  };
}
