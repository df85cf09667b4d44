import type { ActivityType } from './activity-type.ts';
import type { BureauId, RecordingId } from './ids.ts';
import type { Role } from './role.ts';
import type { Signed } from './signed.ts';

/** Records of what the office itself keeps about the regulation at work: samples it looks at, matters it added to the list. */

export const SAMPLE_ROLES = ['departmentHead', 'legalAffairsOffice'] as const satisfies readonly Role[];
export type SampleRole = (typeof SAMPLE_ROLES)[number];

/**
 * A month's recordings drawn for review, once per month, role and unit. Anyone who has the same recordings draws the same ones from
 * the seed (`drawSample`).
 */
export interface ReviewSampleRecord {
  /** `<2026-03>.<role>.<division>`, or `all` for the whole bureau. */
  readonly id: string;
  readonly drawn: Signed;
  readonly month: string;
  readonly role: SampleRole;
  /** 32 hex digits. */
  readonly seed: string;
  /** Recordings it was drawn from. */
  readonly of: number;
  readonly recordings: readonly RecordingId[];
}

export interface OffListStep {
  readonly wording: string;
  /** false: only if it happened. */
  readonly required: boolean;
}

/** 清单外事项: steps for what the bureau's list does not cover, published as the parameters are. */
export interface OffListTemplate {
  readonly published: Signed;
  readonly countersigned: Signed | null;
  readonly type: ActivityType;
  /** null where the details are not on this station. */
  readonly title: string | null;
  readonly steps: readonly OffListStep[] | null;
}

export interface TemplatesRecord {
  readonly id: BureauId;
  readonly publications: readonly OffListTemplate[];
}

/** The template of a type in force: the last one with both signatures. */
export function templateOf(record: TemplatesRecord | null, type: ActivityType): OffListTemplate | null {
  const whole = (record?.publications ?? []).filter((one) => one.type === type && one.countersigned !== null);
  const since = ({ countersigned }: OffListTemplate): string => countersigned?.at ?? '';
  return whole.sort((a, b) => (since(a) < since(b) ? -1 : 1)).at(-1) ?? null;
}

/** The records of this file, by the type of their subject. */
export interface OfficeRecordOf {
  reviewSample: ReviewSampleRecord;
  templates: TemplatesRecord;
}

export const OFFICE_SUBJECTS = ['reviewSample', 'templates'] as const satisfies readonly (keyof OfficeRecordOf)[];

export const sampleId = (month: string, role: SampleRole, unit: string | null): string =>
  `${month}.${role}.${unit ?? 'all'}`;
