import { COURSE_SUBJECTS } from './course-records.ts';
import type {
  ActivityId,
  BatchId,
  BureauId,
  CardId,
  DeviceId,
  HandoverId,
  MediumId,
  PersonId,
  RecordingId,
  SpillId,
  StationId,
} from './ids.ts';
import { OFFICE_SUBJECTS } from './office-records.ts';
import { SPILL_SUBJECTS } from './spill-record.ts';
import { WITNESS_SUBJECTS } from './witness-records.ts';

/** What an entry is about. The text form `type:id` stands in entries and tables. */
export interface SubjectIds {
  bureau: BureauId;
  person: PersonId;
  station: StationId;
  device: DeviceId;
  medium: MediumId;
  activity: ActivityId;
  batch: BatchId;
  recording: RecordingId;
  handover: HandoverId;
  card: CardId;
  /** The course of an activity, beside its record. */
  course: ActivityId;
  /** `<device>.<date>` */
  deviceDay: string;
  deviceIssue: DeviceId;
  /** The finding's key. */
  findingAnswers: string;
  ruleSet: BureauId;
  unlinked: RecordingId;
  examination: BatchId;
  incidents: StationId;
  checkpoints: StationId;
  /** `2026-03`. */
  monthClose: string;
  officerStanding: PersonId;
  spill: SpillId;
  /** `<2026-03>.<role>.<division>` */
  reviewSample: string;
  templates: BureauId;
}

export type SubjectType = keyof SubjectIds;
export type Subject = `${SubjectType}:${string}`;

export const SUBJECT_TYPES: readonly SubjectType[] = [
  'bureau',
  'person',
  'station',
  'device',
  'medium',
  'activity',
  'batch',
  'recording',
  'handover',
  'card',
  ...COURSE_SUBJECTS,
  ...WITNESS_SUBJECTS,
  ...SPILL_SUBJECTS,
  ...OFFICE_SUBJECTS,
];

export const subjectOf = <T extends SubjectType>(type: T, id: SubjectIds[T]): Subject => `${type}:${id}`;

export function parseSubject(text: string): { readonly type: SubjectType; readonly id: string } | null {
  const colon = text.indexOf(':');
  const type = SUBJECT_TYPES.find((known) => known === text.slice(0, colon));
  const id = text.slice(colon + 1);
  return type === undefined || id === '' ? null : { type, id };
}
