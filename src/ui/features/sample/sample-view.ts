import type { DivisionId } from '../../../domain/ids.ts';
import { formatRecordingNumber } from '../../../domain/numbering.ts';
import { type ReviewSampleRecord, SAMPLE_ROLES, type SampleRole } from '../../../domain/office-records.ts';
import type { PersonRecord, RecordingRecord } from '../../../domain/records.ts';
import { type Instant, toBeijing } from '../../../domain/time.ts';
import { SAMPLE } from '../../../text/sample.ts';
import type { SampleOf } from '../../../usecases/draw-review-sample.ts';

/** Months that are over, newest first. */
export function monthsOver(now: Instant, count = 12): readonly string[] {
  const { year, month } = toBeijing(now);
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + (month - 1) - (index + 1);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** In which of its roles a person may draw. */
export const drawingRoles = ({ roles }: Pick<PersonRecord, 'roles'>): readonly SampleRole[] =>
  SAMPLE_ROLES.filter((role) => roles.includes(role));

export const sampleOf = (month: string, role: SampleRole, { division }: Pick<PersonRecord, 'division'>): SampleOf => ({
  month,
  role,
  division: role === 'departmentHead' ? division : null,
});

/** Newest month first; the whole bureau before units. */
export const samplesNewestFirst = (samples: readonly ReviewSampleRecord[]): readonly ReviewSampleRecord[] =>
  [...samples].sort((a, b) => (a.month === b.month ? (a.id < b.id ? 1 : -1) : a.month < b.month ? 1 : -1));

/** The unit it was drawn from; null: the whole bureau. */
export function unitOf({ id, role }: Pick<ReviewSampleRecord, 'id' | 'role'>): DivisionId | null {
  return role === 'departmentHead' ? (id.split('.')[2] as DivisionId) : null;
}

export const recordingName = ({ no, sources }: RecordingRecord): string =>
  no === null ? (sources[0]?.originalName ?? SAMPLE.noNumber) : formatRecordingNumber(no.activity, no.item);
