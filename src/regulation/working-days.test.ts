import { describe, expect, it } from 'vitest';
import { fromBeijing, type Instant } from '../domain/time.ts';
import { dayEndAfter, reportDue, statementDue, unlinkedDue } from './deadlines.ts';
import { DEFAULT_VALUES } from './parameters.ts';
import { HOLIDAYS_KNOWN_UNTIL, isWorkingDay, plusDays, workingDayAfter } from './working-days.ts';

const at = (month: number, day: number, hour: number) => fromBeijing({ year: 2026, month, day, hour });

describe('working days', () => {
  it('holidays are none, even on weekdays; weekends worked for them are', () => {
    expect(isWorkingDay('2026-02-17')).toBe(false);
    expect(isWorkingDay('2026-02-14')).toBe(true);
    expect(isWorkingDay('2026-03-05')).toBe(true);
    expect(isWorkingDay('2026-03-07')).toBe(false);
  });

  it('the next one after Friday is Monday, after the eve of the National Day the 8th', () => {
    expect(workingDayAfter('2026-03-06', 1)).toBe('2026-03-09');
    expect(workingDayAfter('2026-09-30', 1)).toBe('2026-10-08');
    expect(workingDayAfter('2026-03-05', 3)).toBe('2026-03-10');
  });

  it('past the notices, Monday to Friday count, and how far they reach can be said', () => {
    expect(HOLIDAYS_KNOWN_UNTIL).toMatch(/^20\d\d-12-31$/);
    const first = plusDays(HOLIDAYS_KNOWN_UNTIL, 1);
    const days = Array.from({ length: 7 }, (_, i) => plusDays(first, i));
    expect(days.filter(isWorkingDay)).toHaveLength(5);
  });

  it('dates carry over months and leap days', () => {
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(plusDays('2026-01-01', -1)).toBe('2025-12-31');
  });
});

describe('deadlines that count with them', () => {
  it('of any moment an entry may name is a moment: what lies behind the last day is the last day', () => {
    const last = '9999-12-31T20:00:00.000Z' as Instant;
    expect(plusDays('9999-99-99', 1)).toBe('9999-12-31');
    expect(plusDays('2026-03-05', Number.MAX_SAFE_INTEGER)).toBe('9999-12-31');
    for (const due of [statementDue, reportDue, unlinkedDue])
      expect(due(last, DEFAULT_VALUES) <= '9999-12-31T24').toBe(true);
    expect(dayEndAfter(last, 60) <= '9999-12-31T24').toBe(true);
  });

  it('a statement is due the next working day at 18:00', () => {
    expect(statementDue(at(3, 6, 15), DEFAULT_VALUES)).toBe(at(3, 9, 18));
    expect(statementDue(at(3, 6, 23), DEFAULT_VALUES)).toBe(at(3, 9, 18));
  });

  it('a report is due 30 minutes after the stop', () => {
    expect(reportDue(at(3, 6, 15), DEFAULT_VALUES)).toBe(
      fromBeijing({ year: 2026, month: 3, day: 6, hour: 15, minute: 30 }),
    );
  });

  it('footage may stand unlinked until the end of the third working day', () => {
    expect(unlinkedDue(at(3, 5, 17), DEFAULT_VALUES)).toBe(at(3, 11, 0));
  });
});
