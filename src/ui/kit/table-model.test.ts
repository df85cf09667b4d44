import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idsBetween, type Line, moveTo, toggled, toLines } from './table-model.ts';

interface Row {
  readonly id: string;
  readonly day: string;
}
const rows: readonly Row[] = [
  { id: 'a', day: 'one' },
  { id: 'b', day: 'one' },
  { id: 'c', day: 'two' },
  { id: 'd', day: 'one' },
];
const byId = (row: Row): string => row.id;
const plain = toLines(rows, byId);
const grouped = toLines(rows, byId, (row) => row.day);
const shape = (lines: readonly Line<Row>[]): string =>
  lines.map((l) => (l.kind === 'row' ? l.id : `[${l.key} ${l.count}]`)).join(' ');

describe('lines', () => {
  test('a heading stands where the key changes, and counts its run', () => {
    expect(shape(plain)).toBe('a b c d');
    expect(shape(grouped)).toBe('[one 2] a b [two 1] c [one 1] d');
    expect(toLines([], byId, () => 'x')).toEqual([]);
  });

  test('no row is lost, doubled or moved by grouping', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('x', 'y', 'z')), (keys) => {
        const many = keys.map((day, i) => ({ id: String(i), day }));
        const lines = toLines(many, byId, (row) => row.day);
        expect(lines.flatMap((l) => (l.kind === 'row' ? [l.row] : []))).toEqual(many);
        expect(lines.reduce((n, l) => n + (l.kind === 'group' ? l.count : 0), 0)).toBe(many.length);
        expect(new Set(lines.map((l) => l.id)).size).toBe(lines.length);
      }),
    );
  });
});

describe('keys', () => {
  const at = (lines: readonly Line<Row>[], i: number | undefined): string | undefined =>
    i === undefined ? undefined : lines[i]?.id;

  test('down and up skip headings and stop at the ends', () => {
    expect(at(grouped, moveTo(grouped, -1, 'down', 10))).toBe('a');
    expect(at(grouped, moveTo(grouped, 2, 'down', 10))).toBe('c');
    expect(at(grouped, moveTo(grouped, 4, 'up', 10))).toBe('b');
    expect(at(grouped, moveTo(grouped, 1, 'up', 10))).toBe('a');
    expect(at(grouped, moveTo(grouped, 6, 'down', 10))).toBe('d');
  });

  test('Home, End and pages reach rows only', () => {
    expect(at(grouped, moveTo(grouped, 4, 'first', 10))).toBe('a');
    expect(at(grouped, moveTo(grouped, 1, 'last', 10))).toBe('d');
    expect(at(grouped, moveTo(grouped, 1, 'pageDown', 2))).toBe('c');
    expect(at(grouped, moveTo(grouped, 6, 'pageUp', 100))).toBe('a');
  });

  test('an empty table leads nowhere', () => {
    for (const move of ['up', 'down', 'first', 'last', 'pageUp', 'pageDown'] as const) {
      expect(moveTo([], -1, move, 10)).toBeUndefined();
    }
  });

  test('from any row every key leads to a row', () => {
    fc.assert(
      fc.property(
        fc.nat(6),
        fc.constantFrom('up', 'down', 'first', 'last', 'pageUp', 'pageDown' as const),
        fc.integer({ min: 1, max: 20 }),
        (from, move, page) => {
          const to = moveTo(grouped, from, move as 'up', page);
          expect(to === undefined ? undefined : grouped[to]?.kind).toBe('row');
        },
      ),
    );
  });
});

test('a range is selected in either direction, headings left out', () => {
  expect(idsBetween(grouped, 6, 1)).toEqual(['a', 'b', 'c', 'd']);
  expect(idsBetween(grouped, 2, 2)).toEqual(['b']);
});

test('toggling adds unless all were there', () => {
  expect([...toggled(new Set(['a']), ['a', 'b'])]).toEqual(['a', 'b']);
  expect([...toggled(new Set(['a', 'b', 'c']), ['a', 'b'])]).toEqual(['c']);
  expect([...toggled(new Set(['a']), [])]).toEqual(['a']);
});
