import type { EntryId, PersonId } from './ids.ts';
import type { Role } from './role.ts';
import type { Signed } from './signed.ts';
import type { Instant } from './time.ts';

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

/** 委托: somebody else's role, for a time. `from` and `until` are compared with what an act claims as its time. */
export interface Delegation {
  readonly granted: Signed;
  readonly to: PersonId;
  readonly roles: readonly Role[];
  readonly from: Instant;
  readonly until: Instant;
  readonly ended: Signed | null;
  /** Nobody ended it, but who lent or held it left meanwhile. Seen in the register of members, kept in no record. */
  readonly lapsed?: true;
}
