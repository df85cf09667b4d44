import { done, type Outcome, refused } from '../base/outcome.ts';
import { type DivisionId, mintId, type PersonId } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { subjectOf } from '../domain/subject.ts';
import { passphraseFit } from '../ledger/keyring.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import type { PersonFacts } from './found-bureau.ts';
import { signRegisterAct, type WaitsForSecond } from './signed-act.ts';

export type PersonRefusal =
  | RuleRefusal
  | WaitsForSecond
  | { readonly code: 'passphrase-unfit' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'role-none' };

export interface NewPerson extends PersonFacts {
  readonly division: DivisionId;
  readonly roles: readonly Role[];
  /** Typed by the new person, not by the one who admits. */
  readonly passphrase: string;
}

const trimmed = ({ name, officerNo, certificateNo, validFrom, validTo }: PersonFacts): PersonFacts => ({
  name: name.trim(),
  officerNo,
  certificateNo,
  validFrom,
  validTo,
});

/** Admits a person with an own key on this station. Who signs must be custodian or legal affairs office. */
export async function admitPerson(
  desk: Desk,
  seat: Seat,
  person: NewPerson,
): Promise<Outcome<PersonId, PersonRefusal>> {
  if (person.name.trim() === '') return refused({ code: 'name-missing' });
  if (person.roles.length === 0) return refused({ code: 'role-none' });
  if (!passphraseFit(person.passphrase)) return refused({ code: 'passphrase-unfit' });
  const id = mintId<PersonId>(desk.random);
  const made = await desk.keyring.makePersonKey(id, person.passphrase);
  const signed = await signRegisterAct(desk, seat.signer, {
    kind: 'person-admitted',
    subject: subjectOf('person', id),
    body: {
      person: id,
      division: person.division,
      roles: [...person.roles],
      station: desk.station.station,
      keys: made.public,
    },
    details: trimmed(person),
  });
  if (signed.ok) return done(id);
  if (signed.refusal.code !== 'waits-for-second') await desk.keyring.forget(made.public.keyId);
  return refused(signed.refusal);
}

/** Changes name, division, certificate or roles. What was signed before keeps the role it was signed under. */
export async function changePerson(
  desk: Desk,
  seat: Seat,
  person: PersonId,
  next: PersonFacts & { readonly division: DivisionId; readonly roles: readonly Role[] },
): Promise<Outcome<null, PersonRefusal>> {
  if (next.name.trim() === '') return refused({ code: 'name-missing' });
  if (next.roles.length === 0) return refused({ code: 'role-none' });
  const signed = await signRegisterAct(desk, seat.signer, {
    kind: 'person-changed',
    subject: subjectOf('person', person),
    body: { person, division: next.division, roles: [...next.roles] },
    details: trimmed(next),
  });
  return signed.ok ? done(null) : refused(signed.refusal);
}

/** Why a key is replaced. After a restore the old one may already have signed, elsewhere, for the place it would sign for next. */
export type RenewalReason = 'passphrase-forgotten' | 'restored' | 'in-doubt';

/**
 * A forgotten passphrase cannot be found again: a new key is made and admitted, the old one retires. What it signed
 * stays valid.
 */
export async function renewKey(
  desk: Desk,
  seat: Seat,
  person: PersonId,
  passphrase: string,
  reason: RenewalReason = 'passphrase-forgotten',
): Promise<Outcome<null, PersonRefusal>> {
  if (!passphraseFit(passphrase)) return refused({ code: 'passphrase-unfit' });
  const before = (await desk.keyring.personKeys()).filter((key) => key.person === person);
  const made = await desk.keyring.makePersonKey(person, passphrase);
  const signed = await signRegisterAct(desk, seat.signer, {
    kind: 'key-admitted',
    subject: subjectOf('person', person),
    body: { person, station: desk.station.station, keys: made.public, reason },
    details: null,
  });
  // Until it is admitted the new key is one of several, and the old one still signs.
  const waits = !signed.ok && signed.refusal.code === 'waits-for-second';
  const useless = signed.ok ? before.map((key) => key.keyId) : waits ? [] : [made.public.keyId];
  for (const keyId of useless) await desk.keyring.forget(keyId);
  return signed.ok ? done(null) : refused(signed.refusal);
}
