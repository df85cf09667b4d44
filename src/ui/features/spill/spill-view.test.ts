import { expect, test } from 'vitest';
import { sampleActivity } from '../../../../test/doubles/stored-samples.ts';
import type { StationRecord } from '../../../domain/records.ts';
import type { SpillRecord } from '../../../domain/spill-record.ts';
import { foundActivities, stationLines } from './spill-view.ts';

const station = (code: string, left = false) =>
  ({ id: code, code, name: null, ...(left ? { left: {} } : {}) }) as unknown as StationRecord;
const spill = { done: [{ station: 'B', deleted: 1 }] } as unknown as SpillRecord;

test('stations that have not confirmed stand first, then those that never will, then the rest', () => {
  const lines = stationLines(spill, [station('A'), station('B'), station('C', true), station('D')]);
  expect(lines.map(({ station: { code }, state }) => [code, state])).toEqual([
    ['A', 'open'],
    ['D', 'open'],
    ['C', 'lost'],
    ['B', 'done'],
  ]);
});

test('a withdrawn station that confirmed before it left has confirmed', () => {
  expect(stationLines(spill, [station('B', true)])[0]?.state).toBe('done');
});

test('activities are found by every word that is typed, in number, title, place or party', () => {
  const activities = [sampleActivity('one', { title: '伊河巡查' }), sampleActivity('two', { title: '洛河巡查' })];
  expect(foundActivities(activities, '巡查')).toHaveLength(2);
  expect(foundActivities(activities, '巡查 伊河')).toHaveLength(1);
  expect(foundActivities(activities, ' ')).toEqual([]);
});
