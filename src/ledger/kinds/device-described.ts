import * as v from 'valibot';
import type { DeviceId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { id, optionalText } from '../schemas.ts';

const body = v.strictObject({ device: id<DeviceId>() });
const details = v.strictObject({ productNo: optionalText(40), storage: optionalText(60) });

/**
 * Art. 2: the number its maker gave a device, and what it stores on. A kind beside `device-registered`, whose schema is under the
 * lock.
 */
export const deviceDescribed: Kind<v.InferOutput<typeof body>, v.InferOutput<typeof details>> = {
  kind: 'device-described',
  body,
  details,
  author: 'person',
  roles: ['custodian', 'departmentHead', 'legalAffairsOffice'],
  touches: () => [],
  judges: (b) => [subjectOf('device', b.device)],
  judge: ({ body: b, payload }, { record }) => {
    if (payload.subject !== `device:${b.device}`) return 'subject-unfit';
    return record('device', b.device) === null ? 'reference-unfit' : null;
  },
  folds: {
    device: (record, { details: d }) =>
      record && d !== null ? { ...record, productNo: d.productNo, storage: d.storage } : record,
  },
};
