import { done, type Outcome, refused } from '../base/outcome.ts';
import type { PersonId } from '../domain/ids.ts';
import type { KeyRequest } from '../domain/key-standing.ts';
import type { PersonRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import { passphraseFit } from '../ledger/keyring.ts';
import type { PersonRefusal } from './admit-person.ts';
import type { Desk, Seat } from './desk.ts';
import { signAct, signRegisterAct } from './signed-act.ts';

/**
 * A member makes a key on this station. The station asks for its admission, because the key itself counts for nothing yet;
 * whoever admits it must know by other ways that it is really this person's.
 */
export async function requestKey(
  desk: Desk,
  person: PersonId,
  passphrase: string,
  reason: 'new-station' | 'restored' = 'new-station',
): Promise<Outcome<null, PersonRefusal>> {
  if (!passphraseFit(passphrase)) return refused({ code: 'passphrase-unfit' });
  const made = await desk.keyring.makePersonKey(person, passphrase);
  const signed = await signAct(desk, desk.stationSigner, {
    kind: 'key-requested',
    subject: subjectOf('person', person),
    body: { person, station: desk.station.station, keys: made.public, reason },
    details: null,
  });
  if (signed.ok) return done(null);
  await desk.keyring.forget(made.public.keyId);
  return refused(signed.refusal);
}

/** Custodian or legal affairs office admits a key that was made on any station. */
export async function admitRequestedKey(
  desk: Desk,
  seat: Seat,
  person: PersonRecord,
  request: KeyRequest,
): Promise<Outcome<null, PersonRefusal>> {
  const signed = await signRegisterAct(desk, seat.signer, {
    kind: 'key-admitted',
    subject: subjectOf('person', person.id),
    body: { person: person.id, station: request.station, keys: request.keys, reason: request.reason },
    details: null,
    refs: [request.requested.entry],
  });
  return signed.ok ? done(null) : refused(signed.refusal);
}
