import * as v from 'valibot';
import { asId, type BureauId } from '../../domain/ids.ts';
import type { TemplatesRecord } from '../../domain/office-records.ts';
import { type Subject, subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { id, text } from '../schemas.ts';
import { activitySchemas } from './activity-created.ts';
import { personOf } from './course.ts';

const publishedBody = v.strictObject({ bureau: id<BureauId>(), type: activitySchemas.body.entries.type });
const publishedDetails = v.strictObject({
  title: v.pipe(text(60), v.trim(), v.minLength(1)),
  steps: v.pipe(
    v.array(v.strictObject({ wording: v.pipe(text(60), v.trim(), v.minLength(1)), required: v.boolean() })),
    v.minLength(1),
    v.maxLength(40),
  ),
});
const countersignedBody = v.strictObject({ bureau: id<BureauId>() });

const touches = ({ bureau }: { readonly bureau: BureauId }): readonly Subject[] => [subjectOf('templates', bureau)];
const before = (record: TemplatesRecord | null, bureau: string): TemplatesRecord =>
  record ?? { id: asId<BureauId>(bureau), publications: [] };

/** 清单外事项: steps for activities of a type the bureau's list does not cover. In force with the leader's signature, not before. */
export const templatePublished: Kind<v.InferOutput<typeof publishedBody>, v.InferOutput<typeof publishedDetails>> = {
  kind: 'template-published',
  body: publishedBody,
  details: publishedDetails,
  author: 'person',
  roles: ['legalAffairsOffice'],
  touches,
  judge: ({ body: b, payload }) => (payload.subject === `bureau:${b.bureau}` ? null : 'subject-unfit'),
  folds: {
    templates: (record, { body: b, details: d, signed }, bureau) => {
      const known = before(record, bureau);
      const one = {
        published: signed,
        countersigned: null,
        type: b.type,
        title: d?.title ?? null,
        steps: d?.steps ?? null,
      };
      return { ...known, publications: [...known.publications, one] };
    },
  },
};

/** The leader's second signature under one template (the only ref), by another person. */
export const templateCountersigned: Kind<v.InferOutput<typeof countersignedBody>, never> = {
  kind: 'template-countersigned',
  body: countersignedBody,
  details: null,
  author: 'person',
  roles: ['supervisingLeader'],
  touches,
  judges: touches,
  judge: ({ body: b, payload, signed }, { record }) => {
    if (payload.subject !== `bureau:${b.bureau}`) return 'subject-unfit';
    const known = record('templates', b.bureau)?.publications ?? [];
    const template = known.find(({ published }) => published.entry === payload.refs[0]);
    if (template === undefined || template.countersigned !== null) return 'reference-unfit';
    return personOf(template.published) === personOf(signed) ? 'duties-not-separate' : null;
  },
  folds: {
    templates: (record, { payload, signed }) =>
      record && {
        ...record,
        publications: record.publications.map((one) =>
          one.published.entry === payload.refs[0] ? { ...one, countersigned: one.countersigned ?? signed } : one,
        ),
      },
  },
};
