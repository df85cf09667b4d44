import type { Delegation, Departure, LeaveReason } from './departure.ts';
import type { DivisionId, EntryId, KeyId, PersonId, StationId } from './ids.ts';
import type { KeyRequest, ProvenFork } from './key-standing.ts';
import type { Role } from './role.ts';
import type { Signed } from './signed.ts';
import type { Instant } from './time.ts';

export interface PersonKey {
  readonly key: KeyId;
  readonly station: StationId;
  readonly admitted: Signed;
  /** Set when a later key of the same person took its place; entries signed before stay valid. */
  readonly retiredBy: EntryId | null;
}

export interface PersonRecord {
  readonly id: PersonId;
  readonly division: DivisionId;
  readonly roles: readonly Role[];
  readonly keys: readonly PersonKey[];
  readonly name: string | null;
  readonly officerNo: string | null;
  readonly certificateNo: string | null;
  /** Calendar dates `2026-03-05`, both included. */
  readonly certificateValid: { readonly from: string | null; readonly to: string | null };
  readonly admitted: Signed;
  /** The entry that gave the present roles: what the person's entries name as `auth`. */
  readonly roleEntry: EntryId;
  readonly keyRequests: readonly KeyRequest[];
  readonly forks: readonly ProvenFork[];
  readonly left?: Departure<LeaveReason>;
  readonly delegations?: readonly Delegation[];
}

/**
 * Roles a person acts in at a moment: the own ones and those lent for it; none once the person has left. Whether the lender still
 * holds what was lent is the book's to judge.
 */
export function rolesAt({ roles, left, delegations = [] }: PersonRecord, at: Instant): readonly Role[] {
  if (left !== undefined) return [];
  const lent = delegations.filter(({ from, until, ended }) => ended === null && from <= at && at < until);
  return [...new Set([...roles, ...lent.flatMap((one) => one.roles)])];
}
