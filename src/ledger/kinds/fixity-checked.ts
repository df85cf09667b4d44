import * as v from 'valibot';
import type { MediumId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { count, id, instant, recordingId } from '../schemas.ts';
import { custody } from './custody.ts';
import { restate } from './recording-state.ts';

const body = v.strictObject({
  medium: id<MediumId>(),
  checkedAt: instant,
  results: v.pipe(
    v.array(
      v.strictObject({
        recording: recordingId,
        result: v.picklist(['same', 'different', 'missing']),
        /** Where it differs: the first 4 MiB chunks that do not hash to their leaf. */
        damagedChunks: v.optional(v.pipe(v.array(count), v.maxLength(16))),
      }),
    ),
    v.minLength(1),
    v.maxLength(200),
  ),
});

export type FixityCheckedBody = v.InferOutput<typeof body>;

/** One round of re-reading copies on one medium. A difference is an integrity incident (A12-4); nothing is mended in silence. */
export const fixityChecked: Kind<FixityCheckedBody, never> = {
  kind: 'fixity-checked',
  body,
  details: null,
  author: 'station',
  roles: [],
  touches: (b) => b.results.map(({ recording }) => subjectOf('recording', recording)),
  judge: ({ body: b, payload }) => (payload.subject === `medium:${b.medium}` ? null : 'subject-unfit'),
  folds: {
    medium: (record, { body: b }) => record && { ...record, lastVerifiedAt: b.checkedAt },
    recording: (record, { body: b, signed }, recording) => {
      const found = b.results.find((line) => line.recording === recording);
      if (record === null || found === undefined) return record;
      const copies = record.copies.map((copy) =>
        copy.medium === b.medium
          ? { ...copy, lastCheck: { at: b.checkedAt, result: found.result, entry: signed.entry } }
          : copy,
      );
      const next = { ...record, copies };
      return {
        ...next,
        state: restate(next),
        custody: [...record.custody, custody('checked', signed, { medium: b.medium, result: found.result })],
      };
    },
  },
};
