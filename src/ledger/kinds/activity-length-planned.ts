import * as v from 'valibot';
import type { ActivityId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { count, id } from '../schemas.ts';
import { ofActivity } from './course.ts';

const body = v.strictObject({
  activity: id<ActivityId>(),
  /** null: no longer fixed. */
  minutes: v.nullable(v.pipe(count, v.minValue(1), v.maxValue(14_400))),
});
type Body = v.InferOutput<typeof body>;

/** Art. 5: how long the activity will take, against which a device's space is checked. The last one counts. */
export const activityLengthPlanned: Kind<Body, never> = {
  kind: 'activity-length-planned',
  body,
  details: null,
  author: 'person',
  roles: ['officer', 'departmentHead'],
  touches: () => [],
  judge: ofActivity,
  folds: {
    activity: (record, { body: { minutes }, signed }) => record && { ...record, plannedLength: { signed, minutes } },
  },
};
