import { describe, expect, it } from 'vitest';
import { at } from '../../../../test/regulation/facts.ts';
import { NOT_TOLD, UNTOLD_HEALTH } from '../../../domain/ports/footage-source.ts';
import { dayOfGoing } from '../../../usecases/devices-to-check.ts';
import {
  type CheckFields,
  draftOf,
  EMPTY_CHECK,
  faultsSeen,
  missingIn,
  offsetOf,
  readShown,
  withHealth,
} from './check-view.ts';

const LIMITS = { clockOffsetWarnSec: 60 };
const now = at('08:00');
const filled: CheckFields = {
  ...EMPTY_CHECK,
  battery: '96',
  freeGB: '38.2',
  minutes: '320',
  planned: '120',
  shown: '07:58:30',
  referenceAt: now,
  test: 'ok',
  lens: 'wiped',
  result: 'pass',
};

describe('the card of one device', () => {
  it('T-05c: 07:58:30 against 08:00:00 is 90 seconds slow, which is a fault to be dealt with', () => {
    expect(offsetOf(filled)).toBe(-90);
    expect(faultsSeen(filled, LIMITS)).toEqual(['clock']);
    expect(draftOf(filled, null, now)).toMatchObject({
      passed: true,
      freeMB: 38_200,
      batteryPercent: 96,
      lensClean: true,
    });
  });

  it('asks for each thing in the order of the card, and for the moment of pressing', () => {
    expect(missingIn({ ...filled, battery: '101' }, now)).toBe('写 0 到 100 的数。');
    expect(missingIn({ ...filled, shown: 'noon' }, now)).toContain('16:40:37');
    expect(missingIn({ ...filled, referenceAt: null }, now)).toContain('此刻按下');
    expect(missingIn({ ...filled, lens: '' }, now)).toBe('请看一下镜头。');
    expect(draftOf({ ...filled, result: '' }, null, now)).toBeNull();
    expect(missingIn({ ...filled, battery: '', freeGB: '', minutes: '', planned: '' }, now)).toBeUndefined();
  });

  it('less room than planned, a bad test and a damaged lens are faults', () => {
    const bad: CheckFields = { ...filled, shown: '08:00:00', minutes: '60', test: 'bad', lens: 'bad' };
    expect(faultsSeen(bad, LIMITS)).toEqual(['space', 'recordingTest', 'lens']);
  });

  it('a clock that fell back to another year is read with its date', () => {
    expect(readShown('2015-01-01 00:00:05', now)).toBe('2014-12-31T16:00:05.000Z');
    expect(readShown('8：00：00', now)).toBe(now);
    expect(readShown('25:00:00', now)).toBeUndefined();
  });

  it('takes what the device tells as the device’s word, and leaves the rest', () => {
    const told = withHealth(EMPTY_CHECK, {
      battery: { origin: 'device', value: 81.6, readAt: now },
      clock: { origin: 'device', value: { offsetSec: -12, uncertaintySec: 1 }, readAt: now },
      space: NOT_TOLD,
    });
    expect(told).toMatchObject({ battery: '82', freeGB: '', told: ['battery', 'shown'], referenceAt: now });
    expect(offsetOf(told)).toBe(-12);
    expect(withHealth(filled, UNTOLD_HEALTH)).toEqual({ ...filled, told: [] });
  });
});

it("today's check says nothing of tomorrow's going out: it holds within its day", () => {
  const plan = (day: number | null) => ({
    plannedAt: day === null ? null : at('16:00', day),
  });
  expect(dayOfGoing(plan(6), '2026-03-05')).toBe('2026-03-06');
  expect(dayOfGoing(plan(5), '2026-03-05')).toBe('2026-03-05');
  expect(dayOfGoing(plan(4), '2026-03-05')).toBe('2026-03-05');
  expect(dayOfGoing(plan(null), '2026-03-05')).toBe('2026-03-05');
});
