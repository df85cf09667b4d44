import * as v from 'valibot';
import type { HandoverId, PersonId } from '../../domain/ids.ts';
import type { HandoverRecord, RecordingRecord } from '../../domain/records.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Fact, JudgeContext, Kind } from '../kind.ts';
import { id, instant, officeNumber, optionalText, recordingId } from '../schemas.ts';
import type { VoidCode } from '../verdict.ts';
import { custody } from './custody.ts';
import { movedTo } from './recording-state.ts';

const MAX_HANDOVER = 1000;

const givenBody = v.strictObject({
  handover: id<HandoverId>(),
  no: officeNumber,
  to: id<PersonId>(),
  recordings: v.pipe(v.array(recordingId), v.minLength(1), v.maxLength(MAX_HANDOVER)),
});
const givenDetails = v.strictObject({ remark: optionalText(500) });
export type HandoverGivenBody = v.InferOutput<typeof givenBody>;

const author = (fact: { readonly signed: Fact<unknown, unknown>['signed'] }): PersonId | null =>
  fact.signed.by.kind === 'person' ? fact.signed.by.person : null;

function judgeGiven(fact: Fact<HandoverGivenBody, unknown>, { record, rolesOf }: JudgeContext): VoidCode | null {
  const { body: b, payload } = fact;
  if (payload.subject !== `handover:${b.handover}`) return 'subject-unfit';
  if (b.to === author(fact)) return 'duties-not-separate';
  if (!rolesOf(b.to)?.includes('custodian')) return 'role-missing';
  return b.recordings.every((recording) => free(record('recording', recording), b.handover)) ? null : 'reference-unfit';
}

/** Can be handed over: known, and not already with a custodian through another hand-over. */
const free = (record: RecordingRecord | null, handover: HandoverId): boolean =>
  record !== null && (record.handover === null || record.handover.id === handover);

/** Art. 13: the officer gives footage to the custodian. In effect only once accepted. */
export const handoverGiven: Kind<HandoverGivenBody, v.InferOutput<typeof givenDetails>> = {
  kind: 'handover-given',
  body: givenBody,
  details: givenDetails,
  author: 'person',
  roles: ['officer', 'custodian'],
  touches: (b) => b.recordings.map((recording) => subjectOf('recording', recording)),
  judge: judgeGiven,
  folds: {
    handover: (record, fact): HandoverRecord | null => {
      const from = author(fact);
      if (record !== null || from === null) return record;
      const { body: b, details: d, signed } = fact;
      return {
        id: b.handover,
        no: b.no,
        from,
        to: b.to,
        recordings: b.recordings,
        given: signed,
        accepted: null,
        withdrawn: null,
        remark: d?.remark ?? null,
      };
    },
    recording: (record, fact) =>
      record && {
        ...record,
        handover: { id: fact.body.handover, accepted: false },
        state: movedTo(record, 'handing-over'),
        custody: [...record.custody, custody('handover-given', fact.signed, { from: author(fact), to: fact.body.to })],
      },
  },
};

const acceptedBody = v.strictObject({
  handover: id<HandoverId>(),
  /** When every recording's digests were compared with the bytes. */
  checkedAt: instant,
  recordings: v.pipe(v.array(recordingId), v.minLength(1), v.maxLength(MAX_HANDOVER)),
  cardCleared: v.boolean(),
});
export type HandoverAcceptedBody = v.InferOutput<typeof acceptedBody>;

function judgeAccepted(fact: Fact<HandoverAcceptedBody, never>, { record }: JudgeContext): VoidCode | null {
  const { body: b, payload } = fact;
  const handover = record('handover', b.handover);
  if (handover === null || handover.withdrawn !== null || !payload.refs.includes(handover.given.entry))
    return 'reference-unfit';
  const by = author(fact);
  if (by === null || by !== handover.to || by === handover.from) return 'duties-not-separate';
  const same =
    b.recordings.length === handover.recordings.length && handover.recordings.every((r) => b.recordings.includes(r));
  if (!same || payload.subject !== `handover:${b.handover}`) return 'reference-unfit';
  return ownRecording(b, record, by) ? 'duties-not-separate' : null;
}

/** Trap 27: a custodian's own recordings need another custodian. */
function ownRecording(b: HandoverAcceptedBody, record: JudgeContext['record'], by: PersonId): boolean {
  return b.recordings.some((recording) => {
    const known = record('recording', recording);
    const activity = known?.activity ? record('activity', known.activity) : null;
    return (
      (activity?.officers.includes(by) ?? false) || (known?.sources.some((source) => source.takenInBy === by) ?? false)
    );
  });
}

/** Art. 12: the custodian has compared the digests and takes the footage over. */
export const handoverAccepted: Kind<HandoverAcceptedBody, never> = {
  kind: 'handover-accepted',
  body: acceptedBody,
  details: null,
  author: 'person',
  roles: ['custodian'],
  touches: (b) => b.recordings.map((recording) => subjectOf('recording', recording)),
  judge: judgeAccepted,
  folds: {
    handover: (record, { body: b, signed }) =>
      record && {
        ...record,
        accepted: record.accepted ?? { ...signed, checkedAt: b.checkedAt, cardCleared: b.cardCleared },
      },
    recording: (record, { body: b, signed }) =>
      record && {
        ...record,
        handover: { id: b.handover, accepted: true },
        state: movedTo(record, 'in-custody'),
        custody: [
          ...record.custody,
          custody('handover-accepted', signed, {
            to: signed.by.kind === 'person' ? signed.by.person : null,
            result: 'same',
          }),
        ],
      },
  },
};

const withdrawnBody = v.strictObject({
  handover: id<HandoverId>(),
  recordings: v.pipe(v.array(recordingId), v.minLength(1), v.maxLength(MAX_HANDOVER)),
});

/** The giver takes the hand-over back before it is accepted; the footage is as it was before. */
export const handoverWithdrawn: Kind<v.InferOutput<typeof withdrawnBody>, never> = {
  kind: 'handover-withdrawn',
  body: withdrawnBody,
  details: null,
  author: 'person',
  roles: ['officer', 'custodian'],
  touches: (b) => b.recordings.map((recording) => subjectOf('recording', recording)),
  judge: (fact, { record }) => {
    const handover = record('handover', fact.body.handover);
    if (handover === null || handover.accepted !== null || fact.payload.subject !== `handover:${fact.body.handover}`) {
      return 'reference-unfit';
    }
    return author(fact) === handover.from || author(fact) === handover.to ? null : 'duties-not-separate';
  },
  folds: {
    handover: (record, { signed }) => record && { ...record, withdrawn: record.withdrawn ?? signed },
    recording: (record, { body: b, signed }) =>
      record && record.handover?.id === b.handover
        ? {
            ...record,
            handover: null,
            state: movedTo(record, record.copies.length > 0 ? 'stored' : 'buffered'),
            custody: [...record.custody, custody('handover-withdrawn', signed)],
          }
        : record,
  },
};
