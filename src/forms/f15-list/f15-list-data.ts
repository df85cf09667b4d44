import type { Instant } from '../../domain/time.ts';
import type { FormBase, TextCell, TimeCell } from '../form-cell.ts';

/** One recording without an activity (Art. 4), as it now stands. */
export interface F15ListRow {
  readonly no: string;
  readonly originalName: TextCell;
  readonly device: TextCell;
  readonly takenInAt: TimeCell;
  readonly takenInBy: TextCell;
  readonly firstReason: TextCell;
  readonly explanation: TextCell;
  readonly decision: TextCell;
}

export interface F15ListData extends FormBase {
  readonly bureau: string;
  readonly asOf: Instant;
  readonly rows: readonly F15ListRow[];
}
