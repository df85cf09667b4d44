import { done, type Outcome, refused } from '../base/outcome.ts';
import type { DeviceHabits } from '../domain/device-profile.ts';
import { isFileNameTemplate } from '../domain/file-name.ts';
import type { EntryId } from '../domain/ids.ts';
import type { DeviceRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { typed } from './sign-course.ts';
import { signAct } from './signed-act.ts';

export type ProfileRefusal = RuleRefusal | { readonly code: 'pattern-unfit'; readonly templates: readonly string[] };

/** What a device of the register is known to do; from now on its file names are read so. */
export async function profileDevice(
  desk: Desk,
  seat: Seat,
  device: DeviceRecord,
  habits: DeviceHabits,
): Promise<Outcome<EntryId, ProfileRefusal>> {
  const unfit = habits.patterns.map(({ template }) => template).filter((template) => !isFileNameTemplate(template));
  if (unfit.length > 0) return refused({ code: 'pattern-unfit', templates: unfit });
  const { patterns, segment, clock } = habits;
  const signed = await signAct(desk, seat.signer, {
    kind: 'device-profiled',
    subject: subjectOf('device', device.id),
    body: {
      device: device.id,
      patterns: patterns.map((one) => ({ ...one })),
      segment: segment && { ...segment },
      clock,
    },
    details: { driveSteps: typed(habits.driveSteps) },
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}
