import type { MediaType } from '../../domain/records.ts';
import { beijingDate, beijingDateTime, type Instant } from '../../domain/time.ts';
import type { FormBase, TextCell, TimeCell } from '../form-cell.ts';
import { textCell } from '../house/format.ts';

/** One recording of the register; `count` is more than 1 where a row stands for several of one kind. */
export interface F4Row {
  readonly recordingNo: TextCell;
  readonly activityNo: TextCell;
  readonly startedAt: TimeCell;
  readonly endedAt: TimeCell;
  /** 执法事项, with its number in the list. */
  readonly matters: TextCell;
  readonly place: TextCell;
  readonly party: TextCell;
  readonly officers: TextCell;
  readonly device: TextCell;
  readonly mediaType: MediaType;
  readonly count: number;
  readonly durationMs: number | 'unknown' | null;
  readonly sizeBytes: number;
  readonly takenInAt: TimeCell;
  readonly deadline: TimeCell;
  /** Null: no deadline applies yet. */
  readonly late: boolean | null;
  readonly gaps: TextCell;
  readonly notice: TextCell;
  readonly store: TextCell;
  /** A date, or 永久. */
  readonly retainUntil: TextCell;
  readonly caseNo: TextCell;
  readonly remark: TextCell;
}

export interface F4Data extends FormBase {
  readonly bureau: string;
  /** What was selected, in words: 2026年3月，河道执法大队. */
  readonly scope: string;
  readonly asOf: Instant;
  readonly rows: readonly F4Row[];
}

/** `14:05—14:42`; the date where the activity ran past midnight; ／ or blank where a side has none. */
export function timeRange(row: Pick<F4Row, 'startedAt' | 'endedAt'>): string {
  const { startedAt, endedAt } = row;
  if (!startedAt && !endedAt) return textCell(startedAt);
  const start = clock(startedAt);
  if (!startedAt || !endedAt) return `${start}—${clock(endedAt)}`;
  const sameDay = beijingDate(startedAt) === beijingDate(endedAt);
  return `${start}—${sameDay ? '' : `${beijingDate(endedAt).slice(5)} `}${clock(endedAt)}`;
}

const clock = (at: TimeCell): string => (at ? beijingDateTime(at).slice(11) : textCell(at));
