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
 * Roles a person acts in at a moment: the own ones, and those lent for it by members who hold them themselves; none once the person
 * has left. `others`: where the lenders are looked up.
 */
export function rolesAt(
  { roles, left, delegations = [] }: PersonRecord,
  at: Instant,
  others: readonly Pick<PersonRecord, 'id' | 'roles' | 'left'>[],
): readonly Role[] {
  if (left !== undefined) return [];
  const lent = delegations.filter(
    ({ from, until, ended, lapsed }) => ended === null && lapsed === undefined && from <= at && at < until,
  );
  return [...new Set([...roles, ...lent.flatMap((one) => heldBy(lenderOf(one), one.roles, others))])];
}

/** Who lent; null where no person did, which the book does not let count. */
export const lenderOf = ({ granted }: Pick<Delegation, 'granted'>): PersonId | null =>
  granted.by.kind === 'person' ? granted.by.person : null;

function heldBy(
  lender: PersonId | null,
  lent: readonly Role[],
  others: readonly Pick<PersonRecord, 'id' | 'roles' | 'left'>[],
): readonly Role[] {
  const found = others.find(({ id }) => id === lender);
  return found === undefined || found.left !== undefined ? [] : lent.filter((role) => found.roles.includes(role));
}
