import { describe, expect, it } from 'vitest';
import { asId, type EntryId, type KeyId } from '../../domain/ids.ts';
import type { Entry } from '../entry.ts';
import { makeAside } from './aside.ts';

const keyOf = (name: string) => asId<KeyId>(name);
const entry = (id: string, key = 'k', bytes = 10): Entry =>
  ({
    id: asId<EntryId>(id),
    keyId: keyOf(key),
    jws: 'x'.repeat(bytes),
    payload: { details: null },
  }) as unknown as Entry;
const unknown = (key: string) => ({ kind: 'key', key: keyOf(key) }) as const;
const place = (key: string, seq: number) => ({ kind: 'place', key: keyOf(key), seq }) as const;
const names = (list: readonly { entry: Entry }[]): string[] => list.map(({ entry: { id } }) => id);

describe('entries that wait aside', () => {
  it('are handed out once, to what they waited for', () => {
    const aside = makeAside();
    aside.put(entry('a'), unknown('k'), null);
    aside.put(entry('b'), place('k', 3), null);
    aside.put(entry('c'), place('k', 4), null);
    expect(names(aside.take(place('k', 3)))).toEqual(['b']);
    expect(names(aside.take(place('k', 3)))).toEqual([]);
    expect(names(aside.take(unknown('k')))).toEqual(['a']);
    expect([aside.count(), aside.has(asId('c'))]).toEqual([1, true]);
  });

  it('are bounded in number and in bytes; keys nobody knows go first, oldest first', () => {
    const aside = makeAside(3, 100);
    aside.put(entry('gap'), place('k', 1), null);
    for (const id of ['a', 'b', 'c', 'd']) aside.put(entry(id, id), unknown(id), null);
    expect(['gap', 'a', 'b', 'c', 'd'].filter((id) => aside.has(asId(id)))).toEqual(['gap', 'c', 'd']);
    aside.put(entry('big', 'e', 95), unknown('e'), null);
    expect([aside.count(), aside.has(asId('gap'))]).toEqual([1, true]);
    aside.put(entry('long', 'k', 95), place('k', 2), null);
    expect([aside.count(), aside.has(asId('long'))]).toEqual([1, true]);
  });

  it('keep details that came with them or later', () => {
    const aside = makeAside();
    const details = { entry: asId<EntryId>('a'), salt: 's', json: '{}' };
    aside.put(entry('a'), unknown('k'), null);
    aside.addDetails(details);
    aside.put(entry('a'), place('k', 1), null);
    expect(aside.take(place('k', 1))).toMatchObject([{ details }]);
  });
});
