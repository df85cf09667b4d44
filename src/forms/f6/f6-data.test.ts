import { expect, it } from 'vitest';
import { fromBeijing } from '../../domain/time.ts';
import { lengthCell } from './f6-data.ts';

const at = (hour: number, minute: number) => fromBeijing({ year: 2026, month: 3, day: 5, hour, minute });

it('an interruption lasts from its stop to its restart; one that never ended has no length', () => {
  expect(lengthCell({ from: at(10, 0), to: at(10, 12) })).toBe('0:12:00');
  expect(lengthCell({ from: at(10, 0), to: null })).toBe('／');
  expect(lengthCell({ from: at(10, 0), to: '' })).toBe('');
});
