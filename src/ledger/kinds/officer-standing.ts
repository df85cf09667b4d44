import * as v from 'valibot';
import type { OfficerStandingRecord } from '../../domain/course-records.ts';
import { asId, type PersonId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { calendarDate, id, optionalText } from '../schemas.ts';
import { personOf } from './course.ts';

const trainedBody = v.strictObject({ person: id<PersonId>(), on: calendarDate });
const trainedDetails = v.strictObject({ subject: optionalText(100) });
const suspendedBody = v.pipe(
  v.strictObject({ person: id<PersonId>(), from: calendarDate, to: calendarDate }),
  v.check(({ from, to }) => from <= to),
);
const suspendedDetails = v.strictObject({ decisionNo: optionalText(60) });

interface OfPerson {
  readonly person: PersonId;
}

const touches = ({ person }: OfPerson) => [subjectOf('officerStanding', person)];
const ofPerson = (b: OfPerson, payload: { readonly subject: string }) =>
  payload.subject === `person:${b.person}` ? null : ('subject-unfit' as const);

const before = (record: OfficerStandingRecord | null, person: string): OfficerStandingRecord =>
  record ?? { id: asId<PersonId>(person), trainedOn: [], suspensions: [] };

/** Art. 1: 保障每一名执法人员正确使用: trained on this day. */
export const officerTrained: Kind<v.InferOutput<typeof trainedBody>, v.InferOutput<typeof trainedDetails>> = {
  kind: 'officer-trained',
  body: trainedBody,
  details: trainedDetails,
  author: 'person',
  roles: ['departmentHead', 'custodian', 'legalAffairsOffice'],
  touches,
  judge: ({ body: b, payload }) => ofPerson(b, payload),
  folds: {
    officerStanding: (record, { body: b }, person) => {
      const known = before(record, person);
      return { ...known, trainedOn: [...new Set([...known.trainedOn, b.on])].sort() };
    },
  },
};

/** Art. 21(3): no enforcement from this day to that, both included; decided on paper, entered here, never by oneself. */
export const officerSuspended: Kind<v.InferOutput<typeof suspendedBody>, v.InferOutput<typeof suspendedDetails>> = {
  kind: 'officer-suspended',
  body: suspendedBody,
  details: suspendedDetails,
  author: 'person',
  roles: ['legalAffairsOffice', 'supervisingLeader'],
  touches,
  judge: ({ body: b, payload, signed }) =>
    personOf(signed) === b.person ? 'duties-not-separate' : ofPerson(b, payload),
  folds: {
    officerStanding: (record, { body: b, details: d, signed }, person) => {
      const known = before(record, person);
      const suspension = { signed, from: b.from, to: b.to, decisionNo: d?.decisionNo ?? null };
      return { ...known, suspensions: [...known.suspensions, suspension] };
    },
  },
};
