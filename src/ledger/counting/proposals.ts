import * as v from 'valibot';
import type { PersonId } from '../../domain/ids.ts';
import { parseSubject } from '../../domain/subject.ts';
import type { JudgeContext } from '../kind.ts';
import { KINDS } from '../kinds.ts';
import { keysOfPerson, type Membership, presentGrant } from '../membership.ts';
import { type Proposed, secondFault } from '../second-signature.ts';
import type { VoidCode } from '../verdict.ts';
import { type Judged, type Opened, signedBy } from './judge.ts';

/** An act of the register with one signature, and the membership it was signed under. */
export interface Proposal extends Proposed {
  readonly opened: Opened;
  /** Its judgement by everything but the second signature. */
  readonly found: Judged;
  readonly membership: Membership;
}

export const proposalOf = (opened: Opened, found: Judged, membership: Membership): Proposal => ({
  opened,
  found,
  membership,
  ...proposedAt(opened, membership),
});

export function proposedAt(opened: Pick<Opened, 'entry'>, membership: Membership): Proposed {
  const proposer = signerOf(opened, membership);
  if (proposer === null) throw new Error('only persons sign acts of the register');
  const roles = presentGrant(membership, proposer)?.roles ?? [];
  return { proposer, roles, leaver: leaverIn(opened.entry.payload) };
}

const signerOf = ({ entry }: Pick<Opened, 'entry'>, membership: Membership): PersonId | null => {
  const owner = membership.keys.get(entry.keyId)?.owner;
  return owner?.kind === 'person' ? owner.person : null;
};

function leaverIn({ kind, body }: { readonly kind: string; readonly body: unknown }): PersonId | null {
  return kind === 'member-left' ? v.parse(KINDS['member-left'].body, body).person : null;
}

/** What speaks against the second signature. What is proposed must still fit, and its subject be as the proposer found it. */
export function confirmFault(
  confirming: Opened,
  membership: Membership,
  proposal: Proposal | undefined,
  record: JudgeContext['record'],
): VoidCode | null {
  const person = signerOf(confirming, membership);
  if (proposal === undefined || person === null) return 'reference-unfit';
  const { entry, reading } = proposal.opened;
  const { subject } = entry.payload;
  const key = membership.keys.get(entry.keyId);
  if (confirming.entry.payload.subject !== subject) return 'subject-unfit';
  const fault = secondFault(membership, proposal, person);
  if (fault !== null) return fault;
  if (key === undefined || reading === null || standing(membership, subject) !== standing(proposal.membership, subject))
    return 'reference-unfit';
  const rolesOf = (of: PersonId) => presentGrant(membership, of)?.roles ?? null;
  return reading.judge(signedBy(entry, key), { membership, rolesOf, record });
}

/** Who proposed may take it back; who might sign it may say no. */
export function declineFault(
  declining: Opened,
  membership: Membership,
  proposal: Proposal | undefined,
): VoidCode | null {
  const person = signerOf(declining, membership);
  if (proposal === undefined || person === null) return 'reference-unfit';
  if (declining.entry.payload.subject !== proposal.opened.entry.payload.subject) return 'subject-unfit';
  return person === proposal.proposer ? null : secondFault(membership, proposal, person);
}

/** How a person or a station stands in the register, for comparison. */
function standing(membership: Membership, subject: string): string {
  const parsed = parseSubject(subject);
  if (parsed?.type !== 'person') return '';
  const person = parsed.id as PersonId;
  const keys = keysOfPerson(membership, person).map(({ keyId, retired, left }) => [keyId, retired?.by, left?.by]);
  return JSON.stringify([presentGrant(membership, person)?.entry ?? null, keys]);
}
