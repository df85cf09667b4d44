import type { EntryId, KeyId } from '../../domain/ids.ts';
import type { Entry } from '../entry.ts';
import type { StoredDetails } from '../ports.ts';

/** What an entry that came too early waits for: a key to be admitted, or the entry before it in its key's chain. */
export type Awaited =
  | { readonly kind: 'key'; readonly key: KeyId }
  | { readonly kind: 'place'; readonly key: KeyId; readonly seq: number };

interface Waiting {
  readonly entry: Entry;
  readonly awaited: Awaited;
  readonly bytes: number;
  details: StoredDetails | null;
}

export interface Waited {
  readonly entry: Entry;
  readonly details: StoredDetails | null;
}

/**
 * Entries that cannot be placed yet. In memory only: whoever sent them still has them. Bounded, because keys nobody knows
 * cost nothing to make: those go first, oldest first.
 */
export interface Aside {
  readonly put: (entry: Entry, awaited: Awaited, details: StoredDetails | null) => void;
  /** Those that waited for this, no longer kept here. */
  readonly take: (awaited: Awaited) => readonly Waited[];
  /** Those that are asked for by id, no longer kept here. */
  readonly takeEach: (wanted: (id: EntryId, key: KeyId) => boolean) => readonly Waited[];
  readonly has: (id: EntryId) => boolean;
  readonly awaitsKey: (key: KeyId) => boolean;
  /** Some of those whose key nobody here has named. */
  readonly ofUnknownKeys: (most: number) => readonly EntryId[];
  readonly addDetails: (details: StoredDetails) => void;
  /** undefined: nothing of that id waits. */
  readonly detailsCommitment: (id: EntryId) => string | null | undefined;
  readonly count: () => number;
}

export const MOST_ASIDE = 10_000;
export const MOST_ASIDE_BYTES = 32 * 1024 * 1024;

const nameOf = (awaited: Awaited): string => (awaited.kind === 'key' ? awaited.key : `${awaited.key} ${awaited.seq}`);

export function makeAside(most = MOST_ASIDE, mostBytes = MOST_ASIDE_BYTES): Aside {
  const waiting = new Map<EntryId, Waiting>();
  const byAwaited = new Map<string, Set<EntryId>>();
  const ofUnknownKeys = new Set<EntryId>();
  let bytes = 0;

  const remove = (id: EntryId): Waiting | undefined => {
    const found = waiting.get(id);
    if (found === undefined) return undefined;
    waiting.delete(id);
    ofUnknownKeys.delete(id);
    bytes -= found.bytes + (found.details?.json.length ?? 0);
    const name = nameOf(found.awaited);
    const group = byAwaited.get(name);
    group?.delete(id);
    if (group?.size === 0) byAwaited.delete(name);
    return found;
  };

  const shrink = (): void => {
    while (waiting.size > most || bytes > mostBytes) {
      const oldest = ofUnknownKeys.values().next().value ?? waiting.keys().next().value;
      if (oldest === undefined) return;
      remove(oldest);
    }
  };

  return {
    put: (entry, awaited, details) => {
      const before = remove(entry.id);
      const kept: Waiting = { entry, awaited, bytes: entry.jws.length, details: details ?? before?.details ?? null };
      waiting.set(entry.id, kept);
      if (awaited.kind === 'key') ofUnknownKeys.add(entry.id);
      bytes += kept.bytes + (kept.details?.json.length ?? 0);
      const group = byAwaited.get(nameOf(awaited)) ?? new Set();
      byAwaited.set(nameOf(awaited), group.add(entry.id));
      shrink();
    },
    take: (awaited) =>
      waiting.size === 0 ? [] : [...(byAwaited.get(nameOf(awaited)) ?? [])].flatMap((id) => remove(id) ?? []),
    takeEach: (wanted) =>
      [...waiting.values()]
        .filter(({ entry }) => wanted(entry.id, entry.keyId))
        .flatMap(({ entry }) => remove(entry.id) ?? []),
    has: (id) => waiting.has(id),
    awaitsKey: (key) => byAwaited.has(key),
    ofUnknownKeys: (most) => [...ofUnknownKeys.values()].slice(0, most),
    addDetails: (details) => {
      const found = waiting.get(details.entry);
      if (found === undefined || found.details !== null) return;
      found.details = details;
      bytes += details.json.length;
      shrink();
    },
    detailsCommitment: (id) => waiting.get(id)?.entry.payload.details,
    count: () => waiting.size,
  };
}
