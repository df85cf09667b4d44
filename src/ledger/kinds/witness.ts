import * as v from 'valibot';
import type { StationId } from '../../domain/ids.ts';
import type { Role } from '../../domain/role.ts';
import { type Subject, subjectOf } from '../../domain/subject.ts';
import type { Kind } from '../kind.ts';
import { count, entryId, id, keyId, root } from '../schemas.ts';
import { personOf } from './course.ts';

const checkpointBody = v.strictObject({
  station: id<StationId>(),
  /** The last entry of each key, in key order; this entry itself not yet among them. */
  frontier: v.pipe(v.array(v.strictObject({ key: keyId, seq: count, id: entryId })), v.maxLength(1000)),
  root,
  entries: count,
});

/** Once a day each station signs what its book holds: what is taken away afterwards is missed (`witness.ts` says how). */
export const checkpointSigned: Kind<v.InferOutput<typeof checkpointBody>, never> = {
  kind: 'checkpoint',
  body: checkpointBody,
  details: null,
  author: 'station',
  roles: [],
  touches: () => [],
  judge: ({ body: b, payload, signed }) => {
    const own = signed.by.kind === 'station' && signed.by.station === b.station;
    if (!own || payload.subject !== `checkpoints:${b.station}`) return 'subject-unfit';
    const sum = b.frontier.reduce((all, { seq }) => all + seq + 1, 0);
    return sum === b.entries ? null : 'body-malformed';
  },
  folds: {
    checkpoints: (record, { body: b, signed }) => ({
      id: b.station,
      checkpoints: [...(record?.checkpoints ?? []), { signed, root: b.root, entries: b.entries }],
    }),
  },
};

const month = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/));
const closedBody = v.strictObject({ month, station: id<StationId>(), root });
const confirmedBody = v.strictObject({ month });
const CLOSERS: readonly Role[] = ['custodian', 'legalAffairsOffice'];

const checkpointsOf = ({ station }: { readonly station: StationId }): readonly Subject[] => [
  subjectOf('checkpoints', station),
];

/** 月结: custodian or legal affairs office signs the root of a checkpoint (the only ref); its short code goes into the paper register. */
export const monthClosed: Kind<v.InferOutput<typeof closedBody>, never> = {
  kind: 'month-closed',
  body: closedBody,
  details: null,
  author: 'person',
  roles: CLOSERS,
  touches: () => [],
  judges: checkpointsOf,
  judge: ({ body: b, payload }, { record }) => {
    if (payload.subject !== `monthClose:${b.month}`) return 'subject-unfit';
    const known = record('checkpoints', b.station)?.checkpoints ?? [];
    const meant = known.find(({ signed }) => signed.entry === payload.refs[0]);
    return meant?.root === b.root ? null : 'reference-unfit';
  },
  folds: {
    monthClose: (record, { body: b, payload, signed }) => {
      const [checkpoint] = payload.refs;
      if (checkpoint === undefined) return record;
      const closing = { closed: signed, checkpoint, root: b.root, confirmed: null };
      return { id: b.month, closings: [...(record?.closings ?? []), closing] };
    },
  },
};

/** The second signature under a month's close (the only ref): another person, in the other of the two roles. */
export const monthCloseConfirmed: Kind<v.InferOutput<typeof confirmedBody>, never> = {
  kind: 'month-close-confirmed',
  body: confirmedBody,
  details: null,
  author: 'person',
  roles: CLOSERS,
  touches: () => [],
  judges: ({ month: of }) => [subjectOf('monthClose', of)],
  judge: ({ body: b, payload, signed }, { record, rolesOf }) => {
    if (payload.subject !== `monthClose:${b.month}`) return 'subject-unfit';
    const closing = record('monthClose', b.month)?.closings.find(({ closed }) => closed.entry === payload.refs[0]);
    const [first, second] = [closing === undefined ? null : personOf(closing.closed), personOf(signed)];
    if (closing === undefined || closing.confirmed !== null || first === null || second === null)
      return 'reference-unfit';
    if (first === second) return 'duties-not-separate';
    const [theirs, mine] = [rolesOf(first) ?? [], rolesOf(second) ?? []];
    const other = (one: Role): Role => (one === 'custodian' ? 'legalAffairsOffice' : 'custodian');
    return CLOSERS.some((one) => theirs.includes(one) && mine.includes(other(one))) ? null : 'role-missing';
  },
  folds: {
    monthClose: (record, { payload, signed }) =>
      record && {
        ...record,
        closings: record.closings.map((one) =>
          one.closed.entry === payload.refs[0] ? { ...one, confirmed: one.confirmed ?? signed } : one,
        ),
      },
  },
};
