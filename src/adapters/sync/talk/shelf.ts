import type { KeyId } from '../../../domain/ids.ts';
import type { Exchange, Missing } from '../../../ledger/exchange.ts';
import type { StoredEntry } from '../../../ledger/ports.ts';

const PAGE = 128;
const MOST_ENTRIES = 1_000;
const MOST_BYTES = 1_024 * 1_024;

/**
 * Answers wants in parts, in causal order: an entry comes after those it names, so the other book need not keep much aside.
 * Remembers where it stopped: a first sync is one pass through the book.
 */
export interface Shelf {
  take(
    from: readonly Missing[],
  ): Promise<{ readonly entries: readonly StoredEntry[]; readonly next: readonly Missing[] }>;
}

interface Column {
  readonly key: KeyId;
  readonly ready: StoredEntry[];
  nextSeq: number;
  ended: boolean;
}

export function makeShelf(book: Pick<Exchange, 'entriesFrom'>): Shelf {
  let columns: readonly Column[] = [];

  return {
    take: async (from) => {
      // A key asked for a thousand times would be read a thousand times.
      const asked = [...new Map(from.map((place) => [place.key, place])).values()];
      if (!goesOn(columns, asked)) columns = asked.map(({ key, fromSeq }) => newColumn(key, fromSeq));
      const entries: StoredEntry[] = [];
      let bytes = 0;
      while (entries.length < MOST_ENTRIES && bytes < MOST_BYTES) {
        const empty = columns.filter(({ ready, ended }) => ready.length === 0 && !ended);
        if (empty.length > 0) await Promise.all(empty.map((column) => fill(column, book)));
        const entry = earliest(columns)?.ready.shift();
        if (entry === undefined) break;
        entries.push(entry);
        bytes += entry.jws.length;
      }
      columns = columns.filter(({ ready, ended }) => ready.length > 0 || !ended);
      return { entries, next: columns.map((column) => ({ key: column.key, fromSeq: placeOf(column) })) };
    },
  };
}

const newColumn = (key: KeyId, fromSeq: number): Column => ({ key, ready: [], nextSeq: fromSeq, ended: false });

const placeOf = ({ ready, nextSeq }: Column): number => ready[0]?.seq ?? nextSeq;

const goesOn = (columns: readonly Column[], from: readonly Missing[]): boolean =>
  columns.length === from.length &&
  columns.every((column, i) => column.key === from[i]?.key && placeOf(column) === from[i]?.fromSeq);

async function fill(column: Column, book: Pick<Exchange, 'entriesFrom'>): Promise<void> {
  const page = await book.entriesFrom(column.key, column.nextSeq, PAGE);
  column.ready.push(...page);
  column.nextSeq = (page.at(-1)?.seq ?? column.nextSeq - 1) + 1;
  column.ended = page.length < PAGE;
}

function earliest(columns: readonly Column[]): Column | undefined {
  let first: Column | undefined;
  for (const column of columns) {
    const [entry] = column.ready;
    const [before] = first?.ready ?? [];
    if (entry === undefined) continue;
    if (before === undefined || entry.lc < before.lc || (entry.lc === before.lc && entry.id < before.id))
      first = column;
  }
  return first;
}
