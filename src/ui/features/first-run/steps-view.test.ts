import { expect, test } from 'vitest';
import { emptyDraft } from './founding-draft.ts';
import { stepsAt } from './steps-view.ts';

const draft = { ...emptyDraft(), stationName: '局机关采集室' };

test('a done step shows what was answered, the others what will be asked', () => {
  const steps = stepsAt('station', { ...draft, person: { ...draft.person, name: '王海涛' } });
  expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'now', 'later']);
  expect(steps.map(({ result }) => result)).toEqual(['洛阳市水利局', '王海涛', '站点名称和代号', '打印后封存']);
});

test('the station stands with its code once it is named', () => {
  expect(stepsAt('recovery', draft)[2]?.result).toBe('A 局机关采集室');
});
