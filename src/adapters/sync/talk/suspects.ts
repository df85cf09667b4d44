import type { Exchange } from '../../../ledger/exchange.ts';

const MOST = 256;

/**
 * Entries that had to wait aside. A station sends only what its own book carries; so once all that it signs to hold is here, what
 * still waits was made up. Until then it may simply have come early.
 */
export interface Suspects {
  add(entries: readonly string[]): void;
  readonly count: () => number;
  /** How many still wait, now that nothing is missing. They are forgotten. */
  review(book: Pick<Exchange, 'receive'>): Promise<number>;
}

export function makeSuspects(): Suspects {
  const waiting = new Set<string>();
  return {
    add: (entries) => {
      for (const entry of entries) if (waiting.size < MOST) waiting.add(entry);
    },
    count: () => waiting.size,
    review: async (book) => {
      const entries = [...waiting];
      waiting.clear();
      if (entries.length === 0) return 0;
      return (await book.receive({ entries, details: [] })).aside;
    },
  };
}
