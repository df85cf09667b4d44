import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readNumber,
  readTypedDate,
  readTypedTime,
  tidyDocumentNumber,
  tidyNumber,
  tidyText,
  toHalfWidth,
} from './typed.ts';

test('a date is read in every way people write it', () => {
  for (const typed of [
    '2026-3-5',
    '2026-03-05',
    '2026.3.5',
    '2026/03/05',
    '20260305',
    '2026年3月5日',
    '２０２６－３－５',
    ' 2026-03-05 ',
  ]) {
    expect(readTypedDate(typed)).toBe('2026-03-05');
  }
});

test('a day the calendar does not have is not a date', () => {
  for (const typed of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '3-5', '明天', '', '2026-03-05 10:00']) {
    expect(readTypedDate(typed)).toBeUndefined();
  }
  expect(readTypedDate('2028-02-29')).toBe('2028-02-29');
});

test('a time goes with the date where one is asked for', () => {
  expect(readTypedDate('2026-3-5 9:5', 'minute')).toBe('2026-03-05 09:05');
  expect(readTypedDate('2026年3月5日 16时40分', 'minute')).toBe('2026-03-05 16:40');
  expect(readTypedDate('20260305 16：40：37', 'second')).toBe('2026-03-05 16:40:37');
  expect(readTypedDate('2026-03-05', 'minute')).toBeUndefined();
  expect(readTypedDate('2026-03-05 16:40', 'second')).toBeUndefined();
  expect(readTypedDate('2026-03-05 24:00', 'minute')).toBeUndefined();
  expect(readTypedTime('7:61')).toBeUndefined();
});

test('reading what was read gives the same', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString();
      expect(readTypedDate(iso.slice(0, 10))).toBe(iso.slice(0, 10));
      expect(readTypedDate(iso.slice(0, 19), 'second')).toBe(iso.slice(0, 19).replace('T', ' '));
    }),
  );
});

test('brackets round a year become those of document numbers, others stay', () => {
  expect(tidyDocumentNumber('洛水政[2020]22号')).toBe('洛水政〔2020〕22号');
  expect(tidyDocumentNumber('洛水罚立（２０２６）8号')).toBe('洛水罚立〔2026〕8号');
  expect(tidyDocumentNumber('洛水政〔2020〕22号（试行）')).toBe('洛水政〔2020〕22号（试行）');
});

test('numbers are read with commas and in full width, and nothing else is taken for one', () => {
  expect(readNumber('1,284')).toBe(1284);
  expect(readNumber('３８．２')).toBe(38.2);
  expect(readNumber('38.2 GB')).toBeUndefined();
  expect(readNumber('')).toBeUndefined();
  expect(tidyNumber(' 1,284 ')).toBe('1284');
  expect(tidyNumber(' 不知道 ')).toBe('不知道');
});

test('tidying never loses a sign of the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(tidyText(text).replaceAll(' ', '')).toBe(text.trim().replace(/[ \u3000]/g, ''));
    }),
  );
  expect(toHalfWidth('Ａ－３７　号')).toBe('A-37 号');
});
