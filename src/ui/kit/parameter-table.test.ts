import { expect, test } from 'vitest';
import { march, signedBy, WANG, ZHANG } from '../../../test/doubles/sample-records.ts';
import type { RulesPublication } from '../../domain/course-records.ts';
import { changesOf, effectiveFromOf, parameterLines, versionLines } from './parameter-table.ts';

const publication = (day: number, over: Partial<RulesPublication> = {}): RulesPublication => ({
  published: signedBy(ZHANG, march(day, 9)),
  countersigned: signedBy(WANG, march(day, 10)),
  effectiveFrom: null,
  parameters: {},
  ...over,
});
const line = (publications: readonly RulesPublication[], id: string) =>
  parameterLines(publications).find((one) => one.id === id);

test('a number nobody decided says so; the regulation’s own and another law’s cannot be changed', () => {
  expect(line([], 'segmentJoinSec')).toEqual({
    id: 'segmentJoinSec',
    articles: '第九条、第十一条',
    name: '相邻两段相隔多少以内算连续',
    value: '3 秒',
    source: '本局未规定，系统默认值',
    changeable: true,
  });
  expect(line([], 'exportAfterReturnHours')).toMatchObject({ value: '24 小时', source: '制度规定', changeable: false });
  expect(line([], 'approversRequired')).toMatchObject({ value: '法制办公室、主管领导', changeable: false });
  expect(line([], 'registrationDecisionDays')?.articles).toBe('清单4');
  expect(line([], 'statementDueHour')).toMatchObject({ value: '18 点', changeable: true });
});

test('a published number names its day; one that waits for the leader changes nothing', () => {
  const parameters = { segmentJoinSec: 5 };
  expect(line([publication(9, { parameters })], 'segmentJoinSec')).toMatchObject({
    value: '5 秒',
    source: '本局规定（2026-03-09 起）',
  });
  expect(line([publication(9, { parameters, countersigned: null })], 'segmentJoinSec')?.value).toBe('3 秒');
  // A later version is whole: what it does not name is the default again.
  expect(line([publication(9, { parameters }), publication(12)], 'segmentJoinSec')).toMatchObject({
    value: '3 秒',
    source: '本局未规定，系统默认值',
  });
});

test('the day of Art. 23, once entered, stays through later versions', () => {
  const first = publication(9, { effectiveFrom: '2020-05-01' });
  expect(effectiveFromOf([first, publication(12)])).toBe('2020-05-01');
  expect(effectiveFromOf([publication(9, { effectiveFrom: '2020-05-01', countersigned: null })])).toBeNull();
});

test('versions say what they change, newest first; what waits stands on top', () => {
  const one = publication(9, { parameters: { segmentJoinSec: 5 }, effectiveFrom: '2020-05-01' });
  const two = publication(12, { parameters: { segmentJoinSec: 8 } });
  const waits = publication(14, { countersigned: null });
  const lines = versionLines([one, two, waits]);
  expect(lines.map(({ number, changes }) => [number, changes])).toEqual([
    [null, ['相邻两段相隔多少以内算连续由 8 秒 改为 3 秒']],
    [2, ['相邻两段相隔多少以内算连续由 5 秒 改为 8 秒']],
    [1, ['相邻两段相隔多少以内算连续由 3 秒 改为 5 秒', '施行日期 2020-05-01']],
  ]);
  expect(changesOf(one, { ...one })).toEqual([]);
});
