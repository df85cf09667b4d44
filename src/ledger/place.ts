import type { EntryId } from '../domain/ids.ts';

/** Where an entry stands in the one order all books share: by its clock, then by its id. */
export interface Place {
  readonly lc: number;
  readonly id: EntryId;
}

export const byPlace = (a: Place, b: Place): number => a.lc - b.lc || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const isBefore = (a: Place, b: Place): boolean => byPlace(a, b) < 0;

/** First place in the ordered list that is not before `place`. */
export function firstFrom(list: readonly Place[], place: Place): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = list[middle];
    if (at !== undefined && isBefore(at, place)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts an element where it belongs, once. */
export function insertByPlace<T extends Place>(list: T[], element: T): void {
  const at = firstFrom(list, element);
  if (list[at]?.id === element.id) list[at] = element;
  else list.splice(at, 0, element);
}
