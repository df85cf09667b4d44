import { expect, it } from 'vitest';
import { fromBeijing, type Instant } from '../../domain/time.ts';
import { timeRange } from './f4-data.ts';

const at = (day: number, hour: number, minute: number): Instant =>
  fromBeijing({ year: 2026, month: 3, day, hour, minute });

it('a range of one day gives the hours alone', () => {
  expect(timeRange({ startedAt: at(5, 14, 5), endedAt: at(5, 14, 42) })).toBe('14:05—14:42');
});

it('a range past midnight gives the day it ended', () => {
  expect(timeRange({ startedAt: at(5, 22, 0), endedAt: at(6, 1, 30) })).toBe('22:00—03-06 01:30');
});

it('a missing side stays missing', () => {
  expect(timeRange({ startedAt: at(5, 22, 0), endedAt: '' })).toBe('22:00—');
  expect(timeRange({ startedAt: null, endedAt: null })).toBe('／');
  expect(timeRange({ startedAt: '', endedAt: '' })).toBe('');
});
