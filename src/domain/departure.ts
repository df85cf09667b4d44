import type { EntryId } from './ids.ts';
import type { Signed } from './records.ts';

export const LEAVE_REASONS = ['transferred', 'retired', 'dismissed', 'key-stolen', 'other'] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

export const WITHDRAW_REASONS = ['lost', 'stolen', 'scrapped', 'replaced', 'other'] as const;
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];

/** A person or a station is no member any more. What it signed up to the pinned places counts for ever. Absent from a record: still one. */
export interface Departure<R extends string> {
  readonly signed: Signed;
  readonly reason: R;
  readonly note: string | null;
  /** Entries signed after the pinned places that another member has adopted since. */
  readonly adopted: readonly EntryId[];
}
