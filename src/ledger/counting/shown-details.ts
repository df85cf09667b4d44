import type { EntryId } from '../../domain/ids.ts';
import type { BookStore, StoredDetails, StoredEntry } from '../ports.ts';

/** What is shown of the entries' details; text that is no JSON counts as absent. */
export async function parsedDetails(
  store: Pick<BookStore, 'detailsOf'>,
  entries: readonly Pick<StoredEntry, 'id'>[],
  fresh: ReadonlyMap<EntryId, StoredDetails>,
  forgotten: ReadonlySet<EntryId>,
): Promise<ReadonlyMap<EntryId, unknown>> {
  const asked = entries.map(({ id }) => id).filter((id) => !forgotten.has(id));
  const kept = asked.length === 0 ? [] : await store.detailsOf(asked);
  const brought = entries.flatMap(({ id }) => fresh.get(id) ?? []);
  return new Map([...kept, ...brought].map(({ entry, json }) => [entry, parseShown(json)]));
}

export function parseShown(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
