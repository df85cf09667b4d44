import type { EntryId, KeyId, StationId } from '../domain/ids.ts';
import type { Book } from '../ledger/book.ts';
import { maySendDetails } from '../ledger/entitlement.ts';
import { decodeForm } from '../ledger/entry.ts';
import type { Membership } from '../ledger/membership.ts';

const PAGE = 500;

/** Keys by which persons sign at a station: when they change, so does what it may hold. */
export const keysSigningAt = ({ keys }: Membership, station: StationId): readonly KeyId[] =>
  [...keys.values()].flatMap(({ keyId, owner, retired }) =>
    owner.kind === 'person' && owner.station === station && retired === null ? [keyId] : [],
  );

/**
 * Entries whose private part this station may hold and does not have, page by page: they came before the first key of their division was
 * admitted here.
 */
export async function* missingDetails(book: Book, station: StationId): AsyncGenerator<EntryId> {
  for await (const page of book.reader.all(PAGE)) {
    const wanted = page
      .filter((entry) => maySendDetails(book.membership(), station, entry) && hasDetails(entry.jws))
      .map(({ id }) => id);
    const here = new Set((await book.reader.detailsOf(wanted)).map(({ entry }) => entry));
    yield* wanted.filter((id) => !here.has(id));
  }
}

/** One message carries so many. */
export const MOST_ASKED = 1_000;
/** An answer holds only so many bytes, and a link may be slow; after so many rounds that brought nothing nobody here has the rest. */
const MOST_FRUITLESS = 5;

/**
 * Asks whoever is linked for private parts, a message at each look, round after round, as long as they come. `occasion` is who is met
 * and which keys sign here: when it changes it is worth asking anew; empty: there is nobody.
 */
export function makeDetailsAsker(
  missing: () => AsyncGenerator<EntryId>,
  want: (entries: readonly EntryId[]) => void,
): (occasion: string) => Promise<void> {
  let now = '';
  let round: AsyncGenerator<EntryId> | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  let asked = 0;
  let fruitless = 0;
  let looking = false;

  const begin = (occasion: string): void => {
    now = occasion;
    round = missing();
    [fewest, asked, fruitless] = [Number.POSITIVE_INFINITY, 0, 0];
  };
  const end = (): void => {
    fruitless = asked < fewest ? 0 : fruitless + 1;
    fewest = Math.min(fewest, asked);
    round = asked === 0 || fruitless > MOST_FRUITLESS ? null : missing();
    asked = 0;
  };

  return async (occasion) => {
    if (occasion === '' || looking) return;
    if (occasion !== now) begin(occasion);
    if (round === null) return;
    looking = true;
    try {
      const some = await take(round, MOST_ASKED);
      if (some.length > 0) want(some);
      asked += some.length;
      if (some.length < MOST_ASKED) end();
    } catch {
      now = '';
    } finally {
      looking = false;
    }
  };
}

async function take<T>(from: AsyncGenerator<T>, most: number): Promise<readonly T[]> {
  const some: T[] = [];
  while (some.length < most) {
    const next = await from.next();
    if (next.done === true) break;
    some.push(next.value);
  }
  return some;
}

function hasDetails(jws: string): boolean {
  const form = decodeForm(jws);
  return form.ok && form.value.payload.details !== null;
}
