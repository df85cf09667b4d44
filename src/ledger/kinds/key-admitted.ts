import * as v from 'valibot';
import type { PersonId, StationId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { id, publicKeys } from '../schemas.ts';

export const KEY_REASONS = ['passphrase-forgotten', 'new-station', 'restored', 'in-doubt'] as const;

/** A key, whose it is and where it lies: the same in the request for it and in its admission. */
export const keyBody = v.strictObject({
  person: id<PersonId>(),
  station: id<StationId>(),
  keys: publicKeys,
  reason: v.picklist(KEY_REASONS),
});

export type KeyAdmittedBody = v.InferOutput<typeof keyBody>;

/** A new key of a known person: the person's earlier keys at the same station retire with this entry. */
export const keyAdmitted: Kind<KeyAdmittedBody, never> = {
  kind: 'key-admitted',
  body: keyBody,
  details: null,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  judge: ({ body: b, payload, signed }, { membership }) => {
    if (payload.subject !== `person:${b.person}` || !membership.grants.has(b.person)) return 'subject-unfit';
    const known = membership.keys.get(b.keys.keyId);
    return known !== undefined && known.admittedBy !== signed.entry ? 'subject-unfit' : null;
  },
  folds: {
    person: (record, { body: b, signed }) =>
      record && {
        ...record,
        keys: [
          ...record.keys.map((key) =>
            key.station === b.station && key.retiredBy === null ? { ...key, retiredBy: signed.entry } : key,
          ),
          { key: b.keys.keyId, station: b.station, admitted: signed, retiredBy: null },
        ],
        keyRequests: record.keyRequests.filter(({ keys }) => keys.keyId !== b.keys.keyId),
      },
  },
};
