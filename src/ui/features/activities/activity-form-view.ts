import type { DeviceId, DivisionId, PersonId } from '../../../domain/ids.ts';
import type { ActivityRecord, ActivityType, DeviceRecord, PersonRecord } from '../../../domain/records.ts';
import { beijingDate, type Instant } from '../../../domain/time.ts';
import { ACTIVITY_TYPES } from '../../../regulation/activity-types.ts';
import { matterByRow } from '../../../regulation/checklist.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { UNKNOWN_NAME } from '../../../text/names.ts';
import { CARRIER } from '../../../text/nouns.ts';
import { readNumber } from '../../../text/typed.ts';
import type { ActivityPlan } from '../../../usecases/create-activity.ts';
import { momentText, readMoment } from '../../kit/typed-moment.ts';

/** What the form holds while it is being filled in: as typed. */
export interface ActivityFields {
  readonly type: ActivityType | '';
  readonly title: string;
  readonly matters: readonly number[];
  readonly division: DivisionId | '';
  readonly officers: readonly PersonId[];
  readonly devices: readonly DeviceId[];
  /** `2026-03-05 09:00`; blank: not yet fixed. */
  readonly plannedAt: string;
  /** Blank: not yet fixed. */
  readonly plannedMinutes: string;
  readonly place: string;
  readonly party: string;
  readonly caseNo: string;
  readonly complaintNo: string;
  readonly coordinates: string;
  readonly note: string;
}

/** A new activity begins with the person who fills it in, and with the devices assigned to that person. */
export function newFields(me: PersonRecord, devices: readonly DeviceRecord[]): ActivityFields {
  const officer = me.roles.includes('officer');
  return {
    type: '',
    title: '',
    matters: [],
    division: me.division,
    officers: officer ? [me.id] : [],
    devices: officer ? devices.filter((one) => one.inService && one.assignedTo === me.id).map(({ id }) => id) : [],
    plannedAt: '',
    plannedMinutes: '',
    place: '',
    party: '',
    caseNo: '',
    complaintNo: '',
    coordinates: '',
    note: '',
  };
}

export const fieldsOf = (activity: ActivityRecord): ActivityFields => ({
  type: activity.type,
  title: activity.title ?? '',
  matters: activity.matters,
  division: activity.division,
  officers: activity.officers,
  devices: activity.devices,
  plannedAt: activity.plannedAt === null ? '' : momentText(activity.plannedAt),
  plannedMinutes: String(activity.plannedLength?.minutes ?? ''),
  place: activity.place ?? '',
  party: activity.party ?? '',
  caseNo: activity.caseNo ?? '',
  complaintNo: activity.complaintNo ?? '',
  coordinates: activity.coordinates ?? '',
  note: activity.note ?? '',
});

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Undefined while something needed is missing or cannot be read. */
export function toPlan(fields: ActivityFields): ActivityPlan | undefined {
  const { type, division } = fields;
  const plannedAt = fields.plannedAt.trim() === '' ? null : readMoment(fields.plannedAt);
  const plannedMinutes = minutesIn(fields.plannedMinutes);
  if (type === '' || division === '' || plannedAt === undefined || plannedMinutes === undefined) return undefined;
  return {
    type,
    division,
    plannedAt,
    plannedMinutes,
    matters: [...fields.matters].sort((a, b) => a - b),
    officers: fields.officers,
    devices: fields.devices,
    title: fields.title.trim(),
    place: textOrNull(fields.place),
    party: textOrNull(fields.party),
    caseNo: textOrNull(fields.caseNo),
    complaintNo: textOrNull(fields.complaintNo),
    coordinates: textOrNull(fields.coordinates),
    note: textOrNull(fields.note),
  };
}

/** Ten days are the entry's bound. null: not fixed; undefined: no number of minutes. */
export function minutesIn(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const minutes = readNumber(text);
  return minutes !== undefined && Number.isInteger(minutes) && minutes >= 1 && minutes <= 14_400 ? minutes : undefined;
}

/** Same content, whatever the order of ticking. */
export const sameFields = (a: ActivityFields, b: ActivityFields): boolean =>
  JSON.stringify(key(a)) === JSON.stringify(key(b));

const key = ({ matters, officers, devices, ...texts }: ActivityFields): readonly unknown[] => [
  Object.entries(texts).map(([name, text]) => [name, text.trim()]),
  [...matters].sort((a, b) => a - b),
  [...officers].sort(),
  [...devices].sort(),
];

/** Rows of the list that a type of Art. 6 proposes. */
export const proposedRows = (type: ActivityType | ''): readonly number[] =>
  type === '' ? [] : ACTIVITY_TYPES[type].defaultRows;

const sameRows = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((row) => b.includes(row));

/** Choosing a type ticks what it proposes, unless the person has ticked something else before. */
export function withType(fields: ActivityFields, type: ActivityType | ''): ActivityFields {
  const untouched = sameRows(fields.matters, proposedRows(fields.type));
  return { ...fields, type, matters: untouched ? proposedRows(type) : fields.matters };
}

/** The proposal, where it differs from what is ticked. */
export function openProposal({ type, matters }: ActivityFields): readonly number[] | undefined {
  const proposed = proposedRows(type);
  return type === '' || sameRows(proposed, matters) ? undefined : proposed;
}

export const matterName = (row: number): string => matterByRow(row)?.cells.matter.normalized ?? String(row);

const joined = (words: readonly string[]): string => words.join(ACTIVITIES.list.join);

export const matterNames = (rows: readonly number[]): string => joined(rows.map(matterName));

/** Good practice that does not keep the form from being saved (提示). */
export function advisories(
  fields: ActivityFields,
  persons: readonly PersonRecord[],
  devices: readonly DeviceRecord[],
  now: Instant,
): readonly string[] {
  const planned = readMoment(fields.plannedAt);
  const day = beijingDate(planned ?? now);
  const chosen = persons.filter(({ id }) => fields.officers.includes(id));
  return [
    ...(fields.officers.length === 1 ? [ACTIVITIES.notices.oneOfficer] : []),
    ...chosen.flatMap((person) => certificateAdvice(person, day)),
    ...carrierAdvice(fields, devices),
  ];
}

/** A01-1: who has no valid enforcement certificate on the day. */
export function certificateAdvice(person: PersonRecord, day: string): readonly string[] {
  const name = person.name ?? UNKNOWN_NAME;
  const { from, to } = person.certificateValid;
  if (to !== null && to < day) return [ACTIVITIES.notices.certificateOver(name, to)];
  if (from !== null && from > day) return [ACTIVITIES.notices.certificateEarly(name, from)];
  // Without the name the details are not here, and the number may well be known elsewhere.
  return person.certificateNo === null && person.name !== null ? [ACTIVITIES.notices.certificateMissing(name)] : [];
}

/** A02-2: a matter of which no chosen device is among the carriers its row names. */
function carrierAdvice(
  { matters, devices: chosen }: ActivityFields,
  devices: readonly DeviceRecord[],
): readonly string[] {
  if (chosen.length === 0) return [];
  const carriers = new Set(devices.filter(({ id }) => chosen.includes(id)).map(({ carrier }) => carrier));
  return matters.flatMap((row) => {
    const matter = matterByRow(row);
    if (matter === undefined || matter.carriers.some((carrier) => carriers.has(carrier))) return [];
    return [ACTIVITIES.notices.carrier(matterName(row), joined(matter.carriers.map((carrier) => CARRIER[carrier])))];
  });
}

/** Someone or something that can be chosen: of the activity's division in sight, of others behind a list. */
export interface Candidates<T> {
  readonly near: readonly T[];
  readonly far: readonly T[];
}

export const officerCandidates = (
  persons: readonly PersonRecord[],
  { division, officers }: Pick<ActivityFields, 'division' | 'officers'>,
  me: PersonId,
): Candidates<PersonRecord> =>
  candidates(
    persons.filter(({ id, left, roles }) => (left === undefined && roles.includes('officer')) || officers.includes(id)),
    division,
    officers,
    (person) => (person.id === me ? 0 : 1),
  );

/** In service, or already on the activity. */
export const deviceCandidates = (
  devices: readonly DeviceRecord[],
  { division, devices: chosen, officers }: Pick<ActivityFields, 'division' | 'devices' | 'officers'>,
): Candidates<DeviceRecord> =>
  candidates(
    devices.filter((device) => device.inService || chosen.includes(device.id)),
    division,
    chosen,
    (device) => (device.assignedTo !== null && officers.includes(device.assignedTo) ? 0 : 1),
  );

function candidates<T extends { readonly id: string; readonly division: DivisionId }>(
  all: readonly T[],
  division: DivisionId | '',
  chosen: readonly string[],
  rank: (one: T) => number,
): Candidates<T> {
  const near = (one: T): boolean => one.division === division || chosen.includes(one.id);
  return {
    near: all.filter(near).sort((a, b) => rank(a) - rank(b)),
    far: all.filter((one) => !near(one)),
  };
}
