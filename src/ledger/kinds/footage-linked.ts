import * as v from 'valibot';
import type { ActivityId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { count, id, officeNumber, recordingId } from '../schemas.ts';
import { custody } from './custody.ts';

const body = v.strictObject({
  recording: recordingId,
  /** The activity it stood under until now, so that its list lets go of it. */
  from: v.nullable(id<ActivityId>()),
  activity: v.nullable(id<ActivityId>()),
  no: v.nullable(v.strictObject({ activity: officeNumber, item: v.pipe(count, v.minValue(1)) })),
  unlinkedReason: v.nullable(v.picklist(['deviceTest', 'accidental', 'irrelevant', 'pending'])),
});

export type FootageLinkedBody = v.InferOutput<typeof body>;

/** Art. 4: puts a recording under an activity, or says why it stands under none. Nothing is ever deleted. */
export const footageLinked: Kind<FootageLinkedBody, never> = {
  kind: 'footage-linked',
  body,
  details: null,
  author: 'person',
  roles: ['officer', 'custodian', 'legalAffairsOffice'],
  touches: (b) => [
    ...(b.from === null ? [] : [subjectOf('activity', b.from)]),
    ...(b.activity === null ? [] : [subjectOf('activity', b.activity)]),
  ],
  judge: ({ body: b, payload }) => {
    if (payload.subject !== `recording:${b.recording}`) return 'subject-unfit';
    return (b.activity === null) === (b.unlinkedReason === null) ? 'body-malformed' : null;
  },
  folds: {
    recording: (record, { body: b, signed }) =>
      record && {
        ...record,
        activity: b.activity,
        no: b.no,
        unlinkedReason: b.unlinkedReason,
        custody: [...record.custody, custody('linked', signed)],
      },
    activity: (record, { body: b, payload }, activity) => {
      if (record === null) return null;
      const others = record.recordings.filter((recording) => recording !== b.recording);
      const mine = b.activity === activity;
      return {
        ...record,
        recordings: mine ? [...others, b.recording] : others,
        regrouped: true,
        // The latest it can have been taken in; a fold of this record cannot see the recording's own.
        firstTakenInAt: mine ? (record.firstTakenInAt ?? payload.at) : record.firstTakenInAt,
        lastTakenInAt: mine ? (record.lastTakenInAt ?? payload.at) : record.lastTakenInAt,
      };
    },
  },
};
