import * as v from 'valibot';
import type { BureauId, DivisionId, PersonId, StationId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { calendarDate, id, keyId, optionalText, publicJwk, publicKeys, role, stationCode, text } from '../schemas.ts';

const body = v.strictObject({
  bureau: id<BureauId>(),
  /** base64url of 16 random bytes; the bureau's id is the hash of both key ids and this (see `founding.ts`). */
  salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
  ruleDocNo: text(40),
  founder: v.strictObject({
    person: id<PersonId>(),
    division: id<DivisionId>(),
    roles: v.array(role),
    keys: publicKeys,
  }),
  station: v.strictObject({ station: id<StationId>(), code: stationCode, keys: publicKeys }),
  recovery: v.strictObject({ keyId, signing: publicJwk }),
  divisions: v.pipe(
    v.array(v.strictObject({ id: id<DivisionId>(), kind: v.picklist(['division', 'subordinateUnit']) })),
    v.minLength(1),
    v.maxLength(100),
  ),
});

const details = v.strictObject({
  bureauName: text(60),
  founder: v.strictObject({
    name: text(40),
    officerNo: optionalText(40),
    certificateNo: optionalText(40),
    validFrom: v.nullable(calendarDate),
    validTo: v.nullable(calendarDate),
  }),
  station: v.strictObject({ name: text(60), place: optionalText(100) }),
  divisions: v.array(v.strictObject({ id: id<DivisionId>(), name: text(60) })),
});

export type BureauFoundedBody = v.InferOutput<typeof body>;
export type BureauFoundedDetails = v.InferOutput<typeof details>;

/** The root everything hangs on: the first person, the first station, and the recovery key's public half. */
export const bureauFounded: Kind<BureauFoundedBody, BureauFoundedDetails> = {
  kind: 'bureau-founded',
  body,
  details,
  author: 'person',
  roles: [],
  touches: (b) => [subjectOf('person', b.founder.person), subjectOf('station', b.station.station)],
  folds: {
    bureau: (record, { body: b, details: d, signed }) =>
      record ?? {
        id: b.bureau,
        founded: signed,
        ruleDocNo: b.ruleDocNo,
        recoveryKey: b.recovery.keyId,
        name: d?.bureauName ?? null,
        divisions: b.divisions.map((division) => ({
          ...division,
          closed: false,
          name: d?.divisions.find((named) => named.id === division.id)?.name ?? null,
        })),
      },
    person: (record, { body: b, details: d, signed }) =>
      record ?? {
        id: b.founder.person,
        division: b.founder.division,
        roles: b.founder.roles,
        keys: [{ key: b.founder.keys.keyId, station: b.station.station, admitted: signed, retiredBy: null }],
        name: d?.founder.name ?? null,
        officerNo: d?.founder.officerNo ?? null,
        certificateNo: d?.founder.certificateNo ?? null,
        certificateValid: { from: d?.founder.validFrom ?? null, to: d?.founder.validTo ?? null },
        admitted: signed,
        roleEntry: signed.entry,
        keyRequests: [],
        forks: [],
      },
    station: (record, { body: b, details: d, signed }) =>
      record ?? {
        id: b.station.station,
        code: b.station.code,
        key: b.station.keys.keyId,
        name: d?.station.name ?? null,
        place: d?.station.place ?? null,
        admitted: signed,
        forks: [],
      },
  },
};
