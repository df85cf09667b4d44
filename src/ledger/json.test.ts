import { describe, expect, it } from 'vitest';
import { readJson, writeJson } from './json.ts';

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('a text with one reading', () => {
  it.each(['null', '""', '"证"', '"\\"\\\\ud800"', '{"2":1,"b":[1.5,true,{"c":"𠮷"}]}', nested(30)])(
    '%s is read',
    (text) => {
      expect(readJson(text)).toEqual(JSON.parse(text));
    },
  );

  it.each([
    ['names a member twice', '{"result":"fit","result":"unfit"}'],
    ['names one twice further down', '{"a":[{"b":1,"b":1}]}'],
    ['has spaces', '{"a": 1}'],
    ['spells a character otherwise', '{"\\u0061":1}'],
    ['spells a number otherwise', '[1e0]'],
    ['holds a number nobody can hold', '[1e400]'],
    ['begins with a byte order mark', '\ufeff{}'],
    ['holds half a character', '"\\ud83d"'],
    ['holds half a character as it is', '"\ud83d"'],
    ['has half a character in a name', '{"\\udc00":1}'],
    ['is deeper than any of ours', nested(40)],
    ['is deeper than any program', nested(200_000)],
    ['is none', 'undefined'],
  ])('is not one that %s', (_, text) => {
    expect(readJson(text)).toBeUndefined();
  });

  it('is what is written here, whatever a clerk typed', () => {
    for (const value of ['\ud83d', { name: `甲${'\udc00'}`, list: [1, null, '😀'] }])
      expect(readJson(writeJson(value))).toBeDefined();
    expect(writeJson({ name: '王某\ud83d' })).toBe('{"name":"王某\ufffd"}');
    expect(writeJson({ name: '😀' })).toBe('{"name":"😀"}');
  });
});
