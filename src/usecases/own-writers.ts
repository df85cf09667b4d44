import { done, type Outcome, refused } from '../base/outcome.ts';
import { ownWritersOf } from '../domain/device-profile.ts';
import { isOwnWriter } from '../domain/editor-marks.ts';
import type { DeviceId, EntryId } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { DeviceRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

export type WritersRefusal = RuleRefusal | { readonly code: 'writer-unfit'; readonly names: readonly string[] };

/** What the register says the encoder of this device, or of its model, writes into files. */
export async function ownWriters(records: Pick<ReadModel, 'all'>, device: DeviceId | null): Promise<readonly string[]> {
  if (device === null) return [];
  const devices = await records.all('device');
  return ownWritersOf(devices.find(({ id }) => id === device) ?? null, devices);
}

/**
 * States which names of programs are the model's own (Art. 11). Files taken in from now on are looked at so; what was found in
 * earlier ones stays, and can be answered as before.
 */
export async function stateOwnWriters(
  desk: Desk,
  seat: Seat,
  device: DeviceRecord,
  writers: readonly string[],
): Promise<Outcome<EntryId, WritersRefusal>> {
  const unfit = writers.filter((name) => !isOwnWriter(name));
  if (unfit.length > 0) return refused({ code: 'writer-unfit', names: unfit });
  const signed = await signAct(desk, seat.signer, {
    kind: 'own-writers-stated',
    subject: subjectOf('device', device.id),
    body: { device: device.id, writers: [...writers] },
    details: null,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}
