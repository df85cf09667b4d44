import type { DeviceMove } from '../../../domain/course-records.ts';
import type { DeviceId } from '../../../domain/ids.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { beijingDate, type Instant } from '../../../domain/time.ts';
import type { FormStamp, PrintMark } from '../../../forms/form-cell.ts';
import type { F3Data, F3Row } from '../../../forms/form-request.ts';
import { readIssueNote } from '../../../text/issue-note.ts';
import { type Holding, holdingsOf, takenInDuring } from '../../../usecases/device-moves.ts';
import type { PeriodQuery } from './asked-form.ts';
import type { FormNames } from './form-names.ts';

export interface F3Sources {
  readonly moves: readonly { readonly device: DeviceId; readonly moves: readonly DeviceMove[] }[];
  readonly activities: readonly ActivityRecord[];
  readonly query: PeriodQuery;
  readonly scope: string;
  readonly asOf: Instant;
  readonly stamp: FormStamp | null;
}

/** Who had which device in the period: one line a holding. */
export function f3Data(sources: F3Sources, names: FormNames, print: PrintMark): F3Data {
  const rows = sources.moves
    .flatMap(({ device, moves }) => holdingsOf(moves).map((holding) => ({ device, holding })))
    .filter(({ holding }) => touches(holding, sources.query))
    .sort((a, b) => (a.holding.begun.signed.at < b.holding.begun.signed.at ? -1 : 1));
  return {
    bureau: names.bureau,
    scope: sources.scope,
    asOf: sources.asOf,
    rows: rows.map(({ device, holding }) => holdingRow(device, holding, sources.activities, names)),
    stamp: sources.stamp,
    print,
  };
}

/** A holding belongs to a period if it was out on any of its days. */
const touches = ({ begun, ended }: Holding, { from, to }: PeriodQuery): boolean =>
  (to === null || beijingDate(begun.signed.at) <= to) &&
  (from === null || ended === null || beijingDate(ended.signed.at) >= from);

function holdingRow(
  device: DeviceId,
  { holder, begun, ended }: Holding,
  activities: readonly ActivityRecord[],
  names: FormNames,
): F3Row {
  const by = (move: DeviceMove): string =>
    move.signed.by.kind === 'person' ? names.person(move.signed.by.person) : '';
  return {
    device: names.device(device),
    way: begun.kind === 'transferred' ? 'transferred' : 'issued',
    ...readIssueNote(begun.note),
    holder: names.person(holder),
    certificateNo: names.certificateOf(holder),
    from: begun.signed.at,
    to: ended?.signed.at ?? '',
    end: ended === null || ended.kind === 'issued' ? '' : ended.kind,
    endNote: ended?.note ?? '',
    takenIn: takenInDuring(device, begun.signed.at, ended?.signed.at ?? null, activities),
    givenBy: by(begun),
    takenBackBy: ended === null ? '' : by(ended),
  };
}
