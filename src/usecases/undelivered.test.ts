import { expect, test } from 'vitest';
import { asId, type EntryId, type KeyId } from '../domain/ids.ts';
import type { Frontier } from '../ledger/exchange.ts';
import { countOf, undeliveredRuns } from './undelivered.ts';

const key = (name: string): KeyId => asId<KeyId>(name);
const entry = (name: string, seq: number): EntryId => asId<EntryId>(`${name}${seq}`);
const at = (name: string, seq: number, id = entry(name, seq)) => ({ key: key(name), seq, id });
const idAt = (of: KeyId, seq: number): EntryId => entry(of, seq);
const OURS: Frontier = [at('a', 9), at('b', 4)];

const runs = (...others: readonly Frontier[]) => undeliveredRuns(OURS, others, idAt, (of) => of === key('b'));

test('without another station nothing has arrived anywhere', async () => {
  const all = await runs();
  expect(all).toEqual([
    { key: key('a'), fromSeq: 0, toSeq: 9 },
    { key: key('b'), fromSeq: 0, toSeq: 4 },
  ]);
  expect(countOf(all)).toBe(15);
});

test('what one station holds has arrived, whatever others lack', async () => {
  expect(await runs([at('a', 6), at('b', 4)], [at('a', 2)])).toEqual([{ key: key('a'), fromSeq: 7, toSeq: 9 }]);
});

test('stations add up: one holds one key, another the other', async () => {
  expect(await runs([at('a', 9)], [at('b', 4)])).toEqual([]);
});

test('a station that has more of a key than we do holds all of ours', async () => {
  expect(await runs([at('a', 12, asId<EntryId>('beyond')), at('b', 4)])).toEqual([]);
});

test('a station whose chain has another entry at its end is no proof of ours', async () => {
  const forked = await runs([at('a', 6, asId<EntryId>('other')), at('b', 4)]);
  expect(forked).toEqual([{ key: key('a'), fromSeq: 0, toSeq: 9 }]);
});

test('a station that signs to hold more of our own key than we have signed is no proof of ours: a backup was put back here, or it lies', async () => {
  const restored = await runs([at('a', 9), at('b', 7, asId<EntryId>('before the disk failed'))]);
  expect(restored).toEqual([{ key: key('b'), fromSeq: 0, toSeq: 4 }]);
  expect(await runs([at('a', 9), at('b', 7)], [at('b', 2)])).toEqual([{ key: key('b'), fromSeq: 3, toSeq: 4 }]);
});
