import type { EntryId, StationId } from './ids.ts';
import type { Signed } from './signed.ts';

/** What a station found that should not be, and who took note of it. */
export interface Incident {
  readonly noted: Signed;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly acknowledged: (Signed & { readonly remark: string | null }) | null;
}

export interface IncidentsRecord {
  readonly id: StationId;
  readonly incidents: readonly Incident[];
}

/** What a station's book held on a day: RFC 6962 root (base64url) over its entries. */
export interface Checkpoint {
  readonly signed: Signed;
  readonly root: string;
  readonly entries: number;
}

export interface CheckpointsRecord {
  readonly id: StationId;
  readonly checkpoints: readonly Checkpoint[];
}

/** 月结: one checkpoint of the month's end, signed by two persons. A later closing of the same month stands beside the earlier. */
export interface MonthClosing {
  readonly closed: Signed;
  readonly checkpoint: EntryId;
  readonly root: string;
  readonly confirmed: Signed | null;
}

export interface MonthCloseRecord {
  /** `2026-03`. */
  readonly id: string;
  readonly closings: readonly MonthClosing[];
}

export interface WitnessRecordOf {
  incidents: IncidentsRecord;
  checkpoints: CheckpointsRecord;
  monthClose: MonthCloseRecord;
}

export const WITNESS_SUBJECTS = [
  'incidents',
  'checkpoints',
  'monthClose',
] as const satisfies readonly (keyof WitnessRecordOf)[];
