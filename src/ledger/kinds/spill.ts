import * as v from 'valibot';
import type { SpillId, StationId } from '../../domain/ids.ts';
import { SPILL_GROUNDS } from '../../domain/spill-record.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { count, entryId, id, optionalText, recordingId } from '../schemas.ts';

const orderedBody = v.strictObject({
  spill: id<SpillId>(),
  ground: v.picklist(SPILL_GROUNDS),
  entries: v.pipe(v.array(entryId), v.minLength(1), v.maxLength(200)),
  recordings: v.pipe(v.array(recordingId), v.maxLength(200)),
});
const orderedDetails = v.strictObject({ note: optionalText(500) });

export type DeletionOrderedBody = v.InferOutput<typeof orderedBody>;

/**
 * 误录: the details of these entries are to be deleted at every station, and never sent or taken in again. An act of the register of
 * members, so that it is known and signed by two before anything else is looked at; what was said stays committed to.
 */
export const detailsDeletionOrdered: Kind<DeletionOrderedBody, v.InferOutput<typeof orderedDetails>> = {
  kind: 'details-deletion-ordered',
  body: orderedBody,
  details: orderedDetails,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  judge: ({ body: b, payload }) => {
    if (payload.subject !== `spill:${b.spill}`) return 'subject-unfit';
    return new Set(b.entries).size === b.entries.length ? null : 'reference-unfit';
  },
  folds: {
    spill: (record, { body: b, details: d, signed }) =>
      record ?? {
        id: b.spill,
        ordered: signed,
        ground: b.ground,
        entries: b.entries,
        recordings: b.recordings,
        note: d?.note ?? null,
        done: [],
      },
  },
};

const deletedBody = v.strictObject({ spill: id<SpillId>(), station: id<StationId>(), deleted: count });

/** Each station says for itself, once, that it is done; the only ref is the order. */
export const detailsDeleted: Kind<v.InferOutput<typeof deletedBody>, never> = {
  kind: 'details-deleted',
  body: deletedBody,
  details: null,
  author: 'station',
  roles: [],
  touches: () => [],
  judges: (b) => [subjectOf('spill', b.spill)],
  judge: ({ body: b, payload, signed }, { record }) => {
    const own = signed.by.kind === 'station' && signed.by.station === b.station;
    if (!own || payload.subject !== `spill:${b.spill}`) return 'subject-unfit';
    const spill = record('spill', b.spill);
    const fit = spill !== null && payload.refs.length === 1 && payload.refs[0] === spill.ordered.entry;
    return fit && spill.done.every(({ station }) => station !== b.station) ? null : 'reference-unfit';
  },
  folds: {
    spill: (record, { body: b, signed }) =>
      record && { ...record, done: [...record.done, { signed, station: b.station, deleted: b.deleted }] },
  },
};
