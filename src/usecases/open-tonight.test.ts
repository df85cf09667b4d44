import { expect, it } from 'vitest';
import { bring, field, inspect } from '../../test/doubles/field-scene.ts';
import { at } from '../../test/regulation/facts.ts';
import { openTonight, remindsNow } from './open-tonight.ts';

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
