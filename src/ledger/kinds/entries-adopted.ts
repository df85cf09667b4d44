import * as v from 'valibot';
import type { EntryId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { optionalText } from '../schemas.ts';

const body = v.strictObject({});
const details = v.strictObject({ reason: optionalText(500) });

const adopted = <R extends { readonly adopted: readonly EntryId[] }>(left: R, refs: readonly EntryId[]): R => ({
  ...left,
  adopted: [...new Set([...left.adopted, ...refs])],
});

/**
 * Entries of one who has left, signed after what was pinned (待核), that another member vouches for: the refs. They are judged from
 * then on as if nobody had left. Only a departure cannot be adopted; it has to be signed anew.
 */
export const entriesAdopted: Kind<v.InferOutput<typeof body>, v.InferOutput<typeof details>> = {
  kind: 'entries-adopted',
  body,
  details,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  judge: ({ payload, signed }) => {
    if (payload.refs.length === 0) return 'reference-unfit';
    return signed.by.kind === 'person' && payload.subject === `person:${signed.by.person}`
      ? 'duties-not-separate'
      : null;
  },
  folds: {
    person: (record, { payload }) =>
      record?.left === undefined ? record : { ...record, left: adopted(record.left, payload.refs) },
    station: (record, { payload }) =>
      record?.left === undefined ? record : { ...record, left: adopted(record.left, payload.refs) },
  },
};
