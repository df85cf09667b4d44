import * as v from 'valibot';
import type { MediumId } from '../../domain/ids.ts';
import type { RecordingRecord } from '../../domain/records.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { digests, id, instant, recordingId, text } from '../schemas.ts';
import { custody } from './custody.ts';

const body = v.strictObject({
  medium: id<MediumId>(),
  verifiedAt: instant,
  copies: v.pipe(
    v.array(v.strictObject({ recording: recordingId, treeSha256: digests.treeSha256 })),
    v.minLength(1),
    v.maxLength(200),
  ),
});
/** Paths carry names of parties and places, so they are details; in the order of the copies. */
const details = v.strictObject({ paths: v.array(text(600)) });

export type CopiesStoredBody = v.InferOutput<typeof body>;

const settled = (record: RecordingRecord): RecordingRecord['state'] =>
  record.state === 'buffered' || record.state === 'removed' ? 'stored' : record.state;

/** Art. 12: written to a registered medium, read back there and found equal. Signed by the station. */
export const copiesStored: Kind<CopiesStoredBody, v.InferOutput<typeof details>> = {
  kind: 'copies-stored',
  body,
  details,
  author: 'station',
  roles: [],
  touches: (b) => b.copies.map((copy) => subjectOf('recording', copy.recording)),
  judge: ({ body: b, payload }, { record }) => {
    if (payload.subject !== `medium:${b.medium}`) return 'subject-unfit';
    return b.copies.every((copy) => record('recording', copy.recording)?.digests.treeSha256 === copy.treeSha256)
      ? null
      : 'reference-unfit';
  },
  folds: {
    medium: (record, { body: b }) => record && { ...record, lastVerifiedAt: b.verifiedAt },
    recording: (record, { body: b, details: d, signed }, recording) => {
      if (record === null) return null;
      const index = b.copies.findIndex((copy) => copy.recording === recording);
      const others = record.copies.filter((copy) => copy.medium !== b.medium);
      const copy = {
        medium: b.medium,
        storedAt: b.verifiedAt,
        entry: signed.entry,
        path: d?.paths[index] ?? null,
        lastCheck: { at: b.verifiedAt, result: 'same' as const, entry: signed.entry },
      };
      return {
        ...record,
        copies: [...others, copy],
        state: settled(record),
        custody: [...record.custody, custody('copied', signed, { medium: b.medium, result: 'same' })],
      };
    },
  },
};
