import type { PersonId, StationId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import type { Role } from '../../../domain/role.ts';
import { fromInstant, type Instant } from '../../../domain/time.ts';
import { UNKNOWN_NAME } from '../../../text/names.ts';
import { ROLE } from '../../../text/nouns.ts';
import type { Choice } from '../../kit/Select.tsx';

/** Names to choose from. Duties stand beside a name only where two persons bear it: the lock tells no more than it must. */
export function lockChoices(persons: readonly PersonRecord[]): readonly Choice[] {
  const names = persons.map((person) => person.name ?? UNKNOWN_NAME);
  return persons.map((person, i) => {
    const label = names[i] ?? UNKNOWN_NAME;
    const twice = names.filter((name) => name === label).length > 1;
    const hint = [person.officerNo, ...person.roles.map((role) => ROLE[role])]
      .filter((part) => part !== null)
      .join(' ');
    return { value: person.id, label, ...(twice ? { hint } : {}) };
  });
}

/** Whose key, made on this station, still waits to be admitted. */
export const waitingHere = (persons: readonly PersonRecord[], station: StationId): readonly PersonRecord[] =>
  persons.filter((person) => person.keyRequests.some((request) => request.station === station));

/** Who can make a new key for somebody who forgot: others with a key here who may admit. */
export const helpersFor = (persons: readonly PersonRecord[], forgetful: PersonId | ''): readonly string[] =>
  persons
    .filter((person) => person.id !== forgetful)
    .filter((person) => person.roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice'))
    .map((person) => person.name ?? UNKNOWN_NAME);

/** Whole seconds until the next try, 0 when it may be made. */
export const secondsUntil = (until: Instant | null, now: Instant): number =>
  until === null ? 0 : Math.max(0, Math.ceil((fromInstant(until) - fromInstant(now)) / 1000));

/** Custodian or legal affairs office: who can admit others. */
export const isAdministrator = (roles: readonly Role[]): boolean =>
  roles.includes('custodian') || roles.includes('legalAffairsOffice');
