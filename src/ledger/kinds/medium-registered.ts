import * as v from 'valibot';
import type { MediumId, PersonId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { count, id, mediumKind, optionalText, text } from '../schemas.ts';

const body = v.strictObject({
  medium: id<MediumId>(),
  kind: mediumKind,
  keeper: v.nullable(id<PersonId>()),
  inService: v.boolean(),
  capacityGB: v.nullable(count),
});
const details = v.strictObject({ label: text(40), serialNo: optionalText(60), place: optionalText(100) });

export type MediumBody = v.InferOutput<typeof body>;
export type MediumDetails = v.InferOutput<typeof details>;

/** Art. 12: a dedicated office PC, portable disk or collector. Registered again under the same id, it is corrected. */
export const mediumRegistered: Kind<MediumBody, MediumDetails> = {
  kind: 'medium-registered',
  body,
  details,
  author: 'person',
  roles: ['custodian'],
  touches: () => [],
  judge: ({ body: b, payload }) => (payload.subject === `medium:${b.medium}` ? null : 'subject-unfit'),
  folds: {
    medium: (record, { body: b, details: d, signed }) => ({
      id: b.medium,
      kind: b.kind,
      keeper: b.keeper,
      inService: b.inService,
      capacityGB: b.capacityGB,
      label: d?.label ?? record?.label ?? null,
      serialNo: d === null ? (record?.serialNo ?? null) : d.serialNo,
      place: d === null ? (record?.place ?? null) : d.place,
      registered: record?.registered ?? signed,
      lastVerifiedAt: record?.lastVerifiedAt ?? null,
    }),
  },
};
