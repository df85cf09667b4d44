import type { PersonRecord } from '../../../domain/records.ts';
import type { JudgedActivity } from '../../../usecases/judged-activity.ts';
import type { Naming } from './activities-view.ts';

/** What each sheet of the desk gets. */
export interface DeskPart {
  readonly judged: JudgedActivity;
  readonly naming: Naming;
}

/** Officers of the activity mark and state; the book asks for the role, the desk for having been there. */
export const isOfficerOf = ({ judged }: Pick<DeskPart, 'judged'>, { id, roles }: PersonRecord): boolean =>
  roles.includes('officer') && judged.records.activity.officers.includes(id);

/** The head of the activity's own division. */
export const isHeadOf = ({ judged }: Pick<DeskPart, 'judged'>, { roles, division }: PersonRecord): boolean =>
  roles.includes('departmentHead') && judged.records.activity.division === division;
