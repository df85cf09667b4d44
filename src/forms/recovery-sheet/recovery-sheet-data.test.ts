import { expect, it } from 'vitest';
import { keyLines } from './recovery-sheet-data.ts';

it('a key is printed in fours, seven to a line, whatever its separators were', () => {
  const key = 'ABCD-EFGH JKMN-PQRS TVWX-YZ01 2345-6789 ABCD EFGH';
  expect(keyLines(key)).toEqual([
    ['ABCD', 'EFGH', 'JKMN', 'PQRS', 'TVWX', 'YZ01', '2345'],
    ['6789', 'ABCD', 'EFGH'],
  ]);
});

it('no character of the key is lost, a short last group included', () => {
  expect(keyLines('ABCDE')).toEqual([['ABCD', 'E']]);
  expect(keyLines('')).toEqual([]);
});
