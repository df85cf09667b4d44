import type { ActivityRecord, PersonRecord } from '../domain/records.ts';

/** Whose office it is to look after everything. */
export const seesAll = ({ roles }: Pick<PersonRecord, 'roles'>): boolean =>
  roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice' || role === 'supervisingLeader');

/**
 * Whom an activity is shown to (role matrix): officers their own and those they created, department heads their division's,
 * custodian, legal affairs office and supervising leader all.
 */
export function mayLookAt(
  activity: Pick<ActivityRecord, 'division' | 'officers' | 'created'>,
  person: Pick<PersonRecord, 'id' | 'roles' | 'division'>,
): boolean {
  if (seesAll(person)) return true;
  if (person.roles.includes('departmentHead') && activity.division === person.division) return true;
  const { by } = activity.created;
  return activity.officers.includes(person.id) || (by.kind === 'person' && by.person === person.id);
}
