import { done, type Outcome, refused } from '../base/outcome.ts';
import type { Carrier } from '../domain/carrier.ts';
import { type DeviceId, type DivisionId, mintId, type PersonId } from '../domain/ids.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

export interface DeviceFacts {
  readonly carrier: Carrier;
  readonly division: DivisionId;
  readonly assignedTo: PersonId | null;
  readonly inService: boolean;
  readonly label: string;
  readonly assetNo: string | null;
  readonly brand: string | null;
  readonly model: string | null;
  readonly serialNo: string | null;
  readonly fileNameMark: string | null;
}

/** Art. 2: registers a recording device, or corrects one when `device` is given. */
export async function registerDevice(
  desk: Desk,
  seat: Seat,
  facts: DeviceFacts,
  device: DeviceId | null = null,
): Promise<Outcome<DeviceId, RuleRefusal | { readonly code: 'name-missing' }>> {
  if (facts.label.trim() === '') return refused({ code: 'name-missing' });
  const id = device ?? mintId<DeviceId>(desk.random);
  const { carrier, division, assignedTo, inService, label, assetNo, brand, model, serialNo, fileNameMark } = facts;
  const signed = await signAct(desk, seat.signer, {
    kind: 'device-registered',
    subject: subjectOf('device', id),
    body: { device: id, carrier, division, assignedTo, inService },
    details: { label: label.trim(), assetNo, brand, model, serialNo, fileNameMark },
  });
  return signed.ok ? done(id) : refused(signed.refusal);
}
