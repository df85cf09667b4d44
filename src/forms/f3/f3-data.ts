import type { Instant } from '../../domain/time.ts';
import type { FormBase, TextCell, TimeCell } from '../form-cell.ts';

/** One holding of a device: from the hand that gave it to the hand that took it back or passed it on. */
export interface F3Row {
  readonly device: TextCell;
  /** 转交必须登记: a device passed on has a line of its own. */
  readonly way: 'issued' | 'transferred';
  /** 配件、用途、电量内存、预计归还, as the custodian wrote them. */
  readonly parts: TextCell;
  readonly purpose: TextCell;
  readonly power: TextCell;
  readonly due: TextCell;
  readonly holder: TextCell;
  readonly certificateNo: TextCell;
  readonly from: TimeCell;
  readonly to: TimeCell;
  /** How it ended; `''`: it is still out. */
  readonly end: 'returned' | 'transferred' | 'lost' | '';
  readonly endNote: TextCell;
  /** Null: nothing was recorded with it. */
  readonly takenIn: boolean | null;
  /** Who gave it out, and who took it back. */
  readonly givenBy: TextCell;
  readonly takenBackBy: TextCell;
}

export interface F3Data extends FormBase {
  readonly bureau: string;
  readonly scope: string;
  readonly asOf: Instant;
  readonly rows: readonly F3Row[];
}
