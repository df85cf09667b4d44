import * as v from 'valibot';
import type { ActivityId, BureauId } from '../../domain/ids.ts';
import { offListStepId } from '../../domain/off-list-step.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { count, id, optionalText } from '../schemas.ts';
import { footageMoment, intoCourse, ofActivity, standing, touchesCourse } from './course.ts';

const body = v.strictObject({
  activity: id<ActivityId>(),
  bureau: id<BureauId>(),
  /** Which step of the template, from 1. */
  no: v.pipe(count, v.minValue(1), v.maxValue(40)),
  /** What is off the list has no step that may come later (Art. 11). */
  state: v.picklist(['done', 'notHappened']),
  /** Where the footage shows it; null: pressed on site, the moment is the signature's. */
  footage: v.nullable(footageMoment),
});
const details = v.strictObject({ reason: optionalText(300) });

/** A step of a template that is in force (the only ref). Stands in the course as the steps of the list do. */
export const offListStepMarked: Kind<v.InferOutput<typeof body>, v.InferOutput<typeof details>> = {
  kind: 'off-list-step-marked',
  body,
  details,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judges: ({ bureau }) => [subjectOf('templates', bureau)],
  judge: ({ body: b, payload }, { record }) => {
    if (b.state !== 'done' && b.footage !== null) return 'body-malformed';
    const named = record('templates', b.bureau)?.publications.find(
      ({ published }) => published.entry === payload.refs[0],
    );
    if (payload.refs.length !== 1 || named == null || named.countersigned === null) return 'reference-unfit';
    return ofActivity({ body: b, payload });
  },
  folds: intoCourse((course, { body: b, details: d, payload, signed }) => {
    const [template] = payload.refs;
    if (template === undefined) return course;
    const step = offListStepId({ template, no: b.no });
    const mark = { step, state: b.state, item: null, footage: b.footage, reason: d?.reason ?? null };
    return { ...course, steps: [...course.steps, { ...standing(signed), ...mark }] };
  }),
};
