import * as v from 'valibot';
import { deviceDayId } from '../../domain/course-records.ts';
import { CHECK_ACTIONS } from '../../domain/course-words.ts';
import type { ActivityId, DeviceId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import { beijingDate } from '../../domain/time.ts';
import type { Kind } from '../kind.ts';
import { count, id, instant, optionalText } from '../schemas.ts';

const percent = v.pipe(count, v.maxValue(100));
const body = v.strictObject({
  device: id<DeviceId>(),
  /** The activity it was made for; null: before going out at all. It holds for every activity of the day. */
  activity: v.nullable(id<ActivityId>()),
  /** What the device showed, and the reference time at that moment; their difference is the offset. */
  shownAt: instant,
  referenceAt: instant,
  batteryPercent: v.nullable(percent),
  freeMB: v.nullable(count),
  estimatedMinutes: v.nullable(count),
  testOk: v.boolean(),
  lensClean: v.nullable(v.boolean()),
  passed: v.boolean(),
  action: v.nullable(v.picklist(CHECK_ACTIONS)),
  remarked: v.boolean(),
});
const details = v.strictObject({ remark: optionalText(300) });

export type DeviceCheckedBody = v.InferOutput<typeof body>;

const dayOf = (b: DeviceCheckedBody): string => deviceDayId(b.device, beijingDate(b.referenceAt));

/** Art. 5, form F2: battery, space, clock and a test, before going out. The officer attests what the device shows. */
export const deviceChecked: Kind<DeviceCheckedBody, v.InferOutput<typeof details>> = {
  kind: 'device-checked',
  body,
  details,
  author: 'person',
  roles: ['officer', 'departmentHead', 'custodian'],
  touches: (b) => [subjectOf('deviceDay', dayOf(b))],
  judge: ({ body: b, payload }) => (payload.subject === `device:${b.device}` ? null : 'subject-unfit'),
  folds: {
    deviceDay: (record, { body: { device, ...check }, details: d, signed }, day) => ({
      id: day,
      device,
      checks: [...(record?.checks ?? []), { signed, ...check, remark: d?.remark ?? null }],
    }),
  },
};
