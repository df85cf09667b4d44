import { describe, expect, it } from 'vitest';
import { fromBeijing } from '../../domain/time.ts';
import {
  dateCell,
  deadlineCell,
  durationCell,
  inFours,
  ruleBase,
  runningDateTime,
  shortKey,
  sizeText,
  textCell,
  thousands,
  timeCell,
  visibleName,
} from './format.ts';

const at = fromBeijing({ year: 2026, month: 3, day: 5, hour: 14, minute: 30, second: 7 });
const midnight = fromBeijing({ year: 2026, month: 3, day: 1 });

describe('cells', () => {
  it('print ／ where nothing applies and nothing where the pen is to write', () => {
    expect([textCell(null), timeCell(null), dateCell(null), deadlineCell(null)]).toEqual(['／', '／', '／', '／']);
    expect([textCell(''), timeCell(''), dateCell(''), deadlineCell('')]).toEqual(['', '', '', '']);
  });

  it('give times of Beijing, padded in tables and not in running text', () => {
    expect(timeCell(at)).toBe('2026-03-05 14:30');
    expect(timeCell(at, true)).toBe('2026-03-05 14:30:07');
    expect(runningDateTime(at)).toBe('2026年3月5日 14:30');
  });

  it("give a deadline at the day's end as 24:00 of that day, across a month's end too", () => {
    expect(deadlineCell(midnight)).toBe('2026-02-28 24:00');
    expect(deadlineCell(at)).toBe('2026-03-05 14:30');
  });

  it('tell no length from an unknown one, and round to seconds', () => {
    expect(durationCell(null)).toBe('／');
    expect(durationCell('unknown')).toBe('不知道');
    expect(durationCell(0)).toBe('0:00:00');
    expect(durationCell(3_599_600)).toBe('1:00:00');
    expect(durationCell(36_610_000)).toBe('10:10:10');
  });
});

describe('figures', () => {
  it('are grouped in thousands', () => {
    expect([0, 999, 1000, 1_984_273_408].map(thousands)).toEqual(['0', '999', '1,000', '1,984,273,408']);
  });

  it('of sizes have three decimals and are never printed as nothing', () => {
    expect([7_984_273_408, 3_214_908, 1_500, 12, 0].map(sizeText)).toEqual([
      '7.984 GB',
      '3.215 MB',
      '1.500 KB',
      '12 字节',
      '0 字节',
    ]);
  });

  it('of digests and keys stand in fours', () => {
    expect(inFours('7f3a91c40e5db268')).toBe('7f3a 91c4 0e5d b268');
    expect(shortKey('kQ3vN0pX7aLw')).toBe('kQ3v N0pX');
  });
});

it('a file name that would turn the line round shows the character that does', () => {
  expect(visibleName('IMG_\u202Egpj.exe')).toBe('IMG_‹U+202E›gpj.exe');
  expect(visibleName('a\u0000b\uD800c')).toBe('a‹U+0000›b‹U+D800›c');
  expect(visibleName('伊河 现场（1）.MP4')).toBe('伊河 现场（1）.MP4');
});

it('the rule base names document and articles as the regulation does', () => {
  expect(ruleBase([12, 13])).toBe('依据：洛水政〔2020〕22号 第十二条、第十三条');
});
