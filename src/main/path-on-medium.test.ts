import { describe, expect, it } from 'vitest';
import { asId, type RecordingId } from '../domain/ids.ts';
import type { RecordingRecord } from '../domain/records.ts';
import { toInstant } from '../domain/time.ts';
import { pathOnMedium } from './path-on-medium.ts';

const now = () => toInstant(Date.parse('2026-12-31T16:00:00.000Z'));
const activity = { station: 'A', year: 2026, kind: 'record', serial: 37 } as const;

const recording = (parts: Partial<Pick<RecordingRecord, 'no' | 'sources'>>): RecordingRecord =>
  ({
    id: asId<RecordingId>(`0123456789abcdef${'9'.repeat(48)}`),
    no: { activity, item: 2 },
    sources: [{ originalName: 'REC_0044.MP4', takenInAt: toInstant(Date.parse('2026-03-05T06:30:00.000Z')) }],
    ...parts,
  }) as RecordingRecord;

describe('where a recording goes on a medium', () => {
  it('a linked one lies below year and activity, under its number and its old name', async () => {
    expect((await pathOnMedium({ now }))(recording({}))).toBe('2026/A-2026-录-37/A-2026-录-37-02_REC_0044.MP4');
  });

  it('one without an activity lies in a folder of its own, told apart by its digest', async () => {
    expect((await pathOnMedium({ now }))(recording({ no: null }))).toBe('2026/待关联/0123456789abcdef_REC_0044.MP4');
  });

  it('the year is that of Beijing', async () => {
    expect((await pathOnMedium({ now }))(recording({ sources: [] }))).toBe('2027/A-2026-录-37/A-2026-录-37-02');
  });
});
