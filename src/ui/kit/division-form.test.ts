import { expect, test } from 'vitest';
import { asId, type DivisionId } from '../../domain/ids.ts';
import {
  type DivisionRow,
  divisionsFault,
  newRows,
  sameRows,
  toDivisions,
  withChanged,
  withNew,
} from './division-form.ts';

const rows = newRows([
  { name: '水政科', kind: 'division' },
  { name: '水政监察支队', kind: 'subordinateUnit' },
]);
const fault = (list: readonly DivisionRow[]) => divisionsFault(list, 100);

test('a list of named divisions is fit', () => {
  expect(fault(rows)).toBeUndefined();
});

test('a line without a name, a name twice, and an empty list are each said', () => {
  expect(fault(withNew(rows))).toContain('第 3 个');
  expect(fault(withChanged(rows, 'new-2', { name: ' 水政科 ' }))).toContain('水政科');
  expect(fault([])).toBeDefined();
  expect(fault(rows.map((row) => ({ ...row, closed: true })))).toBeDefined();
  expect(fault(withChanged(rows, 'new-1', { name: '长'.repeat(61) }))).toContain('第 1 个');
  expect(divisionsFault(rows, 1)).toContain('1');
});

test('a new line gets a key of its own, also after one was taken away', () => {
  const three = withNew(rows);
  const again = withNew(three.filter((row) => row.key !== 'new-1'));
  expect(new Set(again.map((row) => row.key)).size).toBe(again.length);
  expect(again.at(-1)?.kind).toBe('subordinateUnit');
});

test('keys and spaces are no change; names, kinds and closing are', () => {
  expect(sameRows(rows, withChanged(rows, 'new-1', { name: '水政科 ' }))).toBe(true);
  expect(sameRows(rows, withChanged(rows, 'new-1', { closed: true }))).toBe(false);
  expect(sameRows(rows, withChanged(rows, 'new-2', { kind: 'division' }))).toBe(false);
});

test('a known division keeps its id', () => {
  const id = asId<DivisionId>('AAAAAAAAAAAAAAAAAAAAAA');
  expect(toDivisions([{ key: id, id, name: ' 水资源科', kind: 'division', closed: true }])).toEqual([
    { id, name: '水资源科', kind: 'division', closed: true },
  ]);
});
