import { ACTIVITIES } from '../../../text/activities.ts';
import { type Checks, createChecks } from '../../kit/checks.ts';
import { readMoment } from '../../kit/typed-moment.ts';
import { type ActivityFields, minutesIn } from './activity-form-view.ts';

export type CheckedField =
  | 'type'
  | 'title'
  | 'plannedAt'
  | 'plannedMinutes'
  | 'place'
  | 'party'
  | 'caseNo'
  | 'complaintNo'
  | 'coordinates'
  | 'note'
  | 'division'
  | 'officers'
  | 'devices';

const T = ACTIVITIES.form;

/** Bounds are those of the entry's details and body. */
const MOST = {
  title: 100,
  place: 200,
  party: 100,
  caseNo: 60,
  complaintNo: 60,
  coordinates: 60,
  note: 1000,
  officers: 20,
  devices: 40,
} as const;

export function createActivityChecks(fields: ActivityFields): Checks<CheckedField> {
  const atMost = (name: 'place' | 'party' | 'caseNo' | 'complaintNo' | 'coordinates' | 'note', words: string) => () =>
    fields[name].trim().length > MOST[name] ? words : undefined;
  return createChecks<CheckedField>({
    type: { label: T.type, check: () => (fields.type === '' ? T.typeMissing : undefined) },
    title: {
      label: T.name,
      check: () => {
        if (fields.title.trim() === '') return T.nameMissing;
        return fields.title.trim().length > MOST.title ? T.nameTooLong : undefined;
      },
    },
    plannedAt: {
      label: T.plannedAt,
      check: () =>
        fields.plannedAt.trim() !== '' && readMoment(fields.plannedAt) === undefined ? T.plannedUnreadable : undefined,
    },
    plannedMinutes: {
      label: T.plannedMinutes,
      check: () => (minutesIn(fields.plannedMinutes) === undefined ? T.minutesUnreadable : undefined),
    },
    place: { label: T.place, check: atMost('place', T.placeTooLong) },
    party: { label: T.party, check: atMost('party', T.partyTooLong) },
    caseNo: { label: T.caseNo, check: atMost('caseNo', T.caseNoTooLong) },
    complaintNo: { label: T.complaintNo, check: atMost('complaintNo', T.caseNoTooLong) },
    coordinates: { label: T.coordinates, check: atMost('coordinates', T.caseNoTooLong) },
    note: { label: T.note, check: atMost('note', T.noteTooLong) },
    division: { label: T.division, check: () => (fields.division === '' ? T.divisionMissing : undefined) },
    officers: {
      label: T.officers,
      check: () => {
        if (fields.officers.length === 0) return T.officersMissing;
        return fields.officers.length > MOST.officers ? T.tooManyOfficers : undefined;
      },
    },
    devices: {
      label: T.devices,
      check: () => (fields.devices.length > MOST.devices ? T.tooManyDevices : undefined),
    },
  });
}
