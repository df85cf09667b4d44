import type { PersonRecord } from '../../domain/records.ts';
import { ACTIVITIES } from '../../text/activities.ts';

/** Art. 6: officers and department heads plan activities. */
export const mayPlan = ({ roles }: PersonRecord): boolean =>
  roles.some((role) => role === 'officer' || role === 'departmentHead');

/** Why the person cannot plan; undefined where there is nothing against it. */
export const cannotPlan = (person: PersonRecord): string | undefined =>
  mayPlan(person) ? undefined : ACTIVITIES.notYours;
