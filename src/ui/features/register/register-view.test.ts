import { expect, test } from 'vitest';
import { march, recordingId, ZHANG } from '../../../../test/doubles/sample-records.ts';
import { asId, type MediumId } from '../../../domain/ids.ts';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import type { RecordingCopy, RecordingRecord } from '../../../domain/records.ts';
import {
  activityCell,
  checksToDo,
  handoverHindrance,
  keepSame,
  lengthCell,
  mattersCell,
  mayExport,
  numberCell,
  readRange,
  rowName,
  selectedWords,
  withPage,
  yearsMix,
} from './register-view.ts';

const row = (name: string, over: Partial<RegisterRow> = {}): RegisterRow => ({
  id: recordingId(name),
  no: 'A-2026-录-37-02',
  shortNo: 'A-37-02',
  mediaType: 'video',
  capturedAt: march(5, 9),
  capturedIsClaim: true,
  durationMs: 600_000,
  sizeBytes: 1_000_000_000,
  activity: null,
  activityTitle: null,
  matters: [],
  place: null,
  party: null,
  officers: [],
  device: null,
  carrier: null,
  originalName: 'DSJ07_0118.MP4',
  takenInAt: march(5, 17),
  takenInBy: ZHANG,
  copies: 1,
  state: 'stored',
  ...over,
});

test('numbers are short while one year is shown, and bear the year once years mix', () => {
  const [now, before] = [row('a'), row('b', { no: 'A-2025-录-9-01', shortNo: 'A-9-01' })];
  const none = row('c', { no: null, shortNo: null });
  expect(yearsMix([now, none])).toBe(false);
  expect(yearsMix([none, now, before])).toBe(true);
  expect(yearsMix([none])).toBe(false);
  expect(numberCell(now, false)).toBe('A-37-02');
  expect(numberCell(before, true)).toBe('〔2025〕A-9-01');
  expect(numberCell(none, true)).toBe('未编号');
  expect([rowName(now), rowName(none)]).toEqual(['A-2026-录-37-02', 'DSJ07_0118.MP4']);
});

test('a length is unknown for footage, and does not apply to a photograph', () => {
  expect(lengthCell({ durationMs: 600_000, mediaType: 'video' })).toBe('0:10:00');
  expect(lengthCell({ durationMs: null, mediaType: 'audio' })).toBe('不知道');
  expect(lengthCell({ durationMs: null, mediaType: 'photo' })).toBe('／');
});

test('what an activity says is blank where it says nothing, and does not apply without one', () => {
  const activity = asId<NonNullable<RegisterRow['activity']>>('activity00000000000000');
  expect(mattersCell({ activity, matters: [1, 10] })).toBe('1 现场检查、10 留置送达');
  expect(mattersCell({ activity, matters: [] })).toBe('清单外');
  expect(mattersCell({ activity: null, matters: [] })).toBe('／');
  expect(activityCell({ activity }, null)).toBe('（未填）');
  expect(activityCell({ activity: null }, null)).toBe('／');
});

test('the selected are told by kind, length and size', () => {
  const photo = row('p', { mediaType: 'photo', durationMs: null, sizeBytes: 3_000_000 });
  expect(selectedWords([row('a'), row('b'), row('c', { mediaType: 'audio' })])).toBe(
    '录像 2，录音 1；0:30:00；3.00 GB',
  );
  expect(selectedWords([photo])).toBe('照片 1；3.00 MB');
});

test('only stored recordings can be handed over, by who may', () => {
  const officer = ['officer'] as const;
  expect(handoverHindrance([row('a'), row('b')], officer)).toBeUndefined();
  expect(handoverHindrance([row('a')], ['legalAffairsOffice'])).toBe('由采集的执法人员办理');
  expect(handoverHindrance([row('a'), row('b', { state: 'buffered' })], officer)).toBe('1 件还没有存入介质');
  expect(handoverHindrance([row('a', { state: 'handing-over' }), row('b', { state: 'in-custody' })], officer)).toBe(
    '2 件已在移交或已在库',
  );
  expect(handoverHindrance([row('a', { state: 'damaged' }), row('b', { state: 'buffered' })], officer)).toBe(
    '1 件校验不一致，先处理',
  );
  const many = Array.from({ length: 1001 }, (_, i) => row(`r${i}`));
  expect(handoverHindrance(many, officer)).toBe('一张移交单最多 1,000 件');
});

test('every copy of every recording is read, one round per medium; those without a copy are told', () => {
  const [first, second] = [asId<MediumId>('medium1'), asId<MediumId>('medium2')];
  const copies = (...media: readonly MediumId[]) => media.map((medium) => ({ medium }) as RecordingCopy);
  const record = (name: string, held: readonly RecordingCopy[]) =>
    ({ id: recordingId(name), copies: held }) as unknown as RecordingRecord;
  const todo = checksToDo([record('a', copies(first, second)), record('b', copies(second)), record('c', [])]);
  expect([...todo.byMedium]).toEqual([
    [first, [recordingId('a')]],
    [second, [recordingId('a'), recordingId('b')]],
  ]);
  expect(todo.without).toBe(1);
});

test('rows read anew are the same objects where nothing changed', () => {
  const before = [row('a'), row('b'), row('c')];
  expect(keepSame(before, structuredClone(before))).toBe(before);
  const after = keepSame(before, [row('b'), row('a', { copies: 2 }), row('d')]);
  expect(after[0]).toBe(before[1]);
  expect(after[1]).not.toBe(before[0]);
  expect(after.map(({ copies }) => copies)).toEqual([1, 2, 1]);
});

test('a page whose rows moved down meanwhile lists none twice', () => {
  const listed = [row('a'), row('b')];
  expect(withPage(listed, [row('b'), row('c')]).map(({ id }) => id)).toEqual(['a', 'b', 'c'].map(recordingId));
});

test('a range of days is read as people type it; none is read from what is no day, or the wrong way round', () => {
  expect(readRange({ from: '2026.3.1', to: '２０２６-3-5' })).toEqual({
    ok: true,
    value: { from: '2026-03-01', to: '2026-03-05' },
  });
  expect(readRange({ from: ' ', to: '' })).toEqual({ ok: true, value: { from: null, to: null } });
  expect(readRange({ from: '2026-02-30', to: '' }).ok).toBe(false);
  expect(readRange({ from: '2026-03-05', to: '2026-03-01' })).toEqual({
    ok: false,
    refusal: '后一天早于前一天，请核对',
  });
});

test('the catalogue leaves with the custodian and the legal affairs office only', () => {
  expect(mayExport({ roles: ['officer', 'departmentHead', 'supervisingLeader'] })).toBe(false);
  expect(mayExport({ roles: ['officer', 'custodian'] })).toBe(true);
  expect(mayExport({ roles: ['legalAffairsOffice'] })).toBe(true);
});
