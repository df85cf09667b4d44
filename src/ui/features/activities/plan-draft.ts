import type { DeviceId, DivisionId, PersonId } from '../../../domain/ids.ts';
import { ID_FORM } from '../../../domain/ids.ts';
import type { ActivityType } from '../../../domain/records.ts';
import { ACTIVITY_TYPES } from '../../../regulation/activity-types.ts';
import { CHECKLIST } from '../../../regulation/checklist.ts';
import type { ActivityFields } from './activity-form-view.ts';

/**
 * The plan form as texts that officers write together: a text a field, choices as words in a line, so that what two of them tick at
 * once both stands.
 */
export type PlanTexts = ReturnType<typeof textsOf>;

export const textsOf = (fields: ActivityFields) => ({
  type: fields.type as string,
  title: fields.title,
  matters: fields.matters.join(' '),
  division: fields.division as string,
  officers: fields.officers.join(' '),
  devices: fields.devices.join(' '),
  at: fields.plannedAt,
  minutes: fields.plannedMinutes,
  place: fields.place,
  party: fields.party,
  case: fields.caseNo,
  complaint: fields.complaintNo,
  coordinates: fields.coordinates,
  note: fields.note,
});

const words = (text: string): readonly string[] => [...new Set(text.split(' ').filter((word) => word !== ''))];
const idsIn = <I extends string>(text: string): readonly I[] => words(text).filter((word): word is I => isId(word));
const isId = (word: string): boolean => ID_FORM.test(word);
const isType = (text: string): text is ActivityType => Object.hasOwn(ACTIVITY_TYPES, text);

/** What the texts say; words that two hands made of one, which name nothing, are left out. */
export function fieldsIn(texts: PlanTexts): ActivityFields {
  const type = texts.type;
  const [division = ''] = idsIn<DivisionId>(texts.division);
  const rows = words(texts.matters).map(Number);
  return {
    type: isType(type) ? type : '',
    title: texts.title,
    matters: rows.filter((row) => CHECKLIST.some((matter) => matter.row === row)),
    division,
    officers: idsIn<PersonId>(texts.officers),
    devices: idsIn<DeviceId>(texts.devices),
    plannedAt: texts.at,
    plannedMinutes: texts.minutes,
    place: texts.place,
    party: texts.party,
    caseNo: texts.case,
    complaintNo: texts.complaint,
    coordinates: texts.coordinates,
    note: texts.note,
  };
}
