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
  /** Left out: as they were. */
  readonly productNo?: string | null;
  readonly storage?: string | null;
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
  return signed.ok ? describeDevice(desk, seat, id, facts) : refused(signed.refusal);
}

/** Signed where it differs from what was stated. */
async function describeDevice(
  desk: Desk,
  seat: Seat,
  device: DeviceId,
  facts: DeviceFacts,
): Promise<Outcome<DeviceId, RuleRefusal>> {
  const known = await desk.records.get('device', device);
  const [wasNo, wasStorage] = [known?.productNo ?? null, known?.storage ?? null];
  const { productNo = wasNo, storage = wasStorage } = facts;
  if (productNo === wasNo && storage === wasStorage) return done(device);
  const signed = await signAct(desk, seat.signer, {
    kind: 'device-described',
    subject: subjectOf('device', device),
    body: { device },
    details: { productNo, storage },
  });
  return signed.ok ? done(device) : refused(signed.refusal);
}
