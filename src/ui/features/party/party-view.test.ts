import { expect, test } from 'vitest';
import {
  activityId,
  CAMERA_3,
  makeActivity,
  makeRecording,
  march,
  signedBy,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import { emptyCourse } from '../../../domain/course-records.ts';
import {
  activitiesOfParty,
  casesOf,
  footageWords,
  partiesFound,
  partiesOf,
  partyKey,
  partyLines,
} from './party-view.ts';

const first = makeActivity({
  id: activityId('one'),
  plannedAt: march(3),
  party: '豫河砂石经营部',
  caseNo: '洛水罚〔2026〕3号',
});
const second = makeActivity({ id: activityId('two'), plannedAt: march(9), party: ' 豫河 砂石经营部', matters: [10] });
const other = makeActivity({ id: activityId('other'), plannedAt: march(5), party: '王某某' });
const twice = makeActivity({
  id: activityId('twice'),
  plannedAt: march(9),
  party: '豫河砂石经营部',
  mergedInto: second.id,
});
const nobody = makeActivity({ id: activityId('nobody'), party: null });
const ALL = [first, other, twice, second, nobody];

test('a party is one however its name was typed, and named as typed last', () => {
  expect(partyKey('ＡＢ 公司')).toBe(partyKey('ab公司'));
  expect(partiesOf(ALL).map(({ name, activities }) => [name, activities])).toEqual([
    ['豫河 砂石经营部', 2],
    ['王某某', 1],
  ]);
  expect(partiesFound(partiesOf(ALL), '砂石').map(({ activities }) => activities)).toEqual([2]);
  expect(partiesFound(partiesOf(ALL), '').length).toBe(2);
});

test('its activities come newest first; what was created twice and nobody’s are left out', () => {
  expect(activitiesOfParty(ALL, '豫河砂石经营部').map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(activitiesOfParty(ALL, '')).toEqual([]);
});

test('a line says what was done and what had to be explained', () => {
  const signed = signedBy(ZHANG, march(9));
  const course = {
    ...emptyCourse(second.id),
    notRecorded: { signed, ground: 'emergency' as const, part: null },
    gapStatements: [
      {
        signed,
        withdrawnBy: null,
        from: march(9),
        to: null,
        cause: 'lowBattery' as const,
        text: null,
        acknowledged: null,
      },
    ],
  };
  const lines = partyLines(activitiesOfParty(ALL, '豫河砂石经营部'), [course]);
  expect(lines[0]).toMatchObject({
    matters: '留置送达',
    said: '声明未记录，待说明、中断说明 1 份',
    day: '2026-03-09',
  });
  expect(lines[1]).toMatchObject({ matters: '现场检查', said: '', caseNo: '洛水罚〔2026〕3号' });
});

test('sums: footage with its length, each case once', () => {
  const recordings = [
    makeRecording('a', CAMERA_3, march(9)),
    makeRecording('b', CAMERA_3, march(9), { durationMs: null }),
  ];
  expect(footageWords(recordings)).toBe('2 件，共 5 分');
  expect(footageWords([])).toBe('0 件');
  expect(casesOf([second, first, { ...other, caseNo: first.caseNo }])).toEqual(['洛水罚〔2026〕3号']);
});
