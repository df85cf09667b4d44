import type { EntryId, KeyId } from '../../domain/ids.ts';

/** Which departures stand, and what follows for single entries. For one set of entries there is one answer. */
export interface Rulings {
  /** Entries of departures that stand, with their second signatures: a departure is not undone by one that came after. */
  readonly standing: ReadonlySet<EntryId>;
  /** The last place of each leaver's key that counts by itself. */
  readonly pins: ReadonlyMap<KeyId, number>;
  readonly adopted: ReadonlySet<EntryId>;
  /** Departures that take away the very ground their signer stood on, by their own pins or another's: void, and without effect. */
  readonly barred: ReadonlySet<EntryId>;
}

/** Nobody has left. */
export const NO_RULINGS: Rulings = { standing: new Set(), pins: new Map(), adopted: new Set(), barred: new Set() };

/** A departure that would be in force if no other were. */
export interface Departing {
  readonly act: EntryId;
  readonly signatures: readonly { readonly id: EntryId; readonly key: KeyId; readonly seq: number }[];
  readonly pins: ReadonlyMap<KeyId, number>;
}

/** Departures cannot be adopted: who wants one signs it. */
export const isQuarantined = (
  { standing, pins, adopted }: Rulings,
  entry: { readonly id: EntryId; readonly key: KeyId; readonly seq: number; readonly departs: boolean },
): boolean => {
  const pin = pins.get(entry.key);
  if (pin === undefined || entry.seq <= pin || standing.has(entry.id)) return false;
  return entry.departs || !adopted.has(entry.id);
};

/** Whether `one` makes someone leave before that person signed `other`. */
const undoes = (one: Departing, other: Departing): boolean =>
  one !== other && other.signatures.some(({ key, seq }) => seq > (one.pins.get(key) ?? Number.POSITIVE_INFINITY));

/**
 * Removal wins over what its subject signed at the same time, another removal too: one that nothing undoes stands, and what it
 * undoes falls. Where several undo one another all of them stand: of two administrators who remove each other neither is left, and a
 * third or the recovery key decides.
 */
export function standingOnes(departing: readonly Departing[]): readonly Departing[] {
  const reach = departing.map((from) => reachable(from, departing));
  return departing.filter((one, i) =>
    departing.every((other, j) => !(reach[j]?.has(one) ?? false) || (reach[i]?.has(other) ?? false)),
  );
}

function reachable(from: Departing, all: readonly Departing[]): ReadonlySet<Departing> {
  const found = new Set<Departing>();
  const open = [from];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const next of all) {
      if (found.has(next) || !undoes(one, next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}

/** The rulings after the next step: departures first; when these are settled, adoptions. */
export function nextRulings(before: Rulings, departing: readonly Departing[], adopted: ReadonlySet<EntryId>): Rulings {
  const open = departing.filter(({ signatures }) => signatures.some(({ id }) => !before.standing.has(id)));
  if (open.length === 0) return { ...before, adopted: new Set([...before.adopted, ...adopted]) };
  return withStanding(before, standingOnes(open));
}

export function withStanding(before: Rulings, departing: readonly Departing[]): Rulings {
  const standing = new Set(before.standing);
  const pins = new Map(before.pins);
  for (const one of departing) {
    for (const { id } of one.signatures) standing.add(id);
    for (const [key, seq] of one.pins) pins.set(key, Math.min(seq, pins.get(key) ?? seq));
  }
  return { ...before, standing, pins };
}

export const barring = (rulings: Rulings, departing: readonly Departing[]): Rulings => ({
  ...NO_RULINGS,
  barred: new Set([...rulings.barred, ...departing.map(({ act }) => act)]),
});

export const sameRulings = (a: Rulings, b: Rulings): boolean =>
  a.standing.size === b.standing.size && a.adopted.size === b.adopted.size;

/** Keys whose pins differ, with the first place that is judged otherwise, and entries that were adopted or are so no more. */
export function rulingChanges(
  a: Rulings,
  b: Rulings,
): { readonly keys: ReadonlyMap<KeyId, number>; readonly entries: readonly EntryId[] } {
  const keys = new Map<KeyId, number>();
  for (const key of new Set([...a.pins.keys(), ...b.pins.keys()])) {
    const [old, now] = [a.pins.get(key), b.pins.get(key)];
    if (old !== now) keys.set(key, Math.min(old ?? Number.POSITIVE_INFINITY, now ?? Number.POSITIVE_INFINITY) + 1);
  }
  const entries = [...new Set([...a.adopted, ...b.adopted])].filter((id) => a.adopted.has(id) !== b.adopted.has(id));
  return { keys, entries };
}
