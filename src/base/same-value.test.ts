import { describe, expect, it } from 'vitest';
import { isSameValue } from './same-value.ts';

describe('two plain values', () => {
  it.each([
    [1, 1],
    [Number.NaN, Number.NaN],
    [null, null],
    [
      { a: 1, b: [1, { c: 'x' }] },
      { b: [1, { c: 'x' }], a: 1 },
    ],
    [new Map([['a', { b: 1 }]]), new Map([['a', { b: 1 }]])],
    [new Set([1, 2]), new Set([1, 2])],
  ])('%j and %j are the same', (a, b) => expect(isSameValue(a, b)).toBe(true));

  it.each([
    [1, '1'],
    [null, undefined],
    [null, {}],
    [[1, 2], [1]],
    [[], {}],
    [{ a: undefined }, { b: undefined }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: [1, { c: 'x' }] }, { a: [1, { c: 'y' }] }],
    [new Map([['a', 1]]), new Map([['a', 2]])],
    [new Set([1]), new Set([2])],
    // What it cannot look into is only the same as itself.
    [new Date(1), new Date(1)],
    [new Uint8Array([1]), new Uint8Array([1])],
  ])('%j and %j are not', (a, b) => expect(isSameValue(a, b)).toBe(false));
});
