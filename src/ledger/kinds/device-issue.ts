import * as v from 'valibot';
import type { DeviceIssueRecord, DeviceMove } from '../../domain/course-records.ts';
import type { DeviceId, PersonId } from '../../domain/ids.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Fact, JudgeContext, Kind } from '../kind.ts';
import { id, optionalText } from '../schemas.ts';
import type { VoidCode } from '../verdict.ts';
import { personOf } from './course.ts';

/** Form F3. Who holds a device is what Art. 20(二) asks when footage shows another person with it. */

const SHOWN_MOVES = 20;

const toPerson = v.strictObject({ device: id<DeviceId>(), to: id<PersonId>() });
const plain = v.strictObject({ device: id<DeviceId>() });
/** Battery and card, state, purpose: free text. */
const details = v.strictObject({ note: optionalText(300) });
type Details = v.InferOutput<typeof details>;

interface OfDevice {
  readonly device: DeviceId;
}

const touches = ({ device }: OfDevice) => [subjectOf('deviceIssue', device)];

function moved(
  record: DeviceIssueRecord | null,
  { body, details: d, signed }: Fact<OfDevice, Details>,
  kind: DeviceMove['kind'],
  holder: PersonId | null,
): DeviceIssueRecord {
  const move: DeviceMove = { kind, signed, holder, note: d?.note ?? null };
  return {
    id: body.device,
    holder,
    lost: kind === 'lost' ? signed : null,
    lastMoves: [...(record?.lastMoves ?? []), move].slice(-SHOWN_MOVES),
  };
}

type Asked = (state: DeviceIssueRecord | null, fact: Fact<OfDevice, Details>) => VoidCode | null;

const judged =
  <B extends OfDevice>(asks: (state: DeviceIssueRecord | null, fact: Fact<B, Details>) => VoidCode | null) =>
  (fact: Fact<B, Details>, { record }: JudgeContext): VoidCode | null =>
    fact.payload.subject === `device:${fact.body.device}`
      ? asks(record('deviceIssue', fact.body.device), fact)
      : 'subject-unfit';

const holderOf = (state: DeviceIssueRecord | null): PersonId | null => state?.holder ?? null;

/** 领用: the custodian gives out a device that nobody holds. */
export const deviceIssued: Kind<v.InferOutput<typeof toPerson>, Details> = {
  kind: 'device-issued',
  body: toPerson,
  details,
  author: 'person',
  roles: ['custodian', 'departmentHead'],
  touches,
  judges: touches,
  judge: judged((state) => (holderOf(state) === null ? null : 'reference-unfit')),
  folds: { deviceIssue: (record, fact) => moved(record, fact, 'issued', fact.body.to) },
};

/** 归还: the custodian takes it back; also one that was lost and is found. */
export const deviceReturned: Kind<v.InferOutput<typeof plain>, Details> = {
  kind: 'device-returned',
  body: plain,
  details,
  author: 'person',
  roles: ['custodian', 'departmentHead'],
  touches,
  judges: touches,
  judge: judged((state) => (holderOf(state) === null && (state?.lost ?? null) === null ? 'reference-unfit' : null)),
  folds: { deviceIssue: (record, fact) => moved(record, fact, 'returned', null) },
};

const byHolder: Asked = (state, { signed }) =>
  holderOf(state) !== null && holderOf(state) === personOf(signed) ? null : 'duties-not-separate';

/** 转交必须登记: the holder passes it on. Lending without this is Art. 20(二). */
export const deviceTransferred: Kind<v.InferOutput<typeof toPerson>, Details> = {
  kind: 'device-transferred',
  body: toPerson,
  details,
  author: 'person',
  roles: ['officer'],
  touches,
  judges: touches,
  judge: judged((state, fact) =>
    fact.body.to === personOf(fact.signed) ? 'duties-not-separate' : byHolder(state, fact),
  ),
  folds: { deviceIssue: (record, fact) => moved(record, fact, 'transferred', fact.body.to) },
};

/** Lost or stolen: its activities without intake are listed (trap 28). The last holder stays on record in the moves. */
export const deviceLost: Kind<v.InferOutput<typeof plain>, Details> = {
  kind: 'device-lost',
  body: plain,
  details,
  author: 'person',
  roles: ['officer', 'custodian', 'departmentHead'],
  touches,
  judges: touches,
  judge: judged((state) => ((state?.lost ?? null) === null ? null : 'reference-unfit')),
  folds: { deviceIssue: (record, fact) => moved(record, fact, 'lost', null) },
};
