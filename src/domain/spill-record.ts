import type { EntryId, RecordingId, SpillId, StationId } from './ids.ts';
import type { Signed } from './records.ts';

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

/** 误录: what must not be in the book was written into it. The commitments stay; the words are to be deleted at every station. */
export interface SpillRecord {
  readonly id: SpillId;
  readonly ordered: Signed;
  readonly ground: SpillGround;
  readonly entries: readonly EntryId[];
  /** Footage whose copies are to be taken off every medium, by hand. */
  readonly recordings: readonly RecordingId[];
  /** Never the words themselves. */
  readonly note: string | null;
  readonly done: readonly SpillDone[];
}

export interface SpillRecordOf {
  spill: SpillRecord;
}

export const SPILL_SUBJECTS = ['spill'] as const satisfies readonly (keyof SpillRecordOf)[];
