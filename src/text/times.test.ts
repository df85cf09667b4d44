import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64url } from '../base/base64url.ts';
import type { KeyId } from '../domain/ids.ts';
import { fromBeijing, type Instant, plusMs } from '../domain/time.ts';
import {
  articleName,
  commas,
  countdownWords,
  counted,
  dateInText,
  dayNear,
  digestShort,
  keyGroups,
  lengthInCell,
  lengthInWords,
  momentNear,
  nowInHead,
  offsetInWords,
  percent,
  size,
  sizeExact,
  sizeOfWhole,
  sizeOnForm,
  timeInTable,
  timeInText,
  timeLeftInWords,
  timeWithoutYear,
  timeWithSeconds,
} from './times.ts';

const at = (day: number, hour: number, minute = 0, second = 0): Instant =>
  fromBeijing({ year: 2026, month: 3, day, hour, minute, second });

describe('moments', () => {
  const moment = '2026-03-05T06:30:08.000Z' as Instant;

  test('tables show Beijing time to the minute, chains to the second', () => {
    expect(timeInTable(moment)).toBe('2026-03-05 14:30');
    expect(timeWithSeconds(moment)).toBe('2026-03-05 14:30:08');
    expect(timeWithoutYear(moment)).toBe('03-05 14:30');
  });

  test('running text writes the date out without leading zeros', () => {
    expect(dateInText(moment)).toBe('2026年3月5日');
    expect(timeInText(at(5, 9, 5))).toBe('2026年3月5日9时05分');
  });

  test('the head of a page says day of the week and time zone', () => {
    expect(nowInHead(at(5, 16, 42))).toBe('2026-03-05 周四 16:42（北京时间）');
  });

  test('midnight is the 24:00 of the day that ends', () => {
    expect(momentNear(at(6, 0), at(5, 16))).toBe('今日 24:00');
    expect(momentNear(at(7, 0), at(5, 16))).toBe('明日 24:00');
    expect(momentNear(at(6, 0, 1), at(5, 16))).toBe('明日 00:01');
  });

  test('days near by have words, other days a date, other years the year too', () => {
    expect(dayNear(at(4, 23, 59), at(5, 0))).toBe('昨日');
    expect(dayNear(at(8, 12), at(5, 0))).toBe('03-08');
    expect(dayNear(fromBeijing({ year: 2027, month: 1, day: 2 }), at(5, 0))).toBe('2027-01-02');
  });
});

describe('lengths', () => {
  test('cells count h:mm:ss, sentences say the two greatest units', () => {
    expect(lengthInCell(600_000)).toBe('0:10:00');
    expect(lengthInCell(4_326_999)).toBe('1:12:06');
    expect(lengthInWords(206_000)).toBe('3 分 26 秒');
    expect(lengthInWords(3_900_000)).toBe('1 小时 05 分');
    expect(lengthInWords(90_000_000)).toBe('1 天 1 小时');
    expect(lengthInWords(120_000)).toBe('2 分');
    expect(lengthInWords(0)).toBe('0 秒');
  });

  test('time left is rounded up and never says nothing is left', () => {
    expect(timeLeftInWords(1)).toBe('约剩不到 1 分');
    expect(timeLeftInWords(60_000)).toBe('约剩 1 分');
    expect(timeLeftInWords(181_000)).toBe('约剩 4 分');
    expect(timeLeftInWords(3_600_000)).toBe('约剩 1 小时');
    expect(timeLeftInWords(3_601_000)).toBe('约剩 1 小时 10 分');
  });

  test('an offset says which way the device is wrong', () => {
    expect(offsetInWords(-12)).toBe('慢 12 秒');
    expect(offsetInWords(4)).toBe('快 4 秒');
    expect(offsetInWords(-90)).toBe('慢 90 秒');
    expect(offsetInWords(0.2)).toBe('与标准时间一致');
    expect(offsetInWords(-3900)).toBe('慢 1 小时 05 分');
  });
});

describe('countdown', () => {
  test('it says what is left and until when', () => {
    const said = countdownWords(at(6, 0), at(5, 16, 42));
    expect(said.words).toBe('还有 7 小时 18 分');
    expect(said.end).toBe('今日 24:00 截止');
    expect(said.over).toBe(false);
    expect(said.figures).toEqual([
      { figure: '7', unit: '小时' },
      { figure: '18', unit: '分' },
    ]);
  });

  test('past the end it says how long ago', () => {
    const said = countdownWords(at(5, 0), at(5, 2, 5));
    expect(said.words).toBe('已过 2 小时 05 分');
    expect(said.end).toBe('昨日 24:00 截止');
    expect(said.over).toBe(true);
  });

  test('the last hour is counted in minutes, the last minute in seconds', () => {
    expect(countdownWords(at(5, 12), at(5, 11, 1, 30)).words).toBe('还有 58 分');
    expect(countdownWords(at(5, 12), at(5, 11, 59, 18)).words).toBe('还有 42 秒');
    expect(countdownWords(at(5, 12), at(5, 12)).over).toBe(true);
  });

  test('words never promise more time than there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * 86_400_000 }), (ms) => {
        const said = countdownWords(plusMs(at(5, 12), ms), at(5, 12));
        const unit: Record<string, number> = { 天: 86_400_000, 小时: 3_600_000, 分: 60_000, 秒: 1_000 };
        const total = said.figures.reduce((sum, f) => sum + Number(f.figure) * (unit[f.unit] ?? Number.NaN), 0);
        expect(total).toBeLessThanOrEqual(ms);
        expect(total).toBeGreaterThan(ms - 3_600_000);
      }),
    );
  });
});

describe('counts and sizes', () => {
  test('counts have commas and a measure word', () => {
    expect(counted(1284, '件')).toBe('1,284 件');
    expect(commas(999)).toBe('999');
    expect(commas(1_000_000)).toBe('1,000,000');
  });

  test('a percentage reaches 100 only when all is done', () => {
    expect(percent(0.999_9)).toBe('99%');
    expect(percent(1)).toBe('100%');
    expect(percent(0.29)).toBe('29%');
    expect(percent(-1)).toBe('0%');
  });

  test('screens show three figures, forms three decimals of a GB', () => {
    expect(size(1_190_000_000)).toBe('1.19 GB');
    expect(size(29_700_000_000)).toBe('29.7 GB');
    expect(size(412_600_000_000)).toBe('413 GB');
    expect(size(214_000_000)).toBe('214 MB');
    expect(size(9_000)).toBe('9.00 kB');
    expect(size(999)).toBe('999 字节');
    expect(size(0)).toBe('0 字节');
    expect(size(999_900_000)).toBe('1.00 GB');
    expect(sizeOnForm(18_420_000_000)).toBe('18.420 GB');
    expect(sizeExact(3_221_225_472)).toBe('3,221,225,472 字节');
  });

  test('no size shows more than three figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 9e14 }), (bytes) => {
        expect(size(bytes).replace(/[^0-9]/g, '').length).toBe(3);
      }),
    );
  });

  test('a part shares the unit of its whole and is never shown as all of it too early', () => {
    expect(sizeOfWhole(18_400_000_000, 29_700_000_000)).toBe('18.4 / 29.7 GB');
    expect(sizeOfWhole(29_699_999_999, 29_700_000_000)).toBe('29.6 / 29.7 GB');
    expect(sizeOfWhole(29_700_000_000, 29_700_000_000)).toBe('29.7 / 29.7 GB');
    expect(sizeOfWhole(0, 0)).toBe('0 / 0 字节');
  });
});

test('a digest shows its first and last eight digits in fours', () => {
  expect(digestShort(`7f3a91c4${'0'.repeat(48)}0e5db268`)).toBe('7f3a 91c4 … 0e5d b268');
});

test('a key id is two groups of four hex digits', () => {
  const thumbprint = toBase64url(Uint8Array.of(0x9f, 0x3c, 0x21, 0xa7, ...new Uint8Array(28))) as string as KeyId;
  expect(keyGroups(thumbprint)).toBe('9F3C 21A7');
});

test('articles are numbered as the rule writes them', () => {
  expect(articleName(5)).toBe('第五条');
  expect(articleName(10)).toBe('第十条');
  expect(articleName(13)).toBe('第十三条');
  expect(articleName(20)).toBe('第二十条');
  expect(articleName(23)).toBe('第二十三条');
  expect(() => articleName(0)).toThrow(RangeError);
});
