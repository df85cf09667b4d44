import type { EntryId, KeyId, StationId } from '../domain/ids.ts';
import type { Book } from '../ledger/book.ts';
import { mayHoldDetails } from '../ledger/entitlement.ts';
import { decodeForm } from '../ledger/entry.ts';
import type { Membership } from '../ledger/membership.ts';

const PAGE = 500;

/** Keys by which persons sign at a station: when they change, so does what it may hold. */
export const keysSigningAt = ({ keys }: Membership, station: StationId): readonly KeyId[] =>
  [...keys.values()].flatMap(({ keyId, owner, retired }) =>
    owner.kind === 'person' && owner.station === station && retired === null ? [keyId] : [],
  );

/**
 * Entries whose private part this station may hold and does not have: they came before the first key of their division was
 * admitted here.
 */
export async function missingDetails(book: Book, station: StationId, most: number): Promise<readonly EntryId[]> {
  const missing: EntryId[] = [];
  for await (const page of book.reader.all(PAGE)) {
    const wanted = page
      .filter(({ shard, jws }) => mayHoldDetails(book.membership(), station, shard) && hasDetails(jws))
      .map(({ id }) => id);
    const here = new Set((await book.reader.detailsOf(wanted)).map(({ entry }) => entry));
    missing.push(...wanted.filter((id) => !here.has(id)));
    if (missing.length >= most) break;
  }
  return missing.slice(0, most);
}

function hasDetails(jws: string): boolean {
  const form = decodeForm(jws);
  return form.ok && form.value.payload.details !== null;
}
