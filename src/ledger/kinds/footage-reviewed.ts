import * as v from 'valibot';
import type { Kind } from '../kind.ts';
import { instant, recordingId } from '../schemas.ts';
import { custody } from './custody.ts';

const second = v.pipe(v.number(), v.finite(), v.minValue(0));
const body = v.strictObject({
  recording: recordingId,
  fromSec: second,
  toSec: second,
  startedAt: instant,
  endedAt: instant,
});

export type FootageReviewedBody = v.InferOutput<typeof body>;

/**
 * 采集核对: the person who took the footage in played it, before hand-over and only then (readings.md finding 2).
 * Every stretch played is one entry; it is not a viewing under Art. 16.
 */
export const footageReviewed: Kind<FootageReviewedBody, never> = {
  kind: 'footage-reviewed',
  body,
  details: null,
  author: 'person',
  roles: ['officer'],
  touches: () => [],
  judge: ({ body: b, payload, signed }, { record }) => {
    const recording = record('recording', b.recording);
    if (recording === null || payload.subject !== `recording:${b.recording}`) return 'reference-unfit';
    const by = signed.by.kind === 'person' ? signed.by.person : null;
    return recording.sources.some((source) => source.takenInBy === by) ? null : 'duties-not-separate';
  },
  folds: {
    recording: (record, { body: b, signed }) =>
      record && {
        ...record,
        custody: [...record.custody, custody('reviewed', signed, { played: { fromSec: b.fromSec, toSec: b.toSec } })],
      },
  },
};
