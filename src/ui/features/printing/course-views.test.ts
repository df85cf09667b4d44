import { expect, test } from 'vitest';
import {
  CAMERA_3,
  CAMERA_7,
  deviceId,
  entryId,
  LI,
  makeActivity,
  makeDevice,
  makePerson,
  makeRecording,
  march,
  recordingId,
  signedBy,
  WANG,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import type { CourseRecord } from '../../../domain/course-records.ts';
import {
  type DeviceCheck,
  type DeviceMove,
  deviceDayId,
  emptyCourse,
  type StepMark,
} from '../../../domain/course-records.ts';
import { offListStepId } from '../../../domain/off-list-step.ts';
import { UNLINKED_DECISION } from '../../../text/course.ts';
import type { ActivityRecords } from '../../../usecases/facts-of.ts';
import type { PeriodQuery } from './asked-form.ts';
import { f1CheckData } from './f1-check-view.ts';
import { f2Data } from './f2-view.ts';
import { f3Data } from './f3-view.ts';
import { f5Data } from './f5-view.ts';
import { f6Data } from './f6-view.ts';
import { f15Data, f15ListData } from './f15-view.ts';
import { formNames } from './form-names.ts';

const NAMES = formNames({
  bureau: null,
  persons: [
    makePerson({ id: ZHANG }),
    makePerson({ id: LI, name: '李敏', certificateNo: null }),
    makePerson({ id: WANG, name: '王海涛' }),
  ],
  devices: [makeDevice({ id: CAMERA_3 }), makeDevice({ id: CAMERA_7, label: '记录仪 07' })],
  media: [],
  stations: [],
});
const PRINT = { printedAt: march(6, 9), times: 1 } as const;
const ENDED = makeActivity({ arrived: signedBy(ZHANG, march(5, 9, 11)), finished: signedBy(ZHANG, march(5, 10, 50)) });

const footage = (sec: number) => ({ recording: recordingId('a'), sec });
const step = (id: string, over: Partial<StepMark> = {}): StepMark => ({
  signed: signedBy(ZHANG, march(5, 9, 20)),
  withdrawnBy: null,
  step: id,
  state: 'done',
  item: null,
  footage: footage(130),
  reason: null,
  ...over,
});
const numbered = makeRecording('a', CAMERA_3, march(5, 17), {
  no: { activity: ENDED.no, item: 2 },
  sources: makeRecording('a', CAMERA_3, march(5, 17)).sources.map((source) => ({
    ...source,
    capturedAtRaw: { text: '2026-03-05T09:10:00', source: 'file-name', zone: 'local' },
  })),
});

const records = (course: Partial<CourseRecord> | null, activity = ENDED): ActivityRecords => ({
  activity,
  course: course === null ? null : { ...emptyCourse(activity.id), ...course },
  recordings: [numbered],
  officers: [],
  standings: [],
  devices: [],
  days: [],
  examinations: [],
  handovers: [],
});

test('the check sheet has a line per step, with where it is shown, and says what is missing', () => {
  const steps = [
    step('r01.s1'),
    step('r01.s1', { footage: null }),
    step('r01.s3', { withdrawnBy: entryId('w') }),
    step('r01.s7', { state: 'notHappened', footage: null, reason: '现场没有证人' }),
  ];
  const { rows } = f1CheckData(records({ steps }), null, NAMES, PRINT);
  expect(rows.map(({ no, state }) => `${no} ${state}`)).toEqual([
    '1-1 done',
    '1-2 missing',
    '1-3 missing',
    '1-4 missing',
    '1-5 missing',
    '1-6 ',
    '1-7 notHappened',
    '1-8 ',
  ]);
  expect(rows[0]).toMatchObject({ recordings: 'A-2026-录-37-02\n现场按记', timeCodes: '0:02:10\n09:20' });
  expect(rows[6]).toMatchObject({ recordings: null, timeCodes: null, remark: '现场没有证人' });
});

test('what the list does not cover prints the bureau’s own steps with their marks', () => {
  const activity = { ...ENDED, type: 'compulsoryMeasure' as const, matters: [] };
  const signed = signedBy(WANG, march(1));
  const steps = [
    { wording: '表明身份', required: true },
    { wording: '当事人陈述申辩', required: false },
  ];
  const template = { published: signed, countersigned: signed, type: activity.type, title: '行政强制措施', steps };
  const marked = [step(offListStepId({ template: signed.entry, no: 1 }))];
  const data = f1CheckData(records({ steps: marked }, activity), null, NAMES, PRINT, template);
  expect(data.matters).toBe('清单外：实施行政强制措施');
  expect(data.rows.map(({ no, matter, step, state }) => [no, matter, step, state])).toEqual([
    ['外-1', '行政强制措施', '表明身份', 'done'],
    ['外-2', '行政强制措施', '当事人陈述申辩（发生了才记）', ''],
  ]);
  expect(f1CheckData(records(null, activity), null, NAMES, PRINT, template).rows[0]?.state).toBe('missing');
  expect(f1CheckData(records(null, activity), null, NAMES, PRINT).rows).toEqual([]);
});

test('nothing is missing before the activity has ended', () => {
  const { rows } = f1CheckData(records(null, makeActivity()), null, NAMES, PRINT);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['']));
});

test('row 4 asks each item by itself; of a one-or-more group one is enough; what may come later is awaited', () => {
  const activity = { ...ENDED, matters: [4, 9, 11] };
  const matter = {
    ...emptyCourse(ENDED.id).matter,
    preservation: { registeredAt: march(5, 9), decidedAt: null, items: ['1', '2'] },
  };
  const steps = [step('r04.s1', { item: '2' }), step('r09.s1')];
  const { rows } = f1CheckData(records({ steps, matter }, activity), null, NAMES, PRINT);
  const of = (no: string) => rows.filter((row) => row.no === no).map((row) => `${row.step} ${row.state}`);
  expect(of('4-1')).toEqual(['证据物品编号（物品 1） missing', '证据物品编号（物品 2） done']);
  expect(of('4-6')).toEqual(['执行情况 missing']);
  expect(of('9-2')).toEqual(['告知单送达 ']);
  expect(of('11-3')).toEqual(['送达结果 deferred']);
});

test('what the rows state beyond their steps is printed, item by item for row 4, and left to the pen where nothing was', () => {
  const activity = { ...ENDED, matters: [1, 4, 6, 8, 10] };
  const signed = signedBy(LI, march(5, 16));
  const line = (field: string, text: string) => ({ field, text });
  const matter = {
    ...emptyCourse(ENDED.id).matter,
    preservation: { registeredAt: march(5, 9), decidedAt: null, items: ['1', '2'] },
    refusal: { refusedAt: march(5, 10), attempts: 2, policeCalled: true },
    leaveService: { witness: null, receiptDate: '2026-03-05' },
  };
  const matterLines = [
    { row: 1, signed, lines: [line('recordNo', '检 12')] },
    { row: 4, signed, lines: [line('listNo', '保 3'), line('item.1.name', '抽砂泵'), line('item.1.amount', '1 台')] },
    { row: 10, signed, lines: null },
  ];
  const { stated } = f1CheckData(records({ matter, matterLines }, activity), null, NAMES, PRINT);
  expect(stated.map(({ no, text }) => [no, text])).toEqual([
    ['1', '现场检查（勘验）笔录编号 检 12'],
    ['4', '登记保存时间 2026-03-05 09:00，证据物品 2 件\n登记保存清单编号 保 3'],
    ['4', '编号 1，名称 抽砂泵，数量或面积 1 台'],
    ['4', '编号 2'],
    ['6', ''],
    ['8', '拒绝接受检查时间 2026-03-05 10:00，要求配合 2 次，已报警'],
    ['10', '见证人 不是本局人员，回证上注明的日期 2026-03-05\n文字内容未存本机'],
  ]);
  expect(stated[0]?.signed).toBe('李敏\n2026-03-05 16:00');
  expect(stated[4]?.signed).toBe('');
});

test('the notice is where the footage shows it, else when it was pressed, else why there was none', () => {
  const noticed = { ...signedBy(ZHANG, march(5, 9, 13)), officers: [ZHANG], text: '您好' };
  const located = [
    { signed: signedBy(ZHANG, march(5, 16)), withdrawnBy: null, officers: [ZHANG], footage: footage(70) },
  ];
  const activity = { ...ENDED, noticed };
  const notice = (given: ActivityRecords) => f1CheckData(given, null, NAMES, PRINT).notice;
  expect(notice(records({ locatedNotices: located }, activity))).toEqual({
    text: '您好',
    where: 'A-2026-录-37-02 0:01:10',
  });
  expect(notice(records(null, activity))).toEqual({ text: '您好', where: '09:13 已告知' });
  const excepted = { ...signedBy(ZHANG, march(5, 16)), ground: 'noParty' as const, text: null };
  expect(notice(records({ noticeException: excepted }))).toEqual({ text: '未告知：现场没有当事人', where: null });
  expect(notice(records(null))).toEqual({ text: '', where: '' });
});

test('Art. 10: what was attested, with its place or its reason; before that, blank for the pen', () => {
  const content = {
    signed: signedBy(LI, march(5, 16)),
    violationFound: true,
    elements: [
      { element: 'place' as const, footage: footage(5), reason: null },
      { element: 'traces' as const, footage: null, reason: '没有痕迹' },
    ],
  };
  const data = f1CheckData(records({ content }), null, NAMES, PRINT);
  expect(data.elements).toHaveLength(10);
  expect(data.elements[0]).toEqual({ element: '地点', where: 'A-2026-录-37-02 0:00:05', remark: '' });
  expect(data.elements[5]).toEqual({ element: '现场痕迹物证', where: null, remark: '没有痕迹' });
  expect(data.elements[1]?.where).toBe('');
  expect(data.attested?.name).toBe('李敏');
  expect(data.officers).toBe('张建国（HN-0001）、李敏');
});

const check = (day: number, over: Partial<DeviceCheck> = {}): DeviceCheck => ({
  signed: signedBy(ZHANG, march(day, 8, 40)),
  activity: ENDED.id,
  shownAt: march(day, 8, 38, 30),
  referenceAt: march(day, 8, 40),
  batteryPercent: 90,
  freeMB: 27_000,
  estimatedMinutes: null,
  testOk: true,
  lensClean: true,
  passed: true,
  action: null,
  remarked: false,
  remark: null,
  ...over,
});
const day = (device: typeof CAMERA_3, on: number, checks: readonly DeviceCheck[]) => ({
  id: deviceDayId(device, `2026-03-0${on}`),
  device,
  checks,
});
const ALL: PeriodQuery = { from: null, to: null, device: null, activity: null };
const REGISTER = { activities: [ENDED], scope: '', asOf: march(9), stamp: null };

test('F2 holds the checks of the period in their order, with the offset and what was done about it', () => {
  const days = [
    day(CAMERA_7, 6, [
      check(6, { activity: null, passed: false, action: 'clockSync', remarked: true, remark: '已校' }),
    ]),
    day(CAMERA_3, 5, [check(5)]),
  ];
  const asked = (query: Partial<PeriodQuery>) =>
    f2Data({ ...REGISTER, days, query: { ...ALL, ...query } }, NAMES, PRINT).rows;
  const rows = asked({});
  expect(rows.map(({ device, activityNo, action }) => [device, activityNo, action])).toEqual([
    ['记录仪 03（执法记录仪）', 'A-2026-录-37', null],
    ['记录仪 07（执法记录仪）', null, '校时、已校'],
  ]);
  expect(rows[0]).toMatchObject({ offsetSec: -90, checker: '张建国', passed: true });
  expect(asked({ from: '2026-03-06' })).toHaveLength(1);
  expect(asked({ to: '2026-03-04' })).toHaveLength(0);
  expect(asked({ device: CAMERA_7 })).toHaveLength(1);
  expect(asked({ activity: ENDED.id })).toHaveLength(1);
});

test('F3 has a line per holding: a device passed on has its own, one still out has no end', () => {
  const move = (kind: DeviceMove['kind'], at: number, holder: DeviceMove['holder']): DeviceMove => ({
    kind,
    signed: signedBy(WANG, march(5, at)),
    holder,
    note: kind === 'issued' ? '配件：电池 2 块；预计归还：当日' : null,
  });
  const moves = [
    { device: CAMERA_3, moves: [move('issued', 8, ZHANG), move('transferred', 12, LI)] },
    { device: deviceId('other'), moves: [] },
  ];
  const data = f3Data({ ...REGISTER, moves, query: ALL }, NAMES, PRINT);
  expect(data.rows).toMatchObject([
    {
      way: 'issued',
      holder: '张建国',
      parts: '电池 2 块',
      purpose: '',
      due: '当日',
      end: 'transferred',
      to: march(5, 12),
      takenIn: false,
    },
    { way: 'transferred', holder: '李敏', certificateNo: null, end: '', to: '', takenBackBy: '', takenIn: null },
  ]);
  const before = f3Data({ ...REGISTER, moves, query: { ...ALL, to: '2026-03-04' } }, NAMES, PRINT);
  const after = f3Data({ ...REGISTER, moves, query: { ...ALL, from: '2026-03-06' } }, NAMES, PRINT);
  expect([before.rows.length, after.rows.map(({ holder }) => holder)]).toEqual([0, ['李敏']]);
});

test('F5 prints what was reported; what was only declared has its ground and is not signed', () => {
  const declared = { signed: signedBy(ZHANG, march(5, 9, 15)), ground: 'emergency' as const, part: null };
  const bare = f5Data(records({ notRecorded: declared }), NAMES, PRINT);
  expect(bare).toMatchObject({ ground: 'emergency', whole: true, reason: '', prepared: null, stamp: null });
  const report = {
    ...declared,
    part: { from: march(5, 9, 20), to: march(5, 9, 40) },
    to: WANG,
    reason: '抢险',
    basis: '第七条',
    alternative: null,
    acknowledged: { ...signedBy(WANG, march(5, 17)), sufficient: false, remark: '请补充依据' },
  };
  expect(f5Data(records({ nonRecordingReport: report }), NAMES, PRINT)).toMatchObject({
    from: march(5, 9, 20),
    whole: false,
    reason: '抢险',
    alternative: null,
    reportedTo: '王海涛',
    prepared: { name: '张建国' },
    acknowledged: { sufficient: false, remark: '请补充依据', signature: { name: '王海涛' } },
    stamp: { recordId: 'A-2026-录-37' },
  });
});

test('F6 joins statement, report and spoken explanation of one interruption; one only pressed waits for words', () => {
  const from = march(5, 9, 30);
  const to = march(5, 9, 42);
  const signed = signedBy(ZHANG, march(5, 16));
  const course = {
    gapStatements: [
      {
        signed,
        withdrawnBy: null,
        from,
        to,
        cause: 'lowBattery' as const,
        text: '换电池',
        acknowledged: signedBy(WANG, march(5, 17)),
      },
    ],
    gapReports: [
      {
        signed,
        withdrawnBy: null,
        from,
        reportedAt: march(5, 9, 35),
        method: 'phone' as const,
        to: WANG,
        acknowledged: null,
      },
    ],
    // 09:10:00 at the first frame, so 09:42:05 here.
    voiceMarks: [{ signed, withdrawnBy: null, footage: footage(32 * 60 + 5) }],
    interruptions: [
      {
        signed: signedBy(LI, march(5, 10, 20)),
        withdrawnBy: null,
        device: CAMERA_3,
        cause: 'siteChange' as const,
        unresumable: false,
        resumed: null,
      },
    ],
  };
  const data = f6Data({ ...records(course), days: [day(CAMERA_3, 5, [check(5)])] }, NAMES, PRINT);
  expect(data.gaps).toEqual([
    {
      from,
      to,
      cause: 'lowBattery',
      voice: 'A-2026-录-37-02 0:32:05',
      report: { at: march(5, 9, 35), method: 'phone', to: '王海涛' },
      statement: '换电池',
    },
    { from: march(5, 10, 20), to: '', cause: 'siteChange', voice: '', report: null, statement: '' },
  ]);
  expect(data.clocks).toMatchObject([{ offset: '慢 90 秒' }]);
  expect([data.stated.map(({ name }) => name), data.acknowledged?.name]).toEqual([['张建国'], '王海涛']);
});

test('F15 tells what was said and decided of footage without an activity', () => {
  const recording = makeRecording('loose', CAMERA_3, march(5, 17), { activity: null, unlinkedReason: 'accidental' });
  const unlinked = {
    id: recording.id,
    explanations: [{ ...signedBy(ZHANG, march(5, 18)), text: '误触' }],
    decision: { ...signedBy(WANG, march(6, 9)), decision: 'irrelevant' as const, text: '限制' },
  };
  const stamp = { recordId: 'print', sha256: '0'.repeat(64), signerKeyId: 'k' };
  expect(f15Data({ recording, unlinked, activity: null, stamp }, NAMES, PRINT)).toMatchObject({
    no: recording.id.slice(0, 16),
    firstReason: '误触',
    explanations: [{ by: '张建国', text: '误触' }],
    decision: { decision: 'irrelevant', text: '限制' },
    explained: { name: '张建国' },
    decided: { name: '王海涛' },
    linkedTo: null,
    stamp: { recordId: recording.id.slice(0, 16) },
  });
  const silent = f15Data({ recording, unlinked: null, activity: ENDED, stamp }, NAMES, PRINT);
  expect([silent.stamp, silent.linkedTo, silent.explanations]).toEqual([stamp, 'A-2026-录-37', []]);
});

test('the queue of Art. 4 is a list in the order of intake, with what was said and decided last', () => {
  const recordings = [
    makeRecording('late', CAMERA_3, march(6, 9), { activity: null, unlinkedReason: 'pending' }),
    makeRecording('early', CAMERA_3, march(5, 17), { activity: null, unlinkedReason: 'irrelevant' }),
  ];
  const said = [
    {
      id: recordingId('early'),
      explanations: [{ ...signedBy(ZHANG, march(5, 18)), text: '误触' }],
      decision: { ...signedBy(WANG, march(6, 9)), decision: 'irrelevant' as const, text: '限制' },
    },
  ];
  const { rows } = f15ListData({ recordings, said, asOf: march(7), stamp: null }, NAMES, PRINT);
  expect(rows.map(({ explanation, decision, firstReason }) => [firstReason, explanation, decision])).toEqual([
    ['与工作无关', '误触', UNLINKED_DECISION.irrelevant],
    ['待关联', '', ''],
  ]);
});
