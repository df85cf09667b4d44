import { expect, test } from 'vitest';
import { type Command, matching } from './palette-model.ts';

const command = (id: string, words: string, more: Partial<Command> = {}): Command => ({
  id,
  words,
  run: () => {},
  ...more,
});
const commands = [
  command('new', '新建执法活动', { also: ['出发'] }),
  command('take-in', '去采集'),
  command('export', '导出 CSV', { sub: '台账' }),
  command('activity', '执法活动'),
];
const ids = (query: string): readonly string[] => matching(commands, query).map((c) => c.id);

test('an empty query offers everything in its order', () => {
  expect(ids('')).toEqual(['new', 'take-in', 'export', 'activity']);
  expect(ids('  ')).toHaveLength(4);
});

test('every word must be somewhere, in any place and case', () => {
  expect(ids('csv 台账')).toEqual(['export']);
  expect(ids('出发')).toEqual(['new']);
  expect(ids('CSV 采集')).toEqual([]);
});

test('what begins with the query comes first', () => {
  expect(ids('执法')).toEqual(['activity', 'new']);
});
