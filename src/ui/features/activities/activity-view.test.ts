import { describe, expect, it } from 'vitest';
import {
  CAMERA_3,
  CAMERA_7,
  entryId,
  LI,
  makeActivity,
  makeRecording,
  march,
  STATION,
  signedBy,
  signedByStation,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import { emptyCourse } from '../../../domain/course-records.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { stepsToShow } from '../../../usecases/steps-to-show.ts';
import { activityFacts, dueWordsOf, groupHead, overlayBand, recordingLines } from './activity-view.ts';
import { markLines } from './marks-view.ts';

const naming = {
  person: (id: unknown) => (id === ZHANG ? '张建国' : '李敏'),
  device: (id: unknown) => (id === CAMERA_3 ? '记录仪 03' : '记录仪 07'),
  division: () => '水政科',
  numberStyle: 'plain',
} as const;
const now = march(5, 16, 42);
const finished = signedBy(ZHANG, march(5, 10, 48));
const arrived = signedBy(ZHANG, march(5, 9, 12));

describe('facts', () => {
  it('name matters with their number, and say what was not filled in', () => {
    const details = new Map(
      activityFacts(makeActivity({ matters: [1, 8], party: null }), naming).map((fact) => [fact.term, fact.detail]),
    );
    expect(details.get('事项')).toBe('1 现场检查、8 当事人不配合调查');
    expect(details.get('当事人')).toBe('（未填）');
    expect(details.get('建立')).toBe('张建国，2026-03-04 16:00');
    expect(details.has('备注')).toBe(false);
  });

  it('without a matter the activity is off the list', () => {
    expect(activityFacts(makeActivity({ matters: [] }), naming).find(({ term }) => term === '事项')?.detail).toBe(
      '清单外',
    );
  });
});

describe('marks', () => {
  const away = { ...signedBy(LI, march(5, 18)), ground: 'awayDuty', statement: '当日无法返回' } as const;
  const noticed = { ...signedBy(LI, march(5, 9, 13)), officers: [ZHANG, LI], text: null };
  const activity = makeActivity({
    arrived,
    noticed,
    away,
    marks: [
      { kind: 'arrived', signed: signedBy(ZHANG, march(5, 9)), withdrawnBy: entryId('w') },
      { kind: 'arrived', signed: arrived, withdrawnBy: null },
      { kind: 'noticed', signed: noticed, withdrawnBy: null },
      { kind: 'away', signed: away, withdrawnBy: null },
    ],
  });

  it('newest first, with what each says; only one’s own standing marks can be withdrawn', () => {
    const lines = markLines({ activity, course: null, recordings: [] }, ZHANG, naming, []);
    expect(lines.map(({ title, own, withdrawn }) => [title, own !== null, withdrawn])).toEqual([
      ['当天来不及移交', false, false],
      ['已告知', false, false],
      ['到达现场', true, false],
      ['到达现场', false, true],
    ]);
    expect(lines[0]?.words).toEqual(['异地执法', '说明：当日无法返回']);
    expect(lines[1]?.words).toEqual(['告知时报出姓名：张建国、李敏']);
    expect(lines[2]?.signer).toBe('张建国签');
  });

  it('what a station signed bears the station’s code', () => {
    const byStation = makeActivity({ marks: [{ kind: 'arrived', signed: signedByStation(now), withdrawnBy: null }] });
    const of = { activity: byStation, course: null, recordings: [] };
    expect(markLines(of, ZHANG, naming, [{ id: STATION, code: 'A' }])[0]?.signer).toBe('A 站电脑自动签名');
  });
});

describe('marks of the course', () => {
  const own = { withdrawnBy: null, signed: signedBy(ZHANG, march(5, 10)) };
  const footage = { recording: makeRecording('a', CAMERA_3, now).id, sec: 75 };
  const course = {
    ...emptyCourse(makeActivity().id),
    interruptions: [
      { ...own, device: null, cause: 'lowBattery', unresumable: true, resumed: signedBy(LI, march(5, 10, 2)) } as const,
    ],
    voiceMarks: [{ ...own, signed: signedBy(LI, march(5, 11)), footage }],
    gapReports: [
      { ...own, from: march(5, 10), reportedAt: march(5, 10, 5), method: 'phone', to: LI, acknowledged: null } as const,
    ],
    gapStatements: [
      { ...own, from: march(5, 10), to: null, cause: 'lowBattery', text: null, acknowledged: null } as const,
    ],
  };

  it('stand with those of the visit; each that its author signed can be withdrawn, going on again cannot', () => {
    const lines = markLines({ activity: makeActivity(), course, recordings: [] }, ZHANG, naming, []);
    expect(lines.map(({ title, own: mine }) => [title, mine?.kind ?? null])).toEqual([
      ['语音说明的位置', null],
      ['恢复记录', null],
      ['中断情况说明', 'course'],
      ['报告中断', 'course'],
      ['中断', 'course'],
    ]);
    expect(lines.at(-1)?.words).toEqual(['电量不足', '确实无法继续记录']);
    expect(lines[0]?.words[0]).toContain('0:01:15');
  });
});

describe('the deadline in sentences', () => {
  const ended = makeActivity({ arrived, finished });
  const says = (activity: ActivityRecord, recordings = [] as ReturnType<typeof makeRecording>[], at = now) =>
    dueWordsOf(activity, recordings, at, naming).words.join('');

  it('names the devices that are missing, and what to do about unused ones', () => {
    const taken = makeRecording('a', CAMERA_3, march(5, 15));
    expect(says({ ...ended, recordings: [taken.id] }, [taken])).toContain('还没有采集：记录仪 07');
    expect(says(ended)).toContain('请在“修改”里去掉');
    expect(says({ ...ended, devices: [] })).toContain('没有填设备');
  });

  it('says by which rule: the day, or 24 hours after return', () => {
    expect(says(ended)).toContain('当天导出保存');
    const away = { ...signedBy(LI, march(5, 18)), ground: 'awayDuty', statement: 's' } as const;
    expect(says({ ...ended, away })).toContain('期限从返回单位时起算');
    const returned = { ...signedBy(LI, march(5, 16)), returnedAt: march(5, 16) };
    expect(says({ ...ended, away, returned })).toContain('返回单位后 24 小时内');
  });

  it('before the end nothing runs; footage without an end asks for it', () => {
    expect(says(makeActivity())).toContain('期限从结束时起算');
    expect(says(makeActivity(), [makeRecording('a', CAMERA_3, now)])).toContain('结束还没有记');
  });

  it('met in time says so, met late leaves that to the flag', () => {
    const both = (at: typeof now) => [makeRecording('a', CAMERA_3, at), makeRecording('b', CAMERA_7, at)];
    expect(says(ended, both(march(5, 15)), march(7))).toContain('在期限内');
    const late = dueWordsOf(ended, both(march(6, 8)), march(7), naming);
    expect(late.due).toMatchObject({ kind: 'met', late: true });
    expect(late.words.join('')).not.toContain('在期限内');
  });
});

describe('steps', () => {
  it('of the chosen matters, in the order given, with their carriers', () => {
    const groups = stepsToShow(makeActivity({ matters: [1, 11] }), null, null);
    expect(groups.map(groupHead)[0]).toMatchObject({ title: '清单第 1 项 现场检查', sub: '载体：执法记录仪' });
    const [first, second] = groups.map(({ steps }) => steps);
    expect(first).toHaveLength(8);
    expect(second?.filter(({ deferred }) => deferred).map(({ wording }) => wording)).toEqual(['送达结果']);
  });

  it('the band of Arts. 8 and 9 stands apart, marked or not, and not for service by post', () => {
    expect(overlayBand(makeActivity({ arrived })).map(({ wording, done }) => [wording, done])).toEqual([
      ['告知用语', '还没有记'],
      ['到达现场', '03-05 09:12 已记'],
      ['结束', '还没有记'],
    ]);
    expect(overlayBand(makeActivity({ matters: [11] }))).toEqual([]);
    expect(overlayBand(makeActivity({ matters: [] }))).toHaveLength(3);
  });
});

describe('footage', () => {
  it('is listed by number; what has none stands last', () => {
    const no = makeActivity().no;
    const numbered = (name: string, item: number) => makeRecording(name, CAMERA_3, now, { no: { activity: no, item } });
    const lines = recordingLines([makeRecording('x', null, now), numbered('b', 10), numbered('a', 9)], naming);
    expect(lines.map((line) => line.no)).toEqual(['A-2026-录-37-09', 'A-2026-录-37-10', '未编号']);
    expect(lines[0]).toMatchObject({ kind: '录像', length: '0:05:00', size: '1.00 MB', stateWords: '未入库' });
    expect(lines[2]?.device).toBe('未登记的设备');
  });
});
