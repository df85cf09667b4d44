import { expect, test } from 'vitest';
import { foundOffice, must, verifier } from '../../test/doubles/office-desk.ts';
import type { EntryId, KeyId, StationId } from '../domain/ids.ts';
import { signCheckpoint } from './sign-checkpoint.ts';
import { witnessedDays, witnessesOf } from './witnesses.ts';

const head = (key: string, seq: number, id = `${key} ${seq}`) => ({ key: key as KeyId, seq, id: id as EntryId });
const of = (station: string, ...heads: ReturnType<typeof head>[]) => ({ station: station as StationId, heads });

test('a station has witnessed a day when it signed to hold every chain that far, and that same entry at the end', () => {
  const frontier = [head('a', 3), head('b', 0)];
  const receipts = [
    of('same', head('a', 3), head('b', 0)),
    of('further', head('a', 9), head('b', 0), head('c', 1)),
    of('behind', head('a', 2), head('b', 0)),
    of('lacks a key', head('a', 3)),
    of('other branch', head('a', 3, 'elsewhere'), head('b', 0)),
  ];
  expect(witnessesOf(frontier, receipts)).toEqual(['same', 'further']);
});

test('days are read from the entries, newest first, with their frontier', async () => {
  const { desk, clock } = await foundOffice();
  const first = await must(signCheckpoint(desk, verifier));
  clock.advance(86_400_000);
  const second = await must(signCheckpoint(desk, verifier));
  const days = await witnessedDays(desk, desk.station.station, 5);
  expect(days.map(({ root }) => root)).toEqual([second.root, first.root]);
  expect(days[0]?.frontier.reduce((sum, { seq }) => sum + seq + 1, 0)).toBe(second.entries);
  expect(await witnessedDays(desk, desk.station.station, 1)).toHaveLength(1);
});
