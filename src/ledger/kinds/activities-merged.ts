import * as v from 'valibot';
import type { ActivityId } from '../../domain/ids.ts';
import type { ActivityRecord } from '../../domain/records.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { id } from '../schemas.ts';

const body = v.strictObject({ activity: id<ActivityId>(), into: id<ActivityId>() });

const isOpen = (record: ActivityRecord | null): record is ActivityRecord =>
  record !== null && record.mergedInto === undefined;

/**
 * Trap 17: two machines created the same activity. The one has been the other all along: it stays in the book with everything that
 * was said under it, which counts under the other from now on, and asks for nothing more. Its footage is put under the other first,
 * so that none is left behind.
 */
export const activitiesMerged: Kind<v.InferOutput<typeof body>, never> = {
  kind: 'activities-merged',
  body,
  details: null,
  author: 'person',
  roles: ['officer', 'departmentHead'],
  touches: (b) => [subjectOf('activity', b.into)],
  judges: (b) => [subjectOf('activity', b.activity), subjectOf('activity', b.into)],
  judge: ({ body: b, payload }, { record }) => {
    if (payload.subject !== `activity:${b.activity}` || b.activity === b.into) return 'subject-unfit';
    const [from, into] = [record('activity', b.activity), record('activity', b.into)];
    return isOpen(from) && isOpen(into) && from.recordings.length === 0 ? null : 'reference-unfit';
  },
  folds: {
    activity: (record, { body: b }, activity) => {
      if (record === null) return null;
      if (activity === b.activity) return { ...record, mergedInto: b.into };
      return { ...record, mergedFrom: [...(record.mergedFrom ?? []), b.activity] };
    },
  },
};
