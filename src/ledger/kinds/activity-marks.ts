import * as v from 'valibot';
import type { ActivityId, EntryId, PersonId } from '../../domain/ids.ts';
import type { ActivityMark, ActivityRecord } from '../../domain/records.ts';
import type { Fact, JudgeContext, Kind } from '../kind.ts';
import { id, instant, text } from '../schemas.ts';
import type { VoidCode } from '../verdict.ts';

/** On-site buttons are no drafts: each signs an entry at once, offline too. */

const plainBody = v.strictObject({ activity: id<ActivityId>() });
type PlainBody = v.InferOutput<typeof plainBody>;

const ownSubject = ({ body: b, payload }: { body: { activity: ActivityId }; payload: { subject: string } }) =>
  payload.subject === `activity:${b.activity}` ? null : ('subject-unfit' as const);

const marked = (record: ActivityRecord, mark: Pick<ActivityMark, 'kind' | 'signed'>): readonly ActivityMark[] => [
  ...record.marks,
  { ...mark, withdrawnBy: null },
];

/** Art. 9: recording runs from arrival on site. The first arrival in force counts. */
export const arrivalMarked: Kind<PlainBody, never> = {
  kind: 'arrival-marked',
  body: plainBody,
  details: null,
  author: 'person',
  roles: ['officer'],
  touches: () => [],
  judge: ownSubject,
  folds: {
    activity: (record, { signed }) =>
      record && { ...record, arrived: record.arrived ?? signed, marks: marked(record, { kind: 'arrived', signed }) },
  },
};

const noticeBody = v.strictObject({
  activity: id<ActivityId>(),
  officers: v.pipe(v.array(id<PersonId>()), v.minLength(1), v.maxLength(20)),
});
const noticeDetails = v.strictObject({ text: text(300) });

/** Art. 8: the party was told, in the standard phrase with the officers' names. */
export const noticeGiven: Kind<v.InferOutput<typeof noticeBody>, v.InferOutput<typeof noticeDetails>> = {
  kind: 'notice-given',
  body: noticeBody,
  details: noticeDetails,
  author: 'person',
  roles: ['officer'],
  touches: () => [],
  judge: ownSubject,
  folds: {
    activity: (record, { signed, body: b, details: d }) =>
      record && {
        ...record,
        noticed: record.noticed ?? { ...signed, officers: b.officers, text: d?.text ?? null },
        marks: marked(record, { kind: 'noticed', signed }),
      },
  },
};

/** Art. 9: the end of the activity; Art. 13's clock starts here. The last end in force counts. */
export const activityFinished: Kind<PlainBody, never> = {
  kind: 'activity-finished',
  body: plainBody,
  details: null,
  author: 'person',
  roles: ['officer'],
  touches: () => [],
  judge: ownSubject,
  folds: {
    activity: (record, { signed }) =>
      record && { ...record, finished: signed, marks: marked(record, { kind: 'finished', signed }) },
  },
};

const awayBody = v.strictObject({
  activity: id<ActivityId>(),
  ground: v.picklist(['continuousDuty', 'awayDuty', 'remoteArea']),
});
const awayDetails = v.strictObject({ statement: v.pipe(text(500), v.trim(), v.minLength(1)) });

/** Art. 13: why the footage cannot be handed in on the day. Both the ground and the statement are needed. */
export const awayDutyDeclared: Kind<v.InferOutput<typeof awayBody>, v.InferOutput<typeof awayDetails>> = {
  kind: 'away-duty-declared',
  body: awayBody,
  details: awayDetails,
  author: 'person',
  roles: ['officer', 'departmentHead'],
  touches: () => [],
  judge: ownSubject,
  folds: {
    activity: (record, { signed, body: b, details: d }) =>
      record && {
        ...record,
        away: { ...signed, ground: b.ground, statement: d?.statement ?? null },
        marks: marked(record, { kind: 'away', signed }),
      },
  },
};

const returnedBody = v.strictObject({ activity: id<ActivityId>(), returnedAt: instant });

/** Art. 13: back at the unit; the 24 clock hours run from `returnedAt`. */
export const returnedToUnit: Kind<v.InferOutput<typeof returnedBody>, never> = {
  kind: 'returned-to-unit',
  body: returnedBody,
  details: null,
  author: 'person',
  roles: ['officer', 'departmentHead'],
  touches: () => [],
  judge: ownSubject,
  folds: {
    activity: (record, { signed, body: b }) =>
      record && {
        ...record,
        returned: { ...signed, returnedAt: b.returnedAt },
        marks: marked(record, { kind: 'returned', signed }),
      },
  },
};

/** The activity without one mark: the next of its kind, if any, takes its place. */
function withoutMark(record: ActivityRecord, entry: EntryId, by: EntryId): ActivityRecord {
  const marks = record.marks.map((mark) => (mark.signed.entry === entry ? { ...mark, withdrawnBy: by } : mark));
  const standing = (kind: ActivityMark['kind']) =>
    marks.filter((mark) => mark.kind === kind && mark.withdrawnBy === null);
  const arrived = standing('arrived')[0];
  const finished = standing('finished').at(-1);
  return {
    ...record,
    marks,
    arrived: arrived?.signed ?? null,
    finished: finished?.signed ?? null,
    noticed: record.noticed?.entry === entry ? null : record.noticed,
    away: record.away?.entry === entry ? null : record.away,
    returned: record.returned?.entry === entry ? null : record.returned,
  };
}

function judgeWithdrawal(fact: Fact<PlainBody, never>, { record }: JudgeContext): VoidCode | null {
  const [target] = fact.payload.refs;
  const mark = record('activity', fact.body.activity)?.marks.find((known) => known.signed.entry === target);
  if (ownSubject(fact) !== null || fact.payload.refs.length !== 1 || mark === undefined) return 'reference-unfit';
  const author = mark.signed.by;
  const own = author.kind === 'person' && fact.signed.by.kind === 'person' && author.person === fact.signed.by.person;
  return own ? null : 'duties-not-separate';
}

/** Takes back one mark (the only ref) by the person who made it. The mark stays in the book, struck through. */
export const markWithdrawn: Kind<PlainBody, never> = {
  kind: 'mark-withdrawn',
  body: plainBody,
  details: null,
  author: 'person',
  roles: ['officer', 'departmentHead'],
  touches: () => [],
  judge: judgeWithdrawal,
  folds: {
    activity: (record, { signed, payload }) => {
      const [target] = payload.refs;
      return record && target !== undefined ? withoutMark(record, target, signed.entry) : record;
    },
  },
};
