import { expect, test } from 'vitest';
import { DIVISION, march, recordingId, signedBy, WANG } from '../../../../test/doubles/sample-records.ts';
import { type ReviewSampleRecord, type SampleRole, sampleId } from '../../../domain/office-records.ts';
import { drawingRoles, monthsOver, sampleOf, samplesNewestFirst, unitOf } from './sample-view.ts';

const sample = (month: string, role: SampleRole, unit: string | null): ReviewSampleRecord => ({
  id: sampleId(month, role, unit),
  drawn: signedBy(WANG, march(5)),
  month,
  role,
  seed: '0'.repeat(32),
  of: 9,
  recordings: [recordingId('a')],
});

test('only months that are over can be drawn, across a year’s end too', () => {
  expect(monthsOver(march(5), 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(monthsOver(march(1), 1)).toEqual(['2026-02']);
});

test('a head draws from the own unit, the legal affairs office from all', () => {
  expect(drawingRoles({ roles: ['officer', 'departmentHead'] })).toEqual(['departmentHead']);
  expect(drawingRoles({ roles: ['officer'] })).toEqual([]);
  expect(sampleOf('2026-02', 'departmentHead', { division: DIVISION }).division).toBe(DIVISION);
  expect(sampleOf('2026-02', 'legalAffairsOffice', { division: DIVISION }).division).toBeNull();
});

test('samples stand newest first and know their unit', () => {
  const samples = [
    sample('2026-01', 'legalAffairsOffice', null),
    sample('2026-02', 'departmentHead', DIVISION),
    sample('2026-02', 'legalAffairsOffice', null),
  ];
  expect(samplesNewestFirst(samples).map(({ month, role }) => `${month} ${role}`)).toEqual([
    '2026-02 legalAffairsOffice',
    '2026-02 departmentHead',
    '2026-01 legalAffairsOffice',
  ]);
  expect(samples.map(unitOf)).toEqual([null, DIVISION, null]);
});
