import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { drawQr, stampText } from './stamp.ts';

it('the stamp is form code, record, 16 digits of the digest and key', () => {
  const stamp = { recordId: 'A-2026-移-37', sha256: '0123456789abcdef'.repeat(4), signerKeyId: 'kQ3vN0pX' };
  expect(stampText('F7', stamp)).toBe('F7|A-2026-移-37|0123456789abcdef|kQ3vN0pX');
});

it('the drawing is the code, module for module, with a quiet zone of four', () => {
  const text = 'F7|A-2026-移-37|0123456789abcdef|kQ3vN0pX7aLw2ZsYt9cBf4HjUe6RmDgo1iV5xTqW8yA';
  const { size, path } = drawQr(text);
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(width); step++) drawn[Number(y)]?.splice(Number(x) + step, 1, true);
  const code = encode(text, { ecc: 'M', border: 4 });
  expect(drawn).toEqual(code.data);
  expect(path.replace(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('');
  expect(drawn.slice(0, 4).flat()).not.toContain(true);
});
