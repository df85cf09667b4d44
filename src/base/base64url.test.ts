import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url, utf8FromBase64url } from './base64url.ts';
import { fromUtf8, utf8, utf8ForNow } from './bytes.ts';

test('bytes come back, and are spelled as other tools spell them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect([...fromBase64url(toBase64url(bytes))]).toEqual([...bytes]);
    }),
  );
});

test('no two texts name the same bytes', () => {
  const text = fc.stringMatching(/^[A-Za-z0-9_-]{0,9}$/);
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ maxLength: 6 })), (candidate) => {
      let bytes: Uint8Array | null = null;
      try {
        bytes = fromBase64url(candidate);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
      if (bytes === null) expect(Buffer.from(candidate, 'base64url').toString('base64url')).not.toBe(candidate);
      else expect(toBase64url(bytes)).toBe(candidate);
    }),
    { numRuns: 2000 },
  );
});

test('the text inside is read as by way of bytes, and what is not one is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(utf8FromBase64url(toBase64url(utf8(text)))).toBe(fromUtf8(utf8(text)));
    }),
  );
  const long = '水'.repeat(40_000);
  expect(utf8FromBase64url(toBase64url(utf8(long)))).toBe(long);
  for (const wrong of ['a', 'a=', 'QR', ' QQ', 'Q+']) expect(() => utf8FromBase64url(wrong)).toThrow(RangeError);
  for (const torn of [[0xe6, 0xb0], [0xc0, 0x80], [0xff]]) {
    expect(() => utf8FromBase64url(toBase64url(new Uint8Array(torn)))).toThrow(TypeError);
  }
});

test('bytes for now are those of the text, and a text too long for them has its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...utf8ForNow(text)]).toEqual([...utf8(text)]);
    }),
  );
  const long = '水'.repeat(40_000);
  const own = utf8ForNow(long);
  utf8ForNow('another');
  expect(fromUtf8(own)).toBe(long);
});

test('Web Crypto has taken the bytes when the call returns', async () => {
  const digests = ['one', 'two', 'three'].map((text) => crypto.subtle.digest('SHA-256', utf8ForNow(text)));
  const apart = ['one', 'two', 'three'].map((text) => crypto.subtle.digest('SHA-256', utf8(text)));
  expect(await Promise.all(digests)).toEqual(await Promise.all(apart));
});
