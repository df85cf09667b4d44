import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beijingDate, fromBeijing, fromInstant, type Instant, toInstant } from '../domain/time.ts';
import { exportDeadline, isExportLate } from './export-deadline.ts';

const at = (month: number, day: number, hour: number, minute = 0): Instant =>
  fromBeijing({ year: 2026, month, day, hour, minute });
const STATEMENT = '在嵩县山区连续检查，当日无法返回';

describe('Art. 13, the day of the activity', () => {
  const due = exportDeadline({ endedAt: at(3, 5, 14) });

  it('ended 14:00, taken in 23:59 is in time', () => {
    expect(due).toEqual({ kind: 'same-day', deadline: at(3, 6, 0) });
    expect(isExportLate(due, at(3, 5, 23, 59))).toBe(false);
  });

  it('taken in 00:01 is late; at 24:00 sharp it is not', () => {
    expect(isExportLate(due, at(3, 6, 0, 1))).toBe(true);
    expect(isExportLate(due, at(3, 6, 0))).toBe(false);
  });

  it('the day is that of Beijing, not of UTC', () => {
    expect(exportDeadline({ endedAt: at(3, 5, 7) })).toEqual({ kind: 'same-day', deadline: at(3, 6, 0) });
    expect(exportDeadline({ endedAt: at(3, 5, 23, 59) })).toEqual({ kind: 'same-day', deadline: at(3, 6, 0) });
    expect(exportDeadline({ endedAt: at(3, 5, 0) })).toEqual({ kind: 'same-day', deadline: at(3, 6, 0) });
  });
});

describe('Art. 13, away', () => {
  const away = { endedAt: at(3, 1, 17), ground: 'awayDuty', statement: STATEMENT } as const;
  const due = exportDeadline({ ...away, returnedAt: at(3, 3, 15) });

  it('returned 3 March 15:00: 4 March 14:59 is in time, 15:01 is late', () => {
    expect(due).toEqual({ kind: 'after-return', deadline: at(3, 4, 15) });
    expect(isExportLate(due, at(3, 4, 14, 59))).toBe(false);
    expect(isExportLate(due, at(3, 4, 15, 1))).toBe(true);
  });

  it('there is no deadline until the return is entered, and nothing is late', () => {
    expect(exportDeadline(away)).toEqual({ kind: 'away' });
    expect(isExportLate(exportDeadline(away), at(12, 31, 23))).toBe(false);
  });

  it('a return before the activity ended is none', () => {
    expect(exportDeadline({ ...away, returnedAt: at(3, 1, 16) })).toEqual({ kind: 'away' });
  });

  it.each([
    { name: 'a ground alone', facts: { ground: 'remoteArea' as const } },
    { name: 'a statement alone', facts: { statement: STATEMENT } },
    { name: 'a blank statement', facts: { ground: 'continuousDuty' as const, statement: '  ' } },
  ])('$name does not move the deadline', ({ facts }) => {
    const verdict = exportDeadline({ endedAt: at(3, 1, 17), returnedAt: at(3, 3, 15), ...facts });
    expect(verdict).toEqual({ kind: 'same-day', deadline: at(3, 2, 0) });
  });
});

it('for any moment the same-day deadline is within 24 hours and belongs to the next calendar day', () => {
  const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2099, 11, 31) }).map(toInstant);
  fc.assert(
    fc.property(moments, (endedAt) => {
      const due = exportDeadline({ endedAt });
      if (due.deadline === undefined) throw new Error('no deadline');
      const aheadMs = fromInstant(due.deadline) - fromInstant(endedAt);
      const lastMs = toInstant(fromInstant(due.deadline) - 1);
      return aheadMs > 0 && aheadMs <= 86_400_000 && beijingDate(lastMs) === beijingDate(endedAt);
    }),
  );
});
