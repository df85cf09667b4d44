import * as v from 'valibot';
import type { RuleSetRecord } from '../../domain/course-records.ts';
import { asId, type BureauId } from '../../domain/ids.ts';
import { type Subject, subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { calendarDate, count, id } from '../schemas.ts';
import { personOf } from './course.ts';

/** Which numbers exist and which may change is the regulation's to say; here they are names and whole numbers. */
const parameters = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{2,39}$/)), v.pipe(count, v.maxValue(1_000_000))),
  v.check((known) => Object.keys(known).length <= 60),
);
const publishedBody = v.strictObject({
  bureau: id<BureauId>(),
  /** First day of Art. 23; the text bears no date. */
  effectiveFrom: v.nullable(calendarDate),
  parameters,
});
const countersignedBody = v.strictObject({ bureau: id<BureauId>() });

const touches = ({ bureau }: { readonly bureau: BureauId }): readonly Subject[] => [subjectOf('ruleSet', bureau)];

const before = (record: RuleSetRecord | null, bureau: string): RuleSetRecord =>
  record ?? { id: asId<BureauId>(bureau), publications: [] };

/** A version of the rule parameters, published by the legal affairs office. In force with the leader's signature, not before. */
export const rulesPublished: Kind<v.InferOutput<typeof publishedBody>, never> = {
  kind: 'rules-published',
  body: publishedBody,
  details: null,
  author: 'person',
  roles: ['legalAffairsOffice'],
  touches,
  judge: ({ body: b, payload }) => (payload.subject === `bureau:${b.bureau}` ? null : 'subject-unfit'),
  folds: {
    ruleSet: (record, { body: b, signed }, bureau) => {
      const known = before(record, bureau);
      const { effectiveFrom, parameters: numbers } = b;
      return {
        ...known,
        publications: [
          ...known.publications,
          { published: signed, countersigned: null, effectiveFrom, parameters: numbers },
        ],
      };
    },
  },
};

/** The leader's second signature under one publication (the only ref), by another person. */
export const rulesCountersigned: Kind<v.InferOutput<typeof countersignedBody>, never> = {
  kind: 'rules-countersigned',
  body: countersignedBody,
  details: null,
  author: 'person',
  roles: ['supervisingLeader'],
  touches,
  judges: touches,
  judge: ({ body: b, payload, signed }, { record }) => {
    if (payload.subject !== `bureau:${b.bureau}`) return 'subject-unfit';
    const known = record('ruleSet', b.bureau)?.publications ?? [];
    const publication = known.find(({ published }) => published.entry === payload.refs[0]);
    if (publication === undefined || publication.countersigned !== null) return 'reference-unfit';
    return personOf(publication.published) === personOf(signed) ? 'duties-not-separate' : null;
  },
  folds: {
    ruleSet: (record, { payload, signed }) =>
      record && {
        ...record,
        publications: record.publications.map((one) =>
          one.published.entry === payload.refs[0] ? { ...one, countersigned: one.countersigned ?? signed } : one,
        ),
      },
  },
};
