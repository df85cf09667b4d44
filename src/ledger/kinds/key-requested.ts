import type { Kind } from '../kind.ts';
import { type KeyAdmittedBody, keyBody } from './key-admitted.ts';

/**
 * A person made a key on this station and asks to have it admitted. Signed by the station, because the key itself counts for
 * nothing yet: whoever admits it must know by other ways that it is really this person's.
 */
export const keyRequested: Kind<KeyAdmittedBody, never> = {
  kind: 'key-requested',
  body: keyBody,
  details: null,
  author: 'station',
  roles: [],
  touches: () => [],
  judge: ({ body: b, payload, signed }, { membership }) => {
    if (payload.subject !== `person:${b.person}` || !membership.grants.has(b.person)) return 'subject-unfit';
    if (signed.by.kind !== 'station' || signed.by.station !== b.station) return 'subject-unfit';
    return membership.keys.has(b.keys.keyId) ? 'subject-unfit' : null;
  },
  folds: {
    person: (record, { body: b, signed }) =>
      record && {
        ...record,
        keyRequests: [
          ...record.keyRequests.filter(({ keys }) => keys.keyId !== b.keys.keyId),
          { keys: b.keys, station: b.station, reason: b.reason, requested: signed },
        ],
      },
  },
};
