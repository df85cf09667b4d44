import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSuspendedOn } from './certificate.ts';
import { suspensionEnd } from './suspension.ts';
import { plusDays } from './working-days.ts';

it('T-21: from 31 January to 28 February: blocked on 15 February, allowed on 1 March', () => {
  const suspended = { from: '2026-01-31', to: suspensionEnd('2026-01-31', 1) };
  expect(suspended.to).toBe('2026-02-28');
  expect(isSuspendedOn({ suspended }, '2026-02-15')).toBe(true);
  expect(isSuspendedOn({ suspended }, '2026-02-28')).toBe(true);
  expect(isSuspendedOn({ suspended }, '2026-03-01')).toBe(false);
});

it('has the corresponding day, over leap days and years', () => {
  expect(suspensionEnd('2026-03-05', 1)).toBe('2026-04-05');
  expect(suspensionEnd('2028-01-30', 1)).toBe('2028-02-29');
  expect(suspensionEnd('2026-12-31', 1)).toBe('2027-01-31');
});

it('one month is 28 to 31 days for any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const from = plusDays('2020-01-01', days);
      const end = suspensionEnd(from, 1);
      return end >= plusDays(from, 28) && end <= plusDays(from, 31);
    }),
  );
});
