import * as v from 'valibot';
import { asId, type PersonId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { calendarDate, id } from '../schemas.ts';

const hour = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
const body = v.pipe(
  v.strictObject({
    person: id<PersonId>(),
    /** Both days included. */
    from: calendarDate,
    to: calendarDate,
    workingDaysOnly: v.boolean(),
    /** In Beijing; an end that is not after the beginning is of the next day. null: off duty on these days. */
    hours: v.nullable(v.strictObject({ from: hour, to: hour })),
  }),
  v.check(({ from, to }) => from <= to),
);
type Body = v.InferOutput<typeof body>;

/** Art. 4: the duty roster, an officer's days at once. The last one that covers a day counts for it. */
export const dutyPlanned: Kind<Body, never> = {
  kind: 'duty-planned',
  body,
  details: null,
  author: 'person',
  roles: ['departmentHead', 'custodian', 'legalAffairsOffice'],
  touches: ({ person }) => [subjectOf('officerStanding', person)],
  judge: ({ body: b, payload }) => (payload.subject === `person:${b.person}` ? null : 'subject-unfit'),
  folds: {
    officerStanding: (record, { body: { from, to, workingDaysOnly, hours }, signed }, person) => {
      const known = record ?? { id: asId<PersonId>(person), trainedOn: [], suspensions: [] };
      return { ...known, duties: [...(known.duties ?? []), { signed, from, to, workingDaysOnly, hours }] };
    },
  },
};
