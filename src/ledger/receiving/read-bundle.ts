import type { BureauId, EntryId } from '../../domain/ids.ts';
import { detailsMatch } from '../details.ts';
import { decodeEntry, type Entry } from '../entry.ts';
import type { Bundle, Refusal } from '../exchange.ts';
import { byPlace } from '../place.ts';
import type { EntryVerifier, StoredDetails } from '../ports.ts';

/** A bundle whose bytes have been read; signatures and places are still to be looked at. */
export interface ReadBundle {
  /** Each once, in the book's order. */
  readonly entries: readonly Entry[];
  readonly refused: readonly Refusal[];
}

const AT_ONCE = 256;

/** Bytes in, entries out. What has no sound form, or belongs to another bureau, is charged to whoever brought it. */
export async function readEntries(
  { entries }: Pick<Bundle, 'entries'>,
  bureau: BureauId,
  verifier: Pick<EntryVerifier, 'sha256'>,
  onRead: (entries: readonly Entry[]) => Promise<void> = async () => undefined,
): Promise<ReadBundle> {
  const found = new Map<EntryId, Entry>();
  const refused: Refusal[] = [];
  const unique = [...new Set(entries)];
  for (let from = 0; from < unique.length; from += AT_ONCE) {
    const some = await Promise.all(unique.slice(from, from + AT_ONCE).map((jws) => decodeEntry(jws, verifier)));
    for (const decoded of some) {
      if (!decoded.ok) refused.push({ code: decoded.refusal.code, charge: { by: 'link' }, entry: null });
      else if (decoded.value.payload.bureau !== bureau)
        refused.push({ code: 'other-bureau', charge: { by: 'link' }, entry: decoded.value.id });
      else found.set(decoded.value.id, decoded.value);
    }
    await onRead(some.flatMap((decoded) => (decoded.ok && found.has(decoded.value.id) ? [decoded.value] : [])));
  }
  const placed = [...found.values()].map((entry) => ({ lc: entry.payload.lc, id: entry.id, entry })).sort(byPlace);
  return { entries: placed.map(({ entry }) => entry), refused };
}

export interface SortedDetails {
  /** Details that are what their entry was signed over. */
  readonly fitting: ReadonlyMap<EntryId, StoredDetails>;
  readonly refused: readonly Refusal[];
}

/**
 * Details count only where an entry that is at hand commits to them. Where there is none nobody can tell, and whoever sent them is
 * not to blame: the entry may have been let in there and not here. `commitmentOf` answers undefined then.
 */
export async function sortDetails(
  shown: readonly StoredDetails[],
  commitmentOf: (id: EntryId) => string | null | undefined,
  verifier: Pick<EntryVerifier, 'sha256'>,
): Promise<SortedDetails> {
  const fitting = new Map<EntryId, StoredDetails>();
  const refused: Refusal[] = [];
  for (let from = 0; from < shown.length; from += AT_ONCE) {
    const some = shown.slice(from, from + AT_ONCE).filter(({ entry }) => commitmentOf(entry) !== undefined);
    const fits = await Promise.all(
      some.map((details) => {
        const commitment = commitmentOf(details.entry);
        return typeof commitment === 'string' && detailsMatch(details, commitment, verifier);
      }),
    );
    for (const [i, details] of some.entries()) {
      if (fits[i] === true) fitting.set(details.entry, details);
      else refused.push({ code: 'details-unfit', charge: { by: 'link' }, entry: details.entry });
    }
  }
  return { fitting, refused };
}
