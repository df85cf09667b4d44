import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asId, type EntryId } from '../../domain/ids.ts';
import { byPlace, firstFrom, insertByPlace, isBefore, type Place } from '../place.ts';
import { makePlaceQueue } from './place-queue.ts';

const place = fc.record({ lc: fc.nat(9), id: fc.stringMatching(/^[A-Za-z0-9_-]{2}$/).map((id) => asId<EntryId>(id)) });
const unique = (places: readonly Place[]): Place[] => [...new Map(places.map((each) => [each.id, each])).values()];

test('whatever goes in comes out in the order of places, each once, also what is added on the way', () => {
  fc.assert(
    fc.property(fc.array(place), fc.array(place), (initial, more) => {
      const [first, later] = [unique(initial), unique(more)];
      const queue = makePlaceQueue(first);
      const out: Place[] = [];
      for (let next = queue.next(); next !== undefined; next = queue.next()) {
        const at = next;
        out.push(at);
        for (const each of later.splice(0, 1))
          if (isBefore(at, each) && !first.some(({ id }) => id === each.id)) queue.add(each);
      }
      expect(out).toEqual([...out].sort(byPlace));
      expect(new Set(out.map(({ id }) => id)).size).toBe(out.length);
      expect(out.length).toBeGreaterThanOrEqual(first.length);
    }),
  );
});

test('an ordered list finds its places and takes each id in once', () => {
  fc.assert(
    fc.property(fc.array(place), place, (places, sought) => {
      const list: Place[] = [];
      for (const each of unique(places)) insertByPlace(list, each);
      for (const each of unique(places)) insertByPlace(list, each);
      expect(list).toEqual(unique(places).sort(byPlace));
      expect(list.slice(0, firstFrom(list, sought)).every((each) => isBefore(each, sought))).toBe(true);
      expect(list.slice(firstFrom(list, sought)).some((each) => isBefore(each, sought))).toBe(false);
    }),
  );
});
