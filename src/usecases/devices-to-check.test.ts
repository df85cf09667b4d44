import { expect, it } from 'vitest';
import { field, passedCheck } from '../../test/doubles/field-scene.ts';
import { must } from '../../test/doubles/office-desk.ts';
import { at } from '../../test/regulation/facts.ts';
import { DEFAULT_VALUES } from '../regulation/parameters.ts';
import { checkDevice } from './check-device.ts';
import { toCheck, unchecked } from './devices-to-check.ts';

it('an activity waits for its check until every device passed today, and for nothing once it has ended or was merged', async () => {
  const { clock, desk, zhang, deviceRecord, read, activity } = await field();
  const waiting = async (now = clock.now()) => {
    const all = await desk.records.all('activity');
    return (await unchecked(desk.records, toCheck(all, zhang.person, now), now)).map(({ id }) => id);
  };
  expect(await waiting()).toEqual([activity]);
  clock.set(at('08:40'));
  const action = { ...passedCheck, passed: false, testOk: false, action: 'changeDevice' } as const;
  await must(checkDevice(desk, zhang, await deviceRecord(), action, DEFAULT_VALUES));
  expect(await waiting()).toEqual([activity]);
  await must(checkDevice(desk, zhang, await deviceRecord(), passedCheck, DEFAULT_VALUES));
  expect(await waiting()).toEqual([]);
  const record = await read();
  // Tomorrow asks for its own check.
  const tomorrow = { ...record, plannedAt: at('09:00', 6) };
  expect(await unchecked(desk.records, [tomorrow], clock.now())).toEqual([tomorrow]);
  expect(toCheck([{ ...record, mergedInto: activity }], zhang.person, clock.now())).toEqual([]);
  expect(toCheck([{ ...record, finished: record.created }], zhang.person, clock.now())).toEqual([]);
});
