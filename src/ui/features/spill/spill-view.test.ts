import { expect, test } from 'vitest';
import { recordingId, sampleActivity } from '../../../../test/doubles/stored-samples.ts';
import type { StationRecord } from '../../../domain/records.ts';
import type { SpillRecord } from '../../../domain/spill-record.ts';
import { copyLines, foundActivities, stationLines } from './spill-view.ts';

const station = (code: string, left = false) =>
  ({ id: code, code, name: null, ...(left ? { left: {} } : {}) }) as unknown as StationRecord;
const signed = (at: string) => ({ at, entry: `entry ${at}` });
const words = (code: string) => ({ station: code, deleted: 1, signed: signed('1') });
const files = (code: string, medium: string | null, deleted: readonly unknown[] = []) =>
  ({ station: code, medium, deleted, missing: [], signed: signed('2') }) as const;
const spill = (more: object) => ({ done: [words('B')], recordings: [], ...more }) as unknown as SpillRecord;

test('stations that have not confirmed stand first, then those that never will, then the rest', () => {
  const lines = stationLines(spill({}), [station('A'), station('B'), station('C', true), station('D')]);
  expect(lines.map(({ station: { code }, state }) => [code, state])).toEqual([
    ['A', 'open'],
    ['D', 'open'],
    ['C', 'lost'],
    ['B', 'done'],
  ]);
});

test('a withdrawn station that confirmed before it left has confirmed', () => {
  expect(stationLines(spill({}), [station('B', true)])[0]?.state).toBe('done');
});

test('where footage is named, words alone are not all: the files of the station itself are said too', () => {
  const recordings = [recordingId(1)];
  const half = spill({ recordings, files: [files('B', 'medium', recordings)] });
  expect(stationLines(half, [station('B')])[0]).toMatchObject({ state: 'words', files: null, at: '1' });
  expect(stationLines(half, [station('B', true)])[0]?.state).toBe('lost');
  const whole = spill({ recordings, files: [files('B', null, recordings)] });
  expect(stationLines(whole, [station('B')])[0]).toMatchObject({ state: 'done', words: 1, files: 1, at: '2' });
});

test('copies that are still there stand before those a station deleted; another content is not called a copy to delete', () => {
  const [one, two] = [recordingId(1), recordingId(2)];
  const copy = (result: string) => ({ medium: 'm', path: 'p', lastCheck: { result } });
  const recordings = [
    { id: one, no: null, copies: [copy('same')] },
    { id: two, no: null, copies: [copy('different')] },
  ] as never;
  const lines = copyLines(
    spill({ recordings: [one, two], files: [files('A', 'n', [one]), files('A', null)] }),
    recordings,
  );
  expect(lines.map(({ medium, state, path }) => [medium, state, path])).toEqual([
    ['m', 'open', 'p'],
    ['m', 'different', 'p'],
    ['n', 'deleted', null],
  ]);
});

test('activities are found by every word that is typed, in number, title, place or party', () => {
  const activities = [sampleActivity('one', { title: '伊河巡查' }), sampleActivity('two', { title: '洛河巡查' })];
  expect(foundActivities(activities, '巡查')).toHaveLength(2);
  expect(foundActivities(activities, '巡查 伊河')).toHaveLength(1);
  expect(foundActivities(activities, ' ')).toEqual([]);
});
