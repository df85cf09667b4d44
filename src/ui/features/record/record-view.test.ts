import { expect, test } from 'vitest';
import {
  activityId,
  CAMERA_3,
  entryId,
  LI,
  makeActivity,
  makeDevice,
  makeRecording,
  march,
  WANG,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import { asId, type MediumId } from '../../../domain/ids.ts';
import type { RecordingCopy, RecordingRecord } from '../../../domain/records.ts';
import type { PlaceNames } from './chain-view.ts';
import {
  activityChoices,
  chosenPlace,
  copiesSum,
  digestSum,
  type FactLine,
  mayRelink,
  recordingFacts,
  recordingTitle,
  reviewStanding,
  sourceLines,
} from './record-view.ts';

const PEOPLE: Readonly<Record<string, string>> = { [ZHANG]: '张建国', [LI]: '李敏', [WANG]: '王海涛' };
const NAMES: PlaceNames = {
  person: (id) => PEOPLE[id ?? ''] ?? '',
  device: () => '记录仪 03',
  medium: () => 'YP-03',
  station: () => 'A 站 局机关采集室',
  stationCode: () => 'A',
};

const recording = (over: Partial<RecordingRecord> = {}) => makeRecording('a', CAMERA_3, march(5, 17, 2), over);
const factsOf = (lines: readonly FactLine[]) => Object.fromEntries(lines.map(({ term, detail }) => [term, detail]));
const copy = (result: RecordingCopy['lastCheck']['result'], at = march(5, 18)): RecordingCopy => ({
  medium: asId<MediumId>('medium'),
  storedAt: march(5, 17, 30),
  entry: entryId('copied'),
  path: null,
  lastCheck: { at, result, entry: entryId('checked') },
});

test('a recording is called by its number, and while it has none by its file name', () => {
  const no = { activity: makeActivity().no, item: 2 };
  expect(recordingTitle(recording({ no }))).toBe('录像 A-2026-录-37-02');
  expect(recordingTitle(recording())).toBe('录像 a.MP4');
});

test('the device’s claim is shown as it was written, with how it is known; exact bytes', () => {
  const [source] = recording().sources;
  const capturedAtRaw = { text: '2026-03-05T06:31:04Z', source: 'container', zone: 'utc' } as const;
  const sources = source === undefined ? [] : [{ ...source, capturedAtRaw }];
  const devices = [makeDevice({ id: CAMERA_3, assignedTo: LI })];
  const facts = factsOf(
    recordingFacts(recording({ sources, sizeBytes: 3_221_225_472 }), makeActivity(), NAMES, devices),
  );
  expect(facts).toMatchObject({
    执法事项: '1 现场检查',
    当事人: '豫河砂石经营部',
    执法人员: '张建国、李敏',
    设备: '记录仪 03，李敏领用',
    原文件名: 'a.MP4',
    大小: '3,221,225,472 字节',
    设备时间: '2026-03-05 06:31:04，文件内部所记，按世界时记，即北京时间 2026-03-05 14:31:04',
    采集: '张建国，A 站 局机关采集室，2026-03-05 17:02',
  });
});

test('what nobody has said is not known, and what cannot be does not apply', () => {
  const bare = recording({ durationMs: null, activity: null, unlinkedReason: 'accidental' });
  const facts = factsOf(recordingFacts(bare, null, NAMES, []));
  expect(facts).toMatchObject({
    时长: '不知道',
    设备时间: '不知道，设备没有记下',
    时差: '不知道，没有对时',
    执法活动: '没有归属：误触',
  });
  expect(factsOf(recordingFacts({ ...bare, mediaType: 'photo' }, null, NAMES, [])).时长).toBe('／');
});

test('short facts come in pairs before the long ones, so that each long one has a line of its own', () => {
  for (const activity of [makeActivity(), null]) {
    let short = 0;
    for (const { wide } of recordingFacts(recording(), activity, NAMES, [])) {
      if (wide) expect(short % 2).toBe(0);
      else short += 1;
    }
  }
});

test('the same content twice is one original with both its sources', () => {
  const [source] = recording().sources;
  if (source === undefined) throw new Error('no source');
  const again = {
    ...source,
    device: null,
    originalName: null,
    originalPath: null,
    takenInBy: LI,
    takenInAt: march(6, 9),
  };
  expect(sourceLines(recording({ sources: [source, again] }), NAMES)).toEqual([
    'a.MP4，DCIM/a.MP4，记录仪 03，张建国 2026-03-05 17:02 采集',
    '（本机未存原文件名），非配备设备，李敏 2026-03-06 09:00 采集',
  ]);
});

test('digests agree as of the last reading; one copy that differs is said first', () => {
  expect(digestSum(recording())).toEqual({ wrong: false, words: '采集时读回一致，2026-03-05 17:02' });
  const copies = [copy('same', march(7)), copy('same', march(9, 8, 10))];
  expect(digestSum(recording({ copies })).words).toBe('副本一致，2026-03-09 08:10 核验');
  expect(digestSum(recording({ copies: [...copies, copy('different')] })).wrong).toBe(true);
  expect(digestSum(recording({ copies: [copy('missing')] })).wrong).toBe(true);
});

test('only copies that agree count towards the two that are asked for', () => {
  expect(copiesSum({ copies: [] })).toBe('还没有副本');
  expect(copiesSum({ copies: [copy('same')] })).toBe('1 份，系统默认要 2 份，还差 1 份');
  expect(copiesSum({ copies: [copy('same'), copy('same')] })).toBe('2 份，符合要求');
  expect(copiesSum({ copies: [copy('same'), copy('different')] })).toBe('1 份，系统默认要 2 份，还差 1 份');
});

test('played by who took it in, before hand-over, and only if the log would count', () => {
  const handover = { id: asId<never>('handover'), accepted: false };
  const refusal = (over: Partial<RecordingRecord>, person: Parameters<typeof reviewStanding>[1]) => {
    const standing = reviewStanding(recording(over), person);
    return standing.ok ? null : standing.refusal.code;
  };
  expect(refusal({}, { id: ZHANG, roles: ['officer'] })).toBeNull();
  expect(refusal({}, { id: LI, roles: ['officer'] })).toBe('not-own-batch');
  expect(refusal({ handover }, { id: ZHANG, roles: ['officer'] })).toBe('handed-over');
  expect(refusal({ mediaType: 'sidecar' }, { id: ZHANG, roles: ['officer'] })).toBe('no-sound-or-picture');
  expect(refusal({}, { id: ZHANG, roles: ['custodian'] })).toBe('rule');
});

test('a place to put it is one that is new', () => {
  const linked = { activity: activityId('one'), unlinkedReason: null } as const;
  const choice = { how: 'activity', activity: activityId('two'), reason: '' } as const;
  expect(chosenPlace(linked, choice)).toEqual({ ok: true, value: { kind: 'activity', activity: activityId('two') } });
  expect(chosenPlace(linked, { ...choice, activity: '' })).toMatchObject({ refusal: '还没有选改成什么' });
  expect(chosenPlace(linked, { ...choice, activity: activityId('one') })).toMatchObject({
    refusal: '和现在的归属一样',
  });
  expect(chosenPlace(linked, { how: 'unlinked', activity: '', reason: 'accidental' })).toEqual({
    ok: true,
    value: { kind: 'unlinked', reason: 'accidental' },
  });
  const loose = { activity: null, unlinkedReason: 'accidental' } as const;
  expect(chosenPlace(loose, { how: 'unlinked', activity: '', reason: 'accidental' }).ok).toBe(false);
  expect(mayRelink({ roles: ['supervisingLeader'] })).toBe(false);
});

test('activities are offered newest first, by number and name', () => {
  const older = makeActivity({ id: activityId('older'), created: { ...makeActivity().created, at: march(1) } });
  expect(activityChoices([older, makeActivity()]).map(({ value }) => value)).toEqual([makeActivity().id, older.id]);
  expect(activityChoices([makeActivity()])[0]?.label).toBe('A-2026-录-37 伊河龙门段河道采砂现场检查');
});
