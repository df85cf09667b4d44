import * as v from 'valibot';
import type { StationId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { id, optionalText, publicKeys, stationCode, text } from '../schemas.ts';

const body = v.strictObject({ station: id<StationId>(), code: stationCode, keys: publicKeys });
const details = v.strictObject({ name: text(60), place: optionalText(100) });

export type StationAdmittedBody = v.InferOutput<typeof body>;
export type StationDetails = v.InferOutput<typeof details>;

/** Another machine of the bureau, with a key of its own. Its code stands in the numbers it gives out, so no other may have it. */
export const stationAdmitted: Kind<StationAdmittedBody, StationDetails> = {
  kind: 'station-admitted',
  body,
  details,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  judge: ({ body: b, payload }, { membership }) => {
    const taken = [...membership.stations.values()].some(
      ({ station, code }) => station === b.station || code === b.code,
    );
    if (payload.subject !== `station:${b.station}` || taken || membership.keys.has(b.keys.keyId))
      return 'subject-unfit';
    return null;
  },
  folds: {
    station: (record, { body: b, details: d, signed }) =>
      record ?? {
        id: b.station,
        code: b.code,
        key: b.keys.keyId,
        name: d?.name ?? null,
        place: d?.place ?? null,
        admitted: signed,
        forks: [],
      },
  },
};
