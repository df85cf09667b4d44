import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from './base64url.ts';

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
