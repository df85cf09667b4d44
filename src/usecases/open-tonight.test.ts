import { expect, it } from 'vitest';
import { bring, field, inspect } from '../../test/doubles/field-scene.ts';
import { must } from '../../test/doubles/office-desk.ts';
import { at } from '../../test/regulation/facts.ts';
import { excusedAmong } from './excused.ts';
import { openTonight, remindsNow } from './open-tonight.ts';
import { declareNonRecording } from './report-non-recording.ts';

it('from half past five on, once a day', () => {
  expect([remindsNow(at('17:29'), null), remindsNow(at('17:30'), null)]).toEqual([false, true]);
  expect([remindsNow(at('23:59'), '2026-03-05'), remindsNow(at('17:30', 6), '2026-03-05')]).toEqual([false, true]);
});

it('counts what ended today and is not taken in; yesterday’s is late, not to be reminded of', async () => {
  const scene = await field();
  const open = (now: ReturnType<typeof at>) => openTonight(scene.desk.records, now);
  expect(await open(at('17:30'))).toBe(0);
  await inspect(scene);
  expect(await open(at('17:30'))).toBe(1);
  expect(await open(at('17:30', 6))).toBe(0);
  await bring(scene, [['085930', 61]]);
  expect(await open(at('17:30'))).toBe(0);
});

it('awaits nothing of what Art. 7 excuses wholly, and everything of what it excuses in part', async () => {
  const scene = await field();
  const { desk, zhang, read, activity } = scene;
  await inspect(scene);
  const excused = async () => [...(await excusedAmong(desk.records, [await read()]))];
  const part = { from: at('09:10'), to: at('09:20') };
  await must(declareNonRecording(desk, zhang, await read(), 'personalPrivacy', part));
  expect([await excused(), await openTonight(desk.records, at('17:30'))]).toEqual([[], 1]);
  await must(declareNonRecording(desk, zhang, await read(), 'emergency', null));
  expect([await excused(), await openTonight(desk.records, at('17:30'))]).toEqual([[activity], 0]);
  // What came all the same is footage like any other.
  await bring(scene, [['085930', 61]]);
  expect(await excused()).toEqual([]);
});
