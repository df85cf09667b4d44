import * as v from 'valibot';
import { type Departure, LEAVE_REASONS, type LeaveReason, WITHDRAW_REASONS } from '../../domain/departure.ts';
import type { PersonId, StationId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { type KnownKey, keysOfPerson, keysOfStation } from '../membership.ts';
import { count, entryId, id, keyId, optionalText } from '../schemas.ts';
import type { VoidCode } from '../verdict.ts';

/** The last entry of each key that whoever signs this has seen; null: none. A key that is not listed has nothing accepted. */
const pins = v.pipe(
  v.array(v.strictObject({ key: keyId, last: v.nullable(v.strictObject({ seq: count, id: entryId })) })),
  v.maxLength(200),
);
const leftBody = v.strictObject({ person: id<PersonId>(), reason: v.picklist(LEAVE_REASONS), pins });
const withdrawnBody = v.strictObject({ station: id<StationId>(), reason: v.picklist(WITHDRAW_REASONS), pins });
const details = v.strictObject({ note: optionalText(500) });

export type Pins = v.InferOutput<typeof pins>;
export type MemberLeftBody = v.InferOutput<typeof leftBody>;
export type StationWithdrawnBody = v.InferOutput<typeof withdrawnBody>;
type Note = v.InferOutput<typeof details>;

function pinsFault(listed: Pins, keys: readonly KnownKey[]): VoidCode | null {
  const own = new Set(keys.map(({ keyId }) => keyId));
  const named = new Set(listed.map(({ key }) => key));
  return named.size === listed.length && [...named].every((key) => own.has(key)) ? null : 'subject-unfit';
}

/** 撤销: a person is no member any more. Of several such entries the first in the book's order counts. */
export const memberLeft: Kind<MemberLeftBody, Note> = {
  kind: 'member-left',
  body: leftBody,
  details,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  judge: ({ body: b, payload }, { membership }) => {
    const member = membership.grants.has(b.person) && !membership.left.has(b.person);
    if (payload.subject !== `person:${b.person}` || !member) return 'subject-unfit';
    return pinsFault(b.pins, keysOfPerson(membership, b.person));
  },
  folds: {
    person: (record, { body: b, details: d, signed }) => {
      const left: Departure<LeaveReason> = { signed, reason: b.reason, note: d?.note ?? null, adopted: [] };
      return record && (record.left === undefined ? { ...record, left } : record);
    },
  },
};

/** 撤销: a machine is no longer the bureau's. The keys of persons that were made on it leave with it; the persons do not. */
export const stationWithdrawn: Kind<StationWithdrawnBody, Note> = {
  kind: 'station-withdrawn',
  body: withdrawnBody,
  details,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  judge: ({ body: b, payload }, { membership }) => {
    const station = membership.stations.get(b.station);
    const standing = station !== undefined && membership.keys.get(station.key)?.left === null;
    if (payload.subject !== `station:${b.station}` || !standing) return 'subject-unfit';
    return pinsFault(b.pins, keysOfStation(membership, b.station));
  },
  folds: {
    station: (record, { body: b, details: d, signed }) =>
      record &&
      (record.left === undefined
        ? { ...record, left: { signed, reason: b.reason, note: d?.note ?? null, adopted: [] } }
        : record),
  },
};
