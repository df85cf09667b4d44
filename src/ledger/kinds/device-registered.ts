import * as v from 'valibot';
import type { DeviceId, DivisionId, PersonId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { carrier, id, optionalText, text } from '../schemas.ts';

const body = v.strictObject({
  device: id<DeviceId>(),
  carrier,
  division: id<DivisionId>(),
  assignedTo: v.nullable(id<PersonId>()),
  inService: v.boolean(),
});
const details = v.strictObject({
  label: text(40),
  assetNo: optionalText(40),
  brand: optionalText(40),
  model: optionalText(60),
  serialNo: optionalText(60),
  fileNameMark: optionalText(40),
});

export type DeviceBody = v.InferOutput<typeof body>;
export type DeviceDetails = v.InferOutput<typeof details>;

/** Art. 2: a recording device the bureau provides. Registered again under the same id, it is corrected. */
export const deviceRegistered: Kind<DeviceBody, DeviceDetails> = {
  kind: 'device-registered',
  body,
  details,
  author: 'person',
  roles: ['custodian', 'departmentHead', 'legalAffairsOffice'],
  touches: () => [],
  judge: ({ body: b, payload }) => (payload.subject === `device:${b.device}` ? null : 'subject-unfit'),
  folds: {
    device: (record, { body: b, details: d, signed }) => ({
      // What other kinds stated of it stays.
      ...record,
      id: b.device,
      carrier: b.carrier,
      division: b.division,
      assignedTo: b.assignedTo,
      inService: b.inService,
      label: d?.label ?? record?.label ?? null,
      assetNo: d === null ? (record?.assetNo ?? null) : d.assetNo,
      brand: d === null ? (record?.brand ?? null) : d.brand,
      model: d === null ? (record?.model ?? null) : d.model,
      serialNo: d === null ? (record?.serialNo ?? null) : d.serialNo,
      fileNameMark: d === null ? (record?.fileNameMark ?? null) : d.fileNameMark,
      registered: record?.registered ?? signed,
    }),
  },
};
