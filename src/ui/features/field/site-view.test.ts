import { describe, expect, it } from 'vitest';
import { entryId, LI, makeActivity, march, signedBy, ZHANG } from '../../../../test/doubles/sample-records.ts';
import { type CourseRecord, emptyCourse, type Interruption, type StepMark } from '../../../domain/course-records.ts';
import type { ActivityMark, ActivityRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { stepsToShow } from '../../../usecases/steps-to-show.ts';
import { lastMarks, nextAct, type Site, siteGroups, stepsCount, stopDuty, stopWords } from './site-view.ts';

const arrived = signedBy(ZHANG, march(5, 9, 12, 40));
const noticed = { ...signedBy(ZHANG, march(5, 9, 13, 20)), officers: [ZHANG, LI], text: null };
const finished = signedBy(ZHANG, march(5, 10, 48, 5));
const name = (id: typeof ZHANG): string => (id === ZHANG ? '张建国' : '李敏');

const site = (over: Partial<ActivityRecord> = {}, course: Partial<CourseRecord> = {}): Site => {
  const activity = makeActivity(over);
  const known = { ...emptyCourse(activity.id), ...course };
  return { activity, course: known, groups: stepsToShow(activity, known, null) };
};

const step = (id: string, by = ZHANG, at = march(5, 9, 20), over: Partial<StepMark> = {}): StepMark => ({
  signed: signedBy(by, at, `${id}${by}`),
  withdrawnBy: null,
  step: id,
  state: 'done',
  item: null,
  footage: null,
  reason: null,
  ...over,
});

const stop = (at: Instant, over: Partial<Interruption> = {}): Interruption => ({
  signed: signedBy(ZHANG, at),
  withdrawnBy: null,
  device: null,
  cause: 'lowBattery',
  unresumable: false,
  resumed: null,
  ...over,
});

const REQUIRED = ['r01.s1', 'r01.s2', 'r01.s3', 'r01.s4', 'r01.s5'];

describe('the next act', () => {
  it('is arrival, notice, each required step, end, intake', () => {
    expect(nextAct(site()).kind).toBe('arrived');
    expect(nextAct(site({ arrived })).kind).toBe('noticed');
    const told = { arrived, noticed };
    expect(nextAct(site(told))).toMatchObject({ kind: 'step', step: { id: 'r01.s1' } });
    expect(nextAct(site(told, { steps: [step('r01.s1')] }))).toMatchObject({ step: { id: 'r01.s2' } });
    expect(nextAct(site(told, { steps: REQUIRED.map((id) => step(id)) })).kind).toBe('finished');
    expect(nextAct(site({ ...told, finished })).kind).toBe('intake');
  });

  it('a step that was taken back comes again; what only happens sometimes is never pressed for', () => {
    const taken = step('r01.s1', ZHANG, march(5, 9, 20), { withdrawnBy: entryId('w') });
    expect(nextAct(site({ arrived, noticed }, { steps: [taken] }))).toMatchObject({ step: { id: 'r01.s1' } });
    const { groups } = site();
    expect(groups[0]?.steps.filter(({ kind }) => kind === 'conditional')).toHaveLength(3);
  });

  it('asks no notice where nobody is told anything, or where it was said why not', () => {
    expect(nextAct(site({ arrived, matters: [11] }))).toMatchObject({ kind: 'step', step: { id: 'r11.s1' } });
    expect(nextAct(site({ arrived, matters: [9, 10] })).kind).toBe('noticed');
    const excepted = { ...signedBy(ZHANG, march(5, 9)), ground: 'noParty', text: null } as const;
    expect(nextAct(site({ arrived }, { noticeException: excepted })).kind).toBe('step');
    expect(nextAct(site({ arrived, matters: [] }, { noticeException: excepted })).kind).toBe('finished');
  });

  it('one document of a service at the office is chosen, and one is enough; results come later', () => {
    const told = { arrived, noticed, matters: [9] };
    expect(nextAct(site(told)).kind).toBe('choose');
    expect(nextAct(site(told, { steps: [step('r09.s2')] })).kind).toBe('finished');
    const posted = ['r11.s1', 'r11.s2'].map((id) => step(id));
    expect(nextAct(site({ ...told, matters: [11] }, { steps: posted })).kind).toBe('finished');
    expect(nextAct(site({ ...told, matters: [12] })).kind).toBe('finished');
  });
});

describe('an interruption (Art. 11)', () => {
  const at = march(5, 10, 18);
  it('goes before everything else until recording goes on', () => {
    const open = site({ arrived }, { interruptions: [stop(at)] });
    expect(nextAct(open).kind).toBe('resumed');
    expect(stopWords(open.course)).toBe('10:18 起，电量不足');
    expect(nextAct(site({ arrived }, { interruptions: [stop(at, { withdrawnBy: entryId('w') })] })).kind).toBe(
      'noticed',
    );
    expect(nextAct(site({ arrived }, { interruptions: [stop(at, { unresumable: true })] })).kind).toBe('noticed');
  });

  it('after it the reason is to be spoken within the time the rules give; what cannot go on is to be reported', () => {
    const again = site({ arrived }, { interruptions: [stop(at, { resumed: signedBy(LI, march(5, 10, 20)) })] });
    expect(stopDuty(again, march(5, 10, 20, 59), 60)).toContain('当场说出');
    expect(stopDuty(again, march(5, 10, 21), 60)).toBeUndefined();
    const never = { interruptions: [stop(at, { unresumable: true })] };
    expect(stopDuty(site({ arrived }, never), march(5, 11), 60)).toContain('立即报告部门负责人');
    expect(stopDuty(site({ arrived, finished }, never), march(5, 11), 60)).toBeUndefined();
  });
});

describe('steps on site', () => {
  it('show every standing mark of both officers', () => {
    const both = site(
      { arrived },
      { steps: [step('r01.s1'), step('r01.s1', LI, march(5, 9, 20, 1)), step('r01.s6', LI, march(5, 9, 30))] },
    );
    const [group] = siteGroups(both, name);
    expect(group?.title).toBe('清单第 1 项，现场检查');
    expect(group?.steps[0]).toMatchObject({ marked: true, words: '张建国 09:20:00、李敏 09:20:01' });
    expect(group?.steps[1]).toMatchObject({ marked: false, words: '必须有' });
    expect(stepsCount(both)).toEqual({ marked: 2, all: 8 });
    expect(group?.stated).toContain('回来后也能填');
    const lines = [{ row: 1, signed: signedBy(LI, march(5, 9, 40)), lines: null }];
    expect(siteGroups(site({ arrived }, { matterLines: lines }), name)[0]?.stated).toBe('李敏 09:40:00');
  });
});

describe('the last three marks', () => {
  const mark = (kind: ActivityMark['kind'], by: typeof ZHANG, at: Instant, withdrawn = false): ActivityMark => ({
    kind,
    signed: signedBy(by, at),
    withdrawnBy: withdrawn ? entryId('w') : null,
  });

  it('of whatever kind, newest first; one’s own can be taken back for ten seconds', () => {
    const marks = [mark('arrived', ZHANG, march(5, 9), true), mark('arrived', ZHANG, march(5, 9, 12, 40))];
    const seen = site(
      { marks },
      { steps: [step('r01.s1', LI, march(5, 9, 13, 10)), step('r01.s2', ZHANG, march(5, 9, 13, 12))] },
    );
    const shown = (now: Instant) => lastMarks(seen, ZHANG, now, name);
    expect(shown(march(5, 9, 13, 21)).map(({ title, undo }) => [title, undo?.kind ?? null])).toEqual([
      ['表明身份', 'course'],
      ['进入检查场所', null],
      ['到达现场', null],
    ]);
    expect(shown(march(5, 9, 13, 21))[1]?.words).toBe('李敏记');
    expect(shown(march(5, 9, 13, 22))[0]?.undo).toBeNull();
  });

  it('an interruption can be taken back, going on again stands', () => {
    const at = march(5, 10, 18);
    const again = signedBy(ZHANG, march(5, 10, 18, 5), 'again');
    const seen = site({}, { interruptions: [stop(at, { resumed: again }), stop(at, { resumed: again })] });
    expect(lastMarks(seen, ZHANG, march(5, 10, 18, 6), name).map(({ title, undo }) => [title, undo !== null])).toEqual([
      ['恢复记录', false],
      ['中断，电量不足', true],
      ['中断，电量不足', true],
    ]);
  });

  it('a step that did not happen is not shown as one that did', () => {
    const waived = site({}, { steps: [step('r01.s6', LI, march(5, 9, 30), { state: 'notHappened' })] });
    expect(lastMarks(waived, ZHANG, march(5, 9, 31), name)).toMatchObject([{ title: '调取证据资料，未发生' }]);
  });

  it('one that was taken back says so and cannot be taken back again', () => {
    const marks = [mark('arrived', ZHANG, march(5, 9), true)];
    expect(lastMarks(site({ marks }), ZHANG, march(5, 9), name)).toMatchObject([{ words: '已撤销', undo: null }]);
  });
});
