import { done, type Outcome, refused } from '../base/outcome.ts';
import type { EntryId, PersonId } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

export type DelegateRefusal = RuleRefusal | { readonly code: 'window-unfit' } | { readonly code: 'role-none' };

/** 委托: lets another act in roles of one's own, for a time. */
export async function delegateRoles(
  desk: Desk,
  seat: Seat,
  to: PersonId,
  lent: { readonly roles: readonly Role[]; readonly from: Instant; readonly until: Instant },
): Promise<Outcome<EntryId, DelegateRefusal>> {
  if (lent.roles.length === 0) return refused({ code: 'role-none' });
  if (lent.from >= lent.until || lent.until <= desk.now()) return refused({ code: 'window-unfit' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'delegation-granted',
    subject: subjectOf('person', to),
    body: { to, roles: [...lent.roles], from: lent.from, until: lent.until },
    details: null,
  });
  return signed.ok ? done(signed.value.id) : signed;
}

export async function endDelegation(
  desk: Desk,
  seat: Seat,
  delegation: { readonly entry: EntryId; readonly to: PersonId },
): Promise<Outcome<null, RuleRefusal>> {
  const signed = await signAct(desk, seat.signer, {
    kind: 'delegation-ended',
    subject: subjectOf('person', delegation.to),
    body: {},
    details: null,
    refs: [delegation.entry],
  });
  return signed.ok ? done(null) : signed;
}
