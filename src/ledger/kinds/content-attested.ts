import * as v from 'valibot';
import { CONTENT_ELEMENTS } from '../../domain/course-words.ts';
import type { ActivityId } from '../../domain/ids.ts';
import type { Kind } from '../kind.ts';
import { id, text } from '../schemas.ts';
import { footageMoment, intoCourse, ofActivity, touchesCourse } from './course.ts';

const element = v.picklist(CONTENT_ELEMENTS);
const body = v.strictObject({
  activity: id<ActivityId>(),
  violationFound: v.boolean(),
  elements: v.pipe(
    v.array(v.strictObject({ element, footage: v.nullable(footageMoment) })),
    v.maxLength(CONTENT_ELEMENTS.length),
    v.check((elements) => new Set(elements.map((one) => one.element)).size === elements.length),
  ),
});
const details = v.strictObject({
  /** For the elements that do not apply. */
  reasons: v.pipe(v.array(v.strictObject({ element, text: text(300) })), v.maxLength(CONTENT_ELEMENTS.length)),
});

export type ContentAttestedBody = v.InferOutput<typeof body>;
type ContentAttestedDetails = v.InferOutput<typeof details>;

/** Art. 10: what the footage reflects, element by element: shown here, or not applicable and why. The last attestation counts. */
export const contentAttested: Kind<ContentAttestedBody, ContentAttestedDetails> = {
  kind: 'content-attested',
  body,
  details,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ofActivity,
  folds: intoCourse((course, { body: b, details: d, signed }) => ({
    ...course,
    content: {
      signed,
      violationFound: b.violationFound,
      elements: b.elements.map((one) => ({
        ...one,
        reason: d?.reasons.find((reason) => reason.element === one.element)?.text ?? null,
      })),
    },
  })),
};
