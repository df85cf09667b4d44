import * as v from 'valibot';
import type { DivisionId, PersonId, StationId } from '../../domain/ids.ts';
import { type Subject, subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { calendarDate, id, optionalText, publicKeys, role, text } from '../schemas.ts';

const administrator = v.strictObject({
  person: id<PersonId>(),
  division: id<DivisionId>(),
  roles: v.pipe(v.array(role), v.minLength(1), v.maxLength(5)),
  station: id<StationId>(),
  keys: publicKeys,
});
const body = v.strictObject({ administrators: v.pipe(v.array(administrator), v.minLength(1), v.maxLength(2)) });
const details = v.strictObject({
  persons: v.array(
    v.strictObject({
      name: text(40),
      officerNo: optionalText(40),
      certificateNo: optionalText(40),
      validFrom: v.nullable(calendarDate),
      validTo: v.nullable(calendarDate),
    }),
  ),
});

export type ReseatedBody = v.InferOutput<typeof body>;
export type ReseatedDetails = v.InferOutput<typeof details>;

/**
 * The key on paper sets in two administrators: when nobody can sign together any more, or those who can must not. Known persons,
 * also such as have left, get new keys; what their old ones come to is not touched.
 */
export const administratorsReseated: Kind<ReseatedBody, ReseatedDetails> = {
  kind: 'administrators-reseated',
  body,
  details,
  author: 'recovery',
  roles: [],
  touches: ({ administrators }): readonly Subject[] => administrators.map(({ person }) => subjectOf('person', person)),
  judge: ({ body: { administrators }, payload }, { membership }) => {
    const persons = new Set(administrators.map(({ person }) => person));
    const keys = new Set(administrators.map(({ keys: { keyId } }) => keyId));
    if (payload.subject !== `bureau:${membership.bureau}`) return 'subject-unfit';
    if (persons.size < administrators.length || keys.size < administrators.length) return 'duties-not-separate';
    const fit = administrators.every(
      ({ roles, keys: { keyId } }) =>
        (roles.includes('custodian') || roles.includes('legalAffairsOffice')) && !membership.keys.has(keyId),
    );
    return fit ? null : 'subject-unfit';
  },
  folds: {
    person: (record, { body: b, details: d, signed }, person) => {
      const at = b.administrators.findIndex((one) => one.person === person);
      const seated = b.administrators[at];
      const named = d?.persons[at];
      if (seated === undefined) return record;
      const key = { key: seated.keys.keyId, station: seated.station, admitted: signed, retiredBy: null };
      const { left: _, ...before } = record ?? {
        id: seated.person,
        keys: [],
        name: null,
        officerNo: null,
        certificateNo: null,
        certificateValid: { from: null, to: null },
        admitted: signed,
        keyRequests: [],
        forks: [],
      };
      return {
        ...before,
        division: seated.division,
        roles: seated.roles,
        roleEntry: signed.entry,
        keys: [...before.keys, key],
        name: named?.name ?? before.name,
        officerNo: named?.officerNo ?? before.officerNo,
        certificateNo: named?.certificateNo ?? before.certificateNo,
        certificateValid: named === undefined ? before.certificateValid : { from: named.validFrom, to: named.validTo },
      };
    },
  },
};
