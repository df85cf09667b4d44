import * as v from 'valibot';
import type { ActivityId, DeviceId, DivisionId, PersonId } from '../../domain/ids.ts';
import type { ActivityRecord } from '../../domain/records.ts';
import type { Fact, Kind } from '../kind.ts';
import { count, id, instant, officeNumber, optionalText, text } from '../schemas.ts';

const body = v.strictObject({
  activity: id<ActivityId>(),
  no: officeNumber,
  type: v.picklist([
    'dailyInspection',
    'complaintHandling',
    'investigationEvidence',
    'service',
    'compulsoryMeasure',
    'other',
  ]),
  /** Numbers of the bureau's list of 12. Empty only where nothing on the list fits. */
  matters: v.pipe(v.array(v.pipe(count, v.minValue(1), v.maxValue(12))), v.maxLength(12)),
  officers: v.pipe(v.array(id<PersonId>()), v.minLength(1), v.maxLength(20)),
  devices: v.pipe(v.array(id<DeviceId>()), v.maxLength(40)),
  division: id<DivisionId>(),
  plannedAt: v.nullable(instant),
});
const details = v.strictObject({
  title: text(100),
  place: optionalText(200),
  party: optionalText(100),
  caseNo: optionalText(60),
  note: optionalText(1000),
});

export type ActivityBody = v.InferOutput<typeof body>;
export type ActivityDetails = v.InferOutput<typeof details>;

export const plan = (b: ActivityBody, d: ActivityDetails | null, before: ActivityRecord | null) => ({
  type: b.type,
  matters: b.matters,
  officers: b.officers,
  devices: b.devices,
  division: b.division,
  plannedAt: b.plannedAt,
  title: d?.title ?? before?.title ?? null,
  place: d === null ? (before?.place ?? null) : d.place,
  party: d === null ? (before?.party ?? null) : d.party,
  caseNo: d === null ? (before?.caseNo ?? null) : d.caseNo,
  note: d === null ? (before?.note ?? null) : d.note,
});

export const activitySchemas = { body, details };

const ownSubject = ({ body: b, payload }: Fact<ActivityBody, ActivityDetails>) =>
  payload.subject === `activity:${b.activity}` ? null : 'subject-unfit';

/** Art. 6: an enforcement activity, created before going out so that footage finds its place by itself. */
export const activityCreated: Kind<ActivityBody, ActivityDetails> = {
  kind: 'activity-created',
  body,
  details,
  author: 'person',
  roles: ['officer', 'departmentHead'],
  touches: () => [],
  judge: ownSubject,
  folds: {
    activity: (record, { body: b, details: d, signed }) =>
      record ?? {
        id: b.activity,
        no: b.no,
        ...plan(b, d, null),
        created: signed,
        arrived: null,
        noticed: null,
        finished: null,
        away: null,
        returned: null,
        marks: [],
        recordings: [],
        firstTakenInAt: null,
        lastTakenInAt: null,
        devicesTakenIn: [],
        regrouped: false,
      },
  },
};

/** A correction of the plan; the number stays, and what was said before stays in the book. */
export const activityChanged: Kind<ActivityBody, ActivityDetails> = {
  kind: 'activity-changed',
  body,
  details,
  author: 'person',
  roles: ['officer', 'departmentHead'],
  touches: () => [],
  judge: ownSubject,
  folds: { activity: (record, { body: b, details: d }) => record && { ...record, ...plan(b, d, record) } },
};
