import * as v from 'valibot';
import type { FindingAnswersRecord } from '../../domain/course-records.ts';
import { FINDING_DECISIONS } from '../../domain/course-words.ts';
import { parseSubject, type Subject, subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { text } from '../schemas.ts';
import { personOf } from './course.ts';

/** A finding is named, never carried: rule code, subject, and what tells it apart from others of the two. */
const named = {
  code: v.pipe(v.string(), v.regex(/^[AC](?:0[1-9]|1\d)-[1-9]$/)),
  subject: v.pipe(
    v.string(),
    v.check((subject) => parseSubject(subject) !== null),
    v.transform((subject) => subject as Subject),
  ),
  about: v.pipe(v.string(), v.regex(/^[\w.:-]{0,64}$/)),
};
const answeredBody = v.strictObject(named);
const decidedBody = v.strictObject({ ...named, decision: v.picklist(FINDING_DECISIONS) });
const details = v.strictObject({ text: v.pipe(text(2000), v.trim(), v.minLength(1)) });
type Details = v.InferOutput<typeof details>;
type Named = v.InferOutput<typeof answeredBody>;

const keyOf = ({ code, subject, about }: Named): string =>
  about === '' ? `${code}/${subject}` : `${code}/${subject}/${about}`;

const touches = (b: Named): readonly Subject[] => [subjectOf('findingAnswers', keyOf(b))];
const ofSubject = (b: Named, payload: { readonly subject: string }) =>
  payload.subject === b.subject ? null : ('subject-unfit' as const);

const before = (record: FindingAnswersRecord | null, key: string): FindingAnswersRecord =>
  record ?? { id: key, answers: [], decision: null };

/** 说明: an answer to a finding. Several may be given; none closes it. */
export const findingAnswered: Kind<Named, Details> = {
  kind: 'finding-answered',
  body: answeredBody,
  details,
  author: 'person',
  roles: [],
  touches,
  judge: ({ body: b, payload }) => ofSubject(b, payload),
  folds: {
    findingAnswers: (record, { signed, details: d }, key) => {
      const known = before(record, key);
      return { ...known, answers: [...known.answers, { ...signed, text: d?.text ?? null }] };
    },
  },
};

/** 法制办公室认定: only after somebody answered, and never by one who answered. The last decision counts. */
export const findingDecided: Kind<v.InferOutput<typeof decidedBody>, Details> = {
  kind: 'finding-decided',
  body: decidedBody,
  details,
  author: 'person',
  roles: ['legalAffairsOffice'],
  touches,
  judges: touches,
  judge: ({ body: b, payload, signed }, { record }) => {
    if (ofSubject(b, payload) !== null) return 'subject-unfit';
    const answers = record('findingAnswers', keyOf(b))?.answers ?? [];
    if (answers.length === 0 || !answers.every(({ entry }) => payload.refs.includes(entry))) return 'reference-unfit';
    return answers.some((answer) => personOf(answer) === personOf(signed)) ? 'duties-not-separate' : null;
  },
  folds: {
    findingAnswers: (record, { body: b, signed, details: d }, key) => ({
      ...before(record, key),
      decision: { ...signed, decision: b.decision, text: d?.text ?? null },
    }),
  },
};
