import type { EntryId } from '../../../domain/ids.ts';
import type { Exchange, Missing } from '../../../ledger/exchange.ts';
import type { StoredDetails, StoredEntry } from '../../../ledger/ports.ts';
import type { Lane } from '../lane.ts';
import { MAX_MESSAGE_BYTES } from '../link/frames.ts';
import type { MessageOf } from '../messages/book-message.ts';
import { MOST_ENTRIES } from '../messages/entries.ts';
import type { SyncPorts } from '../sync-ports.ts';
import { inMessages } from './detail-messages.ts';
import { makeShelf } from './shelf.ts';

/** Entries of one answer; as many bytes are left for details beside them, and a part for the rest. */
const MOST_ENTRY_BYTES = (MAX_MESSAGE_BYTES * 3) / 8;

/** What one station is given of our book. */
export interface Answers {
  from(places: readonly Missing[]): Promise<MessageOf<'entries'>>;
  byName(ids: readonly EntryId[]): Promise<MessageOf<'entries'>>;
  details(ids: readonly EntryId[]): Promise<MessageOf<'details'>>;
}

export function makeAnswers({ station }: Lane, { book, entitled }: Pick<SyncPorts, 'book' | 'entitled'>): Answers {
  const shelf = makeShelf(book);

  const detailsFor = async (entries: readonly StoredEntry[]): Promise<StoredDetails[]> => {
    const may = entries.filter((entry) => entitled(station, entry)).map(({ id }) => id);
    // What one message does not take can be asked for.
    return may.length === 0 ? [] : (inMessages(await book.reader.detailsOf(may))[0]?.details ?? []);
  };
  const message = async (entries: readonly StoredEntry[], next: readonly Missing[]): Promise<MessageOf<'entries'>> => ({
    kind: 'entries',
    entries: entries.map(({ jws }) => jws),
    details: await detailsFor(entries),
    next: [...next],
  });
  return {
    from: async (places) => {
      const { entries, next } = await shelf.take(places);
      return message(entries, next);
    },
    byName: async (ids) => message(await namedIn(ids, book), []),
    details: async (ids) => ({ kind: 'details', details: await detailsFor(await book.byIds(ids)) }),
  };
}

/** As many of them as one answer takes, each with what it stands upon; the rest is asked for again. */
async function namedIn(ids: readonly EntryId[], book: Pick<Exchange, 'byIds'>): Promise<readonly StoredEntry[]> {
  for (let asked = ids; ; asked = asked.slice(0, asked.length >> 1)) {
    const found = await book.byIds(asked);
    const fitting = fitted(found);
    // What one alone stands upon may be larger than an answer: the nearest goes first, and names the next.
    if (fitting.length === found.length || asked.length <= 1) return fitting;
  }
}

function fitted(entries: readonly StoredEntry[]): readonly StoredEntry[] {
  let bytes = 0;
  const over = entries.findIndex(({ jws }, i) => {
    bytes += jws.length;
    return bytes > MOST_ENTRY_BYTES || i === MOST_ENTRIES;
  });
  return over < 0 ? entries : entries.slice(0, over);
}
