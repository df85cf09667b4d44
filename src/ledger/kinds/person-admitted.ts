import * as v from 'valibot';
import type { DivisionId, PersonId, StationId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { calendarDate, id, optionalText, publicKeys, role, text } from '../schemas.ts';

const body = v.strictObject({
  person: id<PersonId>(),
  division: id<DivisionId>(),
  roles: v.pipe(v.array(role), v.minLength(1), v.maxLength(5)),
  station: id<StationId>(),
  keys: publicKeys,
});
const details = v.strictObject({
  name: text(40),
  officerNo: optionalText(40),
  certificateNo: optionalText(40),
  validFrom: v.nullable(calendarDate),
  validTo: v.nullable(calendarDate),
});

export type PersonAdmittedBody = v.InferOutput<typeof body>;
export type PersonDetails = v.InferOutput<typeof details>;

export const personAdmitted: Kind<PersonAdmittedBody, PersonDetails> = {
  kind: 'person-admitted',
  body,
  details,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  judge: ({ body: b, payload, signed }, { membership, record }) => {
    if (payload.subject !== `person:${b.person}`) return 'subject-unfit';
    const before = record('person', b.person);
    if (before !== null && before.admitted.entry !== signed.entry) return 'subject-unfit';
    const known = membership.keys.get(b.keys.keyId);
    return known !== undefined && known.admittedBy !== signed.entry ? 'subject-unfit' : null;
  },
  folds: {
    person: (record, { body: b, details: d, signed }) =>
      record ?? {
        id: b.person,
        division: b.division,
        roles: b.roles,
        keys: [{ key: b.keys.keyId, station: b.station, admitted: signed, retiredBy: null }],
        name: d?.name ?? null,
        officerNo: d?.officerNo ?? null,
        certificateNo: d?.certificateNo ?? null,
        certificateValid: { from: d?.validFrom ?? null, to: d?.validTo ?? null },
        admitted: signed,
        roleEntry: signed.entry,
        keyRequests: [],
        forks: [],
      },
  },
};
