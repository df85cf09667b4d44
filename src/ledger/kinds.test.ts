import { expect, test } from 'vitest';
import { KINDS, REGISTER_KINDS } from './kinds.ts';

test('only kinds of the register of members fold records of bureau, persons and stations', () => {
  // The register is counted first and by itself: a record it judges by must not change through anything else.
  const folding = Object.values(KINDS).filter(
    ({ folds }) => 'bureau' in folds || 'person' in folds || 'station' in folds,
  );
  expect(folding.map(({ kind }) => kind).filter((kind) => !REGISTER_KINDS.has(kind))).toEqual([]);
  expect(folding.length).toBeGreaterThan(5);
});
