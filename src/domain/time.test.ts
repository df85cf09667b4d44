import { expect, it } from 'vitest';
import { capturedAt, captureReadings } from './capture-time.ts';
import { endOfBeijingDay, type Instant, plusMs, toInstant } from './time.ts';

const LAST = '9999-12-31T23:59:59.999Z' as Instant;
const FIRST = '0000-01-01T00:00:00.000Z' as Instant;

it('reckoning past the last moment, or before the first, stops there', () => {
  expect(endOfBeijingDay(LAST)).toBe(LAST);
  expect(plusMs(LAST, 1)).toBe(LAST);
  expect(plusMs(FIRST, -1)).toBe(FIRST);
  expect(plusMs(toInstant(0), Number.MAX_SAFE_INTEGER)).toBe(LAST);
  expect(plusMs(toInstant(0), -Number.MAX_SAFE_INTEGER)).toBe(FIRST);
});

it('a claim whose digits lead past the last moment is no time, whatever it claims', () => {
  for (const text of ['9999-12-31T23:59:59-11:00', '+275760-09-13T00:00:00+00:00']) {
    const claim = { text, source: 'exif', zone: 'unknown' } as const;
    for (const at of captureReadings(claim)) expect(at <= LAST).toBe(true);
  }
  const leap = { text: '9999-12-31 24:00:60', source: 'file-name', zone: 'utc' } as const;
  expect(captureReadings(leap)).toHaveLength(1);
  expect(capturedAt({ ...leap, text: 'no time' })).toBeNull();
});
