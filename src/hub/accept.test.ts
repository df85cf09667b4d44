import { expect, it } from 'vitest';
import { chooseCoding, matchesTag } from './accept.ts';

const both = { br: 1, gzip: 1 };

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;q=0.8, BR;q=0.1', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['identity', undefined],
  ['br;q=nonsense', undefined],
  ['', undefined],
  [undefined, undefined],
])('Accept-Encoding “%s” gets %s', (header, coding) => {
  expect(chooseCoding(header, both)).toBe(coding);
});

it('a coding the file does not have is never chosen', () => {
  expect(chooseCoding('br, gzip;q=0.5', { gzip: 1 })).toBe('gzip');
  expect(chooseCoding('br', {})).toBeUndefined();
});

it.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  [undefined, false],
])('If-None-Match %s against "a": %s', (header, matches) => {
  expect(matchesTag(header, '"a"')).toBe(matches);
});
