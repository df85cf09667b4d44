import type { PersonId } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { type Membership, presentGrant } from './membership.ts';
import type { VoidCode } from './verdict.ts';

/**
 * Acts of the register that need custodian and legal affairs office, as soon as these are two persons. Before, only the founder signs
 * alone. Counted by persons, never by keys.
 */
export const SECONDED_KINDS: ReadonlySet<string> = new Set([
  'person-admitted',
  'person-changed',
  'key-admitted',
  'station-admitted',
  'member-left',
  'station-withdrawn',
  'details-deletion-ordered',
]);

const PAIR: readonly [Role, Role] = ['custodian', 'legalAffairsOffice'];

const holds = (membership: Membership, person: PersonId, role: Role): boolean =>
  presentGrant(membership, person)?.roles.includes(role) ?? false;

const holders = (membership: Membership, role: Role): readonly PersonId[] =>
  [...membership.grants.keys()].filter((person) => holds(membership, person, role));

/** Taking somebody out must not wait for whom it may concern, where there is nobody else. */
const DEPARTURES: ReadonlySet<string> = new Set(['member-left', 'station-withdrawn']);

const isPair = (membership: Membership): boolean => {
  const [custodians, legal] = [holders(membership, PAIR[0]), holders(membership, PAIR[1])];
  return custodians.some((one) => legal.some((other) => other !== one));
};

const isFounder = ({ grants, root }: Membership, person: PersonId): boolean => grants.get(person)?.[0]?.entry === root;

/** Two custodians without a legal affairs office are two persons all the same: who did not found the bureau has the other one sign. */
export function needsSecond(membership: Membership, kind: string, { proposer }: Pick<Proposed, 'proposer'>): boolean {
  if (isPair(membership)) return true;
  if (DEPARTURES.has(kind) || isFounder(membership, proposer)) return false;
  return PAIR.some((role) => holders(membership, role).some((person) => person !== proposer));
}

/** An act that waits for its second signature. */
export interface Proposed {
  readonly proposer: PersonId;
  /** What the proposer held where it was signed. */
  readonly roles: readonly Role[];
  /** Whom it would make leave; nobody confirms that about another's leaving who is to leave. */
  readonly leaver: PersonId | null;
}

/**
 * What speaks against this person's signing second. The role is the one the proposer did not act in, or where nobody has that, the
 * proposer's own; where only the one who is to leave has it, the supervising leader's stands for it.
 */
export function secondFault(membership: Membership, proposed: Proposed, person: PersonId): VoidCode | null {
  if (person === proposed.proposer || person === proposed.leaver) return 'duties-not-separate';
  return rolesWanted(membership, proposed).some((role) => holds(membership, person, role)) ? null : 'role-missing';
}

export function rolesWanted(membership: Membership, { proposer, roles, leaver }: Proposed): readonly Role[] {
  const missing = PAIR.filter((role) => roles.includes(PAIR[0] === role ? PAIR[1] : PAIR[0]));
  const left = missing.filter((role) =>
    holders(membership, role).some((person) => person !== proposer && person !== leaver),
  );
  if (left.length > 0) return left;
  // Nobody has the other role: another person in the same one.
  return leaver === null
    ? PAIR.filter((role) => holders(membership, role).some((person) => person !== proposer))
    : ['supervisingLeader'];
}

/** Who could sign second now; for screens. */
export const mayBeSecond = (membership: Membership, proposed: Proposed): readonly PersonId[] =>
  [...membership.grants.keys()].filter((person) => secondFault(membership, proposed, person) === null);
