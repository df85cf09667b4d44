import * as v from 'valibot';
import type { ActivityId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { id, optionalText } from '../schemas.ts';
import { ofActivity } from './course.ts';

const body = v.strictObject({ activity: id<ActivityId>() });
const details = v.strictObject({ complaintNo: optionalText(60), coordinates: optionalText(60) });

/**
 * Art. 6: the complaint an activity answers, and where a place without an address lies. A kind beside `activity-created`, whose
 * schema is under the lock. The last one counts.
 */
export const activityParticularsStated: Kind<v.InferOutput<typeof body>, v.InferOutput<typeof details>> = {
  kind: 'activity-particulars-stated',
  body,
  details,
  author: 'person',
  roles: ['officer', 'departmentHead'],
  touches: () => [],
  judge: ofActivity,
  folds: {
    activity: (record, { details: d }) =>
      record && d !== null ? { ...record, complaintNo: d.complaintNo, coordinates: d.coordinates } : record,
  },
};
