import type { PersonRecord } from '../domain/records.ts';
import type { Membership } from '../ledger/membership.ts';

/**
 * What is lent by or to somebody who leaves ends with that, and is not back when the key on paper sets the person in again. The person's
 * record can't tell: who comes back is no longer shown as left there. The register of members can.
 */
export function withLapsed<P extends Pick<PersonRecord, 'delegations'>>(
  person: P,
  { delegations }: Pick<Membership, 'delegations'>,
): P {
  if (person.delegations === undefined) return person;
  const isOver = (granted: PersonRecord['roleEntry']): boolean => (delegations.get(granted)?.ended ?? null) !== null;
  const seen = person.delegations.map((one) =>
    one.ended === null && isOver(one.granted.entry) ? { ...one, lapsed: true as const } : one,
  );
  return { ...person, delegations: seen };
}
