import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawSample } from './draw-sample.ts';

const SEED = '000102030405060708090a0b0c0d0e0f';
const seeds = fc.stringMatching(/^[0-9a-f]{32}$/);
const ids = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{4}$/), { maxLength: 40 });

it('is drawn again from seed and recordings alone, whatever their order', () => {
  fc.assert(
    fc.property(ids, seeds, fc.nat(50), (all, seed, n) => {
      const drawn = drawSample(all, seed, n);
      expect(drawSample([...all].reverse(), seed, n)).toEqual(drawn);
      expect(new Set(drawn).size).toBe(Math.min(n, all.length));
      expect(drawn.every((one) => all.includes(one))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it('a greater sample of the same seed begins with the smaller one', () => {
  const all = Array.from({ length: 20 }, (_, index) => `r${index}`);
  expect(drawSample(all, SEED, 12).slice(0, 5)).toEqual(drawSample(all, SEED, 5));
});

it('is frozen: a sample drawn years ago must come out the same', () => {
  const all = Array.from({ length: 100 }, (_, index) => String(index).padStart(3, '0'));
  expect(drawSample(all, SEED, 5)).toMatchInlineSnapshot(`
    [
      "058",
      "034",
      "073",
      "086",
      "021",
    ]
  `);
});

it('each recording has its chance', () => {
  const all = ['a', 'b', 'c', 'd', 'e'];
  const hits = new Map(all.map((one) => [one, 0]));
  for (let i = 0; i < 2000; i++) {
    const [one = ''] = drawSample(all, i.toString(16).padStart(32, '0'), 1);
    hits.set(one, (hits.get(one) ?? 0) + 1);
  }
  for (const count of hits.values()) expect(Math.abs(count - 400)).toBeLessThan(100);
});

it('a seed of another form is a mistake', () => {
  expect(() => drawSample(['a'], 'x', 1)).toThrow(RangeError);
});
