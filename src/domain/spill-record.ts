import type { EntryId, MediumId, RecordingId, SpillId, StationId } from './ids.ts';
import type { Signed } from './signed.ts';

/** Art. 19 and the law on secrets; privacy by Art. 7. */
export const SPILL_GROUNDS = ['stateSecret', 'tradeSecret', 'personalPrivacy', 'other'] as const;
export type SpillGround = (typeof SPILL_GROUNDS)[number];

/** A station says that nothing of what was ordered gone is left in its book. */
export interface SpillDone {
  readonly signed: Signed;
  readonly station: StationId;
  /** How many it had and deleted; the others were never there. */
  readonly deleted: number;
}

/** A station says that files of what was ordered gone are deleted: its own, or those on one medium. */
export interface SpillFiles {
  readonly signed: Signed;
  readonly station: StationId;
  /** null: the station itself. */
  readonly medium: MediumId | null;
  readonly deleted: readonly RecordingId[];
  /** Looked for and not found. */
  readonly missing: readonly RecordingId[];
}

/** 误录: what must not be in the book was written into it. The commitments stay; the words are to be deleted at every station. */
export interface SpillRecord {
  readonly id: SpillId;
  readonly ordered: Signed;
  readonly ground: SpillGround;
  readonly entries: readonly EntryId[];
  /** Footage whose files are to be deleted at every station and on every medium. */
  readonly recordings: readonly RecordingId[];
  /** Never the words themselves. */
  readonly note: string | null;
  readonly done: readonly SpillDone[];
  /** Absent before the first. */
  readonly files?: readonly SpillFiles[];
}

export interface SpillRecordOf {
  spill: SpillRecord;
}

export const SPILL_SUBJECTS = ['spill'] as const satisfies readonly (keyof SpillRecordOf)[];
