import { describe, expect, it } from 'vitest';
import { fromBeijing } from '../domain/time.ts';
import { type Duty, isOffDuty } from './duty.ts';

/** 5 March 2026 is a Thursday. */
const at = (day: number, hour: number, minute = 0) =>
  fromBeijing({ year: 2026, month: 3, day, hour, minute, second: 0 });
const weekdays: Duty = {
  from: '2026-03-01',
  to: '2026-03-31',
  workingDaysOnly: true,
  hours: { from: '08:30', to: '18:00' },
};

describe('the duty roster', () => {
  it('covers its hours on working days; its end is off duty', () => {
    expect([isOffDuty([weekdays], at(5, 8, 30)), isOffDuty([weekdays], at(5, 17, 59))]).toEqual([false, false]);
    expect([isOffDuty([weekdays], at(5, 8, 29)), isOffDuty([weekdays], at(5, 18))]).toEqual([true, true]);
    expect(isOffDuty([weekdays], at(7, 10))).toBe(true);
  });

  it('says nothing of days it does not cover', () => {
    expect(isOffDuty([], at(5, 23))).toBeNull();
    expect(isOffDuty([{ ...weekdays, to: '2026-03-04' }], at(5, 23))).toBeNull();
  });

  it('runs past midnight into a day of which it says nothing more', () => {
    const night: Duty = {
      from: '2026-03-05',
      to: '2026-03-05',
      workingDaysOnly: false,
      hours: { from: '20:00', to: '06:00' },
    };
    expect([isOffDuty([night], at(5, 19)), isOffDuty([night], at(5, 23)), isOffDuty([night], at(6, 5, 59))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isOffDuty([night], at(6, 6))).toBeNull();
  });

  it('the last line for a day counts', () => {
    const off: Duty = { from: '2026-03-05', to: '2026-03-05', workingDaysOnly: false, hours: null };
    const extra: Duty = { ...off, hours: { from: '19:00', to: '22:00' } };
    expect(isOffDuty([weekdays, off], at(5, 10))).toBe(true);
    expect(isOffDuty([weekdays, off, extra], at(5, 20))).toBe(false);
    expect(isOffDuty([weekdays, off, extra], at(5, 10))).toBe(true);
  });
});
