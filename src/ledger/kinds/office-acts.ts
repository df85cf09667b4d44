import * as v from 'valibot';
import type { CardId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { count, id, instant, officeNumber, optionalText, recordingId, text } from '../schemas.ts';
import { custody } from './custody.ts';

const printedBody = v.strictObject({
  form: v.pipe(v.string(), v.regex(/^F\d{1,2}[a-z]?(?:-[a-z]+)?$/)),
  /** 1 for the first print of this form of this subject; a reprint says 第 n 次打印. */
  copyNo: v.pipe(count, v.minValue(1)),
  asOf: instant,
  recordings: v.pipe(v.array(recordingId), v.maxLength(1000)),
});

/** A form left the system on paper. */
export const formPrinted: Kind<v.InferOutput<typeof printedBody>, never> = {
  kind: 'form-printed',
  body: printedBody,
  details: null,
  author: 'person',
  roles: [],
  touches: (b) => b.recordings.map((recording) => subjectOf('recording', recording)),
  folds: {
    recording: (record, { body: b, signed }) =>
      record && { ...record, custody: [...record.custody, custody('printed', signed, { form: b.form })] },
  },
};

const exportedBody = v.strictObject({
  entries: count,
  details: count,
  recordings: count,
  bookSha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** The whole book left the system, with details; the act of the custodian and the legal affairs office only. */
export const bookExported: Kind<v.InferOutput<typeof exportedBody>, never> = {
  kind: 'book-exported',
  body: exportedBody,
  details: null,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  folds: {},
};

const cardBody = v.strictObject({ card: id<CardId>(), no: officeNumber });
const cardDetails = v.strictObject({
  mediumNo: optionalText(60),
  appearance: optionalText(100),
  sealNo: optionalText(60),
  handedTo: optionalText(40),
});

/** Art. 19, F16: a medium that may hold state secrets was sealed unread. The card says nothing of its content. */
export const classifiedMediumSealed: Kind<v.InferOutput<typeof cardBody>, v.InferOutput<typeof cardDetails>> = {
  kind: 'classified-medium-sealed',
  body: cardBody,
  details: cardDetails,
  author: 'person',
  roles: ['officer', 'custodian'],
  touches: () => [],
  judge: ({ body: b, payload }) => (payload.subject === `card:${b.card}` ? null : 'subject-unfit'),
  folds: {
    card: (record, { body: b, details: d, signed }) =>
      record ?? {
        id: b.card,
        no: b.no,
        sealed: signed,
        mediumNo: d?.mediumNo ?? null,
        appearance: d?.appearance ?? null,
        sealNo: d?.sealNo ?? null,
        handedTo: d?.handedTo ?? null,
      },
  },
};

const incidentBody = v.strictObject({
  code: v.picklist([
    'clock-set-back',
    'source-changed',
    'read-back-mismatch',
    'copy-damaged',
    'entry-refused',
    'foreign-medium',
    'fork-found',
    'foreign-delete',
    'foreign-type',
    'flood',
  ]),
  /** Codes, ids and numbers only. */
  facts: v.record(text(40), v.union([v.number(), text(80)])),
});

export type IncidentCode = v.InferOutput<typeof incidentBody>['code'];

/** Something that should not be: noted by the station, acknowledged by a person later. */
export const incidentNoted: Kind<v.InferOutput<typeof incidentBody>, never> = {
  kind: 'incident-noted',
  body: incidentBody,
  details: null,
  author: 'station',
  roles: [],
  touches: () => [],
  folds: {},
};
