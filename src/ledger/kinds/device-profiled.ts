import * as v from 'valibot';
import { CLOCK_HABITS } from '../../domain/device-profile.ts';
import { isFileNameTemplate } from '../../domain/file-name.ts';
import type { DeviceId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { count, id, optionalText } from '../schemas.ts';

const pattern = v.strictObject({
  template: v.pipe(v.string(), v.maxLength(120), v.check(isFileNameTemplate)),
  zone: v.picklist(['utc', 'local', 'unknown']),
});
const body = v.strictObject({
  device: id<DeviceId>(),
  patterns: v.pipe(v.array(pattern), v.maxLength(10)),
  segment: v.nullable(
    v.union([
      v.strictObject({ minutes: v.pipe(count, v.minValue(1), v.maxValue(1440)) }),
      v.strictObject({ bytes: v.pipe(count, v.minValue(1)) }),
    ]),
  ),
  clock: v.picklist(CLOCK_HABITS),
});
/** How it becomes a drive, a step a line. */
const details = v.strictObject({ driveSteps: optionalText(1000) });

/** What a device of the register is known to do: names of files, length of segments, clock. Hints for matching, proof of nothing. */
export const deviceProfiled: Kind<v.InferOutput<typeof body>, v.InferOutput<typeof details>> = {
  kind: 'device-profiled',
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
    device: (record, { body: b, details: d }) => {
      const { patterns, segment, clock } = b;
      return record && { ...record, habits: { patterns, segment, clock, driveSteps: d?.driveSteps ?? null } };
    },
  },
};
