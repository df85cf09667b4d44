import { formatNumber, formatRecordingNumber } from '../../../domain/numbering.ts';
import type { ReadModel } from '../../../domain/ports/read-model.ts';
import type { AnyRecord, RecordOf } from '../../../domain/records.ts';
import { parseSubject, type Subject, type SubjectType } from '../../../domain/subject.ts';

type Naming = { readonly [T in SubjectType]: (record: RecordOf[T]) => string | null };

/** What people call a thing: its number where it has one, else its name. */
const NAMING: Naming = {
  bureau: () => null,
  person: (record) => record.name,
  station: (record) => [record.code, record.name ?? ''].join(' ').trim(),
  device: (record) => record.label,
  medium: (record) => record.label,
  activity: (record) => formatNumber(record.no),
  batch: (record) => record.sourceLabel,
  recording: (record) => (record.no === null ? null : formatRecordingNumber(record.no.activity, record.no.item)),
  handover: (record) => formatNumber(record.no),
  card: (record) => formatNumber(record.no),
  // Kept beside the thing an entry is about; no entry is about one of these itself.
  course: () => null,
  deviceDay: () => null,
  deviceIssue: () => null,
  findingAnswers: () => null,
  ruleSet: () => null,
  unlinked: () => null,
  examination: () => null,
  officerStanding: () => null,
  incidents: () => null,
  checkpoints: () => null,
  monthClose: () => null,
  spill: () => null,
  reviewSample: (record) => record.month,
  templates: () => null,
};

/** Names of what entries are about, by subject; one this station has no record of has none. */
export async function readSubjectNames(
  model: ReadModel,
  subjects: readonly Subject[],
): Promise<Readonly<Record<Subject, string>>> {
  const names: Record<Subject, string> = {};
  for (const subject of new Set(subjects)) {
    const parsed = parseSubject(subject);
    if (parsed === null) continue;
    const record = (await model.get(parsed.type, parsed.id as never)) as AnyRecord | null;
    const name = record === null ? null : (NAMING[parsed.type] as (one: AnyRecord) => string | null)(record);
    if (name !== null) names[subject] = name;
  }
  return names;
}
