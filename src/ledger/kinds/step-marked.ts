import * as v from 'valibot';
import { STEP_STATES } from '../../domain/course-words.ts';
import type { ActivityId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { id, optionalText } from '../schemas.ts';
import { footageMoment, intoCourse, ofActivity, standing, touchesCourse } from './course.ts';

const body = v.strictObject({
  activity: id<ActivityId>(),
  /** `r01.s3`, as the regulation's data name it. */
  step: v.pipe(v.string(), v.regex(/^r(?:0[1-9]|1[0-2])\.s[1-8]$/)),
  state: v.picklist(STEP_STATES),
  /** Number on the list of preserved evidence (row 4). */
  item: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,3}$/))),
  /** Where the footage shows it; null: pressed on site, the moment is the signature's. */
  footage: v.nullable(footageMoment),
});
const details = v.strictObject({ reason: optionalText(300) });

export type StepMarkedBody = v.InferOutput<typeof body>;
type StepMarkedDetails = v.InferOutput<typeof details>;

/**
 * A step of the list: done, did not happen (with the reason), or to come later. Two officers may mark at once on two machines;
 * both marks stand and are shown.
 */
export const stepMarked: Kind<StepMarkedBody, StepMarkedDetails> = {
  kind: 'step-marked',
  body,
  details,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ({ body: b, payload }) => {
    // What did not happen, or is to come, is shown nowhere.
    if (b.state !== 'done' && (b.footage !== null || b.item !== null)) return 'body-malformed';
    return ofActivity({ body: b, payload });
  },
  folds: intoCourse((course, { body: b, details: d, signed }) => ({
    ...course,
    steps: [
      ...course.steps,
      {
        ...standing(signed),
        step: b.step,
        state: b.state,
        item: b.item,
        footage: b.footage,
        reason: d?.reason ?? null,
      },
    ],
  })),
};
