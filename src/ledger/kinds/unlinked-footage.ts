import * as v from 'valibot';
import type { UnlinkedRecord } from '../../domain/course-records.ts';
import { UNLINKED_DECISIONS } from '../../domain/course-words.ts';
import { asId, type RecordingId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { recordingId, text } from '../schemas.ts';
import { personOf } from './course.ts';

const explainedBody = v.strictObject({ recording: recordingId });
const decidedBody = v.strictObject({ recording: recordingId, decision: v.picklist(UNLINKED_DECISIONS) });
const details = v.strictObject({ text: v.pipe(text(1000), v.trim(), v.minLength(1)) });
type Details = v.InferOutput<typeof details>;

const touches = ({ recording }: { readonly recording: RecordingId }) => [subjectOf('unlinked', recording)];
const ofRecording = (b: { readonly recording: RecordingId }, payload: { readonly subject: string }) =>
  payload.subject === `recording:${b.recording}` ? null : ('subject-unfit' as const);

const before = (record: UnlinkedRecord | null, recording: string): UnlinkedRecord =>
  record ?? { id: asId<RecordingId>(recording), explanations: [], decision: null };

/** Art. 4, form F15: what the officer says of footage that stands without an activity. */
export const unlinkedExplained: Kind<v.InferOutput<typeof explainedBody>, Details> = {
  kind: 'unlinked-explained',
  body: explainedBody,
  details,
  author: 'person',
  roles: ['officer', 'custodian'],
  touches,
  judge: ({ body: b, payload }) => ofRecording(b, payload),
  folds: {
    unlinked: (record, { signed, details: d }, recording) => {
      const known = before(record, recording);
      return { ...known, explanations: [...known.explanations, { ...signed, text: d?.text ?? null }] };
    },
  },
};

/** Art. 4: the legal affairs office decides whether it had to do with work. Nothing is deleted either way (Art. 18). */
export const unlinkedDecided: Kind<v.InferOutput<typeof decidedBody>, Details> = {
  kind: 'unlinked-decided',
  body: decidedBody,
  details,
  author: 'person',
  roles: ['legalAffairsOffice'],
  touches,
  judges: (b) => [...touches(b), subjectOf('recording', b.recording)],
  judge: ({ body: b, payload, signed }, { record }) => {
    const footage = record('recording', b.recording);
    if (ofRecording(b, payload) !== null || footage === null || footage.activity !== null) return 'reference-unfit';
    const by = personOf(signed);
    const own =
      footage.sources.some(({ takenInBy }) => takenInBy === by) ||
      (record('unlinked', b.recording)?.explanations.some((said) => personOf(said) === by) ?? false);
    return own ? 'duties-not-separate' : null;
  },
  folds: {
    unlinked: (record, { body: b, signed, details: d }, recording) => ({
      ...before(record, recording),
      decision: { ...signed, decision: b.decision, text: d?.text ?? null },
    }),
  },
};
