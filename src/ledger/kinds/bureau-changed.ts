import * as v from 'valibot';
import type { DivisionId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { id, text } from '../schemas.ts';

const body = v.strictObject({
  divisions: v.pipe(
    v.array(
      v.strictObject({ id: id<DivisionId>(), kind: v.picklist(['division', 'subordinateUnit']), closed: v.boolean() }),
    ),
    v.minLength(1),
    v.maxLength(200),
  ),
});
const details = v.strictObject({
  bureauName: text(60),
  divisions: v.array(v.strictObject({ id: id<DivisionId>(), name: text(60) })),
});

export type BureauChangedBody = v.InferOutput<typeof body>;
export type BureauChangedDetails = v.InferOutput<typeof details>;

/** The bureau's name and its tree of divisions as they stand from now on. A division that has been named is never lost, only closed. */
export const bureauChanged: Kind<BureauChangedBody, BureauChangedDetails> = {
  kind: 'bureau-changed',
  body,
  details,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  folds: {
    bureau: (record, { body: b, details: d }) => {
      if (record === null) return null;
      const kept = record.divisions.filter((old) => !b.divisions.some((next) => next.id === old.id));
      const named = b.divisions.map((division) => ({
        ...division,
        name:
          d?.divisions.find((next) => next.id === division.id)?.name ??
          record.divisions.find((old) => old.id === division.id)?.name ??
          null,
      }));
      return { ...record, name: d?.bureauName ?? record.name, divisions: [...named, ...kept] };
    },
  },
};
