import { describe, expect, it } from 'vitest';
import {
  activityId,
  CAMERA_3,
  LI,
  makeActivity,
  makePerson,
  makeRecording,
  march,
  OTHER_DIVISION,
  signedBy,
  WANG,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { mayLookAt } from '../../../usecases/may-look-at.ts';
import { mayPlan } from '../../kit/may-plan.ts';
import { activityRows, type Naming, NO_FILTER, passes, sorted } from './activities-view.ts';

const naming: Naming = {
  person: (id) => (id === ZHANG ? '张建国' : '李敏'),
  device: () => '记录仪 03',
  numberStyle: 'plain',
};
const now = march(5, 16, 42);
const ended = { arrived: signedBy(ZHANG, march(5, 9, 12)), finished: signedBy(ZHANG, march(5, 10, 48)) };

const rowOf = (over: Partial<ActivityRecord> = {}, at = now) => {
  const [row] = activityRows([makeActivity(over)], at, naming);
  if (row === undefined) throw new Error('no row');
  return row;
};

describe('who sees an activity in the list', () => {
  const activity = makeActivity();
  it.each([
    ['an officer of it', makePerson({ id: LI }), true],
    ['an officer who is not', makePerson({ id: WANG }), false],
    ['who created it', makePerson({ id: ZHANG, roles: ['departmentHead'], division: OTHER_DIVISION }), true],
    ['the head of its division', makePerson({ id: WANG, roles: ['departmentHead'] }), true],
    ['the head of another', makePerson({ id: WANG, roles: ['departmentHead'], division: OTHER_DIVISION }), false],
    ['a custodian', makePerson({ id: WANG, roles: ['custodian'], division: OTHER_DIVISION }), true],
    ['the legal affairs office', makePerson({ id: WANG, roles: ['legalAffairsOffice'] }), true],
    ['the supervising leader', makePerson({ id: WANG, roles: ['supervisingLeader'] }), true],
  ])('%s', (_, person, expected) => {
    expect(mayLookAt(activity, person)).toBe(expected);
  });

  it('only officers and department heads plan', () => {
    expect(mayPlan(makePerson({ id: WANG, roles: ['custodian', 'legalAffairsOffice'] }))).toBe(false);
    expect(mayPlan(makePerson({ id: WANG, roles: ['departmentHead'] }))).toBe(true);
  });
});

describe('filters', () => {
  const activity = makeActivity({ ...ended, caseNo: '洛水罚〔2026〕8号' });
  const found = (over: Partial<typeof NO_FILTER>): boolean => passes(activity, { ...NO_FILTER, ...over });

  it('find by number in either style, title, place, party and case number; all words must occur', () => {
    for (const text of ['A-37', 'a-2026-录-37', '〔2026〕A-37', '采砂', '伊河', '豫河', '罚〔2026〕8', '伊河 豫河']) {
      expect([text, found({ text })]).toEqual([text, true]);
    }
    expect(found({ text: '伊河 洛河' })).toBe(false);
  });

  it('by day in Beijing, both ends included', () => {
    expect(found({ from: '2026-03-05', to: '2026-03-05' })).toBe(true);
    expect(found({ from: '2026-03-06' })).toBe(false);
    expect(found({ to: '2026-03-04' })).toBe(false);
  });

  it('by state and by officer', () => {
    expect(found({ stage: 'awaiting-intake' })).toBe(true);
    expect(found({ stage: 'planned' })).toBe(false);
    expect(found({ officer: LI })).toBe(true);
    expect(found({ officer: WANG })).toBe(false);
  });
});

it('sorts by day, by number as a number, and by amount of footage', () => {
  const no = (serial: number) => ({ station: 'A', year: 2026, kind: 'record', serial }) as const;
  const a = makeActivity({ id: activityId('a'), no: no(9), plannedAt: march(7) });
  const b = makeActivity({
    id: activityId('b'),
    no: no(10),
    plannedAt: march(6),
    recordings: [makeRecording('r', null, now).id],
  });
  expect(sorted([b, a], 'no', false)).toEqual([a, b]);
  expect(sorted([a, b], 'day', true)).toEqual([a, b]);
  expect(sorted([a, b], 'footage', true)).toEqual([b, a]);
});

describe('a line', () => {
  it('says matter, people, span, and the deadline that runs', () => {
    expect(rowOf(ended)).toMatchObject({
      no: 'A-37',
      kind: '现场检查',
      officers: '张建国、李敏',
      when: '03-05 09:12 至 10:48',
      footage: '还没有',
      stageWords: '待采集，今日 24:00 截止',
      waits: true,
      late: false,
    });
  });

  it('past the deadline it is late', () => {
    expect(rowOf(ended, march(6, 8))).toMatchObject({ stageWords: '待采集，昨日 24:00 已过', late: true });
  });

  it('a plan, and an activity the list has no matter for', () => {
    expect(rowOf({ matters: [], type: 'compulsoryMeasure' })).toMatchObject({
      kind: '实施行政强制措施（清单外）',
      when: '计划 03-05 09:00',
      stageWords: '计划',
      waits: false,
    });
    expect(rowOf({ plannedAt: null }).when).toBe('时间未定');
  });

  it('numbers carry their year once years mix', () => {
    const old = makeActivity({ no: { station: 'A', year: 2025, kind: 'record', serial: 2 } });
    expect(activityRows([makeActivity(), old], now, naming).map(({ no }) => no)).toEqual([
      'A-2026-录-37',
      'A-2025-录-2',
    ]);
  });

  it('that Art. 7 excuses wholly awaits no footage', () => {
    const bare = makeActivity({ finished: signedBy(ZHANG, march(5, 10)) });
    const row = (excused: readonly (typeof bare.id)[]) =>
      activityRows([bare], march(9), naming, undefined, new Set(excused))[0];
    expect(row([])).toMatchObject({ late: true, waits: true });
    expect(row([bare.id])).toMatchObject({ late: false, waits: false, stageWords: '未记录，第七条' });
  });

  it('footage put under it by hand stands by its intake, in the list and under the filter', () => {
    const byHand = makeActivity({
      ...ended,
      devices: [CAMERA_3],
      recordings: [makeRecording('r', CAMERA_3, now).id],
      firstTakenInAt: march(8, 9),
      lastTakenInAt: march(8, 9),
      regrouped: true,
    });
    const intakes = () => [{ device: CAMERA_3, at: march(5, 20) }];
    expect(activityRows([byHand], march(9), naming, intakes)[0]).toMatchObject({
      stageWords: '已采集',
      waits: false,
      late: false,
    });
    expect(passes(byHand, { ...NO_FILTER, stage: 'taken-in' }, intakes)).toBe(true);
    expect(passes(byHand, { ...NO_FILTER, stage: 'taken-in' }, () => [])).toBe(false);
  });

  it('footage that may have come late is not called late', () => {
    const taken = {
      ...ended,
      devices: [CAMERA_3],
      recordings: [makeRecording('r', CAMERA_3, now).id],
      devicesTakenIn: [CAMERA_3],
      firstTakenInAt: march(5, 15),
    };
    expect(rowOf({ ...taken, lastTakenInAt: march(9) }).stageWords).toBe('已采集');
    expect(rowOf({ ...taken, firstTakenInAt: march(6, 8), lastTakenInAt: march(6, 8) }).stageWords).toBe(
      '已采集（期限后）',
    );
  });
});
