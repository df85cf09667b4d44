import { describe, expect, it } from 'vitest';
import {
  AT,
  activityId,
  deviceId,
  personId,
  sampleActivity,
  sampleDevice,
  sampleRecording,
  sampleSource,
} from '../../../test/doubles/stored-samples.ts';
import type { CaptureClaim, RecordingRecord } from '../../domain/records.ts';
import { plusMs } from '../../domain/time.ts';
import { sameForLines, toRegisterLine } from './register-row.ts';

const lineOf = (change: Partial<RecordingRecord>) => toRegisterLine(sampleRecording(1, change), null, null);
const claimed = (text: string, source: CaptureClaim['source'], zone: CaptureClaim['zone'], container = 'mp4') =>
  lineOf({ container, sources: [sampleSource({ capturedAtRaw: { text, source, zone } })] })?.row;

describe('a line of the register', () => {
  it('shows what recording, activity and device say', () => {
    const no = { activity: { station: 'B', year: 2026, kind: 'record', serial: 7 }, item: 2 } as const;
    const recording = sampleRecording(1, {
      no,
      activity: activityId('one'),
      durationMs: 90_500,
      sizeBytes: 12,
      mediaType: 'audio',
      state: 'in-custody',
      sources: [sampleSource({ device: deviceId('pen'), originalName: 'A.WAV' })],
    });
    const activity = sampleActivity('one', {
      title: '巡查',
      place: '龙门',
      party: '某公司',
      caseNo: '8号',
      matters: [2, 12],
      officers: [personId('li')],
    });
    const line = toRegisterLine(recording, activity, sampleDevice('pen', { carrier: 'audioRecorder' }));
    expect(line?.row).toEqual({
      id: recording.id,
      no: 'B-2026-录-7-02',
      shortNo: 'B-7-02',
      mediaType: 'audio',
      capturedAt: AT,
      capturedIsClaim: false,
      durationMs: 90_500,
      sizeBytes: 12,
      activity: activityId('one'),
      activityTitle: '巡查',
      matters: [2, 12],
      place: '龙门',
      party: '某公司',
      officers: [personId('li')],
      device: deviceId('pen'),
      carrier: 'audioRecorder',
      originalName: 'A.WAV',
      takenInAt: AT,
      takenInBy: personId('li'),
      copies: 0,
      state: 'in-custody',
    });
    expect(line?.durationKey).toBe(90_500);
    expect(line?.searchText.split('\n')).toEqual([
      'b-2026-录-7-02',
      'b-7-02',
      '洛水音像录(2026)b-7号',
      '巡查',
      '龙门',
      '某公司',
      '8号',
      'a.wav',
    ]);
  });

  it('says nothing that is not known', () => {
    const line = lineOf({});
    expect(line?.row).toMatchObject({
      no: null,
      shortNo: null,
      activityTitle: null,
      matters: [],
      officers: [],
      carrier: null,
    });
    expect([line?.noKey, line?.durationKey, line?.searchText]).toEqual(['', -1, '']);
  });

  it('takes time, place and name from the first source; a later one adds its name to the search', () => {
    const again = sampleSource({ takenInAt: plusMs(AT, 9), originalName: '复件.mp4', device: deviceId('x') });
    const line = lineOf({ sources: [sampleSource({ originalName: 'a.mp4' }), again] });
    expect(line?.row).toMatchObject({ takenInAt: AT, originalName: 'a.mp4', device: null });
    expect(line?.searchText).toBe('a.mp4\n复件.mp4');
  });

  it('there is none without a source', () => {
    expect(lineOf({ sources: [] })).toBeNull();
  });
});

describe('when footage counts as shot', () => {
  const noon = '2026-03-05T12:00:00';

  it('a time with a known zone is what it says', () => {
    expect(claimed(`${noon}.000Z`, 'mtime', 'utc')).toMatchObject({
      capturedAt: `${noon}.000Z`,
      capturedIsClaim: true,
    });
    expect(claimed(`${noon}+09:00`, 'exif', 'unknown')?.capturedAt).toBe('2026-03-05T03:00:00.000Z');
  });

  it('a wall clock without a zone is read in Beijing', () => {
    expect(claimed(noon, 'exif', 'local', 'jpeg')?.capturedAt).toBe('2026-03-05T04:00:00.000Z');
    expect(claimed(noon, 'file-name', 'unknown')?.capturedAt).toBe('2026-03-05T04:00:00.000Z');
    expect(claimed(noon, 'container', 'unknown', 'avi')?.capturedAt).toBe('2026-03-05T04:00:00.000Z');
  });

  it('the time field of MP4 and MOV is read as UTC, as their standard says', () => {
    for (const container of ['mp4', 'mov']) {
      expect(claimed(noon, 'container', 'unknown', container)?.capturedAt).toBe(`${noon}.000Z`);
    }
    expect(claimed(noon, 'container', 'local', 'mp4')?.capturedAt).toBe('2026-03-05T04:00:00.000Z');
  });

  it('a claim that is no time, or none, leaves the time of intake', () => {
    expect(claimed('0000-00-00T00:00:00', 'exif', 'local')).toMatchObject({ capturedAt: AT, capturedIsClaim: false });
    expect(lineOf({})?.row).toMatchObject({ capturedAt: AT, capturedIsClaim: false });
  });
});

describe('whether lines must be written anew', () => {
  it('a mark on site changes none; a title, an officer or a matter does', () => {
    const before = sampleActivity('one', { title: '巡查' });
    expect(sameForLines.activity(before, { ...before, note: 'x', firstTakenInAt: AT })).toBe(true);
    expect(sameForLines.activity(before, { ...before, title: '检查' })).toBe(false);
    expect(sameForLines.activity(before, { ...before, officers: [] })).toBe(false);
    expect(sameForLines.activity(before, { ...before, matters: [9] })).toBe(false);
    expect(sameForLines.activity(null, before)).toBe(false);
    expect(sameForLines.activity(null, null)).toBe(true);
  });

  it('a label of a device changes none; its kind does', () => {
    const before = sampleDevice('cam');
    expect(sameForLines.device(before, { ...before, label: '三号' })).toBe(true);
    expect(sameForLines.device(before, { ...before, carrier: 'camcorder' })).toBe(false);
  });
});
