import { expect, it } from 'vitest';
import { offsetCell, spaceCell } from './f2-data.ts';

it('space and minutes stand together where both were read, and ／ where neither was', () => {
  expect(spaceCell({ freeMB: 12_480, estimatedMinutes: 180 })).toBe('12.5 GB\n约 180 分');
  expect(spaceCell({ freeMB: 800, estimatedMinutes: null })).toBe('800 MB');
  expect(spaceCell({ freeMB: null, estimatedMinutes: 45 })).toBe('约 45 分');
  expect(spaceCell({ freeMB: null, estimatedMinutes: null })).toBe('／');
});

it('an offset says which way the clock is wrong', () => {
  expect([-90, 0, 12, 90_000].map(offsetCell)).toEqual(['慢 90', '0', '快 12', '快 90,000']);
});
