import type { EntryId } from '../../domain/ids.ts';
import { isBefore, type Place } from '../place.ts';

export interface PlaceQueue<T extends Place> {
  /** Again while it is still in the queue: the later one takes its place. */
  readonly add: (element: T) => void;
  readonly next: () => T | undefined;
}

/** Hands out what was put in, first places first; a binary heap. */
export function makePlaceQueue<T extends Place>(initial: Iterable<T>): PlaceQueue<T> {
  const heap: Place[] = [];
  const waiting = new Map<EntryId, T>();

  const before = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]];
    return x !== undefined && y !== undefined && isBefore(x, y);
  };
  const swap = (a: number, b: number): void => {
    const [x, y] = [heap[a], heap[b]];
    if (x !== undefined && y !== undefined) [heap[a], heap[b]] = [y, x];
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0; at = (at - 1) >> 1) {
      if (!before(at, (at - 1) >> 1)) return;
      swap(at, (at - 1) >> 1);
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const least = [2 * at + 1, 2 * at + 2].reduce((best, child) => (before(child, best) ? child : best), at);
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };

  const add = (element: T): void => {
    if (!waiting.has(element.id)) {
      heap.push({ lc: element.lc, id: element.id });
      rise(heap.length - 1);
    }
    waiting.set(element.id, element);
  };
  for (const element of initial) add(element);
  return {
    add,
    next: () => {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (heap.length > 0) heap[0] = last;
      sink();
      const element = waiting.get(first.id);
      waiting.delete(first.id);
      return element;
    },
  };
}
