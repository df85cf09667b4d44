import type { EntryId } from '../../../domain/ids.ts';
import type { Missing } from '../../../ledger/exchange.ts';
import type { StoredDetails, StoredEntry } from '../../../ledger/ports.ts';
import type { Lane } from '../lane.ts';
import { MAX_MESSAGE_BYTES } from '../link/frames.ts';
import type { MessageOf } from '../messages/book-message.ts';
import type { SyncPorts } from '../sync-ports.ts';
import { makeShelf } from './shelf.ts';

/** One message of details at most; what is left out can be asked for. */
const MOST_DETAILS_BYTES = MAX_MESSAGE_BYTES / 2;

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
    return may.length === 0 ? [] : within(await book.reader.detailsOf(may), MOST_DETAILS_BYTES);
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
    byName: async (ids) => message(await book.byIds(ids), []),
    details: async (ids) => ({ kind: 'details', details: await detailsFor(await book.byIds(ids)) }),
  };
}

function within(details: readonly StoredDetails[], most: number): StoredDetails[] {
  let bytes = 0;
  return details.filter((one) => {
    const size = JSON.stringify(one).length;
    if (bytes + size > most) return false;
    bytes += size;
    return true;
  });
}
