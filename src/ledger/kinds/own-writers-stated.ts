import * as v from 'valibot';
import { isOwnWriter } from '../../domain/editor-marks.ts';
import type { DeviceId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { id } from '../schemas.ts';

const body = v.strictObject({
  device: id<DeviceId>(),
  writers: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80), v.check(isOwnWriter))), v.maxLength(10)),
});

/**
 * Art. 11: names of programs that the encoder inside this model writes into every file, so that they show no editing. It tells
 * how files are looked at from now on; what was found in earlier ones stays as it was signed.
 */
export const ownWritersStated: Kind<v.InferOutput<typeof body>, never> = {
  kind: 'own-writers-stated',
  body,
  details: null,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  judges: (b) => [subjectOf('device', b.device)],
  judge: ({ body: b, payload }, { record }) => {
    if (payload.subject !== `device:${b.device}`) return 'subject-unfit';
    return record('device', b.device) === null ? 'reference-unfit' : null;
  },
  folds: { device: (record, { body: b }) => record && { ...record, ownWriters: b.writers } },
};
