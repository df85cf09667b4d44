import * as v from 'valibot';
import type { DivisionId, PersonId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { calendarDate, id, optionalText, role, text } from '../schemas.ts';
import type { PersonDetails } from './person-admitted.ts';

const body = v.strictObject({
  person: id<PersonId>(),
  division: id<DivisionId>(),
  roles: v.pipe(v.array(role), v.minLength(1), v.maxLength(5)),
});
const details = v.strictObject({
  name: text(40),
  officerNo: optionalText(40),
  certificateNo: optionalText(40),
  validFrom: v.nullable(calendarDate),
  validTo: v.nullable(calendarDate),
});

export type PersonChangedBody = v.InferOutput<typeof body>;

/** Name, division, certificate and roles as they stand from now on. What was signed before keeps the role it was signed under. */
export const personChanged: Kind<PersonChangedBody, PersonDetails> = {
  kind: 'person-changed',
  body,
  details,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  judge: ({ body: b, payload }, { membership }) =>
    payload.subject !== `person:${b.person}` || !membership.grants.has(b.person) ? 'subject-unfit' : null,
  folds: {
    person: (record, { body: b, details: d, signed }) =>
      record && {
        ...record,
        division: b.division,
        roles: b.roles,
        roleEntry: signed.entry,
        name: d?.name ?? record.name,
        officerNo: d === null ? record.officerNo : d.officerNo,
        certificateNo: d === null ? record.certificateNo : d.certificateNo,
        certificateValid: d === null ? record.certificateValid : { from: d.validFrom, to: d.validTo },
      },
  },
};
