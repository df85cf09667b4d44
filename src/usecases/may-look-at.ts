import type { ActivityRecord, PersonRecord, RecordingRecord } from '../domain/records.ts';

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

/** Footage without an activity: whoever took it in, department heads, and who looks after everything. */
export const mayLookAtLoose = (
  { sources }: Pick<RecordingRecord, 'sources'>,
  person: Pick<PersonRecord, 'id' | 'roles'>,
): boolean =>
  seesAll(person) ||
  person.roles.includes('departmentHead') ||
  sources.some(({ takenInBy }) => takenInBy === person.id);
