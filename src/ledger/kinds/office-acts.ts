import * as v from 'valibot';
import { asId, type CardId, type StationId } from '../../domain/ids.ts';
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
  judge: ({ payload: { subject }, signed: { by } }) =>
    subject.startsWith('incidents:') && by.kind === 'station' && subject !== `incidents:${by.station}`
      ? 'subject-unfit'
      : null,
  folds: {
    incidents: (record, { body: b, signed }, station) => ({
      id: asId<StationId>(station),
      incidents: [...(record?.incidents ?? []), { noted: signed, code: b.code, facts: b.facts, acknowledged: null }],
    }),
  },
};

const acknowledgedBody = v.strictObject({ station: id<StationId>() });
const acknowledgedDetails = v.strictObject({ remark: optionalText(500) });

/** 阅知: the refs are the incidents. */
export const incidentAcknowledged: Kind<
  v.InferOutput<typeof acknowledgedBody>,
  v.InferOutput<typeof acknowledgedDetails>
> = {
  kind: 'incident-acknowledged',
  body: acknowledgedBody,
  details: acknowledgedDetails,
  author: 'person',
  roles: ['custodian', 'legalAffairsOffice'],
  touches: () => [],
  judges: (b) => [subjectOf('incidents', b.station)],
  judge: ({ body: b, payload }, { record }) => {
    if (payload.subject !== `incidents:${b.station}`) return 'subject-unfit';
    const open = (record('incidents', b.station)?.incidents ?? []).filter(({ acknowledged }) => acknowledged === null);
    const fit = payload.refs.length > 0 && payload.refs.every((ref) => open.some(({ noted }) => noted.entry === ref));
    return fit ? null : 'reference-unfit';
  },
  folds: {
    incidents: (record, { payload, details: d, signed }) =>
      record && {
        ...record,
        incidents: record.incidents.map((one) =>
          payload.refs.includes(one.noted.entry)
            ? { ...one, acknowledged: { ...signed, remark: d?.remark ?? null } }
            : one,
        ),
      },
  },
};
