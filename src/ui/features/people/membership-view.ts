import type { Delegation } from '../../../domain/departure.ts';
import { lenderOf } from '../../../domain/person-record.ts';
import type { PersonRecord, StationRecord } from '../../../domain/records.ts';
import type { Role } from '../../../domain/role.ts';
import type { Instant } from '../../../domain/time.ts';
import { entryKind } from '../../../text/entry-kinds.ts';
import { KEY_REASON, KEY_STATE, LEAVE_REASON, SECOND, WITHDRAW_REASON } from '../../../text/membership.ts';
import type { WaitingAct } from '../../../usecases/second-signature.ts';

/** Names an act is spoken of by; unknown ones are worded by whoever hands them in. */
export interface ActNames {
  readonly person: (id: string) => string;
  readonly station: (id: string) => string;
}

const textIn = (of: unknown, field: string): string | null => {
  const value = typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[field] : null;
  return typeof value === 'string' && value !== '' ? value : null;
};
const listIn = <T>(of: Readonly<Record<string, unknown>>, field: string): readonly T[] =>
  Array.isArray(of[field]) ? (of[field] as readonly T[]) : [];

/** What an act that waits would do, in one sentence without its signer. The body has been judged, so its parts are there. */
export function actWords({ kind, body, details, subject }: WaitingAct, names: ActNames): string {
  const named = textIn(details, 'name');
  const of = subject.slice(subject.indexOf(':') + 1);
  const { what } = SECOND;
  switch (kind) {
    case 'person-admitted':
      return what.admit(named ?? names.person(of), listIn<Role>(body, 'roles'));
    case 'person-changed':
      return what.change(named ?? names.person(of), listIn<Role>(body, 'roles'));
    case 'key-admitted':
      return what.key(names.person(of), names.station(textIn(body, 'station') ?? ''), wordOf(KEY_REASON, body.reason));
    case 'station-admitted':
      return what.station(textIn(body, 'code') ?? '', named ?? '');
    case 'member-left':
      return what.leave(names.person(of), wordOf(LEAVE_REASON, body.reason));
    case 'station-withdrawn':
      return what.withdraw(names.station(of), wordOf(WITHDRAW_REASON, body.reason));
    case 'details-deletion-ordered':
      return what.spill(listIn<string>(body, 'entries').length, listIn<string>(body, 'recordings').length);
    default:
      return entryKind(kind);
  }
}

const wordOf = (words: Readonly<Record<string, string>>, key: unknown): string =>
  typeof key === 'string' ? (words[key] ?? '') : '';

export const isPresent = ({ left }: Pick<PersonRecord | StationRecord, 'left'>): boolean => left === undefined;

/** How a person's key stands: what hinders comes before what is fine. */
export function keyStateWords(
  person: PersonRecord,
  here: 'here' | 'lost' | 'none',
  waiting: readonly WaitingAct[],
): string {
  const live = new Set(person.keys.filter(({ retiredBy }) => retiredBy === null).map(({ key }) => key));
  if (person.forks.some(({ key }) => live.has(key))) return KEY_STATE.frozen;
  if (waiting.some(({ kind, subject }) => kind === 'key-admitted' && subject === `person:${person.id}`))
    return KEY_STATE.waits;
  if (person.keyRequests.length > 0) return KEY_STATE.asked;
  return KEY_STATE[here];
}

export type DelegationState = 'before' | 'now' | 'over' | 'ended' | 'left' | 'lapsed' | 'role-lost';

export function delegationState({ from, until, ended }: Delegation, now: Instant): DelegationState {
  if (ended !== null) return 'ended';
  if (now < from) return 'before';
  return now < until ? 'now' : 'over';
}

/** As it stands among the members: nothing is lent by or to somebody who has left, nor what the lender no longer holds. */
export function givenState(
  { delegation, to }: GivenDelegation,
  persons: readonly Pick<PersonRecord, 'id' | 'left' | 'roles'>[],
  now: Instant,
): DelegationState {
  const state = delegationState(delegation, now);
  if (state !== 'before' && state !== 'now') return state;
  const lender = persons.find(({ id }) => id === lenderOf(delegation));
  if (to.left !== undefined || lender?.left !== undefined) return 'left';
  if (delegation.lapsed) return 'lapsed';
  const held = lender === undefined || delegation.roles.some((role) => lender.roles.includes(role));
  return held ? state : 'role-lost';
}

/** Whether it lends something, or may yet: only such a one can still be ended to some purpose. */
export const isOpenState = (state: DelegationState): boolean =>
  state === 'before' || state === 'now' || state === 'role-lost';

export interface GivenDelegation {
  readonly delegation: Delegation;
  readonly to: PersonRecord;
}

/** Those that run or will, first; of the rest the latest few. */
export function delegationsOf(
  persons: readonly PersonRecord[],
  now: Instant,
  mostPast = 10,
): readonly GivenDelegation[] {
  const all = persons.flatMap((to) => (to.delegations ?? []).map((delegation) => ({ delegation, to })));
  const isOpen = (one: GivenDelegation): boolean => isOpenState(givenState(one, persons, now));
  const latest = (a: GivenDelegation, b: GivenDelegation): number => (a.delegation.from < b.delegation.from ? 1 : -1);
  return [
    ...all.filter(isOpen).sort(latest),
    ...all
      .filter((one) => !isOpen(one))
      .sort(latest)
      .slice(0, mostPast),
  ];
}

/** Who may end it: who gave it, who holds it, custodian and legal affairs office. */
export const mayEnd = ({ delegation, to }: GivenDelegation, me: Pick<PersonRecord, 'id' | 'roles'>): boolean =>
  to.id === me.id ||
  (delegation.granted.by.kind === 'person' && delegation.granted.by.person === me.id) ||
  me.roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice');
