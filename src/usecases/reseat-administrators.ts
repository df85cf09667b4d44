import { done, type Outcome, refused } from '../base/outcome.ts';
import { type DivisionId, mintId, type PersonId } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { subjectOf } from '../domain/subject.ts';
import { passphraseFit } from '../ledger/keyring.ts';
import type { Desk, RuleRefusal } from './desk.ts';
import type { PersonFacts } from './found-bureau.ts';
import { signAct } from './signed-act.ts';

export type ReseatRefusal =
  | RuleRefusal
  | { readonly code: 'recovery-key-wrong' }
  | { readonly code: 'passphrase-unfit' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'administrators-missing' };

export interface SeatedAdministrator extends PersonFacts {
  /** null: somebody who was never a member. */
  readonly person: PersonId | null;
  readonly division: DivisionId;
  readonly roles: readonly Role[];
  /** Typed by that person. */
  readonly passphrase: string;
}

/** With the key on paper: one or two persons become administrators, with new keys made on this station. */
export async function reseatAdministrators(
  desk: Desk,
  recoveryText: string,
  seated: readonly SeatedAdministrator[],
): Promise<Outcome<readonly PersonId[], ReseatRefusal>> {
  if (seated.length < 1 || seated.length > 2) return refused({ code: 'administrators-missing' });
  if (seated.some(({ name }) => name.trim() === '')) return refused({ code: 'name-missing' });
  if (seated.some(({ passphrase }) => !passphraseFit(passphrase))) return refused({ code: 'passphrase-unfit' });
  const { keyring, random, station } = desk;
  const paper = [...desk.book.membership().keys.values()].find(({ owner }) => owner.kind === 'recovery');
  const signer = paper === undefined ? null : await keyring.openRecoveryKey(recoveryText, paper.jwk);
  if (signer === null) return refused({ code: 'recovery-key-wrong' });
  const administrators = [];
  for (const { person, division, roles, passphrase } of seated) {
    const id = person ?? mintId<PersonId>(random);
    const { public: keys } = await keyring.makePersonKey(id, passphrase);
    administrators.push({ person: id, division, roles: [...roles], station: station.station, keys });
  }
  const signed = await signAct(desk, signer, {
    kind: 'administrators-reseated',
    subject: subjectOf('bureau', desk.book.bureau),
    body: { administrators },
    details: {
      persons: seated.map(({ name, officerNo, certificateNo, validFrom, validTo }) => ({
        name: name.trim(),
        officerNo,
        certificateNo,
        validFrom,
        validTo,
      })),
    },
  });
  if (signed.ok) return done(administrators.map(({ person }) => person));
  for (const { keys } of administrators) await keyring.forget(keys.keyId);
  return signed;
}
