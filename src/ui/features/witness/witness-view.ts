import type { PersonId } from '../../../domain/ids.ts';
import type { Role } from '../../../domain/role.ts';
import { beijingDate, type Instant } from '../../../domain/time.ts';
import type { MonthCloseRecord, MonthClosing } from '../../../domain/witness-records.ts';

export interface ClosingLine {
  /** The entry that closed it. */
  readonly id: string;
  readonly month: string;
  readonly closing: MonthClosing;
}

/** Latest months first; of one month the later closing first. */
export function closingLines(records: readonly MonthCloseRecord[]): readonly ClosingLine[] {
  return [...records]
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .flatMap(({ id: month, closings }) =>
      [...closings].reverse().map((closing) => ({ id: closing.closed.entry as string, month, closing })),
    );
}

/** This month and the two before: what a clerk may still have to close. */
export function monthsToClose(now: Instant): readonly string[] {
  const [year = 0, month = 1] = beijingDate(now).split('-').map(Number);
  return [0, 1, 2].map((back) => {
    const at = year * 12 + (month - 1) - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

const CLOSERS: readonly Role[] = ['custodian', 'legalAffairsOffice'];

export const mayClose = (roles: readonly Role[]): boolean => roles.some((role) => CLOSERS.includes(role));

/** Another person, in the other of the two roles; the book judges the same. */
export function mayConfirm(
  { closed, confirmed }: MonthClosing,
  me: { readonly person: PersonId; readonly roles: readonly Role[] },
  rolesOf: (person: PersonId) => readonly Role[],
): boolean {
  if (confirmed !== null || closed.by.kind !== 'person' || closed.by.person === me.person) return false;
  const theirs = rolesOf(closed.by.person);
  return CLOSERS.some(
    (role) => theirs.includes(role) && CLOSERS.some((other) => other !== role && me.roles.includes(other)),
  );
}

/** The station's own, if it is of today. */
export const ofToday = <T extends { readonly at: Instant }>(days: readonly T[], now: Instant): T | null => {
  const [last] = days;
  return last !== undefined && beijingDate(last.at) === beijingDate(now) ? last : null;
};
