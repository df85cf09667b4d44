import type { Exchange } from '../../../ledger/exchange.ts';

const MOST = 256;

/**
 * Entries that had to wait aside. A station sends only what its own book carries; so once all that it then signs to hold is here,
 * what still waits was made up. Until then it may simply have come early.
 */
export interface Suspects {
  add(entries: readonly string[]): void;
  /** The number of a question, where there is one to ask. */
  ask(): number | null;
  /** How many of those asked about still wait, now that the question was answered and nothing is missing. They are forgotten. */
  review(answered: number, book: Pick<Exchange, 'receive'>): Promise<number>;
}

export function makeSuspects(): Suspects {
  /** Each with the first question about it. */
  const waiting = new Map<string, number>();
  let asked = 0;
  let unasked = false;
  return {
    add: (entries) => {
      for (const entry of entries) {
        if (waiting.has(entry) || waiting.size >= MOST) continue;
        waiting.set(entry, asked + 1);
        unasked = true;
      }
    },
    ask: () => {
      if (!unasked) return null;
      unasked = false;
      asked++;
      return asked;
    },
    review: async (answered, book) => {
      const entries = [...waiting].filter(([, question]) => question <= answered).map(([entry]) => entry);
      for (const entry of entries) waiting.delete(entry);
      return entries.length === 0 ? 0 : (await book.receive({ entries, details: [] })).aside;
    },
  };
}
