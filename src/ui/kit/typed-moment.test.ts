import { describe, expect, it } from 'vitest';
import { march } from '../../../test/doubles/sample-records.ts';
import { momentText, readMoment, readMomentFrom } from './typed-moment.ts';

describe('a typed moment', () => {
  it('is Beijing time, however it is written', () => {
    for (const text of ['2026-03-05 14:30', '2026.3.5 14:30', '20260305 14:30', '２０２６年３月５日　１４时３０分']) {
      expect(readMoment(text)).toBe(march(5, 14, 30));
    }
    expect(momentText(march(5, 14, 30))).toBe('2026-03-05 14:30');
  });

  it('without a time, or of a day that is none, is not read', () => {
    for (const text of ['', '2026-03-05', '2026-02-30 10:00', '2026-03-05 24:00', '明天']) {
      expect(readMoment(text)).toBeUndefined();
    }
  });

  it('within the minute of what it must follow is not before it', () => {
    const earliest = march(5, 14, 30, 40);
    expect(readMomentFrom('2026-03-05 14:30', earliest)).toBe(earliest);
    expect(readMomentFrom('2026-03-05 14:29', earliest)).toBe(march(5, 14, 29));
    expect(readMomentFrom('2026-03-05 14:31', earliest)).toBe(march(5, 14, 31));
  });
});
