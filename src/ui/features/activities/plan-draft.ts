import type { DeviceId, DivisionId, PersonId } from '../../../domain/ids.ts';
import { ID_FORM } from '../../../domain/ids.ts';
import type { ActivityType } from '../../../domain/records.ts';
import { ACTIVITY_TYPES } from '../../../regulation/activity-types.ts';
import { CHECKLIST } from '../../../regulation/checklist.ts';
import type { ActivityFields } from './activity-form-view.ts';

/**
 * The plan form as texts that officers write together: a text a field, choices as words in a line, so that what two of them tick at
 * once both stands. `plan` says that there is a draft: a field may be left blank on purpose.
 */
export const PLAN_TEXTS = [
  'plan',
  'plan-type',
  'plan-title',
  'plan-matters',
  'plan-division',
  'plan-officers',
  'plan-devices',
  'plan-at',
  'plan-minutes',
  'plan-place',
  'plan-party',
  'plan-case',
  'plan-complaint',
  'plan-coordinates',
  'plan-note',
] as const;
export type PlanTexts = Readonly<Record<(typeof PLAN_TEXTS)[number], string>>;

const OPEN = 'open';
export const isOpen = ({ plan }: PlanTexts): boolean => plan !== '';

export const textsOf = (fields: ActivityFields): PlanTexts => ({
  plan: OPEN,
  'plan-type': fields.type,
  'plan-title': fields.title,
  'plan-matters': fields.matters.join(' '),
  'plan-division': fields.division,
  'plan-officers': fields.officers.join(' '),
  'plan-devices': fields.devices.join(' '),
  'plan-at': fields.plannedAt,
  'plan-minutes': fields.plannedMinutes,
  'plan-place': fields.place,
  'plan-party': fields.party,
  'plan-case': fields.caseNo,
  'plan-complaint': fields.complaintNo,
  'plan-coordinates': fields.coordinates,
  'plan-note': fields.note,
});

const words = (text: string): readonly string[] => [...new Set(text.split(' ').filter((word) => word !== ''))];
const idsIn = <I extends string>(text: string): readonly I[] => words(text).filter((word): word is I => isId(word));
const isId = (word: string): boolean => ID_FORM.test(word);
const isType = (text: string): text is ActivityType => Object.hasOwn(ACTIVITY_TYPES, text);

/** What the texts say; words that two hands made of one, which name nothing, are left out. */
export function fieldsIn(texts: PlanTexts): ActivityFields {
  const type = texts['plan-type'];
  const [division = ''] = idsIn<DivisionId>(texts['plan-division']);
  const rows = words(texts['plan-matters']).map(Number);
  return {
    type: isType(type) ? type : '',
    title: texts['plan-title'],
    matters: rows.filter((row) => CHECKLIST.some((matter) => matter.row === row)),
    division,
    officers: idsIn<PersonId>(texts['plan-officers']),
    devices: idsIn<DeviceId>(texts['plan-devices']),
    plannedAt: texts['plan-at'],
    plannedMinutes: texts['plan-minutes'],
    place: texts['plan-place'],
    party: texts['plan-party'],
    caseNo: texts['plan-case'],
    complaintNo: texts['plan-complaint'],
    coordinates: texts['plan-coordinates'],
    note: texts['plan-note'],
  };
}
